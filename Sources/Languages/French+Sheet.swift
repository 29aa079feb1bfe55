import Circulation
import Scanning
import Station

extension French {
  var sheetTitle: String { "OffCirc : codes de commande" }
  var sheetPurpose: String {
    "Scannez un code au lieu d'appuyer sur la touche."
  }

  func name(of code: CommandCode) -> String {
    switch code {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .clear: explanation(of: .clear)
    case .save: explanation(of: .save)
    case .deleteLast: "Supprimer la dernière transaction"
    case .undo: "Annuler"
    case .help: explanation(of: .help)
    }
  }

  func notDrawn(by library: String, _ reason: String) -> String {
    "Impossible de dessiner la feuille (erreur de \(library)). Libérez de la mémoire, puis recommencez."
  }
}
