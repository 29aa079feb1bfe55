import Circulation

/// An error that prevents archiving or restoring.
package enum ArchiveError: Error, Hashable, Sendable {
  // Archiving.

  /// There is no `OffCirc.dat`, or it is empty.
  case nothingThere(path: String)
  /// Some transactions are not in `OffCirc.dat` yet.
  case unsaved(count: Int)
  /// The journal has, or may have, losses.
  case damagedJournal(path: String)
  /// Some lines are not listed in the ledger; the first is this line.
  case notHandedOver(count: Int, firstLine: Int, path: String)
  /// All lines are listed in the ledger, but as lines of another file.
  case handedOverElsewhere(path: String)
  /// The given kit is not the one that the ledger lists for this file.
  case notTheKit(path: String)
  /// A kit that the ledger lists for the file is missing, unfinished or
  /// changed.
  case kit(KitCheck)
  /// The ledger can't tell if these lines were uploaded.
  case unknown(count: Int, path: String, UploadStatus.Warning, ledger: String)
  /// The clock shows an implausible time.
  case clock(ClockWarning, now: LocalTime)
  /// The data file is archived, but a later step failed.
  case unfinished(box: String, FileError)
  /// Another program wrote to the file during archiving.
  case changed(path: String)

  // Restoring.

  /// The archive has no entry of this name; nil if it is empty.
  case noBox(name: String?)
  /// The entry is incomplete: archiving was interrupted, or it was partly
  /// erased.
  case notWhole(name: String)
  /// Some of its files are not as archived.
  case damaged(name: String, files: [String])
  /// Its borrowers were erased, so that its loans can't be uploaded.
  case borrowersErased(name: String)
  /// A different file exists already.
  case inTheWay(path: String)
}
