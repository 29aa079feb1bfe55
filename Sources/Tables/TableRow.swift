/// A row of a table, as its file has it.
package struct TableRow: Hashable, Sendable {
  /// The number of its first line in a text, or of the row in a sheet; the
  /// first is 1.
  package let line: Int
  /// The texts of the cells, from the left.
  package var cells: [String]
  /// The columns, from 0, whose cells a spreadsheet holds as numbers: leading
  /// zeros and letters such as the E of `12E5` are lost there.
  package var numberColumns: Set<Int> = []
  /// The columns, from 0, whose cells are in an encoding that is not read.
  package var unreadColumns: Set<Int> = []

  /// Creates a row.
  package init(
    line: Int, cells: [String], numberColumns: Set<Int> = [],
    unreadColumns: Set<Int> = []
  ) {
    self.line = line
    self.cells = cells
    self.numberColumns = numberColumns
    self.unreadColumns = unreadColumns
  }

  /// True if all cells are empty.
  package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// A part of a table that is not a row.
package struct BrokenRow: Hashable, Sendable {
  /// The reason.
  package enum Reason: Hashable, Sendable {
    /// It is longer than the maximum, in bytes.
    case tooLong(maximum: Int)
    /// A quotation mark opens a cell, and none closes it.
    case unclosedQuote
    /// It is not a whole record of MARC.
    case notARecord
  }

  /// The number of its first line; the first is 1.
  package let line: Int
  /// The beginning of the line.
  package let text: String
  /// The reason why it is not a row.
  package let reason: Reason
}
