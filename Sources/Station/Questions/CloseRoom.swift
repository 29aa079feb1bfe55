import Circulation
import Terminal

/// The question how to close when something is not saved, or when the station
/// opens again by itself.
struct CloseRoom: QuestionRoom {
  let desk: Desk

  init(_ desk: Desk) {
    self.desk = desk
  }

  var contexts: [KeyContext] { [.closing] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    let pending = look.pending
    let isSaved = isSaved(pending)
    // What waits for a card can't be saved.
    var answers: [(Action, String)] =
      pending.awaitingCard.isEmpty && !isSaved
      ? [(.saveAndClose, words.saveAndClose)] : []
    answers += [
      pending.losesSomething
        ? (.discardAndClose, words.discardAndClose)
        : (.keepAndClose, isSaved ? words.closeTitle : words.keepAndClose),
      (.goBack, words.goBack),
    ]
    let question = words.closeQuestion(
      unsaved: desk.unsaved.count, waiting: pending.waitingCount,
      pendingItem: pending.item,
      isRecordable: pending.awaitingCard.isEmpty && pending.isRecordable,
      awaitingCard: pending.awaitingCard)
    let paragraphs = [question, look.isKiosk ? words.closeOfKiosk : ""]
    return QuestionContent(
      title: words.closeTitle,
      text: paragraphs.filter { !$0.isEmpty }.joined(separator: "\n"),
      answers: answers)
  }

  private func isSaved(_ pending: Pending) -> Bool {
    desk.unsaved.isEmpty && !pending.losesSomething
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
    if isSaved(shared.pending), !shared.isKiosk {
      shared.close()
    }
  }
}
