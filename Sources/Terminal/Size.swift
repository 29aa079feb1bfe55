/// The size of a screen, in columns and rows.
package struct Size: Hashable, Sendable {
  /// The number of columns.
  package var columns: Int
  /// The number of rows.
  package var rows: Int

  /// Creates a size.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A position on a screen; the top left cell is column 0, row 0.
package struct Position: Hashable, Sendable {
  /// The column, from 0.
  package var column: Int
  /// The row, from 0.
  package var row: Int

  /// Creates a position.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangular area of a screen.
package struct Area: Hashable, Sendable {
  /// The first column.
  package var column: Int
  /// The first row.
  package var row: Int
  /// The number of columns.
  package var width: Int
  /// The number of rows.
  package var height: Int

  /// Creates an area from its top left cell and its size.
  package init(column: Int, row: Int, width: Int, height: Int = 1) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }

  /// Returns true if a position is within the area.
  package func contains(_ position: Position) -> Bool {
    column <= position.column && position.column < column + width
      && row <= position.row && position.row < row + height
  }
}
