import Circulation

/// Why something can't be put away, or brought back.
package enum ArchiveError: Error, Hashable, Sendable {
  // When it is put away.

  /// There is no `OffCirc.dat`, or nothing in it.
  case nothingThere(path: String)
  /// Some of what was recorded is not in `OffCirc.dat` yet.
  case unsaved(count: Int)
  /// The journal lacks something, or may.
  case damagedJournal(path: String)
  /// Some of the lines, the first at this number, were not handed over.
  case notHandedOver(count: Int, firstLine: Int, path: String)
  /// All of the lines were handed over, but in another file.
  case handedOverElsewhere(path: String)
  /// This is not the kit that the file was handed over with.
  case notTheKit(path: String)
  /// A kit that it was handed over with is not as it was made, or nowhere.
  case kit(KitCheck)
  /// Whether lines were handed over is not known.
  case unknown(count: Int, path: String, Standing.Doubt, ledger: String)
  /// The clock shows a time at which the file can't be put away.
  case clock(ClockDoubt, now: LocalTime)
  /// The data file is in the box, but what follows failed.
  case unfinished(box: String, FileFailure)
  /// Another program wrote to the file meanwhile.
  case changed(path: String)

  // When it is brought back.

  /// The archive has nothing of that name; nil if it has nothing at all.
  case noBox(name: String?)
  /// It was never filled to the end, or erased in part.
  case notWhole(name: String)
  /// Some of its files are not what was put away.
  case damaged(name: String, files: [String])
  /// There is a file already that is another.
  case inTheWay(path: String)
}
