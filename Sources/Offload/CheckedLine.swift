import Circulation

/// A line of a file that is only appended to: a JSON object whose first key is
/// `check`, the CRC-32C of the bytes after the comma that follows it, as eight
/// hex digits.
enum CheckedLine {
  private static let start = Array("{\"check\":\"".utf8)
  private static let checkEnd = Array("\",".utf8)

  /// Appends the line of an object, LF included; `write` adds the object's
  /// bytes after its opening brace.
  static func append(
    to bytes: inout [UInt8], _ write: (inout [UInt8]) -> Void
  ) {
    bytes += start
    let check = bytes.count..<bytes.count + 8
    bytes += repeatElement(0, count: check.count)
    bytes += checkEnd
    let begin = bytes.count
    write(&bytes)
    bytes.replaceSubrange(
      check, with: Self.check(of: bytes.span.extracting(begin...)))
    bytes.append(0x0a)
  }

  /// The number of bytes before the object's own.
  static let headLength = start.count + 8 + checkEnd.count

  /// Returns the object of a line, given without its LF, and without the check;
  /// nil if the line is damaged.
  static func object(in line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.starts(with: start) else { return nil }
    let afterStart = line.dropFirst(start.count)
    let afterCheck = afterStart.dropFirst(8)
    guard afterCheck.starts(with: checkEnd) else { return nil }
    let rest = Array(afterCheck.dropFirst(checkEnd.count))
    guard afterStart.prefix(8).elementsEqual(check(of: rest.span)) else {
      return nil
    }
    return [UInt8(ascii: "{")] + rest
  }

  /// Returns true if a line begins like one of these.
  static func begins(_ line: [UInt8]) -> Bool { line.starts(with: start) }

  private static func check(of bytes: Span<UInt8>) -> [UInt8] {
    let digits = String(Checksum.of(bytes), radix: 16)
    return Array(
      (String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }
}
