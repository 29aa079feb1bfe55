/// A format in which library systems take what was recorded offline.
package enum ExchangeFormat: String, CaseIterable, Hashable, Sendable {
  /// `OffCirc.dat` of Alma and Aleph.
  case alma
  /// The `.koc` file of Koha.
  case koha
  /// The `pending.xacts` file of Evergreen.
  case evergreen
  /// The `rdy` file of Sierra and Millennium.
  case sierra
  /// The command file of Follett Destiny.
  case destiny
  /// The emergency circulation file of PMB.
  case pmb

  /// The name of the system, the same in all languages.
  package var title: String {
    switch self {
    case .alma: "Alma"
    case .koha: "Koha"
    case .evergreen: "Evergreen"
    case .sierra: "Sierra"
    case .destiny: "Destiny"
    case .pmb: "PMB"
    }
  }

  /// True if its rows have times; otherwise they count as of the day on which
  /// they are loaded.
  package var hasTimes: Bool { self != .destiny && self != .pmb }

  /// True if its times have seconds.
  package var hasSeconds: Bool { self == .koha || self == .evergreen }

  /// True if its loans can have due dates.
  package var hasDueDates: Bool { self == .evergreen || self == .sierra }
}
