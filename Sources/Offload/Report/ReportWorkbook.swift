import Circulation
import SystemPackage

extension ReportRows {
  /// Reads a report from a workbook (Office Open XML, ECMA-376), from all
  /// sheets in order.
  init(workbook bytes: [UInt8]) throws(ReportError) {
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
      try Sheet.read(part, strings, into: &self)
      try append([])
    }
  }
}

/// The relations of a part of a workbook to other parts.
private struct Relations {
  private(set) var targets: [String: (kind: String, path: String)] = [:]

  /// Reads the relations; a part without any is valid.
  init(of part: String, in archive: ZipArchive) throws(ReportError) {
    let folder = FilePath(part).removingLastComponent()
    let relations = folder.appending("_rels/\(part.lastName).rels")
    guard let content = try archive.part(relations.string) else { return }
    try XMLPieces.read(content) { piece in
      guard
        case .start("Relationship", let attributes) = piece,
        let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let path =
        target.isAbsolutePath
        ? FilePath(root: nil, FilePath(target).components)
        : folder.appending(target)
      targets[id] = (attributes["Type"] ?? "", path.string)
    }
  }

  func target(ofKind end: String) -> String? {
    targets.values.first { $0.kind.hasSuffix(end) }?.path
  }
}

/// The relation ids of a workbook's sheets.
private struct SheetList {
  private(set) var ids: [String] = []

  init(_ content: [UInt8]) throws(ReportError) {
    try XMLPieces.read(content) { piece in
      guard case .start("sheet", let attributes) = piece else { return }
      if let id = attributes["r:id"] { ids.append(id) }
    }
  }
}

/// The shared strings of a workbook's cells.
private struct SharedStrings {
  private(set) var strings: [String] = []

  init(_ content: [UInt8]) throws(ReportError) {
    var text = ""
    var isText = false
    var isReading = false
    var byteCount = 0
    try XMLPieces.read(content) { piece throws(ReportError) in
      switch piece {
      case .start("si", _): text = ""
      case .end("si"):
        text = text.cutAsMessage
        byteCount += text.utf8.count
        guard strings.count < ReportLimit.cells else {
          throw .tooMany(.cells, maximum: ReportLimit.cells)
        }
        guard byteCount <= ReportLimit.characters else {
          throw .tooMany(.characters, maximum: ReportLimit.characters)
        }
        strings.append(text)
      // Phonetic readings of Japanese text are not content.
      case .start("rPh", _): isReading = true
      case .end("rPh"): isReading = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let part):
        if isText, !isReading { text = (text + part).cutAsMessage }
      case .start, .end: break
      }
    }
  }
}

/// The rows of a sheet.
private enum Sheet {
  /// Appends the rows of a sheet.
  static func read(
    _ content: [UInt8], _ strings: [String], into rows: inout ReportRows
  ) throws(ReportError) {
    var row: [String] = []
    var column = 0
    var kind = ""
    var text = ""
    var isText = false
    try XMLPieces.read(content) { piece throws(ReportError) in
      switch piece {
      case .start("row", _):
        row = []
        column = 0
      case .end("row"): try rows.append(row)
      case .start("c", let attributes):
        // Empty cells may be omitted.
        column = attributes["r"].flatMap(Self.column) ?? column
        kind = attributes["t"] ?? ""
        text = ""
      case .end("c"):
        if column < ReportLimit.columns {
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
      case .text(let part):
        if isText { text = (text + part).cutAsMessage }
      case .start, .end: break
      }
    }
  }

  /// Returns the column, from 0, of a cell reference such as `B12`; nil if it
  /// is malformed.
  private static func column(of cell: String) -> Int? {
    var column = 0
    for byte in cell.utf8.prefix(3) {
      guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column - 1 : nil
  }
}
