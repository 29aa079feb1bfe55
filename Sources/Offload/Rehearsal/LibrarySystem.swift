import Exchange

/// A library system that reads what a desk recorded.
package enum LibrarySystem: String, CaseIterable, Hashable, Sendable {
  case alma
  /// Koha, whose queue of offline operations is processed in it.
  case koha
  /// Koha, by the older script for the files of its desktop tool.
  case koc
  case evergreen
  /// PMB, by its page for emergency loans and returns.
  case pmb

  /// The rules of the system, at the beginning of a file.
  package var rules: any SystemRules {
    switch self {
    case .alma: AlmaRules()
    case .koha: KohaRules()
    case .koc: KohaToolRules()
    case .evergreen: EvergreenRules()
    case .pmb: PMBRules()
    }
  }

  /// The format of its files, whose limits are those of the rehearsal too.
  package var format: ExchangeFormat {
    switch self {
    case .alma: .alma
    case .koha, .koc: .koha
    case .evergreen: .evergreen
    case .pmb: .pmb
    }
  }

  /// The name of the system, the same in all languages.
  package var title: String {
    switch self {
    case .alma: "Alma"
    case .koha: "Koha"
    case .koc: "Koha (.koc)"
    case .evergreen: "Evergreen"
    case .pmb: "PMB"
    }
  }
}
