import Circulation
import Station

extension French: ListedWords {
  // MARK: Objections

  var againstHeading: String { "Selon les listes" }

  func name(of objection: Objection) -> String {
    switch objection {
    case .unknownItem: "exemplaire inconnu"
    case .notForLoan: "exclu du prêt"
    case .onLoan: "en prêt"
    case .requested: "réservé"
    case .unknownBorrower: "lecteur inconnu"
    case .blocked: "lecteur bloqué"
    case .expired: "carte expirée"
    }
  }
}
