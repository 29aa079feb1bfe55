/// The control characters that old programs leave around a line and that are
/// not part of it: the DOS end-of-file mark (0x1A, written by `copy a+b all`),
/// form feeds (0x0C) between printed pages, and framing characters of terminals
/// and serial lines (STX, ETX, EOT, VT, ESC).
package struct OuterMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// A bit for each kind of character.
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  // For each line: the library's own go through a literal, which takes longer
  // than all else that is done with a line.

  /// Creates the empty set.
  package init() { self.init(rawValue: 0) }

  /// True for the empty set.
  package var isEmpty: Bool { rawValue == 0 }

  /// The DOS end-of-file mark.
  package static let endOfText = OuterMarks(rawValue: 1)
  /// A form feed.
  package static let formFeed = OuterMarks(rawValue: 2)

  /// A framing character.
  package static let frame = OuterMarks(rawValue: 4)

  /// The byte that fills the last block of a file after its end-of-file mark.
  package static let filler: UInt8 = 0xe5

  /// Returns true if a byte is such a character; inlined since it is called for
  /// each line.
  @inlinable
  package static func isMark(_ byte: UInt8) -> Bool {
    // One bit for each of the bytes named above.
    byte < 0x20 && 0x0c00_181c >> UInt32(byte) & 1 == 1
  }

  /// Returns true if a byte may end a line with such characters.
  @inlinable
  package static func mayEnd(with byte: UInt8) -> Bool {
    byte == 0xe5 || isMark(byte)
  }

  /// Creates the set of the byte's kind; empty for any other byte.
  package init(_ byte: UInt8) {
    switch byte {
    case 0x1a: self = .endOfText
    case 0x0c: self = .formFeed
    case 0x02, 0x03, 0x04, 0x0b, 0x1b: self = .frame
    default: self.init()
    }
  }

  /// Creates the set of characters around a line, given without its line end.
  package init(around line: Span<UInt8>) {
    let content = line.withoutOuterMarks
    self.init()
    for index in line.indices where !content.contains(index) {
      formUnion(OuterMarks(line[index]))
    }
  }
}

extension Span<UInt8> {
  /// The range of the line without such characters at its start and end.
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
