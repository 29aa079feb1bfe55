/// A scanner of the rows of a text, which finds the cells of one at a time.
///
/// White space before a cell and after its closing quotation mark is skipped.
struct RowScanner {
  /// A cell in the bytes of a row.
  struct CellRange {
    let start: Int
    let end: Int
    /// True if it stands in quotation marks.
    let isQuoted: Bool
    /// True if quotation marks in it are doubled.
    let hasDoubledQuotes: Bool
  }

  /// The ways in which quotation marks of a row are misplaced.
  struct Flaws: OptionSet {
    let rawValue: Int
    /// One opens a cell, and none closes it.
    static let unclosed = Flaws(rawValue: 1 << 0)
    /// Something follows one that closes a cell: the first one was none.
    static let followed = Flaws(rawValue: 1 << 1)
    /// One stands alone in a cell.
    static let lone = Flaws(rawValue: 1 << 2)
  }

  let dialect: TextDialect
  /// The cells of the last row.
  private(set) var cells: [CellRange] = []
  /// The number of line ends in the last row, its own included.
  private(set) var lineCount = 0
  /// The flaws of the last row.
  private(set) var flaws: Flaws = []

  /// True if a cell of the last row that a quotation mark opens is none.
  var hasUnclosedQuote: Bool {
    !flaws.isDisjoint(with: [.unclosed, .followed])
  }

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
    flaws = []
    var index = 0
    while true {
      let start = skipBlanks(bytes, from: index)
      if dialect.isQuoted, start < bytes.count, bytes[start] == Self.quote {
        guard let next = scanQuoted(bytes, from: start, isAtEnd: isAtEnd) else {
          return nil
        }
        index = next
      } else {
        index = scanPlain(bytes, from: start)
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

  /// Returns the offset of the first byte that is not of white space.
  private func skipBlanks(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    var index = start
    while index < bytes.count, !isEnd(bytes[index]) {
      let length = bytes.lengthOfBlank(at: index)
      guard length > 0 else { break }
      index += length
    }
    return index
  }

  /// Finds a cell without quotation marks around it.
  ///
  /// - Returns: the offset after it.
  private mutating func scanPlain(
    _ bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    var index = start
    var hasDoubledQuotes = false
    while index < bytes.count, !isEnd(bytes[index]) {
      if bytes[index] == Self.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          hasDoubledQuotes = true
          index += 1
        } else {
          flaws.insert(.lone)
        }
      }
      index += 1
    }
    cells.append(
      CellRange(
        start: start, end: index, isQuoted: false,
        hasDoubledQuotes: hasDoubledQuotes))
    return index
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
            start: start + 1, end: index, isQuoted: true,
            hasDoubledQuotes: hasDoubledQuotes))
        index = skipBlanks(bytes, from: index + 1)
        if index < bytes.count, !isEnd(bytes[index]) { flaws.insert(.followed) }
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return index
      case Self.lineFeed: lineCount += 1
      default: break
      }
      index += 1
    }
    guard isAtEnd else { return nil }
    flaws.insert(.unclosed)
    cells.append(
      CellRange(
        start: start + 1, end: index, isQuoted: true,
        hasDoubledQuotes: hasDoubledQuotes))
    return index
  }
}

extension UnsafeRawBufferPointer {
  /// Returns the number of bytes of the white space at an offset, in UTF-8; 0 if
  /// there is none.
  fileprivate func lengthOfBlank(at index: Int) -> Int {
    switch self[index] {
    case 0x20, 0x09...0x0d: return 1
    case 0xc2, 0xe1...0xe3:
      let bytes = self[index..<Swift.min(index + 3, count)]
      guard
        let scalar = String(decoding: bytes, as: UTF8.self)
          .unicodeScalars.first, scalar.properties.isWhitespace
      else { return 0 }
      return UTF8.width(scalar)
    default: return 0
    }
  }
}
