import Circulation
import Tables

/// An error of the catalogue.
package enum CatalogueError: Error, Hashable, Sendable {
  /// A file can't be read or written.
  case file(FileError)
  /// A list is a file that can't be read as a table.
  case table(TableFileError, file: String)
  /// The catalogue's file is damaged, locked, or the disk is full.
  case database(DatabaseError)
  /// The file at a path is not a catalogue.
  case notACatalogue(String)
  /// The catalogue at a path was made by another version of the program.
  case otherVersion(String)
  /// Another program is changing the catalogue at a path.
  case busy(String)
  /// A kept list has a flaw, in a line or as a whole.
  case keptList(String, line: Int?, KeptListFlaw)
  /// A list that the catalogue knows is not kept at its path any more.
  case keptListMissing(String)
  /// The kept list at a path is of another catalogue: the numbers in it are
  /// made with another key.
  case otherKey(String)
  /// No lists are kept of the catalogue at a path.
  case noKeptLists(String)
  /// The columns of a list can't be told for sure.
  case question(ColumnQuestion, file: String)
  /// A file is of a form that may have lists, and has none that is known.
  case noList(file: String)
  /// A file has lists of other kinds than the one that is asked for.
  case otherKinds(file: String, [ListKind], not: ListKind)
  /// The files of one list are of several kinds.
  case severalKinds(file: String, ListKind, before: ListKind)
  /// A list has no row.
  case noRow(file: String)
  /// A list has no row that can be taken; the number of those left out.
  case allRejected(file: String, Int)
  /// Too much would be gone: the numbers of what is, and of what was known.
  case tooManyGone(Int, of: Int, ListKind)
}
