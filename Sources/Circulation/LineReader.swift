import Glibc

/// A reader of a file's lines, in constant memory whatever their length.
package struct LineReader {
  /// The position of a line in its file.
  package struct Position {
    /// The line's number; the first is 1.
    package let number: Int
    /// The offset of its first byte, in bytes.
    package let offset: Int
    /// The offset after its last byte, LF included.
    package let end: Int
    /// True if the line ends with an LF; only the last line can lack it.
    package let isTerminated: Bool
  }

  /// The maximum number of bytes passed on; longer lines are cut, so that a
  /// binary file needs no more memory than a text file.
  package static let maximumLineLength = 1 << 16

  private static let capacity = 1 << 18

  /// Calls the body with each line, without its LF and cut at
  /// ``maximumLineLength``.
  ///
  /// - Throws: ``FileError``.
  package static func forEachLine(
    in file: any ByteSource, _ body: (Position, Span<UInt8>) -> Void
  ) throws(FileError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity, alignment: 16)
    defer { buffer.deallocate() }
    var number = 1
    // The buffer starts with the line at this offset; of an overlong line, the
    // bytes after its beginning are dropped.
    var offset = 0
    var filled = 0
    var dropped = 0
    while true {
      let space = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try file.read(into: space, at: offset + dropped + filled)
      filled += count
      let isAtEnd = count < space.count
      var lineStart = 0
      while lineStart < filled {
        let bytes = Span<UInt8>(
          _unsafeBytes: UnsafeRawBufferPointer(
            rebasing: buffer[lineStart..<filled]))
        let length = bytes.distanceToLineFeed(
          from: dropped > 0 ? maximumLineLength : 0)
        let isTerminated = length < bytes.count
        guard isTerminated || isAtEnd else { break }
        let size = isTerminated ? length + 1 : length
        let position = Position(
          number: number, offset: offset, end: offset + dropped + size,
          isTerminated: isTerminated)
        body(position, bytes.extracting(0..<min(length, maximumLineLength)))
        lineStart += size
        offset = position.end
        dropped = 0
        number += 1
      }
      if isAtEnd { return }
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: buffer[lineStart..<filled]))
      filled -= lineStart
      if filled > maximumLineLength {
        dropped += filled - maximumLineLength
        filled = maximumLineLength
      }
    }
  }
}

extension Span<UInt8> {
  fileprivate func distanceToLineFeed(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let base = rest.baseAddress else { return bytes.count }
      let found = memchr(base, Int32(UInt8.lineFeed), rest.count)
      return found.map { UnsafeRawPointer($0) - base + start } ?? bytes.count
    }
  }
}
