import Circulation

/// A digest that identifies a line of a data file, in whatever file it is.
///
/// The first eight bytes of the SHA-256 of time, operation letter and item,
/// independent of padding, line end and byte-order mark. The borrower is not
/// included, so that marks do not reveal who borrowed what. For a line that is
/// not a transaction: the digest of columns 1 to 93 without outer spaces.
package struct LineMark: Hashable, Sendable {
  /// The eight bytes in big-endian order.
  package let bits: UInt64
}

/// A generator of line marks; it reuses its hashing state.
package struct LineMarker {
  private let sha = SHA256()

  /// Creates a generator.
  package init() {}

  /// Returns the mark of a line, with or without its CR; nil for a blank line.
  package func mark(of line: Span<UInt8>) -> LineMark? {
    var line = line
    if line.count > 0, line[line.count - 1] == UInt8(ascii: "\r") {
      line = line.extracting(0..<line.count - 1)
    }
    line = line.extracting(line.endOfByteOrderMark..<line.count)
    line = line.extracting(line.withoutOuterMarks)
    let isTimed = DataFormat.time(in: line) != nil
    guard let layout = try? DataFormat.layout(of: line, isTimed: isTimed) else {
      return mark(ofMalformed: line)
    }
    // The item column may be narrower than 80 columns.
    return mark(ofColumns: line.extracting(0..<layout.item.upperBound))
  }

  private func mark(ofColumns bytes: Span<UInt8>) -> LineMark {
    LineMark(bits: sha.firstEight(of: bytes))
  }

  private func mark(ofMalformed line: Span<UInt8>) -> LineMark? {
    var (start, end) = (0, min(line.count, 93))
    while start < end, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
    while start < end, line[start] == UInt8(ascii: " ") { start += 1 }
    return start == end ? nil : mark(ofColumns: line.extracting(start..<end))
  }
}
