import Circulation

/// The words about the archive of a station.
package protocol ArchiveWords: CirculationWords {
  /// A kit that has changed, is unfinished or missing; nil for an intact one.
  func sentence(_ kit: KitCheck) -> String?
  /// A clause after "because" or a colon: why the upload state is unknown.
  func reason(_ warning: UploadStatus.Warning) -> String

  // MARK: Archiving and restoring

  /// The reason why a file can't be archived or restored, and what to do.
  func sentence(_ error: ArchiveError) -> String
  /// The result of archiving, and how to undo it.
  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String]
  /// The folder of a kit that was copied into the archive.
  func kitStays(_ folder: String) -> String
  /// A kit that can't be copied into the archive.
  func kitMissing(_ kit: KitCheck) -> String
  /// Files of a kit that are not copied: links, pipes, another user's.
  func leftOut(_ paths: [String]) -> String
  /// A ledger that can't be written after `archive --uploaded`.
  func notNoted(inLedger path: String) -> String
  /// The copy of the journal on another disk, deleted after archiving.
  func copyRemoved(_ path: String) -> String
  /// The copy of the journal on another disk, which can't be deleted now.
  func copyStays(_ folder: String) -> String
  /// The result of erasing borrowers whose loans ended so many days ago, with
  /// the archives that keep them; empty if there is nothing to say.
  func erasedBorrowers(_ erasure: BorrowerErasure, after days: Int) -> [String]
  /// A damaged journal, for which the borrowers of all archives are kept.
  func borrowersKept(forDamaged journal: String) -> String
  /// The result of restoring, and what to do before the next upload.
  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String]

  // MARK: The list of the archive

  /// Column heads: name, lines, first, last, state.
  var archiveColumns: [String] { get }
  /// A cell of the last column: incomplete, intact, or the damaged files.
  func state(of box: Archive.Entry, damaged: [String]) -> String
  /// The empty archive, with its path.
  func noBoxes(in path: String) -> String

  // MARK: Deleting

  /// An archive without anything old enough to delete.
  func nothingToErase(before day: LocalTime) -> String
  /// The line above the table of what will be deleted; ends with a colon.
  func toErase(_ count: Int, before day: LocalTime) -> String
  /// Old archives that are not deleted, since they have newer transactions.
  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String
  /// The warning about the clock for which nothing is deleted.
  func notErased(_ warning: ClockWarning, now: LocalTime) -> String
  /// The question before deleting; ends with a blank, the answer follows.
  var eraseQuestion: String { get }
  /// The word that a person types to delete, as the question names it.
  var eraseAnswer: String { get }
  /// The result of any other answer.
  var notErased: String { get }
  /// The number of archives that were deleted.
  func erased(_ count: Int) -> String
}
