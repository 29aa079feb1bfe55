import Circulation
import Scanning
import Station

extension French: ChangeWords {
  func deleted(_ count: Int, last: Transaction) -> String {
    "\(counting(count, "ligne supprimée", "lignes supprimées")) (la dernière : \(phrase(last))). \(key(.undo)) pour annuler."
  }

  var deletedHeading: String { "Supprimé" }

  func deleteIsHeld() -> String {
    "\(key(.delete)) supprime une ligne à la fois. Relâchez la touche, puis appuyez à nouveau pour la ligne suivante."
  }

  func undoIsHeld() -> String {
    "\(key(.undo)) annule une étape à la fois. Relâchez, attendez une seconde, puis appuyez à nouveau."
  }

  func codeBeepedTwice(_ code: CommandCode) -> String {
    "\(code.rawValue) scanné deux fois de suite : exécuté une seule fois."
  }

  func undone(_ changes: [Change]) -> String {
    let lines = changes.flatMap(\.before)
    guard let last = changes.last, let line = last.before.last else {
      return nothingToUndo()
    }
    switch last.kind {
    case .deletion where lines.count > 1:
      return
        "\(counting(lines.count, "ligne rétablie", "lignes rétablies")) dans la liste."
    case .deletion:
      return "Rétabli dans la liste : \(phrase(line.transaction))."
    case .amendment:
      return "Correction annulée : \(phrase(line.transaction))."
    case .move(let old, _):
      return
        "Transfert annulé : \(counting(lines.count, "prêt rendu", "prêts rendus")) à \(old.text)."
    }
  }

  func nothingToUndo() -> String {
    "Rien à annuler depuis la dernière sauvegarde."
  }

  func notUndone(_ error: FileError) -> String {
    "NON annulé. \(sentence(error))"
  }

  /// Returns a transaction for a sentence: `prêt de 37000034179 à 9921`.
  func phrase(_ transaction: Transaction) -> String {
    let name = name(of: transaction.operation).lowercased()
    let borrower = transaction.borrower.map { " à \($0.text)" } ?? ""
    return "\(name) de \(transaction.item.text)\(borrower)"
  }
}
