import Seeded
import Simulated
import Testing

@testable import Circulation

struct LineReaderTests {
  @Test func theQuickLookForAMarkSeesWhatTheSlowOneSees() {
    for byte in UInt8.min...UInt8.max {
      #expect(OuterMarks.isMark(byte) == (OuterMarks(byte) != []))
      #expect(
        OuterMarks.mayEnd(with: byte)
          == (OuterMarks.isMark(byte) || byte == OuterMarks.filler))
    }
  }

  private struct Line: Equatable {
    let number: Int
    let offset: Int
    let end: Int
    let isTerminated: Bool
    let bytes: [UInt8]
  }

  private func lines(of bytes: [UInt8]) throws -> [Line] {
    let fileSystem = SimulatedFileSystem()
    fileSystem["/file"] = bytes
    var lines: [Line] = []
    try LineReader.forEachLine(
      in: fileSystem.open("/file", for: .reading)
    ) { position, bytes in
      lines.append(
        Line(
          number: position.number, offset: position.offset, end: position.end,
          isTerminated: position.isTerminated,
          bytes: bytes.withUnsafeBytes { Array($0) }))
    }
    return lines
  }

  /// The lines that the plainest of readers finds.
  private func expected(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var offset = 0
    for line in bytes.lines {
      let end = min(offset + line.count + 1, bytes.count)
      if end > offset {
        lines.append(
          Line(
            number: lines.count + 1, offset: offset, end: end,
            isTerminated: end == offset + line.count + 1,
            bytes: Array(line.prefix(LineReader.maximumLineLength))))
      }
      offset = end
    }
    return lines
  }

  @Test(arguments: ["", "\n", "a", "a\n", "a\n\nb", "\r\n\n", "ab\ncd\n"])
  func everyByteIsInOneLine(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try lines(of: bytes) == expected(of: bytes))
  }

  @Test func linesOfAnyLengthAreReadAcrossTheBuffersEnd() throws {
    var generator = SeededGenerator(seed: 4)
    let longest = LineReader.maximumLineLength
    // Around the longest line that is given whole, and the buffer's size.
    let lengths = [
      0, 1, longest - 1, longest, longest + 1, 4 * longest - 1, 4 * longest,
      4 * longest + 1, 9 * longest, 3, 77,
    ]
    for _ in 0..<4 {
      var bytes: [UInt8] = []
      for length in lengths.shuffled(using: &generator) {
        let letter = UInt8.random(in: 0x61...0x7a, using: &generator)
        bytes += [UInt8](repeating: letter, count: length) + [.lineFeed]
      }
      if Bool.random(using: &generator) { bytes.removeLast() }
      let found = try lines(of: bytes)
      #expect(found == expected(of: bytes))
    }
  }
}
