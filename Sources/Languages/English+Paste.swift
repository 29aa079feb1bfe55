import Circulation
import Scanning
import Station
import Typesetting

extension English {
  var pasteTitle: String { "Pasted lines" }

  func pasteQuestion(_ scans: PastedScans) -> String {
    var sentences = [
      "\(counting(scans.count, "line")). Cards: \(scans.cardCount). Items: \(scans.itemCount)."
    ]
    if scans.commandCount > 0 {
      sentences.append("Commands: \(scans.commandCount).")
    }
    if scans.doubtfulCount > 0 {
      sentences.append("Doubtful (?): \(scans.doubtfulCount).")
    }
    if scans.refusedCount > 0 {
      sentences.append("Cannot be recorded (×): \(scans.refusedCount).")
    }
    sentences.append("Nothing is recorded yet.")
    return sentences.joined(separator: "\n")
  }

  var recordPaste: String { "Record all" }
  var dropPaste: String { "Discard all" }

  func pasteDropped(_ count: Int) -> String {
    "\(counting(count, "pasted line")) discarded, NOT recorded."
  }

  func pasteTarget(_ borrower: Barcode?) -> String {
    borrower.map { "The first items go to \($0.text):" } ?? "First lines:"
  }

  func pasteLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Card \(text.quotable)"
    case .item: "Item \(text.quotable)"
    case nil: "Command \(text.quotable)"
    }
  }
}
