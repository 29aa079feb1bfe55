import Circulation

/// The offsets of a file's lines: every sixteenth is stored, so that any line
/// is found with one or two reads.
struct LineOffsets {
  /// The number of bytes of a line that are returned: more than any transaction
  /// has.
  static let maximumTextLength = 256

  private static let step = 16
  private static let readSize = 4_096

  /// The number of lines.
  private(set) var lineCount = 0
  private var offsets: [Int] = []

  /// Adds the next line, which begins at the offset.
  mutating func add(_ offset: Int) {
    if lineCount % Self.step == 0 { offsets.append(offset) }
    lineCount += 1
  }

  /// Reads the beginning of a line, without its line end; empty if the file has
  /// changed.
  ///
  /// - Throws: ``FileError``.
  func text(
    ofLine number: Int, in file: any OpenFile
  ) throws(FileError) -> [UInt8] {
    let lineFeed = UInt8(ascii: "\n")
    var missing = (number - 1) % Self.step
    var offset = offsets[(number - 1) / Self.step]
    var text: [UInt8] = []
    while text.count < Self.maximumTextLength {
      let part = try file.bytes(offset..<offset + Self.readSize)
      if part.isEmpty { break }
      offset += part.count
      var rest = part[...]
      while missing > 0, let end = rest.firstIndex(of: lineFeed) {
        rest = rest[(end + 1)...]
        missing -= 1
      }
      guard missing == 0 else { continue }
      let end = rest.firstIndex(of: lineFeed)
      text += rest[..<(end ?? rest.endIndex)]
      if end != nil { break }
    }
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    return Array(text.prefix(Self.maximumTextLength))
  }
}
