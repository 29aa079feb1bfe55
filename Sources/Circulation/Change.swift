/// Something that was done to the list: lines of it were taken off, or amended.
public struct Change: Hashable, Sendable {
  /// The ways to change the list.
  public enum Kind: Hashable, Sendable {
    /// A transaction was taken off.
    case deletion
    /// A transaction got another item or another borrower.
    case amendment
    /// All loans to the first borrower became loans to the second one.
    case move(from: Barcode, to: Barcode)
  }

  /// The number of its event in the journal.
  public let sequence: Int
  /// When it was done.
  public let time: LocalTime
  /// The way in which the list was changed.
  public let kind: Kind
  /// The lines as they were before it.
  public let before: [DeskEntry]
}

extension JournalReplay {
  /// Returns whether something was done from a number on that can be taken back:
  /// it can't once it is saved.
  func canTakeBack(from first: Int) -> Bool {
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
    case .undone(let first): takeBack(from: first)
    case .recorded, .saveBegun, .saveDone, .saveVoid, .archived, .repaired:
      break
    }
  }

  /// Takes what was saved for what it is.
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

  private mutating func takeBack(from first: Int) {
    while canTakeBack(from: first), let change = changes.popLast() {
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

  /// Puts a transaction into the list whose line was damaged: what amended it
  /// has it whole.
  private mutating func putBackLost(_ entry: DeskEntry) {
    let wasDeleted = changes.contains { change in
      change.before.contains { $0.sequence == entry.sequence }
    }
    guard entry.sequence >= savedBefore, !wasDeleted else { return }
    put(entry)
  }
}

extension Transaction {
  /// The same with another item.
  func with(_ item: Barcode, origin: Origin) -> Transaction {
    let old = origins?.borrower ?? .plain
    let origins = Origins(item: origin, borrower: old)
    return borrower.map {
      .loan(of: item, to: $0, at: recorded, origins: origins)
    } ?? .return(of: item, at: recorded, origins: origins)
  }

  /// The same as a loan to another borrower.
  func lent(to borrower: Barcode, origin: Origin) -> Transaction {
    .loan(
      of: item, to: borrower, at: recorded,
      origins: Origins(item: origins?.item ?? .plain, borrower: origin))
  }
}
