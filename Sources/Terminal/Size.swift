/// The size of a screen, in columns and rows.
public struct Size: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int

  /// Creates a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A position on a screen; the top left cell is column 0, row 0.
public struct Position: Hashable, Sendable {
  /// The column, from 0.
  public var column: Int
  /// The row, from 0.
  public var row: Int

  /// Creates a position.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangular area of a screen.
public struct Area: Hashable, Sendable {
  /// The first column.
  public var column: Int
  /// The first row.
  public var row: Int
  /// The number of columns.
  public var width: Int
  /// The number of rows.
  public var height: Int

  /// Creates an area from its top left cell and its size.
  public init(column: Int, row: Int, width: Int, height: Int = 1) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }

  /// Returns true if a position is within the area.
  public func contains(_ position: Position) -> Bool {
    column <= position.column && position.column < column + width
      && row <= position.row && position.row < row + height
  }
}
