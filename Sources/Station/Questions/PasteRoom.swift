import Circulation
import Terminal

/// The question what to do with several lines that were pasted.
struct PasteRoom: QuestionRoom {
  private(set) var scans: PastedScans
  let desk: Desk

  init(_ scans: PastedScans, for desk: Desk) {
    self.scans = scans
    self.desk = desk
  }

  var contexts: [KeyContext] { [.paste] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    return QuestionContent(
      title: words.pasteTitle, text: scans.question(look, for: desk.borrower),
      answers: [
        (.recordPaste, words.recordPaste), (.dropPaste, words.dropPaste),
      ])
  }

  /// Shows what is pasted after it too.
  mutating func paste(_ text: String, _ shared: inout Shared) -> Outcome {
    shared.knowledge.recall(desk)
    scans = PastedScans(
      (scans.lines.map(\.text) + [text]).joined(separator: "\n"), at: desk,
      shared.knowledge, needsCard: shared.pending.needsCard)
    return .handled
  }

  mutating func answer(_ action: Action, _ shared: inout Shared) {
    shared.close()
    if action == .recordPaste {
      shared.ask(.record(scans))
    } else {
      leave(&shared)
    }
  }

  mutating func leave(_ shared: inout Shared) {
    shared.refuse(shared.words.pasteDropped(scans.lines.count))
  }
}
