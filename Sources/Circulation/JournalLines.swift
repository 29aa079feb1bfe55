/// A line of a journal as it is kept elsewhere: an event, byte for byte.
package struct JournalLine: Hashable, Sendable {
  /// The sequence number of the event.
  package let sequence: Int
  /// The headers that stand before the line, each with its LF; empty for most
  /// lines.
  package let header: [UInt8]
  /// The line, without its LF.
  package let bytes: [UInt8]
  /// The offset in the journal after the line and its LF.
  package let end: Int
}

extension OpenFile {
  /// Reads the sound lines of a journal that begin at an offset; damaged ones
  /// are left out.
  ///
  /// - Parameters:
  ///   - offset: the offset of a line.
  ///   - end: the end of the journal's lines.
  ///   - size: the number of bytes to read at most: more than a line has.
  /// - Returns: the lines, and the offset after them; equal to `offset` if only
  ///   headers are left.
  /// - Throws: ``FileError``.
  package func journalLines(
    from offset: Int, to end: Int, size: Int = 1 << 16
  ) throws(FileError) -> (lines: [JournalLine], end: Int) {
    let bytes = try bytes(offset..<min(offset + size, end))
    var lines: [JournalLine] = []
    var header: [UInt8] = []
    // The end of the last event, or of what is not a line.
    var done = 0
    var start = 0
    while start < bytes.count {
      let lineEnd = bytes.span.firstIndex(of: .lineFeed, from: start)
      guard lineEnd < bytes.count else { break }
      let line = bytes.span.extracting(start..<lineEnd)
      if JournalFormat.isWhole(line) {
        let first = line.extracting(JournalFormat.fields(of: line)[0])
        if first.elementsEqual(JournalFormat.title) {
          header += bytes[start...lineEnd]
        } else if let sequence = first.number {
          lines.append(
            JournalLine(
              sequence: sequence, header: header,
              bytes: Array(bytes[start..<lineEnd]), end: offset + lineEnd + 1))
          header = []
        }
      }
      start = lineEnd + 1
      if header.isEmpty { done = start }
    }
    // Bytes without an LF are damage: no line is so long.
    if done == 0, header.isEmpty { done = bytes.count }
    return (lines, offset + done)
  }

  /// Calls the body with all sound lines of a journal, until it returns false.
  ///
  /// - Throws: ``FileError``.
  package func forEachJournalLine(
    before end: Int, _ body: (JournalLine) -> Bool
  ) throws(FileError) {
    var offset = 0
    while true {
      let (lines, next) = try journalLines(from: offset, to: end)
      guard lines.allSatisfy(body), next > offset else { return }
      offset = next
    }
  }
}
