import Circulation

/// The words about the state of a station after the outage.
package protocol StatusWords: CirculationWords {
  /// The state of journal, `OffCirc.dat`, kit and archive; a sentence a line.
  func state(_ offloadStatus: OffloadStatus) -> [String]
  /// The next step; commands to copy are lines of their own, indented.
  func nextStep(_ offloadStatus: OffloadStatus) -> [String]
  /// The desk's warning that all of `OffCirc.dat` is in a kit, or uploaded.
  func handedOverWarning(_ entry: Ledger.Entry) -> String
}
