import Circulation

/// What is said of how a station stands, and of its archive.
package protocol ArchiveWords: Sendable {
  /// A date alone.
  func day(_ time: LocalTime) -> String

  // MARK: How a station stands

  /// What is saved, handed over and put away.
  func state(_ aftermath: OffloadStatus) -> [String]
  /// What is to be done next, and by which commands.
  func nextStep(_ aftermath: OffloadStatus) -> [String]
  /// That all of `OffCirc.dat` was handed over and is still there.
  func handedOverWarning(_ entry: Ledger.Entry) -> String

  /// How a kit is found that is not as it was made; nil if it is.
  func sentence(_ kit: KitCheck) -> String?
  /// Why it is not known whether lines were handed over, as a clause.
  func reason(_ doubt: UploadStatus.Doubt) -> String

  // MARK: Putting away

  func sentence(_ error: ArchiveError) -> String
  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String]
  func kitStays(_ folder: String) -> String
  func kitMissing(_ kit: KitCheck) -> String
  /// What of a folder was not put away, since it is a link, a pipe, a device or
  /// another user's.
  func leftOut(_ paths: [String]) -> String
  func notNoted(inLedger path: String) -> String
  func copyRemoved(_ path: String) -> String
  func copyStays(_ folder: String) -> String
  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String]

  // MARK: What is in the archive

  var archiveColumns: [String] { get }
  func state(of box: Archive.Entry, damaged: [String]) -> String
  func noBoxes(in path: String) -> String

  // MARK: Erasing

  func nothingToErase(before day: LocalTime) -> String
  func toErase(_ count: Int, before day: LocalTime) -> String
  /// Boxes that are not erased, since they have newer transactions.
  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String
  /// Why nothing is erased: what speaks against the clock.
  func notErased(_ doubt: ClockWarning, now: LocalTime) -> String
  var eraseQuestion: String { get }
  var eraseAnswer: String { get }
  var notErased: String { get }
  func erased(_ count: Int) -> String
}
