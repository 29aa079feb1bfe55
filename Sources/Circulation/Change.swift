/// A deletion or an amendment of unsaved transactions, which can be undone.
package struct Change: Hashable, Sendable {
  /// The kinds of change.
  package enum Kind: Hashable, Sendable {
    /// A transaction was deleted.
    case deletion
    /// A transaction's item or borrower was replaced.
    case amendment
    /// All loans to the first borrower were moved to the second.
    case move(from: Barcode, to: Barcode)
  }

  /// The sequence number of its event in the journal.
  package let sequence: Int
  /// The time of the change.
  package let time: LocalTime
  /// The kind of change, with its parameters.
  package let kind: Kind
  /// The affected entries as they were before the change.
  package let before: [DeskEntry]
}

extension JournalReplay {
  /// Returns true if the newest change has a sequence number of at least
  /// `first` and is not saved yet, so that it can be undone.
  func canUndo(from first: Int) -> Bool {
    changes.last.map { $0.sequence >= max(first, savedBefore) } ?? false
  }

  mutating func change(
    by event: JournalFormat.Event, sequence: Int, at time: LocalTime
  ) {
    func done(_ kind: Change.Kind, to before: [DeskEntry]) -> Change {
      Change(sequence: sequence, time: time, kind: kind, before: before)
    }
    switch event {
    case .deleted(let deleted):
      guard let index = unsaved.index(ofSequence: deleted) else { return }
      changes.append(done(.deletion, to: [unsaved.remove(at: index)]))
    case .amended(let amended, let transaction):
      let entry = DeskEntry(sequence: amended, transaction: transaction)
      guard let index = unsaved.index(ofSequence: amended) else {
        return putBackLost(entry)
      }
      changes.append(done(.amendment, to: [unsaved[index]]))
      amend(at: index, to: transaction)
    case .moved(let old, let new, let origin):
      let indices = unsaved.indices.filter {
        unsaved[$0].transaction.borrower == old
      }
      guard !indices.isEmpty else { return }
      let before = indices.map { unsaved[$0] }
      changes.append(done(.move(from: old, to: new), to: before))
      for index in indices {
        let transaction = unsaved[index].transaction
        amend(at: index, to: transaction.lent(to: new, origin: origin))
      }
    case .undone(let first): undo(from: first)
    case .recorded, .saveBegun, .saveDone, .saveVoid, .archived, .repaired,
      .textbook:
      break
    }
  }

  /// Drops amendments that a save has made final; deletions stay listed.
  mutating func forgetAmendments() {
    changes.removeAll { $0.sequence < savedBefore && $0.kind != .deletion }
    originals = originals.filter { $0.key >= savedBefore }
  }

  private mutating func amend(at index: Int, to transaction: Transaction) {
    let entry = unsaved[index]
    let original = originals[entry.sequence] ?? entry.transaction
    unsaved[index] = DeskEntry(
      sequence: entry.sequence, transaction: transaction)
    originals[entry.sequence] = transaction == original ? nil : original
  }

  private mutating func undo(from first: Int) {
    while canUndo(from: first), let change = changes.popLast() {
      for entry in change.before { put(entry) }
    }
  }

  private mutating func put(_ entry: DeskEntry) {
    let index = unsaved.startIndex(ofSequence: entry.sequence)
    if unsaved.index(ofSequence: entry.sequence) == nil {
      unsaved.insert(entry, at: index)
    } else {
      amend(at: index, to: entry.transaction)
    }
  }

  /// Restores an entry whose own line is damaged: the event that amended it
  /// holds all fields.
  private mutating func putBackLost(_ entry: DeskEntry) {
    let wasDeleted = changes.contains { change in
      change.before.contains { $0.sequence == entry.sequence }
    }
    guard entry.sequence >= savedBefore, !wasDeleted else { return }
    put(entry)
  }
}

extension Transaction {
  /// Returns the transaction with another item.
  func with(_ item: Barcode, origin: ScanOrigin) -> Transaction {
    let origins = TransactionOrigins(
      item: origin, borrower: origins?.borrower ?? .plain,
      unknown: origins?.unknown ?? UnknownFields())
    return borrower.map {
      .loan(of: item, to: $0, at: recorded, origins: origins)
    } ?? .return(of: item, at: recorded, origins: origins)
  }

  /// Returns the transaction as a loan to another borrower.
  func lent(to borrower: Barcode, origin: ScanOrigin) -> Transaction {
    .loan(
      of: item, to: borrower, at: recorded,
      origins: TransactionOrigins(
        item: origins?.item ?? .plain, borrower: origin,
        unknown: origins?.unknown ?? UnknownFields()))
  }
}
