import Circulation

// Deletions, and what takes them and amendments back.
extension Station {
  /// The time after the last stroke in which Delete is taken for a key that is
  /// held.
  static let deletePause = Duration.milliseconds(540)

  /// The time after the last stroke in which Undo and Close are taken for keys
  /// that are held.
  static let repeatPause = Duration.milliseconds(800)

  /// Takes a stroke of a key or a button that deletes: one that is held down
  /// deletes one line.
  mutating func pressDelete() {
    // Not while nobody sees which one it would be.
    guard isLargeEnough else { return }
    switch heldKey.stroke(at: moment(), after: Self.deletePause) {
    case .press: delete()
    case .echo: say(words.deleteIsHeld())
    case .echoOfLatePress:
      takeBackLastDeletion()
      if notice.kind != .refusal { say(words.deleteIsHeld()) }
    }
  }

  mutating func delete() {
    lastDeletion = nil
    if doubt != nil { return dropDoubt() }
    if focus != .list, let last = held.popLast() {
      return refuse(words.heldDropped(1, last: last.scan.number))
    }
    if focus != .list, let waiting = desk.waiting.last {
      desk.dropLastWaiting()
      failedWaiting = desk.waiting.count
      showWaiting()
      if !isEnabled(focus) { setFocus(neededField) }
      return say(words.dropped(waiting))
    }
    guard
      let selection, let index = desk.unsaved.index(ofSequence: selection)
    else { return say(words.nothingToDelete()) }
    do {
      let transaction = try desk.delete(sequence: selection)
      let count = noteChange()
      lastDeletion = desk.changes.last?.sequence
      say(
        count > 1
          ? words.deleted(count, last: transaction)
          : words.deleted(transaction))
    } catch let failure as FileFailure {
      refuse(words.notDeleted(failure))
    } catch {
      refuse(words.sentence(error))
    }
    selectLine(min(index, desk.unsaved.count - 1))
  }

  /// Keeps in mind what was just done to the list, for Undo.
  ///
  /// - Parameter borrower: the reader whose card was at the desk, if it was
  ///   another one before.
  /// - Returns: how many deletions the run has that it is of; 0 if it is none.
  @discardableResult
  mutating func noteChange(insteadOf borrower: Barcode? = nil) -> Int {
    desk.changes.last.map {
      history.add($0, at: moment(), insteadOf: borrower)
    } ?? 0
  }

  /// Takes a stroke of the key that takes back: one that is held down does not
  /// go on.
  mutating func pressUndo() {
    guard isLargeEnough else { return }
    // Nothing takes back what was taken back: so the first repeat, which comes
    // late, may not be taken for a stroke.
    isHeld() ? say(words.undoIsHeld()) : undo()
  }

  /// Takes back the last deletions, or the last amendment.
  mutating func undo() {
    guard let step = history.last else { return say(words.nothingToUndo()) }
    do throws(FileFailure) {
      let undone = try desk.takeBack(from: step.first)
      history.removeLast()
      guard !undone.isEmpty else { return say(words.nothingToUndo()) }
      if let borrower = step.borrower { followBack(undone, to: borrower) }
      showBack(undone)
      say(words.undone(undone))
      if case .move? = undone.last?.kind {
        notice.text +=
          " " + words.ready(desk.operation, borrower: desk.borrower)
      }
    } catch {
      refuse(words.notUndone(error))
    }
  }

  private mutating func takeBackLastDeletion() {
    guard let lastDeletion else { return }
    self.lastDeletion = nil
    do throws(FileFailure) {
      let undone = try desk.takeBack(from: lastDeletion)
      history.removeLastDeletion()
      showBack(undone)
    } catch {
      refuse(words.notUndone(error))
    }
  }

  /// Chooses the first of the lines that are as they were.
  private mutating func showBack(_ undone: [Change]) {
    let first = undone.first?.before.first
    if let index = first.flatMap({ desk.unsaved.index(ofSequence: $0.sequence) }
    ) {
      selectLine(index)
    }
  }

  /// Goes back to the reader whose card was at the desk before a move.
  private mutating func followBack(_ undone: [Change], to borrower: Barcode) {
    guard case .move(_, let new)? = undone.last?.kind, desk.borrower == new
    else { return }
    desk.identify(borrower)
    followReader(from: new)
    showBorrower()
  }
}
