import Circulation
import Glibc

/// Reads a file forward, line by line, when it is asked for the next one.
///
/// It needs the same memory whatever the lines are: one that its buffer has no
/// room for comes in several pieces, so that it can be copied whole.
struct LineCursor {
  /// The longest piece, in bytes; any line of a transaction fits into one.
  static let longestPiece = 1 << 17

  private static let lineEnd: [UInt8] = [UInt8(ascii: "\r"), lineFeed]
  private static let lineFeed = UInt8(ascii: "\n")

  /// What it reads.
  let file: any OpenFile
  /// The number of the line that the piece is of; the first is 1.
  private(set) var number = 0
  /// The offset in the file of the first byte of the piece.
  private(set) var offset = 0
  /// Whether the piece goes on with the line of the piece before it.
  private(set) var isContinued = false

  private let room: Room
  /// Where the room begins.
  private let base: UnsafeMutableRawPointer
  /// Where the piece is in the buffer.
  private var piece = 0..<0
  private var filled = 0
  /// How much of the file was read.
  private var readEnd = 0
  private var isAtEnd = false
  private var endsLine = true

  /// A cursor before the first line.
  init(_ file: any OpenFile) {
    self.file = file
    room = Room()
    base = room.base
  }

  /// Room for a piece, and for the end that a last line may lack.
  private final class Room {
    let base = UnsafeMutableRawPointer.allocate(
      byteCount: longestPiece + lineEnd.count, alignment: 16)

    deinit { base.deallocate() }
  }

  /// The piece: what is left of the line, its end included, also if the last
  /// one of the file has none.
  ///
  /// It holds until the cursor goes on: nothing else moves bytes in the room,
  /// which lives as long as the cursor.
  @inline(__always)
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + piece.lowerBound, count: piece.count)
  }

  /// Goes on to the next piece.
  ///
  /// - Returns: whether there is one.
  @inline(__always)
  mutating func advance() throws(FileFailure) -> Bool {
    offset += piece.count
    isContinued = !endsLine
    if endsLine { number += 1 }
    if let end = lineEnd(from: piece.upperBound) {
      piece = piece.upperBound..<end
      return true
    }
    return try fill()
  }

  /// The index after the next LF, if one was read already.
  @inline(__always)
  private mutating func lineEnd(from start: Int) -> Int? {
    guard
      start < filled,
      let found = memchr(base + start, Int32(Self.lineFeed), filled - start)
    else { return nil }
    endsLine = true
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }

  private mutating func fill() throws(FileFailure) -> Bool {
    filled -= piece.upperBound
    base.copyMemory(from: base + piece.upperBound, byteCount: filled)
    piece = 0..<0
    if !isAtEnd {
      let space = UnsafeMutableRawBufferPointer(
        start: base + filled, count: Self.longestPiece - filled)
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
      // One byte stays for the next piece, which may be the last.
      piece = 0..<filled - 1
    }
    return true
  }

  /// Ends the last line as the station's own are.
  private mutating func addLineEnd() {
    let last = base.load(fromByteOffset: filled - 1, as: UInt8.self)
    for byte in Self.lineEnd.drop(while: { $0 == last }) {
      base.storeBytes(of: byte, toByteOffset: filled, as: UInt8.self)
      filled += 1
    }
  }
}
