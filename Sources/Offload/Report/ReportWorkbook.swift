import CXml2

extension ReportRows {
  /// Takes a report from the bytes of a workbook (Office Open XML, ECMA-376):
  /// all of its sheets, in their order.
  init(workbook bytes: [UInt8]) throws(ReportFault) {
    let archive = try ZipArchive(bytes)
    if let kind = try archive.part("mimetype"),
      String(decoding: kind, as: UTF8.self).contains("opendocument.spreadsheet")
    {
      throw .openDocument
    }
    let package = try Relations(of: "", in: archive)
    let name = package.target(ofKind: "/officeDocument") ?? "xl/workbook.xml"
    guard let workbook = try archive.part(name) else { throw .noMessage }
    let relations = try Relations(of: name, in: archive)
    var strings: [String] = []
    if let table = relations.target(ofKind: "/sharedStrings"),
      let part = try archive.part(table)
    {
      strings = try SharedStrings(part).strings
    }
    self.init()
    var known: Set<String> = []
    for id in try SheetList(workbook).ids {
      guard
        let sheet = relations.targets[id]?.path, known.insert(sheet).inserted,
        let part = try archive.part(sheet)
      else { continue }
      for row in try Sheet(part, strings).rows { append(row) }
      append([])
    }
  }
}

/// What a part of a workbook says that it is made of.
private struct Relations {
  private(set) var targets: [String: (kind: String, path: String)] = [:]

  /// Reads them; a part that says nothing has none.
  init(of part: String, in archive: ZipArchive) throws(ReportFault) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = part.dropFirst(folder.count)
    guard let content = try archive.part("\(folder)_rels/\(file).rels") else {
      return
    }
    try XMLPieces.read(content) { piece in
      guard
        case .start("Relationship", let attributes) = piece,
        let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let path =
        target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      targets[id] = (attributes["Type"] ?? "", path)
    }
  }

  func target(ofKind end: String) -> String? {
    targets.values.first { $0.kind.hasSuffix(end) }?.path
  }
}

/// The ids of the sheets of a workbook.
private struct SheetList {
  private(set) var ids: [String] = []

  init(_ content: [UInt8]) throws(ReportFault) {
    try XMLPieces.read(content) { piece in
      guard case .start("sheet", let attributes) = piece else { return }
      if let id = attributes["r:id"] { ids.append(id) }
    }
  }
}

/// The texts that the cells of a workbook share.
private struct SharedStrings {
  private(set) var strings: [String] = []

  init(_ content: [UInt8]) throws(ReportFault) {
    var text = ""
    var isText = false
    var isReading = false
    try XMLPieces.read(content) { piece in
      switch piece {
      case .start("si", _): text = ""
      case .end("si"): strings.append(text)
      // How a Japanese text is read out is none of it.
      case .start("rPh", _): isReading = true
      case .end("rPh"): isReading = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let part): if isText, !isReading { text += part }
      case .start, .end: break
      }
    }
  }
}

/// The rows of a sheet.
private struct Sheet {
  private(set) var rows: [[String]] = []

  /// A report has two columns; what stands far to the right is none of it.
  private static let mostColumns = 64

  init(_ content: [UInt8], _ strings: [String]) throws(ReportFault) {
    var row: [String] = []
    var column = 0
    var kind = ""
    var text = ""
    var isText = false
    try XMLPieces.read(content) { piece in
      switch piece {
      case .start("row", _):
        row = []
        column = 0
      case .end("row"): rows.append(row)
      case .start("c", let attributes):
        // Cells that are empty may be left out.
        column = attributes["r"].flatMap(Self.column) ?? column
        kind = attributes["t"] ?? ""
        text = ""
      case .end("c"):
        if column < Self.mostColumns {
          while row.count <= column { row.append("") }
          row[column] =
            kind == "s"
            ? Int(text).flatMap {
              strings.indices.contains($0) ? strings[$0] : nil
            }
              ?? "" : text
        }
        column += 1
      case .start("v", _), .start("t", _): isText = true
      case .end("v"), .end("t"): isText = false
      case .text(let part): if isText { text += part }
      case .start, .end: break
      }
    }
  }

  /// The column, from 0, of a cell called `B12`.
  private static func column(of cell: String) -> Int? {
    var column = 0
    for byte in cell.utf8.prefix(3) {
      guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column - 1 : nil
  }
}

/// XML, piece by piece, in memory that does not grow with it.
private enum XMLPieces {
  enum Piece {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  /// Calls the body with each piece; names are without their namespaces.
  ///
  /// - Throws: ``ReportFault/damaged``, also for what declares entities, which
  ///   no workbook does.
  static func read(
    _ content: [UInt8], _ body: (Piece) -> Void
  ) throws(ReportFault) {
    XMLLibrary.start
    let isRead = content.withUnsafeBytes { bytes in
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue
      guard
        let reader = xmlReaderForMemory(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: bytes.count), nil, nil, Int32(options))
      else { return false }
      defer { xmlFreeTextReader(reader) }
      while true {
        let outcome = xmlTextReaderRead(reader)
        guard outcome == 1 else { return outcome == 0 }
        guard take(reader, body) else { return false }
      }
    }
    guard isRead else { throw .damaged }
  }

  private static func take(
    _ reader: xmlTextReaderPtr, _ body: (Piece) -> Void
  ) -> Bool {
    let kind = xmlReaderTypes(
      rawValue: UInt32(clamping: xmlTextReaderNodeType(reader)))
    switch kind {
    case XML_READER_TYPE_ELEMENT:
      let name = text(xmlTextReaderConstLocalName(reader))
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [String: String] = [:]
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        attributes[text(xmlTextReaderConstName(reader))] = text(
          xmlTextReaderConstValue(reader))
      }
      body(.start(name, attributes))
      if isEmpty { body(.end(name)) }
    case XML_READER_TYPE_END_ELEMENT:
      body(.end(text(xmlTextReaderConstLocalName(reader))))
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      body(.text(text(xmlTextReaderConstValue(reader))))
    case XML_READER_TYPE_DOCUMENT_TYPE: return false
    default: break
    }
    return true
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
