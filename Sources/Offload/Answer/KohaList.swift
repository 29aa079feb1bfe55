import Circulation

/// Koha's list of offline operations, once they are processed: in the place of
/// each box to tick stands the result.
///
/// ```
/// Success.           25/11/2026 10:15  …  Check out  37000034179  9921000164
/// Patron not found.  25/11/2026 10:16  …  Check out  37000034180  9921000165
/// ```
///
/// All rows are listed, and nothing is kept once the page is closed.
extension SystemAnswer {
  /// Reads a list; nil if the rows are none.
  init?(koha rows: [[String]]) {
    var answer = SystemAnswer(.koha)
    for row in rows {
      guard let row = KohaRow(row) else { continue }
      if row.result.isEmpty {
        answer.waitingCount += 1
      } else if let answered = row.answered {
        answer.rows.append(answered)
      } else if !row.isDone {
        answer.remarks.append(row.whole)
      }
    }
    guard !answer.rows.isEmpty || answer.waitingCount > 0 else { return nil }
    self = answer
  }
}

/// A row of the list.
private struct KohaRow {
  private enum Action {
    case transaction(Operation)
    case payment
  }

  private let action: Action
  private let item: String
  private let card: String
  private let time: AnsweredTime
  let result: String
  let whole: String

  private static let actions: [String: Action] = [
    "check out": .transaction(.loan), "prêt": .transaction(.loan),
    "check in": .transaction(.return), "retour": .transaction(.return),
    "payment": .payment, "paiement": .payment,
  ]

  /// The beginnings of the word for success.
  private static let success = ["success", "succès", "réussi"]

  /// Creates a row from cells, with the date before the action, and the numbers
  /// after it; nil if they are none.
  init?(_ cells: [String]) {
    guard
      cells.count >= 3,
      let place = cells.firstIndex(where: {
        $0.utf8.count < 12 && Self.actions[$0.lowercased()] != nil
      }),
      let action = Self.actions[cells[place].lowercased()],
      let date = cells[..<place].firstIndex(where: { AnsweredTime($0) != nil }),
      let time = AnsweredTime(cells[date])
    else { return nil }
    self.action = action
    self.time = time
    item = place + 1 < cells.count ? cells[place + 1] : ""
    card = place + 2 < cells.count ? cells[place + 2] : ""
    result = cells[..<date].filter { !$0.isEmpty }.joined(separator: " ")
    whole = cells.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// True if the operation went as meant.
  var isDone: Bool {
    let result = result.lowercased()
    return Self.success.contains { result.hasPrefix($0) }
  }

  /// The row as one of an answer; nil for a payment, which is no line of a
  /// file like `OffCirc.dat`.
  var answered: AnsweredRow? {
    guard case .transaction(let operation) = action else { return nil }
    let kind: ReportMessage.Kind? =
      isDone ? nil : SystemMessage.found(in: result)?.kind ?? .unknown
    return AnsweredRow(
      kind: kind, text: result, operation: operation,
      items: [item].compactMap(\.nonEmpty),
      borrowers: operation == .loan ? [card].compactMap(\.nonEmpty) : [],
      time: time)
  }
}
