import Circulation
import Terminal

/// The question what to do with several lines that were pasted.
struct PasteRoom: QuestionRoom {
  private(set) var batch: Batch
  let desk: Desk

  init(_ batch: Batch, for desk: Desk) {
    self.batch = batch
    self.desk = desk
  }

  var contexts: [KeyContext] { [.batch] }

  func content(_ look: Look) -> QuestionContent {
    let words = look.words
    return QuestionContent(
      title: words.batchTitle, text: batch.question(look, for: desk.borrower),
      answers: [
        (.recordBatch, words.recordBatch), (.dropBatch, words.dropBatch),
      ])
  }

  /// Shows what is pasted after it too.
  mutating func paste(_ text: String, _ shared: inout Shared) -> Outcome {
    shared.knowledge.recall(desk)
    batch = Batch(
      (batch.lines.map(\.text) + [text]).joined(separator: "\n"), at: desk,
      shared.knowledge, needsCard: shared.pending.needsCard)
    return .handled
  }

  mutating func answer(_ action: Action, _ shared: inout Shared) {
    shared.close()
    if action == .recordBatch {
      shared.ask(.record(batch))
    } else {
      leave(&shared)
    }
  }

  mutating func leave(_ shared: inout Shared) {
    shared.refuse(shared.words.batchDropped(batch.lines.count))
  }
}
