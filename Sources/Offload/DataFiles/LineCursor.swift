import Circulation
import Glibc

/// A reader that moves forward through a file line by line, on request.
///
/// Its memory does not depend on the lines: a line longer than the buffer is
/// returned in several pieces, so that it can still be copied.
struct LineCursor {
  /// The maximum length of a piece in bytes; any transaction's line fits.
  static let maximumPieceLength = 1 << 17

  private static let lineEnd: [UInt8] = [UInt8(ascii: "\r"), lineFeed]
  private static let lineFeed = UInt8(ascii: "\n")

  /// The file being read.
  let file: any OpenFile
  /// The line number of the current piece; the first is 1.
  private(set) var number = 0
  /// The offset of the current piece in the file, in bytes.
  private(set) var offset = 0
  /// True if the piece continues the line of the piece before it.
  private(set) var isContinued = false

  private let room: Room
  /// The start of the buffer.
  private let base: UnsafeMutableRawPointer
  /// The range of the current piece in the buffer.
  private var piece = 0..<0
  private var filled = 0
  /// The number of bytes read from the file.
  private var readEnd = 0
  private var isAtEnd = false
  private var endsLine = true

  /// Creates a cursor before the first line.
  init(_ file: any OpenFile) {
    self.file = file
    room = Room()
    base = room.base
  }

  /// A buffer for one piece, and for the line end that a last line may lack.
  private final class Room {
    let base = UnsafeMutableRawPointer.allocate(
      byteCount: maximumPieceLength + lineEnd.count, alignment: 16)

    deinit { base.deallocate() }
  }

  /// The current piece, including its line end, which is added to a last line
  /// that lacks it.
  ///
  /// Valid until the cursor advances: nothing else moves bytes in the buffer,
  /// which lives as long as the cursor.
  @inline(__always)
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + piece.lowerBound, count: piece.count)
  }

  /// Advances to the next piece.
  ///
  /// - Returns: false at the end of the file.
  /// - Throws: ``FileError``.
  @inline(__always)
  mutating func advance() throws(FileError) -> Bool {
    offset += piece.count
    isContinued = !endsLine
    if endsLine { number += 1 }
    if let end = lineEnd(from: piece.upperBound) {
      piece = piece.upperBound..<end
      return true
    }
    return try fill()
  }

  /// Returns the index after the next LF in the buffer; nil if there is none.
  @inline(__always)
  private mutating func lineEnd(from start: Int) -> Int? {
    guard
      start < filled,
      let found = memchr(base + start, Int32(Self.lineFeed), filled - start)
    else { return nil }
    endsLine = true
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }

  private mutating func fill() throws(FileError) -> Bool {
    filled -= piece.upperBound
    base.copyMemory(from: base + piece.upperBound, byteCount: filled)
    piece = 0..<0
    if !isAtEnd {
      let space = UnsafeMutableRawBufferPointer(
        start: base + filled, count: Self.maximumPieceLength - filled)
      let count = try file.read(into: space, at: readEnd)
      readEnd += count
      isAtEnd = count < space.count
      let searched = filled
      filled += count
      if let end = lineEnd(from: searched) {
        piece = 0..<end
        return true
      }
    }
    endsLine = isAtEnd
    if isAtEnd {
      guard filled > 0 else { return false }
      addLineEnd()
      piece = 0..<filled
    } else {
      // One byte is kept for the next piece, which may be the last.
      piece = 0..<filled - 1
    }
    return true
  }

  /// Terminates the last line with CR LF, as the station does.
  private mutating func addLineEnd() {
    let last = base.load(fromByteOffset: filled - 1, as: UInt8.self)
    for byte in Self.lineEnd.drop(while: { $0 == last }) {
      base.storeBytes(of: byte, toByteOffset: filled, as: UInt8.self)
      filled += 1
    }
  }
}
