import Circulation

/// An error of reading a file that holds a table, whatever its form.
package enum TableReadingError: Error, Hashable, Sendable {
  /// The file can't be read.
  case file(FileError)
  /// The file's content can't be read as a table.
  case table(TableFileError)
}
