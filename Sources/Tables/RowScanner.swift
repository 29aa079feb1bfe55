/// A scanner of the rows of a text, which finds the cells of one at a time.
struct RowScanner {
  /// A cell in the bytes of a row.
  struct CellRange {
    let start: Int
    let end: Int
    /// True if quotation marks in it are doubled.
    let hasDoubledQuotes: Bool
  }

  let dialect: TextDialect
  /// The cells of the last row.
  private(set) var cells: [CellRange] = []
  /// The number of line ends in the last row, its own included.
  private(set) var lineCount = 0
  /// True if a quotation mark of the last row was not closed.
  private(set) var hasUnclosedQuote = false

  init(dialect: TextDialect) {
    self.dialect = dialect
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0a
  private static let carriageReturn: UInt8 = 0x0d

  /// Finds the cells of the row that the bytes begin with.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - isAtEnd: true if no bytes follow.
  /// - Returns: the offset after the row and its line end; nil if the row goes
  ///   on after the bytes.
  mutating func scan(
    _ bytes: UnsafeRawBufferPointer, isAtEnd: Bool
  ) -> Int? {
    cells.removeAll(keepingCapacity: true)
    lineCount = 0
    hasUnclosedQuote = false
    var index = 0
    while true {
      if dialect.isQuoted, index < bytes.count, bytes[index] == Self.quote {
        guard let next = scanQuoted(bytes, from: index, isAtEnd: isAtEnd) else {
          return nil
        }
        index = next
      } else {
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        cells.append(
          CellRange(start: start, end: index, hasDoubledQuotes: false))
      }
      guard index < bytes.count else { return isAtEnd ? index : nil }
      if bytes[index] == dialect.separator {
        index += 1
        continue
      }
      lineCount += 1
      guard bytes[index] == Self.carriageReturn else { return index + 1 }
      guard index + 1 < bytes.count else { return isAtEnd ? index + 1 : nil }
      return bytes[index + 1] == Self.lineFeed ? index + 2 : index + 1
    }
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == dialect.separator || byte == Self.lineFeed
      || byte == Self.carriageReturn
  }

  /// Finds a cell in quotation marks.
  ///
  /// - Returns: the offset after it; nil if the bytes end before.
  private mutating func scanQuoted(
    _ bytes: UnsafeRawBufferPointer, from start: Int, isAtEnd: Bool
  ) -> Int? {
    var index = start + 1
    var hasDoubledQuotes = false
    while index < bytes.count {
      switch bytes[index] {
      case Self.quote:
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          hasDoubledQuotes = true
          index += 2
          continue
        }
        guard index + 1 < bytes.count || isAtEnd else { return nil }
        cells.append(
          CellRange(
            start: start + 1, end: index, hasDoubledQuotes: hasDoubledQuotes))
        index += 1
        // What follows a closed cell is not a cell: the quote was none.
        if index < bytes.count, !isEnd(bytes[index]) { hasUnclosedQuote = true }
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return index
      case Self.lineFeed: lineCount += 1
      default: break
      }
      index += 1
    }
    guard isAtEnd else { return nil }
    hasUnclosedQuote = true
    cells.append(
      CellRange(
        start: start + 1, end: index, hasDoubledQuotes: hasDoubledQuotes)
    )
    return index
  }
}
