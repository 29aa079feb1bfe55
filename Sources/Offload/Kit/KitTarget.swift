import Exchange

/// The library system that a kit is for, and what goes to it beside the loans
/// and returns.
package struct KitTarget: Sendable {
  /// A system for which kits are made.
  package typealias System = ExchangeFormat

  /// The system.
  package var system: System
  /// The states that were noted, and what is owed.
  package var states: CopyStates
  /// True if a loan begins with the state of its copy, as in PMB-Manuels.
  package var beginsWithState: Bool
  /// The name of PMB's field for the state at the start of a loan.
  package var startField: String
  /// The time zone, and what the system needs beside the loans and returns.
  package var conversion: ConversionOptions

  /// The usual name of that field.
  package static let usualStartField = "statut_initial"

  /// Creates a target.
  package init(
    _ system: System = .alma, states: CopyStates = CopyStates(),
    beginsWithState: Bool = false,
    startField: String = Self.usualStartField,
    _ conversion: ConversionOptions = ConversionOptions(
      zone: .ofSystem(named: ""), due: .computed)
  ) {
    self.system = system
    self.states = states
    self.beginsWithState = beginsWithState
    self.startField = startField
    self.conversion = conversion
  }
}

extension KitTarget.System {
  /// The system by whose rules a kit is rehearsed; nil if they are not public.
  var rehearsed: LibrarySystem? {
    switch self {
    case .alma: .alma
    case .koha: .koha
    case .evergreen: .evergreen
    case .pmb: .pmb
    case .sierra, .destiny: nil
    }
  }

  /// True if it has no desks: files of all desks are joined, in the order of
  /// time.
  var joinsDesks: Bool { self == .pmb || self == .destiny }
}
