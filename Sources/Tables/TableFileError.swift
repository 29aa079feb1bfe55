import SharedLibraries

/// An error of a file that holds a table: a workbook or a page.
package enum TableFileError: Error, Hashable, Sendable {
  /// The countable parts of a page, or of a part of a workbook.
  package enum Thing: Hashable, Sendable {
    /// Elements.
    case elements
    /// Attributes of elements.
    case attributes
    /// Cells.
    case cells
    /// Characters in all cells.
    case characters
  }

  /// The file is an OpenDocument spreadsheet.
  case openDocument
  /// The file is a workbook without a sheet.
  case empty
  /// The file is damaged.
  case damaged
  /// The file is an old workbook (.xls), or an encrypted one.
  case oldOffice
  /// The library that reads files of this format is not installed.
  case missing(MissingLibrary)
  /// The file is larger than the maximum, in bytes.
  case tooLarge(maximum: Int)
  /// The file has more of something than the maximum.
  case tooMany(Thing, maximum: Int)
}
