import Catalogue
import Circulation

extension FindRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    guard let search else {
      return RoomContent(
        title: words.findTitle,
        text: [
          look.lists == nil ? words.findExplanation : words.lookUpExplanation
        ],
        fields: [
          .init(
            label: words.label(words.numberName), field: field ?? EntryField(),
            hasFocus: true)
        ],
        footer: words.findFooter)
    }
    return RoomContent(
      title: words.findTitle,
      text: search.lines.isEmpty && !(items.isEmpty && search.elsewhere.isEmpty)
        ? [search.whereabouts(look)].compactMap(\.self)
        : [
          ([
            words.answer(search.number, search.count, shown: search.lines.count)
          ]
            + [search.whereabouts(look)].compactMap(\.self))
            .joined(separator: " ")
        ],
      headings: look.layout.list.columns.map(\.heading),
      rows: look.rows(
        of: search.lines,
        third: search.lines.map { $0.transaction.borrower?.text ?? "" },
        chosen: chosen) + itemRows(look, after: search.lines.count)
        + elsewhere(search, look),
      footer: chosenItem == nil
        ? words.foundFooter(
          search.lines.count + items.count,
          isSaved: chosenLine.map { $0.sequence == nil })
        : words.foundItemFooter)
  }

  private func itemRows(
    _ look: Look, after count: Int
  ) -> [RoomContent.Row] {
    guard let lists = look.lists, !items.isEmpty else { return [] }
    let heading = look.words.listedHeading(lists.newestDay(of: .items) ?? "")
    return [.heading(heading)]
      + items.enumerated().map { index, item in
        .item(
          item.number, look.words.line(of: item),
          isChosen: chosen == count + index)
      }
  }
}

extension Search {
  /// Returns who has the item that was looked for, or when it came back; nil if
  /// it was no item, or only a part of its number.
  fileprivate func whereabouts(_ look: Look) -> String? {
    let newest = [lines.first?.transaction, elsewhere.first?.transaction]
      .compactMap(\.self).filter { $0.item.text == number }
      .max { $0.recorded.precedes($1.recorded) }
    guard error == nil, let newest else { return nil }
    return look.words.whereabouts(newest, today: look.now)
  }
}

extension Look {
  /// Rows of lines, the newest first, under heads that tell where they are.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - third: what stands in the third column of each of them.
  ///   - chosen: the index of the one that is chosen.
  /// - Returns: the rows, with the heads.
  func rows(
    of lines: [FoundLine], third: [String], chosen: Int
  ) -> [RoomContent.Row] {
    var rows: [RoomContent.Row] = []
    for (number, line) in lines.enumerated() {
      let isSaved = line.sequence == nil
      if number == 0 || isSaved != (lines[number - 1].sequence == nil) {
        rows.append(.heading(isSaved ? words.savedHeading : words.listHeading))
      }
      let transaction = line.transaction
      rows.append(
        .line(
          [
            transaction.item.text, words.name(of: transaction.operation),
            third[number],
            isSaved
              ? words.savedTime(transaction.recorded, today: now)
              : words.listTime(transaction.recorded, today: now),
          ], isChosen: number == chosen))
    }
    return rows
  }
}
