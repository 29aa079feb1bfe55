extension JobReport {
  /// Reads a report from a saved mail (RFC 5322, MIME): from its page, its text
  /// or what is attached, whichever tells most.
  ///
  /// - Throws: ``ReportFault``.
  init(mail bytes: [UInt8]) throws(ReportFault) {
    let isOfBox = bytes.starts(with: Array("From ".utf8))
    let mail = isOfBox ? Array(bytes.drop { $0 != 0x0a }.dropFirst()) : bytes
    let parts = try MailLibrary.shared.get().parts(of: mail)
    // The page before the text, in which lines are wrapped.
    let ordered =
      parts.filter { $0.type == "text/html" }
      + parts.filter { $0.type != "text/html" }
    var best: JobReport?
    for part in ordered {
      guard let report = try? JobReport(part) else { continue }
      if report.messages.count > best?.messages.count ?? -1 { best = report }
    }
    guard let best else { throw .noMessage }
    self = best
  }

  private init(_ part: MailLibrary.Part) throws(ReportFault) {
    switch part.type {
    case "text/html":
      let text = String(decoding: part.content, as: UTF8.self)
      self = try ReportRows(html: text).report()
    case "text/plain":
      let text = String(decoding: part.content, as: UTF8.self)
      self = try (ReportRows(csv: text) ?? ReportRows(text: text)).report()
    default: self = try ReportRows(bytes: part.content).report()
    }
  }
}
