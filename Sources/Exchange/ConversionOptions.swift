import Circulation

/// The answers of a person to what files do not tell.
package struct ConversionOptions: Sendable {
  /// The due dates of the new file.
  package enum Due: Hashable, Sendable {
    /// Those of the rows.
    case kept
    /// None, so that the library system computes them.
    case computed
    /// This one for loans without one, as the wall clock shows it.
    case fixed(LocalTime)
  }

  /// The zone of local times.
  package var zone: Zone
  /// The time of rows without one, as the wall clock shows it; nil if nobody
  /// knows.
  package var time: LocalTime?
  /// The due dates.
  package var due: Due
  /// The statistics group of the place, for Sierra.
  package var group: Int?
  /// True if rows may be missing from the new file.
  package var acceptsLosses: Bool

  /// Creates the answers.
  package init(
    zone: Zone, time: LocalTime? = nil, due: Due = .kept, group: Int? = nil,
    acceptsLosses: Bool = false
  ) {
    self.zone = zone
    self.time = time
    self.due = due
    self.group = group
    self.acceptsLosses = acceptsLosses
  }
}
