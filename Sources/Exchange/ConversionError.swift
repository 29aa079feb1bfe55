/// A reason why no new file is written.
package enum ConversionError: Error, Hashable, Sendable {
  /// The format of a file is not one of those that are read.
  case unknownFormat(path: String)
  /// The rows of a file have no times, and the new file needs them.
  case needsTime(path: String)
  /// A loan has no due date, and the new file needs one.
  case needsDue(path: String, line: Int)
  /// Sierra needs the due date of all loans.
  case needsDues
  /// The new file needs a statistics group from 1 to 999.
  case needsGroup
  /// The name of a file for Sierra does not begin with `rdy`.
  case name(path: String)
  /// A file or a folder has the name of the new one.
  case inTheWay(path: String)
  /// No row of the files can be written.
  case noRows
  /// Rows would be missing.
  case losses(ConversionReport)
  /// The new file was read again, and did not have the rows it should have.
  case notReadBack(path: String)
}
