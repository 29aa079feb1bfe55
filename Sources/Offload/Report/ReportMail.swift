extension JobReport {
  /// Reads a report from a saved mail (RFC 5322, MIME): from the part with the
  /// most messages, be it HTML, text or an attachment.
  ///
  /// - Throws: ``ReportError``.
  init(mail bytes: [UInt8]) throws(ReportError) {
    let isOfBox = bytes.starts(with: Array("From ".utf8))
    let mail = isOfBox ? Array(bytes.drop { $0 != 0x0a }.dropFirst()) : bytes
    try MailHeads.limit(mail)
    let parts = try MailLibrary.shared.get().parts(of: mail)
    // HTML before plain text, whose lines are wrapped.
    let ordered =
      parts.filter { $0.type == "text/html" }
      + parts.filter { $0.type != "text/html" }
    var best: JobReport?
    let workbookCount = parts.count { $0.content.isWorkbook }
    guard
      parts.count <= ReportLimit.parts,
      workbookCount <= ReportLimit.workbooks
    else { throw .tooMany(.parts, maximum: ReportLimit.parts) }
    for part in ordered {
      guard let report = try? JobReport(part) else { continue }
      if report.size > best?.size ?? -1 { best = report }
    }
    guard let best else { throw .noMessage }
    self = best
  }

  private init(_ part: MailLibrary.Part) throws(ReportError) {
    switch part.type {
    case "text/html":
      let text = String(decoding: part.content, as: UTF8.self)
      self = try ReportRows(html: text).report()
    case "text/plain":
      let text = String(decoding: part.content, as: UTF8.self)
      self = try ReportRows(plain: text).report()
    default: self = try ReportRows(bytes: part.content).report()
    }
  }
}

/// The header lines of a mail and its parts: the library allocates an object
/// for each.
private enum MailHeads {
  /// Counts header lines and parts.
  ///
  /// - Throws: ``ReportError/tooMany(_:maximum:)``.
  static func limit(_ mail: [UInt8]) throws(ReportError) {
    var boundaries: Set<ArraySlice<UInt8>> = []
    var isInHead = true
    var hasMail = false
    var lineCount = 0
    var partCount = 0
    var rest = mail[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[min(line.endIndex + 1, rest.endIndex)...]
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if isInHead {
        if text.isEmpty {
          // An attached mail has a header of its own.
          isInHead = hasMail
          (hasMail, lineCount) = (false, 0)
          continue
        }
        lineCount += 1
        guard lineCount <= ReportLimit.headLines else {
          throw .tooMany(.headLines, maximum: ReportLimit.headLines)
        }
        // The relevant values are short.
        let words = String(decoding: text.prefix(1_000), as: UTF8.self)
          .lowercased()
        hasMail = hasMail || words.contains("message/rfc822")
        if words.contains("boundary="), let mark = text.boundary {
          boundaries.insert(mark)
        }
      } else if text.starts(with: [0x2d, 0x2d]),
        boundaries.contains(text.dropFirst(2))
      {
        partCount += 1
        guard partCount <= ReportLimit.parts else {
          throw .tooMany(.parts, maximum: ReportLimit.parts)
        }
        isInHead = true
      }
    }
  }
}

extension [UInt8] {
  /// True for a ZIP archive, which may be a workbook.
  fileprivate var isWorkbook: Bool { starts(with: Array("PK".utf8)) }
}

extension ArraySlice<UInt8> {
  /// The boundary between parts, after `boundary=`.
  fileprivate var boundary: Self? {
    guard let start = firstRange(of: Array("oundary=".utf8))?.upperBound else {
      return nil
    }
    let rest = self[start...]
    return rest.first == UInt8(ascii: "\"")
      ? rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      : rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
  }
}
