/// What old programs leave before or after a line, and is of no line: the mark
/// of DOS for the end of a text (0x1A, as `copy a+b all` writes it), and form
/// feeds (0x0C), as they stand between printed pages.
package struct OuterMarks: OptionSet, Hashable, Sendable, BitwiseCopyable {
  package let rawValue: UInt8

  /// A set of marks.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The mark of DOS for the end of a text.
  package static let endOfText = OuterMarks(rawValue: 1)
  /// A form feed.
  package static let formFeed = OuterMarks(rawValue: 2)

  /// The mark that a byte is; none if it is none.
  package init(_ byte: UInt8) {
    switch byte {
    case 0x1a: self = .endOfText
    case 0x0c: self = .formFeed
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
  @inline(__always)
  package var withoutOuterMarks: Range<Int> {
    var (start, end) = (0, count)
    while start < end, OuterMarks(self[start]) != [] { start += 1 }
    while start < end, OuterMarks(self[end - 1]) != [] { end -= 1 }
    return start..<end
  }
}
