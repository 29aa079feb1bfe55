import Circulation
import Scanning

extension French: ChangeWords {
  func deleted(_ count: Int, last: Transaction) -> String {
    "\(count) lignes supprimées, la dernière : \(phrase(last)). Ctrl-Z les rétablit."
  }

  var deletedHead: String { "Supprimé" }

  func deleteIsHeld() -> String {
    "F8 supprime une ligne à la fois. Relâchez la touche, puis appuyez de nouveau pour la ligne suivante."
  }

  func undoIsHeld() -> String {
    "Ctrl-Z annule une étape à la fois. Relâchez, attendez une seconde, puis appuyez de nouveau."
  }

  func codeBeepedTwice(_ code: CommandCode) -> String {
    "\(code.rawValue) lu deux fois de suite : exécuté une fois."
  }

  func undone(_ changes: [Change]) -> String {
    let lines = changes.flatMap(\.before)
    guard let last = changes.last, let line = last.before.last else {
      return nothingToUndo()
    }
    switch last.kind {
    case .deletion where lines.count > 1:
      return "\(lines.count) lignes rétablies dans la liste."
    case .deletion:
      return "Rétabli dans la liste : \(phrase(line.transaction))."
    case .amendment:
      return "Correction annulée : \(phrase(line.transaction))."
    case .move(let old, _):
      return lines.count == 1
        ? "Annulé : 1 prêt est de nouveau à \(old.text)."
        : "Annulé : \(lines.count) prêts sont de nouveau à \(old.text)."
    }
  }

  func nothingToUndo() -> String {
    "Il n'y a rien à annuler depuis la dernière sauvegarde."
  }

  func notUndone(_ failure: FileFailure) -> String {
    "NON annulé. \(sentence(failure))"
  }

  /// A transaction in a sentence.
  func phrase(_ transaction: Transaction) -> String {
    let name = name(of: transaction.operation).lowercased()
    let borrower = transaction.borrower.map { " à \($0.text)" } ?? ""
    return "\(name) de \(transaction.item.text)\(borrower)"
  }
}
