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
  /// A document of a word processor, or other slides and drawings of an office.
  case document
  /// A picture.
  case picture
  /// A print file.
  case postScript
  /// A database.
  case database
  /// What Outlook packs the attachments of a mail into.
  case winmail
  /// Records of a catalogue.
  case marc
  /// Text with marks, such as the messages of NCIP.
  case xml
  /// The data or the settings of a program.
  case data

  /// Whether there are lines in it, which may be transactions behind others.
  package var isText: Bool {
    switch self {
    case .pdf, .workbook, .archive, .document, .picture, .database, .winmail:
      false
    default: true
    }
  }

  /// Whether job reports are kept in such files.
  package var mayBeReport: Bool {
    switch self {
    case .table, .numbers, .richText, .page, .mail, .workbook, .data: true
    default: false
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
  /// Whether it begins as a transaction does.
  fileprivate var isDated: Bool {
    DataFormat.time(in: Array(utf8.prefix(13)).span) != nil
  }

  /// Whether it is the first line of a .koc file.
  fileprivate var isHeadOfKoha: Bool { lowercased().hasPrefix("version=") }

  /// Whether it is what a command of Follett Destiny stands in.
  fileprivate var isOrderOfDestiny: Bool {
    tidied.wholeMatch(of: /%[A-Z]\w*/) != nil
  }

  /// Whether objects or lists begin with it as JSON has them.
  fileprivate var isHeadOfJSON: Bool {
    wholeMatch(of: #/\s*[\[{]+\s*("[^"]*"\s*[:,\]].*|[-0-9{\[].*)?/#) != nil
  }

  /// Whether it is the first line above a mail.
  fileprivate var isHeadOfMail: Bool {
    [
      "return-path:", "received:", "mime-version:", "message-id:", "from:",
      "from ", "to:", "subject:", "date:", "delivered-to:", "reply-to:", "x-",
      "dkim-signature:", "authentication-results:", "content-type:", "de :",
      "von:", "envoyé :", "objet :", "de:", "da:", "arc-",
    ].contains(where: hasPrefix) && contains(":")
  }
}
