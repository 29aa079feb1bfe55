extension JobReport {
  /// The most bytes that are read: a report on a million lines has less.
  package static let largest = 32 << 20

  /// Reads a report from the bytes of the file that it was kept in; they tell
  /// what form it is, whatever the file is called.
  ///
  /// - Throws: ``ReportFault``.
  package init(bytes: [UInt8]) throws(ReportFault) {
    if bytes.isMail {
      try self.init(mail: bytes)
    } else {
      self = try ReportRows(bytes: bytes).report()
    }
  }
}

extension ReportRows {
  /// The rows of what is no mail.
  ///
  /// - Throws: ``ReportFault``.
  init(bytes: [UInt8]) throws(ReportFault) {
    for (fault, beginnings) in Self.strangers
    where beginnings.contains(where: { bytes.starts(with: $0) }) {
      throw fault
    }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      self = try ReportRows(workbook: bytes)
      return
    }
    let text = String(
      reportBytes: QuotedPrintable.decoded(bytes[...]) ?? bytes)
    // No text has this in it.
    guard !text.utf8.contains(0) else { throw .noMessage }
    self = try text.isPage ? ReportRows(html: text) : ReportRows(plain: text)
  }

  /// The rows of text that is no page.
  ///
  /// - Throws: ``ReportFault``.
  init(plain text: String) throws(ReportFault) {
    let text = text.withoutBulletinCode
    if let table = try ReportRows(csv: text) {
      self = table
    } else {
      try self.init(text: text)
    }
  }

  /// What files begin with that are no reports.
  private static let strangers: [(fault: ReportFault, beginnings: [[UInt8]])] =
    [
      (.pdf, [Array("%PDF".utf8)]),
      (
        .picture,
        [
          [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], Array("GIF8".utf8),
          [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a],
        ]
      ),
      // The compound files of Microsoft: .xls, .msg, and .xlsx with a password.
      (.oldOffice, [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]]),
    ]
}

extension [UInt8] {
  /// Whether they begin with the head of a mail that says what is in it.
  fileprivate var isMail: Bool {
    let lines = String(decoding: prefix(1 << 16), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var isHead = false
    for (place, line) in lines.enumerated() {
      guard !line.isEmpty else { break }
      // A box of mails has this before each of them.
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
  /// Whether it is HTML.
  fileprivate var isPage: Bool {
    let beginning = prefix(4_096).lowercased()
    return [
      "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<tr",
      "<td", "<span", "<p>", "<li", "<br",
    ].contains { beginning.contains($0) }
  }

  /// The text with tabs and line ends for the tables of forums.
  fileprivate var withoutBulletinCode: String {
    guard utf8.contains(0x5b), contains("[td]") || contains("[TD]") else {
      return self
    }
    return replacing(/\[td\]/.ignoresCase(), with: "\t")
      .replacing(/\[tr\]/.ignoresCase(), with: "\n")
      .replacing(/\[\/?[a-z]+\]/.ignoresCase(), with: "")
  }
}
