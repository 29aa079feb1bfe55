import Catalogue
import Circulation
import Terminal
import Textbooks

// The state of a copy that was not returned, as in stock-taking.
extension ItemRoom {
  /// Makes the copy so many grades worse, or better if less than 0.
  func moveState(by step: Int, _ shared: inout Shared) {
    guard let state = notableState(&shared) else { return }
    guard state != CopyStatus.toDelete else {
      return shared.say(shared.words.isToDelete(item.number))
    }
    if let next = CopyStatus.state(state, worseBy: step) {
      shared.takeStock(of: item, next, at: desk)
    }
  }

  /// Asks if the copy is to be deleted; takes that back if it is.
  func pressToDelete(_ shared: inout Shared) {
    guard let state = notableState(&shared) else { return }
    if shared.isHeld() {
      return shared.say(shared.words.answerIsHeld(.function(8)))
    }
    if state == CopyStatus.toDelete, let textbooks = shared.textbooks {
      let lookup = CopyLookup(textbooks, at: desk, shared.lists)
      let before = lookup.stateBeforeDeletion(
        of: item.number, listed: item.status)
      shared.takeStock(of: item, before, at: desk)
    } else {
      shared.open(DeletionRoom(item, desk), isOver: true)
    }
  }

  /// Takes back the last state that was noted of this copy, if it was the last
  /// one of all.
  func takeBackState(_ shared: inout Shared) -> Outcome {
    guard
      shared.isLargeEnough, let textbooks = shared.textbooks,
      textbooks.stockSteps.last?.item.text == item.number
    else { return .ignored }
    if shared.isHeld() {
      shared.say(shared.words.undoIsHeld())
      return .handled
    }
    shared.noteState(of: item) { number throws in
      try textbooks.takeBackStock(of: number, at: desk)
    }
    return .handled
  }

  /// Returns the state, undetermined if it is not known; says why if none can be
  /// noted.
  private func notableState(_ shared: inout Shared) -> Int? {
    // Not while nobody sees it.
    guard shared.isLargeEnough, let record else { return nil }
    guard shared.textbooks?.notesStates == true else {
      shared.say(shared.words.statesAreOff())
      return nil
    }
    return record.standing.state ?? CopyStatus.undetermined
  }
}

extension Shared {
  /// Notes a state of a copy that was not returned, and says so.
  mutating func takeStock(of item: Item, _ state: Int, at desk: Desk) {
    guard let textbooks else { return }
    let before = CopyLookup(textbooks, at: desk, lists).standing(of: item).state
    noteState(of: item) { number throws in
      try textbooks.takeStock(of: number, state, insteadOf: before, at: desk)
      return state
    }
  }

  /// Says which state was noted of a copy, or why none was.
  mutating func noteState(
    of item: Item, _ note: (Barcode) throws -> Int?
  ) {
    do {
      let state = try note(Barcode(item.number))
      guard let status = state.flatMap({ textbooks?.scale[$0] }) else { return }
      say(words.stockNoted(item.number, words.numbered(status)))
    } catch let error as FileError {
      refuse(words.stateNotNoted(error))
    } catch {
      refuse(words.sentence(about: error))
    }
  }
}

/// The question if a copy is to be deleted.
struct DeletionRoom: QuestionRoom {
  let item: Item
  let desk: Desk

  init(_ item: Item, _ desk: Desk) {
    self.item = item
    self.desk = desk
  }

  var contexts: [KeyContext] { [.marking] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    return QuestionContent(
      title: words.toDeleteTitle, text: words.toDeleteQuestion(item.number),
      answers: [(.toDelete, words.toDeleteAnswer), (.goBack, words.backToCopy)])
  }

  mutating func answer(_ action: Action, _ shared: inout Shared) {
    shared.close()
    if action == .toDelete {
      shared.takeStock(of: item, CopyStatus.toDelete, at: desk)
    }
  }
}
