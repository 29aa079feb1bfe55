import Terminal

/// A column of a table on a page: its width follows from its texts, and from
/// what the others leave.
struct TableColumn {
  let heading: String
  /// The fewest columns to which its texts may be shortened; nil if they are
  /// shown whole.
  var minimumWidth: Int?
  /// True if it is left out where there is no room for all.
  var isOptional = false
  /// True if its texts stand on the right, as numbers do.
  var isOnRight = false
}

/// The columns of a table that there is room for.
struct TableLayout {
  /// A column by its index in the table, with its place on the screen.
  private struct Place {
    let index: Int
    let column: ScrollList.Column
    let isOnRight: Bool
  }

  private let places: [Place]

  private static let gap = 2

  /// Finds the places of columns with these rows of texts, from a column of the
  /// screen on.
  init(
    _ columns: [TableColumn], _ rows: [[String]], from first: Int, width: Int
  ) {
    var indices = Array(columns.indices)
    var widths = columns.indices.map { index in
      rows.reduce(columns[index].heading.count) {
        max($0, $1[index].count)
      }
    }
    func excess() -> Int {
      indices.reduce(-Self.gap) { $0 + widths[$1] + Self.gap } - width
    }
    /// Makes the widest column that may be shortened narrower.
    func shorten() -> Bool {
      let widest = indices.filter {
        columns[$0].minimumWidth ?? .max < widths[$0]
      }.max { widths[$0] < widths[$1] }
      guard let widest else { return false }
      widths[widest] -= 1
      return true
    }
    let whole = widths
    while excess() > 0 {
      if shorten() { continue }
      guard let last = indices.last(where: { columns[$0].isOptional }) else {
        break
      }
      // There may be more room for the rest.
      indices.removeAll { $0 == last }
      widths = whole
    }
    var column = first
    places = indices.map { index in
      defer { column += widths[index] + Self.gap }
      return Place(
        index: index,
        column: ScrollList.Column(
          heading: columns[index].isOnRight
            ? columns[index].heading.onRight(of: widths[index])
            : columns[index].heading, column: column, width: widths[index]),
        isOnRight: columns[index].isOnRight)
    }
  }

  /// The columns as a list draws them.
  var columns: [ScrollList.Column] { places.map(\.column) }

  /// Returns the texts of a row that there is room for.
  func cells(_ row: [String]) -> [String] {
    places.map {
      $0.isOnRight ? row[$0.index].onRight(of: $0.column.width) : row[$0.index]
    }
  }
}

extension String {
  /// Returns the text with blanks before it.
  fileprivate func onRight(of width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }
}
