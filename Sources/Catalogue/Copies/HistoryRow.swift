import Circulation
import Textbooks

/// A loan of a copy, a state noted without a return, or a fine that no known
/// loan has: a row of the history that a school exports.
package struct HistoryRow: Hashable, Sendable {
  /// The kinds of rows.
  package enum Kind: String, CaseIterable, Sendable {
    /// A loan, or a return whose loan was recorded elsewhere.
    case loan
    /// A state noted without a return.
    case state
    /// A fine without a known loan.
    case fine
  }

  /// The kind.
  package let kind: Kind
  /// The number of the copy.
  package let copy: String
  /// The title; nil if it is not known.
  package let title: String?
  /// The number of the borrower; nil if it is not known.
  package var borrower: String?
  /// The time of the loan; nil if it was recorded elsewhere.
  package var lent: LocalTime?
  /// The time of the return, of the note or of the fine; nil if the copy is not
  /// back.
  package var returned: LocalTime?
  /// The state at the start of the loan.
  package var start: Int?
  /// The state at its end, or the one that was noted.
  package var end: Int?
  /// The number of the person who brought it back, if that is another one.
  package var bringer: String?
  /// The fine; nil if there is none.
  package var fine: Fine?

  /// The time by which rows are in order.
  package var time: LocalTime? { lent ?? returned }

  private init(_ kind: Kind, _ copy: String, _ title: String?) {
    self.kind = kind
    self.copy = copy
    self.title = title
  }

  /// Returns the history of a copy, the oldest row first.
  ///
  /// - Parameters:
  ///   - number: the number of the copy.
  ///   - title: its title.
  ///   - history: what the journals tell; nil if they do not know it.
  ///   - fines: the fines of all copies.
  ///   - listedStart: returns the state at the start of a loan by the lists,
  ///     where no journal has it.
  /// - Returns: the rows.
  /// - Throws: what `listedStart` throws.
  package static func all(
    of number: String, titled title: String?, _ history: CopyHistory?,
    fines: [Fine],
    listedStart: (LoanEpisode) throws -> Int? = { _ in nil }
  ) rethrows -> [HistoryRow] {
    var rest = fines.filter { $0.item == number }
    var rows: [HistoryRow] = []
    for episode in history?.episodes ?? [] {
      var row = HistoryRow(.loan, number, title)
      row.borrower = episode.borrower?.text
      row.lent = episode.lent?.time
      row.returned = episode.returned?.time
      row.start = try episode.stateAtStart ?? listedStart(episode)
      // What nobody noted is unchanged.
      row.end =
        episode.stateAtEnd ?? (row.returned == nil ? nil : row.start)
      row.bringer =
        episode.isBroughtByAnother ? episode.bringer?.text : nil
      let ids = [episode.returned, episode.lent].compactMap(\.?.fine.text)
      if let index = rest.firstIndex(where: { ids.contains($0.id) }) {
        row.fine = rest.remove(at: index)
      }
      rows.append(row)
    }
    for note in history?.stockNotes ?? [] {
      var row = HistoryRow(.state, number, title)
      row.returned = note.time
      row.end = note.status
      rows.append(row)
    }
    for fine in rest {
      var row = HistoryRow(.fine, number, title)
      row.borrower = fine.borrower
      row.returned = fine.time
      row.start = fine.start
      row.end = fine.end
      row.fine = fine
      rows.append(row)
    }
    return rows.enumerated().sorted { left, right in
      guard let one = left.element.time, let other = right.element.time,
        one != other
      else { return left.offset < right.offset }
      return one.precedes(other)
    }.map(\.element)
  }

  /// The names of the columns of an exported history.
  package static let columns = [
    "kind", "copy", "title", "borrower", "lent", "returned", "start", "end",
    "by", "fine", "amount", "stage",
  ]

  /// The cells of an exported history.
  package var cells: [String] {
    [
      kind.rawValue, copy, title ?? "", borrower ?? "", lent?.iso8601 ?? "",
      returned?.iso8601 ?? "", start.map { String($0) } ?? "",
      end.map { String($0) } ?? "", bringer ?? "", fine?.id ?? "",
      fine?.amount?.text ?? "", fine?.state.rawValue ?? "",
    ]
  }
}
