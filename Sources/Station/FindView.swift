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
        foot: words.findFoot(isAnswered: false))
    }
    return RoomContent(
      title: words.findTitle,
      text: [
        words.answer(search.number, search.count, shown: search.lines.count)
      ],
      heads: station.layout.columns.map(\.head),
      rows: station.rows(
        of: search.lines,
        third: search.lines.map { $0.transaction.borrower?.text ?? "" },
        chosen: chosen),
      foot: words.findFoot(isAnswered: true))
  }
}

extension Station {
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
            words.listTime(transaction.recorded, today: today),
          ], isChosen: number == chosen))
    }
    return rows
  }
}
