import Typesetting

/// A paper for one pupil or one class, before it is laid out.
package struct Paper: Hashable, Sendable {
  /// A part of a paper.
  enum Block: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph.
    case paragraph(String)
    /// A table.
    case table(PaperTable)
    /// Lines to write on, each behind its name.
    case lines([String])
  }

  /// The title.
  let title: String
  /// The lines under it; the first one also names the paper on further pages.
  let subject: [String]
  /// The number that is under the title and in a bar code; nil if there is
  /// none.
  let number: String?
  /// The parts, in order.
  let blocks: [Block]
}

/// A table of a paper.
struct PaperTable: Hashable, Sendable {
  /// A column.
  struct Column: Hashable, Sendable {
    /// The way in which a cell fits its column.
    enum Fit: Hashable, Sendable {
      /// The column is as wide as its cells; they are made smaller rather than
      /// cut.
      case whole
      /// The column is as wide as its cells; long ones are cut.
      case cut
      /// The column takes the room that the others leave; its cells are cut.
      case wide
      /// The same, but its cells are broken into lines.
      case wrapped
    }

    /// The name above the cells.
    let head: String
    let fit: Fit

    init(_ head: String, _ fit: Fit = .whole) {
      self.head = head
      self.fit = fit
    }

    /// True if the column takes the room that the others leave.
    var isWide: Bool { fit == .wide || fit == .wrapped }
  }

  /// A row.
  struct Row: Hashable, Sendable {
    /// The cells, as many as there are columns.
    let cells: [String]
    /// A line under the cells; nil if there is none.
    var note: String?
    /// The part of the last column that a bar fills; nil for none.
    var share: Double?
  }

  /// The columns, of which at most one is wide.
  let columns: [Column]
  /// The rows.
  let rows: [Row]

  /// Returns the texts of a column, with that above it.
  func texts(in column: Int) -> [String] {
    [columns[column].head] + rows.map { $0.cells[column] }
  }

  /// Breaks a row into lines.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - cut: returns a text that fits a column.
  ///   - wrap: returns the lines that a text takes in a column.
  /// - Returns: the lines, each with a text for every column.
  func lines(
    of row: Row, cut: (String, Int) -> String, wrap: (String, Int) -> [String]
  ) -> [[String]] {
    var first = row.cells
    var rest: [[String]] = []
    for (index, column) in columns.enumerated() {
      switch column.fit {
      case .whole: break
      case .cut, .wide: first[index] = cut(row.cells[index], index)
      case .wrapped:
        let parts = wrap(row.cells[index], index)
        first[index] = parts.first ?? ""
        rest = parts.dropFirst().map { part in
          var line = first.map { _ in "" }
          line[index] = part
          return line
        }
      }
    }
    return [first] + rest
  }
}
