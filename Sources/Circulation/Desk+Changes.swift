// Changes to unsaved transactions.
extension Desk {
  /// The changes that were not undone: all deletions in the journal, and the
  /// amendments since the last save.
  package var changes: [Change] { replay.changes }

  /// Returns an unsaved transaction as it was recorded; nil if it was not
  /// amended.
  package func original(ofSequence sequence: Int) -> Transaction? {
    replay.originals[sequence]
  }

  /// Deletes an unsaved transaction; returns when the deletion is on disk.
  ///
  /// - Throws: ``CirculationError/notInList(sequence:)``; ``FileError``. The
  ///   transaction is kept then.
  @discardableResult
  package func delete(sequence: Int) throws -> Transaction {
    let transaction = try changeable(sequence)
    try append([(.deleted(sequence: sequence), clock.now())])
    return transaction
  }

  /// Replaces the item of an unsaved transaction, keeping its time; returns
  /// when the amendment is on disk.
  ///
  /// - Returns: the amended transaction.
  /// - Throws: ``CirculationError/notInList(sequence:)``,
  ///   ``CirculationError/itemIsBorrower(_:)``; ``FileError``. The
  ///   transaction is unchanged then.
  @discardableResult
  package func amend(
    sequence: Int, item: Barcode, origin: ScanOrigin = .plain
  ) throws -> Transaction {
    let old = try changeable(sequence)
    return try amend(sequence, old, to: old.with(item, origin: origin))
  }

  /// Replaces the borrower of an unsaved loan, keeping its time; returns when
  /// the amendment is on disk.
  ///
  /// - Returns: the amended transaction.
  /// - Throws: ``CirculationError/notInList(sequence:)``,
  ///   ``CirculationError/returnHasNoBorrower(item:)``,
  ///   ``CirculationError/itemIsBorrower(_:)``; ``FileError``. The
  ///   transaction is unchanged then.
  @discardableResult
  package func amend(
    sequence: Int, borrower: Barcode, origin: ScanOrigin = .plain
  ) throws -> Transaction {
    let old = try changeable(sequence)
    guard old.operation == .loan else {
      throw CirculationError.returnHasNoBorrower(item: old.item)
    }
    return try amend(sequence, old, to: old.lent(to: borrower, origin: origin))
  }

  /// Moves all unsaved loans of one borrower to another, as one event; returns
  /// when it is on disk.
  ///
  /// - Returns: the moved loans; empty if the first borrower has none.
  /// - Throws: ``CirculationError/itemIsBorrower(_:)``; ``FileError``. All
  ///   loans are unchanged then.
  @discardableResult
  package func move(
    from old: Barcode, to new: Barcode, origin: ScanOrigin = .plain
  ) throws -> [DeskEntry] {
    try prepareToChange()
    let moved = unsaved.filter { $0.transaction.borrower == old }
    guard old != new, !moved.isEmpty else { return [] }
    if let entry = moved.first(where: { $0.transaction.item == new }) {
      throw CirculationError.itemIsBorrower(entry.transaction.item)
    }
    try append([(.moved(from: old, to: new, origin: origin), clock.now())])
    return moved.compactMap { entry in
      unsaved.index(ofSequence: entry.sequence).map { unsaved[$0] }
    }
  }

  /// Undoes all unsaved changes from a sequence number on; returns when that is
  /// on disk.
  ///
  /// - Returns: the undone changes, in the order in which they were made; empty
  ///   if all are saved or already undone.
  /// - Throws: ``FileError``. The list is unchanged then.
  @discardableResult
  package func undo(from first: Int) throws(FileError) -> [Change] {
    try prepareToChange()
    guard replay.canUndo(from: first) else { return [] }
    let before = changes
    try append([(.undone(from: first), clock.now())])
    return Array(before[changes.count...])
  }

  private func amend(
    _ sequence: Int, _ old: Transaction, to new: Transaction
  ) throws -> Transaction {
    if let borrower = new.borrower, borrower == new.item {
      throw CirculationError.itemIsBorrower(new.item)
    }
    guard new.item != old.item || new.borrower != old.borrower else {
      return old
    }
    try append([(.amended(sequence: sequence, new), clock.now())])
    return new
  }

  /// Returns an unsaved transaction that no open save covers.
  private func changeable(_ sequence: Int) throws -> Transaction {
    try prepareToChange(before: sequence)
    guard let index = unsaved.index(ofSequence: sequence) else {
      throw CirculationError.notInList(sequence: sequence)
    }
    return unsaved[index].transaction
  }

  /// Commits waiting transactions, and settles an open save unless everything
  /// to be changed came after it: the file gets what the save covers as it was
  /// then.
  private func prepareToChange(
    before sequence: Int = 0
  ) throws(FileError) {
    try commit()
    guard let openSave = replay.openSave, sequence < openSave.sequence else {
      return
    }
    try settleOpenSave()
  }
}
