// A line as its bytes.
extension Span<UInt8> {
  /// The length of the line without its LF or CR LF.
  @inline(__always)
  var endBeforeLineEnd: Int {
    var end = count
    if end > 0, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// The offset of the line's content after a byte-order mark.
  var endOfByteOrderMark: Int {
    count >= 3 && self[0] == 0xef && self[1] == 0xbb && self[2] == 0xbf ? 3 : 0
  }

  /// True if the line has no content.
  var isBlank: Bool {
    (endOfByteOrderMark..<count).allSatisfy {
      [0x0c, 0x0d, 0x1a, 0x20].contains(self[$0])
    }
  }
}
