extension ForeignFile {
  /// Recognizes a binary format by its first bytes; nil if none matches.
  init?(packed bytes: [UInt8]) {
    if bytes.starts(with: Array("PK".utf8)), bytes.count > 30, bytes[2] < 9 {
      self = Self.kind(ofZip: bytes)
    } else if bytes.isTar {
      self = .archive
    } else if bytes.isMARC {
      self = .marc
    } else if let (kind, _) = Self.beginnings.first(where: { _, beginnings in
      beginnings.contains { bytes.starts(with: $0) }
    }) {
      self = kind
    } else {
      return nil
    }
  }

  /// Returns the format inside a ZIP archive, by the names of its first
  /// entries.
  private static func kind(ofZip bytes: [UInt8]) -> Self {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("opendocument.spreadsheet") || text.contains("xl/") {
      return .workbook
    }
    if text.contains("application/vnd.oasis.opendocument")
      || text.contains("word/") || text.contains("ppt/")
    {
      return .document
    }
    return text.contains("[Content_Types].xml") || text.contains("_rels/")
      ? .workbook : .archive
  }

  private static let beginnings: [(Self, [[UInt8]])] = [
    (.workbook, [[0xd0, 0xcf, 0x11, 0xe0]]),
    (
      .archive,
      [
        [0x1f, 0x8b], [0x1f, 0x9d], Array("7z".utf8) + [0xbc, 0xaf],
        Array("Rar!".utf8), Array("BZh".utf8), [0xfd] + Array("7zXZ".utf8),
        [0x28, 0xb5, 0x2f, 0xfd], Array("MSCF".utf8),
      ]
    ),
    (.pdf, [Array("%PDF".utf8)]),
    (
      .picture,
      [
        [0x89] + Array("PNG".utf8), [0xff, 0xd8, 0xff], Array("GIF8".utf8),
        [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a],
        Array("RIFF".utf8), [0, 0, 0, 0x18] + Array("ftyp".utf8),
        [0, 0, 0, 0x1c] + Array("ftyp".utf8),
      ]
    ),
    (.database, [Array("SQLite format 3".utf8)]),
    (.winmail, [[0x78, 0x9f, 0x3e, 0x22]]),
  ]
}

extension [UInt8] {
  /// True for the beginning of a tar archive (POSIX ustar).
  fileprivate var isTar: Bool {
    count > 262 && self[257..<262].elementsEqual("ustar".utf8)
  }

  /// True for the leader of an ISO 2709 record.
  fileprivate var isMARC: Bool {
    count > 24 && self[..<5].allSatisfy { 0x30...0x39 ~= $0 }
      && self[20..<24].elementsEqual("4500".utf8)
  }
}
