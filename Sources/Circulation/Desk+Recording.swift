// Recording: what is scanned waits, and one write makes it durable.
extension Desk {
  /// Records a loan or return of an item at the current time; it waits for
  /// ``commit()``.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - origin: the origin of its number.
  ///   - bringer: the person who brings it back, if the holder is not known to
  ///     do so; written with the return, and ignored for a loan.
  /// - Throws: ``CirculationError/noBorrower``,
  ///   ``CirculationError/itemIsBorrower(_:)``,
  ///   ``CirculationError/clockBeyondFiles``.
  package func record(
    _ item: Barcode, origin: ScanOrigin = .plain,
    broughtBy bringer: Barcode? = nil
  ) throws(CirculationError) {
    let now = clock.now()
    guard !now.isBeyondFiles else { throw .clockBeyondFiles }
    switch operation {
    case .loan:
      guard let borrower else { throw .noBorrower }
      guard item != borrower else { throw .itemIsBorrower(item) }
      let origins = TransactionOrigins(item: origin, borrower: borrowerOrigin)
      waiting.append(
        .loan(of: item, to: borrower, at: now, origins: origins))
    case .return:
      guard item != bringer else { throw .itemIsBorrower(item) }
      waiting.append(
        .return(of: item, at: now, origins: TransactionOrigins(item: origin)))
      if let bringer {
        notes.add(bringer: bringer, at: now, after: waiting.count)
      }
    }
    waitingByItem[item] = waiting.last
  }

  /// Writes all that waits to the journal; returns when it is on disk, and the
  /// transactions are in ``unsaved``.
  ///
  /// If it throws ``FileError``, all of it keeps waiting.
  ///
  /// - Returns: the entries written.
  @discardableResult
  package func commit() throws(FileError) -> ArraySlice<DeskEntry> {
    let count = waiting.count
    try commitWaiting()
    return replay.unsaved.suffix(count)
  }

  /// Writes all that waits to the journal, as ``commit()`` does.
  ///
  /// - Returns: the sequence numbers of the transactions and the states, in the
  ///   order in which they came.
  /// - Throws: ``FileError``; all of it keeps waiting then.
  @discardableResult
  package func commitWaiting() throws(FileError) -> [Int] {
    guard !waiting.isEmpty || !notes.isEmpty else { return [] }
    var answers: [Int] = []
    try append { first in
      let waiting = notes.events(with: waiting, from: first)
      answers = waiting.answers
      return waiting.events
    }
    waiting = []
    notes = WaitingNotes()
    return answers
  }

  /// Discards the newest waiting transaction, with what was noted at it.
  package func dropLastWaiting() {
    guard waiting.popLast() != nil else { return }
    notes.dropTransaction(leaving: waiting.count)
    waitingByItem = Dictionary(waiting.map { ($0.item, $0) }) { $1 }
    latest.forget()
  }

  /// Discards all that waits.
  package func dropWaiting() {
    waiting = []
    notes = WaitingNotes()
    latest.forget()
  }
}
