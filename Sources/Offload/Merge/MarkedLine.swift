import Circulation

/// A line from which surrounding control characters were removed.
struct MarkedLine {
  /// The characters removed.
  let marks: OuterMarks
  /// The line with its line end; empty if there were only such characters.
  let bytes: [UInt8]

  /// Removes the characters around a line; nil if there are none, as in nearly
  /// all lines.
  @inline(__always)
  init?(_ line: Span<UInt8>) {
    let end = line.endBeforeLineEnd
    // Most lines begin with a digit and end with one.
    guard
      end > 0,
      line[0] < UInt8(ascii: " ") || line[end - 1] &- UInt8(ascii: " ") > 0x5f,
      OuterMarks.isMark(line[0]) || OuterMarks.mayEnd(with: line[end - 1])
    else { return nil }
    self.init(line, end: end)
  }

  private init?(_ line: Span<UInt8>, end: Int) {
    let inner = line.extracting(0..<end)
    let content = inner.withoutOuterMarks
    guard content.count < end else { return nil }
    marks = OuterMarks(around: inner)
    var bytes: [UInt8] = []
    if !content.isEmpty {
      for index in content { bytes.append(line[index]) }
      for index in end..<line.count { bytes.append(line[index]) }
    }
    self.bytes = bytes
  }
}
