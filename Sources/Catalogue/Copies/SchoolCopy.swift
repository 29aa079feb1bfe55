import Circulation
import Textbooks

/// A school's copy of a textbook: what the lists have of it, and what the
/// journals tell.
package struct SchoolCopy: Hashable, Sendable {
  /// The copy, as the lists have it.
  package let item: Item
  /// Its history; nil if the journals do not know it.
  package let history: CopyHistory?
  /// The day of the list that has it last, `YYYY-MM-DD`; empty if it is not
  /// known.
  private let listed: String

  /// Creates a copy, by the day of the list that has it last.
  package init(_ item: Item, _ history: CopyHistory?, listed: String = "") {
    self.item = item
    self.history = history
    self.listed = String(listed.prefix(10))
  }

  /// Creates a copy of an item, with its history among those of all copies.
  package init(
    _ item: Item, in histories: [Barcode: CopyHistory], listed: String
  ) {
    self.init(
      item, (try? Barcode(item.number)).flatMap { histories[$0] },
      listed: listed)
  }

  /// The number of its status: the last one that the journals have, or else
  /// that of the lists; nil if none is known.
  package var state: Int? { history?.state ?? item.status }

  /// The loan on which it is out; nil if it is in.
  private var loan: CurrentLoan? {
    CurrentLoan(history, listed: item.isOnLoan, on: listed)
  }

  /// True if it is on loan.
  package var isOnLoan: Bool { loan != nil }

  /// The number of the status at the start of the loan that goes on, or of the
  /// next one; nil if it is not known.
  package var stateAtStart: Int? {
    let start: Int? =
      switch loan {
      case .recorded(let loan): loan.stateAtStart
      case .listed: item.initialStatus
      case nil: nil
      }
    return start ?? history?.state ?? item.initialStatus ?? item.status
  }

  /// True if it is to be deleted: it keeps its history, and is not counted.
  package var isToDelete: Bool { state == CopyStatus.toDelete }

  /// True if it is among the school's copies: neither deleted nor to be
  /// deleted, nor gone from the lists.
  package var isCounted: Bool { !isToDelete && !item.isGone }
}
