import Circulation
import Scanning
import Station

extension English: ChangeWords {
  func deleted(_ count: Int, last: Transaction) -> String {
    "Deleted \(counting(count, "line")) (last: \(phrase(last))). \(key(.undo)) to undo."
  }

  var deletedHeading: String { "Deleted" }

  func deleteIsHeld() -> String {
    "\(key(.delete)) deletes one line at a time. Release it, then press it again for the next line."
  }

  func undoIsHeld() -> String {
    "\(key(.undo)) undoes one step at a time. Release it, wait a second, then press it again."
  }

  func codeBeepedTwice(_ code: CommandCode) -> String {
    "\(code.rawValue) scanned twice: done once."
  }

  func undone(_ changes: [Change]) -> String {
    let lines = changes.flatMap(\.before)
    guard let last = changes.last, let line = last.before.last else {
      return nothingToUndo()
    }
    switch last.kind {
    case .deletion where lines.count > 1:
      return "Back in the list: \(counting(lines.count, "line"))."
    case .deletion: return "Back in the list: \(phrase(line.transaction))."
    case .amendment:
      return "Amendment undone: \(phrase(line.transaction))."
    case .move(let old, _):
      return
        "Move undone: \(counting(lines.count, "loan")) back with \(old.text)."
    }
  }

  func nothingToUndo() -> String {
    "Nothing to undo since the last save."
  }

  func notUndone(_ error: FileError) -> String {
    "NOT undone. \(sentence(error))"
  }

  /// Returns a transaction for a sentence: `loan of 37000034179 to 9921`.
  func phrase(_ transaction: Transaction) -> String {
    let name = name(of: transaction.operation).lowercased()
    let borrower = transaction.borrower.map { " to \($0.text)" } ?? ""
    return "\(name) of \(transaction.item.text)\(borrower)"
  }
}
