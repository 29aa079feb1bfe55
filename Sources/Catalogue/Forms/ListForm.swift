import Circulation
import Tables

/// A form in which systems export lists.
protocol ListForm {
  /// The kinds of the lists in the file, the first one to be read if a person
  /// names none; empty if its columns show the kind.
  var kinds: [ListKind] { get }

  /// The kinds of lists in the file that have no row, such as those of a last
  /// page.
  var emptyKinds: [ListKind] { get }

  /// True if rows may lack their last cells.
  var isRagged: Bool { get }

  /// Calls a body with each row or broken row of a list in order; the first
  /// rows have the header, if there is one.
  ///
  /// - Parameters:
  ///   - kind: the kind of the list; nil if its columns show it.
  ///   - take: takes a row; returns false to stop.
  ///   - refuse: takes what is not a row.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``ListFormError``.
  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError)
}

extension ListForm {
  /// The maximum size of a file that is read whole, in bytes.
  static var maximumContent: Int { 256 << 20 }

  var kinds: [ListKind] { [] }
  var emptyKinds: [ListKind] { [] }
  var isRagged: Bool { false }

  /// Returns the content of a file that is read whole.
  static func content(
    of file: any OpenFile
  ) throws(ListFormError) -> [UInt8] {
    do throws(TableReadingError) {
      return try file.content(maximum: maximumContent)
    } catch {
      throw .reading(error)
    }
  }
}

/// An error of reading a list.
enum ListFormError: Error {
  /// The file can't be read, or not as what it seems to be.
  case reading(TableReadingError)
  /// The file is a database that can't be read.
  case database(DatabaseError)
  /// The file is of a known form, and has no list that is known.
  case noList
}

extension TableRow {
  /// The header of a list whose form names its columns in another way.
  init(header: [String]) {
    self.init(line: 0, cells: header)
  }
}
