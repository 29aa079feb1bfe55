import Circulation

/// A format other than `OffCirc.dat`, recognized by the beginning of the file.
package enum ForeignFile: Hashable, Sendable, CaseIterable {
  /// The `.koc` file of Koha's offline circulation tool.
  case koha
  /// The file of Evergreen's offline client.
  case evergreen
  /// The `rdy` file of Sierra and Millennium.
  case sierra
  /// The emergency circulation file that PMB imports.
  case pmb
  /// The command file that Follett Destiny imports.
  case destiny
  /// The registrations of Polaris.
  case polaris
  /// A station's journal.
  case journal
  /// The transactions of an exercise.
  case exercise
  /// The ledger of uploads.
  case ledger
  /// A table of transactions for spreadsheets.
  case table
  /// Numbers, one per line, without dates.
  case numbers
  /// Rich Text Format.
  case richText
  /// A web page.
  case page
  /// A PDF.
  case pdf
  /// A saved mail.
  case mail
  /// A workbook of Excel or LibreOffice Calc.
  case workbook
  /// A compressed archive.
  case archive
  /// A word-processor document, a presentation or a drawing.
  case document
  /// An image.
  case picture
  /// A PostScript file.
  case postScript
  /// An SQLite database.
  case database
  /// A `winmail.dat` attachment of Outlook.
  case winmail
  /// MARC records (ISO 2709).
  case marc
  /// XML, such as NCIP messages.
  case xml
  /// Data or settings of a program, such as JSON.
  case data

  /// True if it consists of lines, among which there may be transactions.
  package var isText: Bool {
    switch self {
    case .pdf, .workbook, .archive, .document, .picture, .database, .winmail:
      false
    default: true
    }
  }

  /// True if job reports come in this format.
  package var mayBeReport: Bool {
    switch self {
    case .table, .numbers, .richText, .page, .mail, .workbook, .data: true
    default: false
    }
  }

  /// The number of bytes inspected.
  package static let sampleSize = 4_096

  /// Recognizes the file at a path; nil if its beginning matches no format.
  ///
  /// - Throws: ``FileError``.
  package init?(
    at path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) {
    let file = try fileSystem.openInput(path)
    self.init(beginning: try file.bytes(0..<Self.sampleSize))
  }

  /// Recognizes a beginning; nil if it matches no format.
  init?(beginning bytes: [UInt8]) {
    if let packed = Self(packed: bytes) {
      self = packed
      return
    }
    let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let text = String(
      decoding: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    // The last line may be cut off.
    let whole = bytes.count < Self.sampleSize ? lines : lines.dropLast()
    guard let first = lines.first else { return nil }
    if let named = Self(firstLine: first) {
      self = named
      return
    }
    // A file with a transaction is a damaged `OffCirc.dat`.
    guard !lines.contains(where: \.isDated) else { return nil }
    if first.isHeadOfKoha, lines.contains(where: Self.koha.has(line:)) {
      self = .koha
      return
    }
    let found = Self.allCases.first { kind in
      let isOfData = kind != .evergreen && first.isHeadOfJSON
      return !isOfData && whole.count { kind.has(line: $0) } * 2 > whole.count
        && (kind != .destiny || whole.contains { $0.isOrderOfDestiny })
    }
    guard let found = found ?? (first.isHeadOfJSON ? .data : nil) else {
      return nil
    }
    self = found
  }

  private init?(firstLine line: String) {
    let start = line.prefix(200).lowercased()
    if start.isHeadOfKoha, start.contains("\t") {
      self = .koha
    } else if start.hasPrefix("pret secouru")
      || start.hasPrefix("retour secouru")
    {
      self = .pmb
    } else if StationFolder.exerciseWords.contains(where: line.hasPrefix) {
      self = .exercise
    } else if start.hasPrefix("offcirc-journal\t") {
      self = .journal
    } else if start.contains("\"offcirc ledger\"") {
      self = .ledger
    } else if start.hasPrefix("{\\rtf") {
      self = .richText
    } else if start.contains("<html") || start.contains("<!doctype html") {
      self = .page
    } else if start.hasPrefix("<?xml") || start.hasPrefix("<ns")
      || start.hasPrefix("<!doctype")
    {
      self = .xml
    } else if start.hasPrefix("%!ps") {
      self = .postScript
    } else if start.contains("recorded,operation,item") {
      self = .table
    } else if start.isHeadOfMail {
      self = .mail
    } else {
      return nil
    }
  }

  /// Returns true if the line looks like one of this format.
  private func has(line: String) -> Bool {
    switch self {
    case .koha:
      line.wholeMatch(of: /\d{4}-.*\t(issue|return|payment)\t.*/) != nil
    case .evergreen:
      line.wholeMatch(of: /\{.*"type" ?: ?"(checkout|checkin|renew)".*\}/)
        != nil
    case .sierra: line.wholeMatch(of: /[oi]:\d{10}:b.*/) != nil
    case .polaris: line.wholeMatch(of: /\d+\|.*\|.*\|.*/) != nil
    case .destiny:
      line.isOrderOfDestiny
        || line.wholeMatch(of: #/ *[0-9A-Za-z.-]+ */#) != nil
    case .table:
      [",", ";", "\t"].contains { sign in
        line.count { String($0) == sign } > 1
      }
    case .numbers:
      line.wholeMatch(of: #/ *[A-Za-z]*[0-9][0-9A-Za-z ._\/-]{2,31}/#) != nil
    case .data:
      line.wholeMatch(of: #/ *(\[.*\]|[#;].*|[A-Za-z][\w .-]*=.*)/#) != nil
    case .xml: line.wholeMatch(of: #/\s*<[A-Za-z\/!?].*/#) != nil
    default: false
    }
  }
}

extension String {
  /// True if it begins with a date and time like a transaction.
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(utf8.prefix(13)).span) != nil
  }

  /// True for the first line of a `.koc` file.
  fileprivate var isHeadOfKoha: Bool { lowercased().hasPrefix("version=") }

  /// True for a command of Follett Destiny.
  fileprivate var isOrderOfDestiny: Bool {
    collapsingWhitespace.wholeMatch(of: /%[A-Z]\w*/) != nil
  }

  /// True for the beginning of a JSON object or array.
  fileprivate var isHeadOfJSON: Bool {
    wholeMatch(of: #/\s*[\[{]+\s*("[^"]*"\s*[:,\]].*|[-0-9{\[].*)?/#) != nil
  }

  /// True for the first header line of a mail.
  fileprivate var isHeadOfMail: Bool {
    [
      "return-path:", "received:", "mime-version:", "message-id:", "from:",
      "from ", "to:", "subject:", "date:", "delivered-to:", "reply-to:", "x-",
      "dkim-signature:", "authentication-results:", "content-type:", "de :",
      "von:", "envoyé :", "objet :", "de:", "da:", "arc-",
    ].contains(where: hasPrefix) && contains(":")
  }
}
