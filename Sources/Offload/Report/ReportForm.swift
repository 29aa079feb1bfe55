extension JobReport {
  /// The maximum size of a file in bytes: a report on a million lines is
  /// smaller.
  package static let maximumSize = 32 << 20

  /// Reads a report from the bytes of a file, whose format they show, whatever
  /// the file's name.
  ///
  /// - Throws: ``ReportError``.
  package init(bytes: [UInt8]) throws(ReportError) {
    if bytes.isMail {
      try self.init(mail: bytes)
    } else {
      self = try ReportRows(bytes: bytes).report()
    }
  }
}

extension ReportRows {
  /// Reads rows from anything but a mail.
  ///
  /// - Throws: ``ReportError``.
  init(bytes: [UInt8]) throws(ReportError) {
    for (error, beginnings) in Self.unsupportedSignatures
    where beginnings.contains(where: { bytes.starts(with: $0) }) {
      throw error
    }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      self = try ReportRows(workbook: bytes)
      return
    }
    let text = String(
      reportBytes: QuotedPrintable.decoded(bytes[...]) ?? bytes)
    // Text contains no NUL.
    guard !text.utf8.contains(0) else { throw .noMessage }
    self = try text.isPage ? ReportRows(html: text) : ReportRows(plain: text)
  }

  /// Reads rows from text that is not a web page.
  ///
  /// - Throws: ``ReportError``.
  init(plain text: String) throws(ReportError) {
    let text = text.withoutBulletinCode
    if let table = try ReportRows(csv: text) {
      self = table
    } else {
      try self.init(text: text)
    }
  }

  /// The first bytes of unsupported formats.
  private static let unsupportedSignatures:
    [(error: ReportError, beginnings: [[UInt8]])] =
      [
        (.pdf, [Array("%PDF".utf8)]),
        (
          .picture,
          [
            [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], Array("GIF8".utf8),
            [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a],
          ]
        ),
        // Microsoft's compound files: .xls, .msg, and encrypted .xlsx.
        (.oldOffice, [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]]),
      ]
}

extension [UInt8] {
  /// True for a mail whose header names its content type or MIME version.
  fileprivate var isMail: Bool {
    let lines = String(decoding: prefix(1 << 16), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var isHead = false
    for (place, line) in lines.enumerated() {
      guard !line.isEmpty else { break }
      // In a mailbox file, this line precedes each mail.
      if place == 0, line.hasPrefix("From ") { continue }
      guard line.first != " ", line.first != "\t" else { continue }
      guard
        let colon = line.firstIndex(of: ":"), colon > line.startIndex,
        line[..<colon].allSatisfy({
          $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
        })
      else { return false }
      let name = line[..<colon].lowercased()
      isHead = isHead || name == "mime-version" || name == "content-type"
    }
    return isHead
  }
}

extension String {
  /// True for HTML.
  fileprivate var isPage: Bool {
    let beginning = prefix(4_096).lowercased()
    return [
      "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<tr",
      "<td", "<span", "<p>", "<li", "<br",
    ].contains { beginning.contains($0) }
  }

  /// The text with the tables of forum software (BBCode) as tabs and lines.
  fileprivate var withoutBulletinCode: String {
    guard utf8.contains(0x5b), contains("[td]") || contains("[TD]") else {
      return self
    }
    return replacing(/\[td\]/.ignoresCase(), with: "\t")
      .replacing(/\[tr\]/.ignoresCase(), with: "\n")
      .replacing(/\[\/?[a-z]+\]/.ignoresCase(), with: "")
  }
}
