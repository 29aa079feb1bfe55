/// The library system that a kit is for, and what goes to it beside the loans
/// and returns.
package struct KitTarget: Hashable, Sendable {
  /// A system for which kits are made.
  package enum System: String, CaseIterable, Hashable, Sendable {
    case alma
    case koha
    case pmb

    /// The system by whose rules the kit is rehearsed.
    var rehearsed: LibrarySystem {
      switch self {
      case .alma: .alma
      case .koha: .koha
      case .pmb: .pmb
      }
    }
  }

  /// The system.
  package var system: System
  /// The states that were noted, and what is owed.
  package var states: CopyStates
  /// True if a loan begins with the state of its copy, as in PMB-Manuels.
  package var beginsWithState: Bool
  /// The name of PMB's field for the state at the start of a loan.
  package var startField: String

  /// The usual name of that field.
  package static let usualStartField = "statut_initial"

  /// Creates a target.
  package init(
    _ system: System = .alma, states: CopyStates = CopyStates(),
    beginsWithState: Bool = false,
    startField: String = Self.usualStartField
  ) {
    self.system = system
    self.states = states
    self.beginsWithState = beginsWithState
    self.startField = startField
  }
}
