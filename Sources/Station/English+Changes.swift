import Circulation
import Scanning

extension English: ChangeWords {
  func deleted(_ count: Int, last: Transaction) -> String {
    "Deleted: \(count) lines, the last a \(phrase(last)). Ctrl-Z brings them back."
  }

  var deletedHead: String { "Deleted" }

  func deleteIsHeld() -> String {
    "F8 deletes one line at a time. Release it, then press it again for the next line."
  }

  func undoIsHeld() -> String {
    "Ctrl-Z undoes one step at a time. Release it, wait a second, then press it again."
  }

  func codeBeepedTwice(_ code: CommandCode) -> String {
    "\(code.rawValue) beeped twice: done once."
  }

  func undone(_ changes: [Change]) -> String {
    let lines = changes.flatMap(\.before)
    guard let last = changes.last, let line = last.before.last else {
      return nothingToUndo()
    }
    switch last.kind {
    case .deletion where lines.count > 1:
      return "Back in the list: \(lines.count) lines."
    case .deletion: return "Back in the list: \(phrase(line.transaction))."
    case .amendment: return "Undone. It is a \(phrase(line.transaction)) again."
    case .move(let old, _):
      return
        "Undone. \(lines.count == 1 ? "1 loan belongs" : "\(lines.count) loans belong") to \(old.text) again."
    }
  }

  func nothingToUndo() -> String {
    "There is nothing to undo since the last save."
  }

  func notUndone(_ failure: FileFailure) -> String {
    "NOT undone. \(sentence(failure))"
  }

  /// A transaction in a sentence.
  func phrase(_ transaction: Transaction) -> String {
    let name = name(of: transaction.operation).lowercased()
    let borrower = transaction.borrower.map { " to \($0.text)" } ?? ""
    return "\(name) of \(transaction.item.text)\(borrower)"
  }
}
