import Circulation
import Scanning

// Deletions, and what takes them and amendments back.
extension DeskRoom {
  /// The time after the last stroke in which Delete is taken for a key that is
  /// held.
  static let deletePause = Duration.milliseconds(540)

  /// Takes a stroke of a key or a button that deletes: one that is held down
  /// deletes one line.
  mutating func pressDelete(_ shared: inout Shared) {
    // Not while nobody sees which one it would be.
    guard shared.isLargeEnough else { return }
    switch shared.heldKey.stroke(at: shared.now, after: Self.deletePause) {
    case .press: delete(&shared)
    case .autoRepeat: shared.say(shared.words.deleteIsHeld())
    case .lateAutoRepeat:
      undoLastDeletion(&shared)
      if shared.notice.kind != .refusal {
        shared.say(shared.words.deleteIsHeld())
      }
    }
  }

  mutating func delete(_ shared: inout Shared) {
    lastDeletion = nil
    if shared.confirmation != nil { return shared.dropConfirmation() }
    if focus != .list, let last = itemsAwaitingCard.popLast() {
      return shared.refuse(shared.words.itemsDropped(1, last: last.scan.number))
    }
    if focus != .list, let waiting = desk.waiting.last {
      desk.dropLastWaiting()
      failedWaiting = desk.waiting.count
      showWaiting()
      leaveDisabled(shared)
      return shared.say(shared.words.dropped(waiting))
    }
    guard let selection, let index = selectedIndex else {
      return shared.say(shared.words.nothingToDelete())
    }
    do {
      let transaction = try desk.delete(sequence: selection)
      let count = shared.noteChange(at: desk)
      lastDeletion = desk.changes.last?.sequence
      shared.say(
        count > 1
          ? shared.words.deleted(count, last: transaction)
          : shared.words.deleted(transaction))
    } catch let error as FileError {
      shared.refuse(shared.words.notDeleted(error))
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
    selectLine(min(index, desk.unsaved.count - 1), shared)
  }

  /// Takes a stroke of the key that takes back: one that is held down does not
  /// go on.
  mutating func pressUndo(_ shared: inout Shared) {
    guard shared.isLargeEnough else { return }
    // Nothing takes back what was taken back: so the first repeat, which comes
    // late, may not be taken for a stroke.
    shared.isHeld()
      ? shared.say(shared.words.undoIsHeld()) : undo(&shared)
  }

  /// Takes back the last deletions, or the last amendment.
  mutating func undo(_ shared: inout Shared) {
    guard let step = shared.history.last else {
      return shared.say(shared.words.nothingToUndo())
    }
    do throws(FileError) {
      let undone = try desk.undo(from: step.first)
      shared.history.removeLast()
      shared.listChanges += 1
      guard !undone.isEmpty else {
        return shared.say(shared.words.nothingToUndo())
      }
      if let borrower = step.borrower {
        followBack(undone, to: borrower, &shared)
      }
      showBack(undone, shared)
      shared.say(shared.words.undone(undone))
      if case .move? = undone.last?.kind {
        shared.notice.text +=
          " " + shared.words.ready(desk.operation, borrower: desk.borrower)
      }
    } catch {
      shared.refuse(shared.words.notUndone(error))
    }
  }

  private mutating func undoLastDeletion(_ shared: inout Shared) {
    guard let lastDeletion else { return }
    self.lastDeletion = nil
    do throws(FileError) {
      let undone = try desk.undo(from: lastDeletion)
      shared.history.removeLastDeletion()
      shared.listChanges += 1
      showBack(undone, shared)
    } catch {
      shared.refuse(shared.words.notUndone(error))
    }
  }

  /// Chooses the first of the lines that are as they were.
  private mutating func showBack(_ undone: [Change], _ shared: Shared) {
    let first = undone.first?.before.first
    if let index = first.flatMap({ desk.unsaved.index(ofSequence: $0.sequence) }
    ) {
      selectLine(index, shared)
    }
  }

  /// Goes back to the reader whose card was at the desk before a move.
  private mutating func followBack(
    _ undone: [Change], to borrower: Barcode, _ shared: inout Shared
  ) {
    guard case .move(_, let new)? = undone.last?.kind, desk.borrower == new
    else { return }
    let list = shared.knowledge.listVerdict(
      on: borrower.text, as: .borrower, at: desk)
    desk.identify(
      borrower, origin: ScanOrigin(against: list?.objections ?? []))
    shared.pointOutObjections(of: list)
    showBorrower()
  }
}

extension Shared {
  /// Keeps in mind what was just done to the list of a desk, for Undo.
  ///
  /// - Parameters:
  ///   - desk: the desk.
  ///   - borrower: the reader whose card was at the desk, if it was another one
  ///     before.
  /// - Returns: how many deletions the run has that it is of; 0 if it is none.
  @discardableResult
  mutating func noteChange(
    at desk: Desk, insteadOf borrower: Barcode? = nil
  ) -> Int {
    listChanges += 1
    return desk.changes.last.map {
      history.add($0, at: now, insteadOf: borrower)
    } ?? 0
  }
}
