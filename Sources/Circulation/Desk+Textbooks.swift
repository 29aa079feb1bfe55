// Textbooks: the state in which a copy comes back, and who brings it.
extension Desk {
  /// Returns the status noted at a return, by its sequence number; nil if there
  /// is none.
  package func condition(ofReturn sequence: Int) -> Int? {
    returned(sequence).flatMap(replay.textbooks.status)
  }

  /// Returns the person who brought a return, by its sequence number; nil if
  /// nobody was named.
  package func bringer(ofReturn sequence: Int) -> Barcode? {
    returned(sequence).flatMap(replay.textbooks.bringer)
  }

  /// Notes the status of a copy at its return; returns when it is on disk.
  ///
  /// What waits is written before it, with the same sync.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``;
  ///   ``CirculationError/notReturned(item:)`` if the return is not in the list
  ///   or among the saved ones of the last two weeks, or is another item's;
  ///   ``FileError``. Nothing is noted then.
  package func note(
    status: Int, of item: Barcode, ofReturn sequence: Int
  ) throws {
    let condition = try Condition(of: item, status: status, ofReturn: sequence)
    guard returned(sequence)?.transaction.item == item else {
      throw CirculationError.notReturned(item: item)
    }
    notes.add(
      status: condition.status, of: item, at: .recorded(sequence: sequence),
      clock.now(), after: waiting.count)
    try commitNewestNote()
  }

  /// Notes the status of a copy at its last return; it waits for ``commit()``.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``;
  ///   ``CirculationError/notReturned(item:)`` if the item's last transaction
  ///   is not a return, or not of the list or the last two weeks;
  ///   ``CirculationError/clockBeyondFiles``.
  package func note(
    status: Int, of item: Barcode
  ) throws(CirculationError) {
    let returned: WaitingNotes.Return
    if waitingByItem[item] != nil,
      let index = waiting.lastIndex(where: { $0.item == item })
    {
      guard waiting[index].operation == .return else {
        throw .notReturned(item: item)
      }
      returned = .waiting(index)
    } else {
      guard
        let last = latest.entry(of: item, in: replay),
        last.transaction.operation == .return
      else { throw .notReturned(item: item) }
      returned = .recorded(sequence: last.sequence)
    }
    try note(status, of: item, at: returned)
  }

  /// Notes the status of a copy that was not returned, as in stock-taking; it
  /// waits for ``commit()``.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``,
  ///   ``CirculationError/clockBeyondFiles``.
  package func noteStock(
    of item: Barcode, status: Int
  ) throws(CirculationError) {
    try note(status, of: item, at: nil)
  }

  /// Notes the status of a copy that was not returned; returns when it is on
  /// disk.
  ///
  /// What waits is written before it, with the same sync.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``,
  ///   ``CirculationError/clockBeyondFiles``, ``FileError``. Nothing is noted
  ///   then.
  package func takeStock(of item: Barcode, status: Int) throws {
    try noteStock(of: item, status: status)
    try commitNewestNote()
  }

  /// Makes durable what waits, or forgets the newest note.
  private func commitNewestNote() throws(FileError) {
    do throws(FileError) {
      try commitWaiting()
    } catch {
      notes.dropLast()
      throw error
    }
  }

  /// Charges fines; returns when the charges are on disk.
  ///
  /// - Throws: ``FileError``; no fine is charged then.
  package func charge(_ charges: [FineCharge]) throws(FileError) {
    try append(TextbookEvent.charged, charges)
  }

  /// Settles fines; returns when that is on disk.
  ///
  /// - Throws: ``FileError``; no fine is settled then.
  package func settle(_ settlements: [FineSettlement]) throws(FileError) {
    try append(TextbookEvent.settled, settlements)
  }

  /// Records that a pupil is passed over when a class gets its books, or is not
  /// any more; returns when it is on disk.
  ///
  /// - Throws: ``FileError``; nothing is recorded then.
  package func skip(_ skip: HandOutSkip) throws(FileError) {
    try append(TextbookEvent.skipped, [skip])
  }

  private func append<Act>(
    _ event: (Act) -> TextbookEvent, _ acts: [Act]
  ) throws(FileError) {
    guard !acts.isEmpty else { return }
    // A fine has the number of a transaction, which comes first.
    try commitWaiting()
    let now = clock.now()
    try append(acts.map { (.textbook(event($0), optional: nil), now) })
  }

  private func note(
    _ status: Int, of item: Barcode, at returned: WaitingNotes.Return?
  ) throws(CirculationError) {
    let now = clock.now()
    guard !now.isBeyondFiles else { throw .clockBeyondFiles }
    let condition = try Condition(of: item, status: status, ofReturn: nil)
    notes.add(
      status: condition.status, of: item, at: returned, now,
      after: waiting.count)
  }

  /// Returns the return of a sequence number, from the list or the saved ones
  /// of the last two weeks.
  private func returned(_ sequence: Int) -> DeskEntry? {
    for entries in [replay.unsaved, replay.saved] {
      guard let index = entries.index(ofSequence: sequence) else { continue }
      let entry = entries[index]
      return entry.transaction.operation == .return ? entry : nil
    }
    return nil
  }
}
