import Circulation
import Scanning
import SharedLibraries
import Sheet
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
    case .slip: "Ticket de l'emprunteur"
    case .state1, .state2, .state3, .state4, .state5:
      "État \(code.state ?? 0)"
    }
  }

  func sentence(_ error: DrawingError) -> String {
    switch error {
    case .missing(let library):
      "Impossible de dessiner la feuille sans le paquet \(library.debianPackage). Installez-le, puis recommencez."
    case .failed(let library, _):
      "Impossible de dessiner la feuille (erreur de \(library)). Libérez de la mémoire, puis recommencez."
    }
  }
}
