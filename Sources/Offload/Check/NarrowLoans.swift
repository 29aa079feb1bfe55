import Circulation

/// The loans of a file whose borrower begins before column 94.
///
/// An older program writes them in columns; where another program removed
/// spaces, they are not aligned, or too uniform to tell.
struct NarrowLoans {
  private var column: Int?
  private var itemLength: Int?
  private var isInColumns = true
  private var isVaried = false

  private static let columnOfBorrower = 93
  private static let fewBlanks = 2...3

  /// Adds the layout of the next line.
  mutating func take(_ layout: DataFormat.Layout) {
    guard let borrower = layout.borrower, Self.isNarrow(borrower) else {
      return
    }
    isInColumns =
      isInColumns && borrower.lowerBound == column ?? borrower.lowerBound
    isVaried = isVaried || layout.item.count != itemLength ?? layout.item.count
    column = borrower.lowerBound
    itemLength = layout.item.count
  }

  /// Returns true if spaces were removed from such a line.
  func isCollapsed(_ layout: DataFormat.Layout) -> Bool {
    guard
      let borrower = layout.borrower, Self.isNarrow(borrower),
      !(isInColumns && isVaried)
    else { return false }
    return Self.fewBlanks ~= borrower.lowerBound - layout.item.upperBound
  }

  private static func isNarrow(_ borrower: Range<Int>) -> Bool {
    borrower.lowerBound < columnOfBorrower
  }
}
