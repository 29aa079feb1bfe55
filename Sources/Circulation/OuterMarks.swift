/// What old programs leave before or after a line, and is of no line: the mark
/// of DOS for the end of a text (0x1A, as `copy a+b all` writes it), form feeds
/// (0x0C), as they stand between printed pages, and what terminals and wires
/// frame a text with (STX, ETX, EOT, VT, ESC).
package struct OuterMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt8

  /// A set of marks.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The mark of DOS for the end of a text.
  package static let endOfText = OuterMarks(rawValue: 1)
  /// A form feed.
  package static let formFeed = OuterMarks(rawValue: 2)

  /// What frames a text on its way.
  package static let frame = OuterMarks(rawValue: 4)

  /// What the last block of a file is filled with, behind the mark of its end.
  package static let filler: UInt8 = 0xe5

  /// Whether a byte is a mark; asked of each line, in other modules too.
  @inlinable
  package static func isMark(_ byte: UInt8) -> Bool {
    // A bit for each of the bytes named above.
    byte < 0x20 && 0x0c00_181c >> UInt32(byte) & 1 == 1
  }

  /// Whether a byte may be the last of a line with marks.
  @inlinable
  package static func mayEnd(with byte: UInt8) -> Bool {
    byte == 0xe5 || isMark(byte)
  }

  /// The mark that a byte is; none if it is none.
  package init(_ byte: UInt8) {
    switch byte {
    case 0x1a: self = .endOfText
    case 0x0c: self = .formFeed
    case 0x02, 0x03, 0x04, 0x0b, 0x1b: self = .frame
    default: self = []
    }
  }

  /// The marks around a line, given without its line end.
  package init(around line: Span<UInt8>) {
    let content = line.withoutOuterMarks
    self = []
    for index in line.indices where !content.contains(index) {
      formUnion(OuterMarks(line[index]))
    }
  }
}

extension Span<UInt8> {
  /// Where the line is between marks that stand around it.
  package var withoutOuterMarks: Range<Int> {
    var (start, end) = (0, count)
    if end > 0, self[end - 1] == OuterMarks.filler {
      var mark = end - 1
      while mark > 0, self[mark] == OuterMarks.filler { mark -= 1 }
      if OuterMarks(self[mark]) == .endOfText { end = mark }
    }
    while start < end, OuterMarks.isMark(self[start]) { start += 1 }
    while start < end, OuterMarks.isMark(self[end - 1]) { end -= 1 }
    return start..<end
  }
}
