/// Why no kit can be made.
package enum KitError: Error, Hashable, Sendable {
  /// Something is there that is not to be touched.
  case inTheWay(path: String)
  /// A file lies in the folder of a kit that was cut short.
  case unfinished(StationFile, folder: String)
  /// No file has a transaction in it.
  case nothingToHandOver
  /// None of the lines of a desk is a transaction; what its file is, if that is
  /// known.
  case unreadable(StationFile, ForeignFile? = nil)
  /// Two files share lines, too many for chance.
  case sharedLines(SharedLines, isOneDesk: Bool)
  /// So many lines of a file, half of them or more, stand in it again.
  case repeatedLines(StationFile, count: Int)
  /// Two names of desks are the same but for capitals and blanks.
  case similarDesks(String, String)
  /// Two desks have handed in the same file.
  case sameFile(StationFile, StationFile)
}
