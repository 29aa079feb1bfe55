import Circulation
import Glibc
import Offload

/// What the commands say of how they were called, and of what they were given.
package protocol CommandWords {
  /// A word in the place of a command, which is none; the one that is meant, if
  /// any is like it.
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String
  /// A word that stands as an option, and is none; the one that is meant, if any
  /// is like it.
  func unknownOption(_ name: String, nearest: String?) -> String
  /// A folder in the place of a file, and the files in it that may be meant.
  func isFolder(_ path: String, with names: [String]) -> String
  /// What dates were moved.
  func redated(_ report: Redating.Report, as path: String) -> String
  func sentence(_ fault: Redating.Fault) -> String
  /// A file none of whose lines is a transaction, and what is wrong with the
  /// first.
  func noTransaction(in path: String, count: Int, first: String) -> String
  /// The faulty lines of a file after those that were told.
  func moreFaults(_ count: Int, in path: String) -> String
  /// The transactions that wait to be saved, where none is.
  func unsavedWait(_ count: Int) -> String
  /// That a station's folder is not there yet.
  var neverStarted: String { get }
  /// That a line of standard input has a mark of UTF-8 before it.
  func byteOrderMarkOfInput(line: Int) -> String
  /// A date and time in a table.
  func tableTime(_ time: LocalTime) -> String
  /// That `recover` had nothing to do in the station's own folder.
  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String
  /// A file on a drive that knows no locks.
  func cannotLock(_ path: String) -> String
}

extension FileFailure {
  /// Whether the drive of the file knows no locks.
  var isOfLocks: Bool {
    act == .lock && [EOPNOTSUPP, ENOLCK, ENOSYS, EINVAL].contains(code)
  }

  /// Whether the file is one of a station's folder.
  static func isOfStation(_ path: String) -> Bool {
    path.lastName.hasPrefix("OffCirc.")
  }
}

extension String {
  var withoutLastSlash: String {
    count > 1 && hasSuffix("/") ? String(dropLast()) : self
  }
}
