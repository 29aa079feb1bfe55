/// An error that prevents making a kit.
package enum KitError: Error, Hashable, Sendable {
  /// A file or folder in the way must not be touched.
  case inTheWay(path: String)
  /// A source file is in the folder of an unfinished kit.
  case unfinished(StationFile, folder: String)
  /// No file has a transaction.
  case nothingToHandOver
  /// No line of a desk is a transaction; with the file's format, if recognized.
  case unreadable(StationFile, ForeignFile? = nil)
  /// Two files share more lines than by chance.
  case sharedLines(SharedLines, isOneDesk: Bool)
  /// At least half of a file's lines are repeated in it.
  case repeatedLines(StationFile, count: Int)
  /// Two desk names differ only in case, accents or spacing.
  case similarDesks(String, String)
  /// The same file was given for two desks.
  case sameFile(StationFile, StationFile)
}
