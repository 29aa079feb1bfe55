import Circulation

/// A file that is no `OffCirc.dat`, but something else that is known by its
/// beginning.
package enum ForeignFile: Hashable, Sendable, CaseIterable {
  /// What Koha's offline circulation tool writes.
  case koha
  /// What Evergreen's offline client writes.
  case evergreen
  /// What Sierra and Millennium write.
  case sierra
  /// What PMB's emergency loans are read from.
  case pmb
  /// What Follett Destiny reads.
  case destiny
  /// The registrations that Polaris writes.
  case polaris
  /// The journal of a station.
  case journal
  /// The ledger of what was handed over.
  case ledger
  /// A list of transactions for spreadsheets.
  case table
  /// Numbers, one a line, without dates.
  case numbers
  /// Text with its layout, as word processors save it.
  case richText
  /// A page of the web.
  case page
  /// A PDF.
  case pdf
  /// A saved mail.
  case mail
  /// A spreadsheet of Excel or LibreOffice.
  case workbook
  /// A packed archive.
  case archive

  /// Whether there are lines in it, which may be transactions behind others.
  var isText: Bool {
    switch self {
    case .pdf, .workbook, .archive: false
    default: true
    }
  }

  /// As much of a file as is looked at.
  package static let sampleSize = 4_096

  /// What a file at a path is; nil if its beginning tells nothing.
  ///
  /// - Throws: ``FileFailure``.
  package init?(
    at path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
    let file = try fileSystem.openInput(path)
    self.init(beginning: try file.bytes(0..<Self.sampleSize))
  }

  /// What a file with this beginning is; nil if that tells nothing.
  init?(beginning bytes: [UInt8]) {
    if let packed = Self(packed: bytes) {
      self = packed
      return
    }
    let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let text = String(
      decoding: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    // The last one may be cut.
    let whole = bytes.count < Self.sampleSize ? lines : lines.dropLast()
    guard let first = lines.first else { return nil }
    if let named = Self(firstLine: first) {
      self = named
      return
    }
    // Where a transaction is, the rest is damage.
    guard !lines.contains(where: \.isDated) else { return nil }
    let found = Self.allCases.first { kind in
      whole.count { kind.has(line: $0) } * 2 > whole.count
        && (kind != .destiny || whole.contains { $0.tidied.hasPrefix("%") })
    }
    guard let found else { return nil }
    self = found
  }

  private init?(packed bytes: [UInt8]) {
    func begins(_ beginning: [UInt8]) -> Bool { bytes.starts(with: beginning) }
    if begins(Array("PK".utf8)), bytes.count > 30, bytes[2] < 9 {
      let text = String(decoding: bytes.prefix(200), as: UTF8.self)
      let isWorkbook =
        text.contains("[Content_Types].xml") || text.contains("_rels/")
        || text.contains("xl/") || text.contains("opendocument.spreadsheet")
      self = isWorkbook ? .workbook : .archive
    } else if begins([0xd0, 0xcf, 0x11, 0xe0]) {
      self = .workbook
    } else if begins([0x1f, 0x8b]) || begins(Array("7z".utf8) + [0xbc, 0xaf])
      || begins(Array("Rar!".utf8)) || begins(Array("BZh".utf8))
      || begins([0xfd] + Array("7zXZ".utf8))
    {
      self = .archive
    } else if begins(Array("%PDF".utf8)) {
      self = .pdf
    } else {
      return nil
    }
  }

  private init?(firstLine line: String) {
    let start = line.prefix(200).lowercased()
    if start.hasPrefix("version="), start.contains("generator=") {
      self = .koha
    } else if start.hasPrefix("pret secouru")
      || start.hasPrefix("retour secouru")
    {
      self = .pmb
    } else if start.hasPrefix("offcirc-journal\t") {
      self = .journal
    } else if start.contains("\"offcirc ledger\"") {
      self = .ledger
    } else if start.hasPrefix("{\\rtf") {
      self = .richText
    } else if start.contains("<html") || start.contains("<!doctype html") {
      self = .page
    } else if start.contains("recorded,operation,item") {
      self = .table
    } else if ["return-path:", "received:", "mime-version:", "message-id:"]
      .contains(where: start.hasPrefix)
    {
      self = .mail
    } else {
      return nil
    }
  }

  /// Whether a line looks like one of such a file.
  private func has(line: String) -> Bool {
    switch self {
    case .koha:
      line.wholeMatch(of: /\d{4}-.*\t(issue|return|payment)\t.*/) != nil
    case .evergreen:
      line.wholeMatch(of: /\{.*"type" ?: ?"(checkout|checkin|renew)".*\}/)
        != nil
    case .sierra: line.wholeMatch(of: /[oi]:\d{10}:b.*/) != nil
    case .polaris: line.wholeMatch(of: /\d+\|.*\|.*\|.*/) != nil
    case .destiny: line.tidied.utf8.count < 40 && !line.tidied.contains(" ")
    case .table:
      [",", ";", "\t"].contains { sign in
        line.count { String($0) == sign } > 2
      }
    case .numbers: line.wholeMatch(of: #/ *[!-~]{3,32} */#) != nil
    case .pmb, .journal, .ledger, .richText, .page, .pdf, .mail, .workbook,
      .archive:
      false
    }
  }
}

extension String {
  /// Whether it begins as a transaction does.
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(utf8.prefix(13)).span) != nil
  }
}
