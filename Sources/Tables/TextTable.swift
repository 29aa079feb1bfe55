import Circulation

/// A table in a text file: cells between commas, semicolons, tabs or bars.
///
/// Its encoding, separator and quotation marks are those that its first lines
/// show. Memory does not grow with the file.
package struct TextTable {
  /// The way in which cells are separated.
  package let dialect: TextDialect
  private let source: TextSource

  /// The maximum length of a row in bytes: longer ones are not of a list.
  package static let maximumRowLength = 1 << 20

  /// Opens a table.
  ///
  /// - Throws: ``FileError``.
  package init(_ file: any OpenFile) throws(FileError) {
    source = try TextSource(file)
    var reader = source
    var beginning: [UInt8] = []
    while beginning.count < 1 << 16, try reader.read(into: &beginning) {}
    dialect = beginning.withUnsafeBytes {
      // A line that is cut off is not looked at.
      let end = $0.lastIndex { $0 == 0x0a || $0 == 0x0d } ?? $0.count
      return TextDialect(of: UnsafeRawBufferPointer(rebasing: $0[..<end]))
    }
  }

  /// Opens a table whose cells are separated in a way that is known.
  ///
  /// - Throws: ``FileError``.
  package init(
    _ file: any OpenFile, _ dialect: TextDialect
  ) throws(FileError) {
    source = try TextSource(file)
    self.dialect = dialect
  }

  /// Calls a body with each row or broken row in order, without blank lines.
  ///
  /// - Parameters:
  ///   - take: takes a row; returns false to stop.
  ///   - refuse: takes what is not a row.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``FileError``.
  package func read(
    _ take: (TableRow) -> Bool, refuse: (BrokenRow) -> Void,
    progress: (Int) -> Void = { _ in }
  ) throws(FileError) {
    var source = source
    var scanner = RowScanner(dialect: dialect)
    var plain = RowScanner(
      dialect: TextDialect(separator: nil, isQuoted: false))
    var buffer: [UInt8] = []
    var start = 0
    var line = 1
    var hasMore = true
    var isSkipping = false
    while true {
      let step = buffer.withUnsafeBytes { all -> Step in
        let bytes = UnsafeRawBufferPointer(rebasing: all[start...])
        if bytes.isEmpty, !hasMore { return .end }
        if isSkipping, !bytes.isEmpty {
          let length = plain.scan(bytes, isAtEnd: true) ?? bytes.count
          return .rest(length, isWhole: plain.lineCount > 0)
        }
        let isTooLong = bytes.count > Self.maximumRowLength
        let isAtEnd = !hasMore || isTooLong
        if let length = scanner.scan(bytes, isAtEnd: isAtEnd),
          !scanner.hasUnclosedQuote, length <= Self.maximumRowLength
        {
          return .row(length, lines: scanner.lineCount)
        }
        guard isAtEnd else { return .more }
        // The line alone is broken: what follows may be whole.
        let length = plain.scan(bytes, isAtEnd: true) ?? bytes.count
        return .broken(
          length,
          isTooLong && length > Self.maximumRowLength
            ? .tooLong(maximum: Self.maximumRowLength) : .unclosedQuote)
      }
      switch step {
      case .end: return
      case .more:
        buffer.removeFirst(start)
        start = 0
        hasMore = try source.read(into: &buffer)
        progress(source.offset)
      case .row(let length, let lines):
        let row = TableRow(
          line: line, cells: scanner.texts(in: buffer, from: start))
        start += length
        line += lines
        if !row.isBlank, !take(row) { return }
      case .broken(let length, let reason):
        let text = buffer[start..<start + min(length, 2_000)]
          .withUnsafeBytes { CellText.decode($0) }
        refuse(BrokenRow(line: line, text: text, reason: reason))
        start += length
        line += 1
        isSkipping = plain.lineCount == 0
      case .rest(let length, let isWhole):
        start += length
        isSkipping = !isWhole
      }
    }
  }

  private enum Step {
    case row(Int, lines: Int)
    case broken(Int, BrokenRow.Reason)
    /// The rest of a broken line.
    case rest(Int, isWhole: Bool)
    case more
    case end
  }
}

extension RowScanner {
  /// Returns the texts of the cells of the last row.
  fileprivate func texts(in buffer: [UInt8], from start: Int) -> [String] {
    buffer.withUnsafeBytes { bytes in
      cells.map { cell in
        let text = CellText.decode(
          UnsafeRawBufferPointer(
            rebasing: bytes[start + cell.start..<start + cell.end]))
        return cell.isQuoted && cell.hasDoubledQuotes
          ? text.replacing("\"\"", with: "\"") : text
      }
    }
  }
}
