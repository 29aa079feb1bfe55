/// The textbook events of a journal, in the order recorded; empty where there
/// are no textbooks, so that other journals take no more memory.
///
/// It keeps all of them, and asks the transaction each time: a condition or a
/// bringer is there as long as its return is. A deletion hides them, its undo
/// shows them again.
package struct TextbookRecord: Hashable, Sendable {
  /// An event with its sequence number and its time.
  package struct Entry: Hashable, Sendable {
    /// The sequence number of the event.
    package let sequence: Int
    /// The time of the event.
    package let time: LocalTime
    /// The event.
    package let event: TextbookEvent
    /// The optional fields, which are passed on.
    let optional: TransactionOrigins?
  }

  /// All events, in the order recorded.
  package private(set) var entries: [Entry] = []
  /// The last status noted of an item at a return.
  private var statuses: [ReturnedItem: Int] = [:]
  /// The last bringer of each return that has one, by sequence number.
  private var bringers: [Int: Barcode] = [:]

  /// A return by its sequence number, with the item that it was at a time.
  private struct ReturnedItem: Hashable {
    let sequence: Int
    let item: Barcode
  }

  /// True if there are none.
  package var isEmpty: Bool { entries.isEmpty }

  /// Returns the status noted at a return; nil if there is none for its item.
  package func status(at entry: DeskEntry) -> Int? {
    guard !isEmpty, entry.transaction.operation == .return else { return nil }
    return statuses[
      ReturnedItem(sequence: entry.sequence, item: entry.transaction.item)]
  }

  /// Returns the person who brought a return; nil if nobody was named.
  package func bringer(of entry: DeskEntry) -> Barcode? {
    guard entry.transaction.operation == .return else { return nil }
    return bringers[entry.sequence]
  }

  /// Takes an event; events must be taken in the order of their numbers.
  mutating func take(_ entry: Entry) {
    entries.append(entry)
    switch entry.event {
    case .condition(let condition):
      guard let returned = condition.returned else { return }
      statuses[ReturnedItem(sequence: returned, item: condition.item)] =
        condition.status
    case .brought(let sequence, let bringer): bringers[sequence] = bringer
    case .charged, .settled, .skipped: break
    }
  }
}
