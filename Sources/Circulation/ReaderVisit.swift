/// The loans of one reader on one day, and the items that came back from this
/// reader.
package struct ReaderVisit: Hashable, Sendable {
  /// The number on the card.
  package let reader: Barcode
  /// The transactions, in the order recorded.
  package let entries: [DeskEntry]
  /// The id of the station that recorded them; nil if its journal has none.
  package let station: String?

  /// The loans or the returns.
  package func entries(of operation: Operation) -> [DeskEntry] {
    entries.filter { $0.transaction.operation == operation }
  }
}

extension JournalReplay {
  /// Returns what a reader lent and returned on the day of a time.
  ///
  /// A return is the reader's who was noted with it, or else who had the item
  /// by this journal.
  package func visit(of reader: Barcode, on day: LocalTime) -> ReaderVisit {
    var held: Set<Barcode> = []
    var entries: [DeskEntry] = []
    for entry in [saved, unsaved].joined() {
      let transaction = entry.transaction
      let isReturned = held.remove(transaction.item) != nil
      let isOfReader: Bool
      if let borrower = transaction.borrower {
        isOfReader = borrower == reader
        if isOfReader { held.insert(transaction.item) }
      } else {
        isOfReader =
          textbooks.bringer(of: entry).map { $0 == reader } ?? isReturned
      }
      if isOfReader, transaction.recorded.isSameDay(as: day) {
        entries.append(entry)
      }
    }
    return ReaderVisit(reader: reader, entries: entries, station: station)
  }

  /// Returns the reader of the newest transaction on the day of a time that
  /// names one; nil if none does.
  package func latestReader(on day: LocalTime) -> Barcode? {
    for entry in [unsaved, saved].lazy.flatMap({ $0.reversed() }) {
      guard entry.transaction.recorded.isSameDay(as: day) else { return nil }
      if let reader = reader(of: entry) { return reader }
    }
    return nil
  }

  /// Returns the borrower of a loan, or who was noted with a return.
  package func reader(of entry: DeskEntry) -> Barcode? {
    entry.transaction.borrower ?? textbooks.bringer(of: entry)
  }

  /// Returns all transactions on the day of a time, in the order recorded.
  package func entries(on day: LocalTime) -> [DeskEntry] {
    (saved + unsaved).filter { $0.transaction.recorded.isSameDay(as: day) }
  }
}

extension Desk {
  /// Returns what a reader lent and returned today.
  package func visit(of reader: Barcode) -> ReaderVisit {
    replay.visit(of: reader, on: clock.now())
  }

  /// Returns the reader of a recorded transaction by its sequence number; nil
  /// if it names none, or was deleted.
  package func reader(ofSequence sequence: Int) -> Barcode? {
    for entries in [replay.unsaved, replay.saved] {
      if let index = entries.index(ofSequence: sequence) {
        return replay.reader(of: entries[index])
      }
    }
    return nil
  }

  /// The reader of today's newest transaction that names one; nil if none does.
  package var latestReader: Barcode? { replay.latestReader(on: clock.now()) }
}
