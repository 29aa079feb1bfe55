import Circulation
import Terminal

/// The question how to close when something is not saved.
struct CloseRoom: QuestionRoom {
  let desk: Desk

  init(_ desk: Desk) {
    self.desk = desk
  }

  var contexts: [KeyContext] { [.closing] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    let pending = look.pending
    // What waits for a card can't be saved.
    var answers: [(Action, String)] =
      pending.awaitingCard.isEmpty
      ? [(.saveAndClose, words.saveAndClose)] : []
    answers += [
      pending.losesSomething
        ? (.discardAndClose, words.discardAndClose)
        : (.keepAndClose, words.keepAndClose),
      (.goBack, words.goBack),
    ]
    return QuestionContent(
      title: words.closeTitle,
      text: words.closeQuestion(
        unsaved: desk.unsaved.count, waiting: pending.waitingCount,
        pendingItem: pending.item,
        isRecordable: pending.awaitingCard.isEmpty && pending.isRecordable,
        awaitingCard: pending.awaitingCard), answers: answers)
  }

  mutating func answer(_ action: Action, _ shared: inout Shared) {
    switch action {
    case .saveAndClose:
      shared.close()
      shared.ask(.perform(action))
    case .keepAndClose, .discardAndClose:
      // Typed ahead of an error, it does not answer what is now asked.
      if shared.turn.error == nil { shared.turn.effects.append(.quit(nil)) }
    default: shared.close()
    }
  }

  /// Closes if a command code has saved all that was asked about.
  mutating func refresh(_ shared: inout Shared) {
    if desk.unsaved.isEmpty, !shared.pending.losesSomething {
      shared.close()
    }
  }
}
