// Changes of the list before it is saved.
extension Desk {
  /// The changes of the list that were not taken back: all deletions of the
  /// journal, and the amendments since the last save.
  public var changes: [Change] { replay.changes }

  /// A transaction of the list as it was recorded; nil if it was not amended.
  public func original(ofSequence sequence: Int) -> Transaction? {
    replay.originals[sequence]
  }

  /// Takes a transaction off the list; returns when that is on disk.
  ///
  /// - Throws: ``CirculationError/notInList(sequence:)``; ``FileFailure``, and
  ///   the transaction stays then.
  @discardableResult
  public func delete(sequence: Int) throws -> Transaction {
    let transaction = try changeable(sequence)
    try append([(.deleted(sequence: sequence), clock.now())])
    return transaction
  }

  /// Gives a transaction of the list another item, at its own time; returns when
  /// that is on disk.
  ///
  /// - Returns: the transaction as it is then.
  /// - Throws: ``CirculationError/notInList(sequence:)``,
  ///   ``CirculationError/itemIsBorrower(_:)``; ``FileFailure``. The transaction
  ///   stays as it was then.
  @discardableResult
  public func amend(
    sequence: Int, item: Barcode, origin: Origin = .plain
  ) throws -> Transaction {
    let old = try changeable(sequence)
    return try amend(sequence, old, to: old.with(item, origin: origin))
  }

  /// Gives a loan of the list another borrower, at its own time; returns when
  /// that is on disk.
  ///
  /// - Returns: the transaction as it is then.
  /// - Throws: ``CirculationError/notInList(sequence:)``,
  ///   ``CirculationError/returnHasNoBorrower(item:)``,
  ///   ``CirculationError/itemIsBorrower(_:)``; ``FileFailure``. The transaction
  ///   stays as it was then.
  @discardableResult
  public func amend(
    sequence: Int, borrower: Barcode, origin: Origin = .plain
  ) throws -> Transaction {
    let old = try changeable(sequence)
    guard old.operation == .loan else {
      throw CirculationError.returnHasNoBorrower(item: old.item)
    }
    return try amend(sequence, old, to: old.lent(to: borrower, origin: origin))
  }

  /// Gives all loans of the list that are one borrower's to another; returns
  /// when that is on disk, all of it at once.
  ///
  /// - Returns: the loans as they are then; none if there was none.
  /// - Throws: ``CirculationError/itemIsBorrower(_:)``; ``FileFailure``. All of
  ///   them stay as they were then.
  @discardableResult
  public func move(
    from old: Barcode, to new: Barcode, origin: Origin = .plain
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

  /// Takes back all that was done to the list from an event on and is not saved;
  /// returns when that is on disk.
  ///
  /// - Returns: what was taken back, in the order in which it was done; nothing
  ///   if all of it is saved or was taken back before.
  /// - Throws: ``FileFailure``, and the list stays as it was then.
  @discardableResult
  public func takeBack(from first: Int) throws(FileFailure) -> [Change] {
    try prepareToChange()
    guard replay.canTakeBack(from: first) else { return [] }
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

  /// A transaction of the list, of which no save is under way.
  private func changeable(_ sequence: Int) throws -> Transaction {
    try prepareToChange(before: sequence)
    guard let index = unsaved.index(ofSequence: sequence) else {
      throw CirculationError.notInList(sequence: sequence)
    }
    return unsaved[index].transaction
  }

  /// Records what waits, and brings a save that was begun to its end, unless all
  /// that is to change came after it: what it covers is to be in the file as it
  /// was then.
  private func prepareToChange(
    before sequence: Int = 0
  ) throws(FileFailure) {
    try commit()
    guard let openSave = replay.openSave, sequence < openSave.sequence else {
      return
    }
    try settleOpenSave()
  }
}
