import Circulation
import Scanning

extension English {
  var batchTitle: String { "Pasted lines" }

  func batchQuestion(_ batch: Batch) -> String {
    var sentences = [
      "\(counting(batch.lines.count, "line")). Cards: \(batch.cardCount). Items: \(batch.itemCount)."
    ]
    if batch.commandCount > 0 {
      sentences.append("Commands: \(batch.commandCount).")
    }
    if batch.doubtfulCount > 0 {
      sentences.append("Doubtful (?): \(batch.doubtfulCount).")
    }
    if batch.refusedCount > 0 {
      sentences.append("Cannot be recorded (×): \(batch.refusedCount).")
    }
    sentences.append("Nothing is recorded yet.")
    return sentences.joined(separator: "\n")
  }

  var recordBatch: String { "Record all" }
  var dropBatch: String { "Discard all" }

  func batchDropped(_ count: Int) -> String {
    "\(counting(count, "pasted line")) discarded, NOT recorded."
  }

  func batchTarget(_ borrower: Barcode?) -> String {
    borrower.map { "The first items go to \($0.text):" } ?? "First lines:"
  }

  func batchLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Card \(text.quotable)"
    case .item: "Item \(text.quotable)"
    case nil: "Command \(text.quotable)"
    }
  }
}
