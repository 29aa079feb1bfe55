import Circulation

extension FindRoom {
  func content(at station: Station) -> RoomContent {
    let words = station.words
    guard let search else {
      return RoomContent(
        title: words.findTitle, text: [words.findExplanation],
        fields: [
          .init(
            name: words.numberName, field: field ?? EntryField(), hasFocus: true
          )
        ],
        foot: words.findFoot)
    }
    return RoomContent(
      title: words.findTitle,
      text: [
        ([words.answer(search.number, search.count, shown: search.lines.count)]
          + [station.whereabouts(by: search)].compactMap(\.self))
          .joined(separator: " ")
      ],
      heads: station.layout.columns.map(\.head),
      rows: station.rows(
        of: search.lines,
        third: search.lines.map { $0.transaction.borrower?.text ?? "" },
        chosen: chosen),
      foot: words.foundFoot(
        search.lines.count,
        isSaved: chosenLine(at: station).map { $0.sequence == nil }))
  }
}

extension Words {
  /// The time of a line of `OffCirc.dat`, which has no seconds.
  func savedTime(_ time: LocalTime, today: LocalTime) -> String {
    let at = time.fields
    return time.isSameDay(as: today)
      ? "\(at.hour.twoDigits):\(at.minute.twoDigits)"
      : listTime(time, today: today)
  }
}

extension Station {
  /// Who has the item that was looked for, or when it came back; nil if it was
  /// no item, or only a part of its number.
  fileprivate func whereabouts(by search: Search) -> String? {
    guard
      search.failure == nil, let last = search.lines.first?.transaction,
      last.item.text == search.number
    else { return nil }
    return words.whereabouts(last, today: desk.clock.now())
  }

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
    let today = desk.clock.now()
    for (number, line) in lines.enumerated() {
      let isSaved = line.sequence == nil
      if number == 0 || isSaved != (lines[number - 1].sequence == nil) {
        rows.append(.head(isSaved ? words.savedHead : words.listHead))
      }
      let transaction = line.transaction
      rows.append(
        .line(
          [
            transaction.item.text, words.name(of: transaction.operation),
            third[number],
            isSaved
              ? words.savedTime(transaction.recorded, today: today)
              : words.listTime(transaction.recorded, today: today),
          ], isChosen: number == chosen))
    }
    return rows
  }
}
