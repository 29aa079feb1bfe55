/// The way in which a text separates the cells of a table.
package struct TextDialect: Hashable, Sendable {
  /// The byte between cells; nil if a row has one cell.
  package let separator: UInt8?
  /// True if cells may stand in quotation marks (RFC 4180).
  package let isQuoted: Bool

  /// Creates a dialect.
  package init(separator: UInt8?, isQuoted: Bool) {
    self.separator = separator
    self.isQuoted = isQuoted
  }

  /// The dialect of ``CSV``.
  package static let csv = TextDialect(
    separator: UInt8(ascii: ","), isQuoted: true)

  /// The separators that are looked for, the surest one first.
  private static let separators = "\t;|,".utf8

  /// Finds the dialect of a text by its first lines: that separator which
  /// gives most lines the same number of cells.
  init(of beginning: UnsafeRawBufferPointer) {
    var best: (score: Int, dialect: TextDialect)?
    for separator in Self.separators {
      for isQuoted in [true, false] {
        let dialect = TextDialect(separator: separator, isQuoted: isQuoted)
        let score = dialect.score(on: beginning)
        if score > best?.score ?? 0 { best = (score, dialect) }
      }
    }
    self = best?.dialect ?? TextDialect(separator: nil, isQuoted: false)
  }

  /// The most lines that are looked at.
  private static let sampleCount = 200

  /// Returns how many lines have the most frequent number of cells, more than
  /// one; 0 if there are none.
  private func score(on text: UnsafeRawBufferPointer) -> Int {
    var counts: [Int: Int] = [:]
    var scanner = RowScanner(dialect: self)
    var offset = 0
    var rows = 0
    while rows < Self.sampleCount, offset < text.count {
      let rest = UnsafeRawBufferPointer(rebasing: text[offset...])
      guard let end = scanner.scan(rest, isAtEnd: true) else { break }
      if isQuoted, scanner.hasUnclosedQuote { return 0 }
      if scanner.cells.count > 1 {
        counts[scanner.cells.count, default: 0] += 1
      }
      offset += end
      rows += 1
    }
    // A separator that only some lines have is part of a text.
    guard let most = counts.values.max(), most * 2 > min(rows, 4) else {
      return 0
    }
    return most
  }
}
