import Circulation

/// A line that had marks of old programs around it, without them.
struct MarkedLine {
  /// The marks.
  let marks: OuterMarks
  /// The line and its end; nothing if there were only marks.
  let bytes: [UInt8]

  /// The line without its marks; nil if it has none, as nearly all lines.
  @inline(__always)
  init?(_ line: Span<UInt8>) {
    let end = line.endBeforeLineEnd
    guard
      end > 0,
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
