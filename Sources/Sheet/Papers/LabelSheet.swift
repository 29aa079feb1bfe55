/// A sheet of labels of A4 that they fill, in columns and rows.
package struct LabelSheet: Hashable, Sendable {
  /// The number of labels side by side.
  package let columns: Int
  /// The number of labels one below the other.
  package let rows: Int

  /// The numbers of columns and rows with which a label is large enough.
  package static let columnLimits = 1...4
  /// The numbers of rows with which a label is large enough.
  package static let rowLimits = 1...10

  /// The usual sheet: 24 labels of 70 × 37 mm.
  package static let usual = LabelSheet(columns: 3, rows: 8)

  private init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Parses `3x8`; nil for another form, or for labels that are too small.
  package init?(_ text: String) {
    let parts = text.lowercased().replacing("×", with: "x")
      .split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      Self.columnLimits.contains(columns), Self.rowLimits.contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  /// The number of labels.
  package var count: Int { columns * rows }

  /// Returns the place of a label on its page, row by row.
  func place(of index: Int) -> Box {
    let page = PrintedPage.whole
    let width = page.width / Double(columns)
    let height = page.height / Double(rows)
    return Box(
      left: Double(index % columns) * width,
      top: Double(index / columns) * height, width: width, height: height)
  }
}
