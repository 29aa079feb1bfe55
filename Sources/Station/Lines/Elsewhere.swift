import Circulation

// What other desks did, on the pages about lines.
extension Look {
  /// Rows of lines of other desks, under their head.
  ///
  /// - Parameters:
  ///   - lines: the lines, the newest first.
  ///   - fact: what else is known of a line; nil for nothing.
  /// - Returns: the rows; none without lines.
  func rows(
    elsewhere lines: [Neighbours.Line],
    _ fact: (Neighbours.Line) -> String?
  ) -> [RoomContent.Row] {
    guard !lines.isEmpty else { return [] }
    return [.heading(words.elsewhereHeading)]
      + lines.map { line in
        let transaction = line.transaction
        let texts = [
          words.name(of: transaction.operation), words.name(ofDesk: line.desk),
          words.savedTime(transaction.recorded, today: now), fact(line),
        ]
        return .item(
          transaction.item.text,
          texts.compactMap(\.self).joined(separator: " · "), isChosen: false)
      }
  }
}

extension ReaderRoom {
  /// Returns what other desks lent to the reader today, and what came of it.
  func elsewhere(_ look: Look) -> [RoomContent.Row] {
    let loans = desk.neighbours.lines(of: look.now) { $0.borrower == borrower }
    return look.rows(elsewhere: loans) { loan in
      let transaction = loan.transaction
      let item = transaction.item
      let last =
        desk.lastElsewhere(of: item)?.transaction
        ?? desk.lastTransaction(of: item)
      guard let last, transaction.recorded.precedes(last.recorded) else {
        return nil
      }
      return look.words.whereabouts(last, today: look.now)
    }
  }
}

extension FindRoom {
  /// Returns what other desks did today with the number that was looked for.
  func elsewhere(_ search: Search, _ look: Look) -> [RoomContent.Row] {
    look.rows(elsewhere: search.elsewhere) { $0.transaction.borrower?.text }
  }
}
