/// A verdict on one point, or on a whole desk; the raw value is its identifier
/// for programs.
package enum ReadyVerdict: String, CaseIterable, Comparable, Sendable {
  /// Nothing to do.
  case ok
  /// A point to look at before the next outage.
  case check
  /// A fault: an outage would find the desk unprepared.
  case fail

  private var severity: Int {
    switch self {
    case .ok: 0
    case .check: 1
    case .fail: 2
    }
  }

  /// Returns true if a verdict is better than another.
  package static func < (first: ReadyVerdict, other: ReadyVerdict) -> Bool {
    first.severity < other.severity
  }
}

/// A subject of the check; the raw value is its identifier for programs.
package enum ReadySubject: String, CaseIterable, Sendable {
  /// The settings and the patterns of numbers.
  case settings
  /// The folder of the files, and the journal.
  case folder
  /// The disk of the folder.
  case disk
  /// The remains of earlier outages.
  case leftOver = "left-over"
  /// The copy of the journal.
  case copy
  /// The clock of the computer.
  case clock
  /// The terminal in which the station opens.
  case terminal
  /// The scanner, and when it was last tested.
  case scanner
  /// The printer of slips.
  case printer
  /// The lists of items and borrowers.
  case lists
  /// The database that desks share.
  case sharing
  /// The last exercise.
  case drill
  /// The program itself.
  case program
}
