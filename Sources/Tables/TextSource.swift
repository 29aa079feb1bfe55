import Circulation

/// The bytes of a text in chunks, as UTF-8 where the file is UTF-16.
struct TextSource {
  private let file: any OpenFile
  private let encoding: TextBeginning.Encoding
  /// The offset of the next byte.
  private(set) var offset: Int
  /// The first half of a character that the next chunk completes.
  private var half: UInt16?

  /// True if the bytes are not those of the file: it is in UTF-16.
  var isConverted: Bool { encoding != .bytes }

  private static let chunkSize = 1 << 18

  /// - Throws: ``FileError``.
  init(_ file: any OpenFile) throws(FileError) {
    self.file = file
    let beginning = TextBeginning(try file.bytes(0..<4))
    encoding = beginning.encoding
    offset = beginning.markLength
  }

  /// Appends the next bytes.
  ///
  /// - Returns: false at the end.
  /// - Throws: ``FileError``.
  mutating func read(into buffer: inout [UInt8]) throws(FileError) -> Bool {
    let bytes = try file.bytes(offset..<offset + Self.chunkSize)
    offset += bytes.count
    guard !bytes.isEmpty else { return false }
    switch encoding {
    case .bytes: buffer += bytes
    case .utf16LittleEndian:
      append(bytes, to: &buffer) { $1 << 8 | $0 }
    case .utf16BigEndian:
      append(bytes, to: &buffer) { $0 << 8 | $1 }
    }
    return true
  }

  private mutating func append(
    _ bytes: [UInt8], to buffer: inout [UInt8],
    unit: (UInt16, UInt16) -> UInt16
  ) {
    var units: [UInt16] = half.map { [$0] } ?? []
    half = nil
    units.reserveCapacity(bytes.count / 2 + 1)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(unit(UInt16(bytes[index]), UInt16(bytes[index + 1])))
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) {
      half = last
      units.removeLast()
    }
    buffer += String(decoding: units, as: UTF16.self).utf8
  }
}
