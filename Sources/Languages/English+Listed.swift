import Circulation
import Station

extension English: ListedWords {
  // MARK: Objections

  var againstHeading: String { "Lists say" }

  func name(of objection: Objection) -> String {
    switch objection {
    case .unknownItem: "unknown item"
    case .notForLoan: "not for loan"
    case .onLoan: "on loan"
    case .requested: "requested"
    case .unknownBorrower: "unknown borrower"
    case .blocked: "blocked"
    case .expired: "card expired"
    }
  }
}
