import Circulation

/// What a line of a data file is known again by, in whatever file it stands.
///
/// It is the first eight bytes of the SHA-256 of the date and time, the letter
/// of the operation, and the item: however the line was padded and ended, and
/// whether or not an editor put the mark of UTF-8 before it. The borrower is not
/// in it, so that what is made of marks tells nobody who borrowed what. Of a
/// line that is no transaction it is that of the columns up to 93, without
/// blanks at the ends.
package struct LineMark: Hashable, Sendable {
  /// The eight bytes, the first of them highest.
  package let bits: UInt64
}

/// Makes the marks of lines.
package struct LineMarker {
  private let sha = SHA256()

  /// A maker of marks.
  package init() {}

  /// The mark of a line, which may have its CR still; nil for a blank line.
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
    // The item may stand in fewer columns than its barcode would fill.
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

extension Span<UInt8> {
  /// Where the line begins that has the mark of UTF-8 before it, which is none of
  /// its columns.
  var endOfByteOrderMark: Int {
    count >= 3 && self[0] == 0xef && self[1] == 0xbb && self[2] == 0xbf ? 3 : 0
  }
}
