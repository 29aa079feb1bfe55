import Circulation
import Glibc
import Offload
import Scanning

/// The words of the commands: how they were called, and what they found.
package protocol CommandWords {
  // MARK: Calls

  /// An unknown command; the nearest is the one that is meant, if any is.
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String
  /// A name that is not UTF-8, after its place: no capital at the start.
  func sentence(_ name: UnusableName) -> String
  /// A folder in the place of a file, and the files in it that may be meant.
  func isFolder(_ path: String, with names: [String]) -> String
  /// A folder that does not exist.
  func noSuchFolder(_ path: String) -> String
  /// A file on a drive that has no locks.
  func cannotLock(_ path: String) -> String

  // MARK: Lines

  /// The place of a line in a file, and what is said of it.
  func line(_ number: Int, of file: String, _ text: String) -> String
  /// The place of a line, and what is said of it.
  func line(_ number: Int, _ text: String) -> String
  /// A line of the input that is neither a loan nor a return.
  func unknownTransaction(_ line: String) -> String
  /// A line of standard input with a byte order mark.
  func byteOrderMarkOfInput(line: Int) -> String
  /// A file without a single transaction; `first` says what its first line is.
  func noTransaction(in path: String, count: Int, first: String) -> String
  /// The unreadable lines of a file after those that are shown.
  func moreIssues(_ count: Int, in path: String) -> String

  /// The kind of number to scan, and which of so many of its kind it is.
  func scanToVerify(_ kind: Scan.Kind, _ number: Int, of count: Int) -> String

  // MARK: Lists

  /// The totals under a list.
  func total(loanCount: Int, returnCount: Int, readerCount: Int) -> String
  /// A list without a line.
  func listEmpty() -> String
  /// The head of the column of files.
  var fileHeading: String { get }
  /// The head of the column of states of copies.
  var stateHeading: String { get }
  /// The head of the column of the people who brought a copy back.
  var broughtByHeading: String { get }
  /// The transactions that wait to be saved, under a list without them.
  func unsavedWait(_ count: Int) -> String
  /// A folder in which no station has been opened.
  var neverStarted: String { get }

  // MARK: Recovered journals

  /// One of several journals to choose from, with its counts.
  func journalFound(_ path: String, _ replay: JournalReplay) -> String
  /// A station that was recovered, and what to do with it: a line for each.
  func recovered(_ recovery: Recovery, into folder: StationFolder) -> [String]
  /// A station that needs no recovery.
  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String

  // MARK: Dates moved

  /// The lines whose dates were moved, and the file they are in.
  func redated(_ report: Redating.Report, as path: String) -> String
  /// A reason for moving no dates.
  func sentence(_ error: RedatingError) -> String
}

extension FileError {
  /// True if the drive of the file has no locks.
  var isOfLocks: Bool {
    operation == .lock && [EOPNOTSUPP, ENOLCK, ENOSYS, EINVAL].contains(code)
  }

  /// Returns true for a file of a station's folder.
  static func isOfStation(_ path: String) -> Bool {
    path.lastName.hasPrefix("OffCirc.")
  }
}
