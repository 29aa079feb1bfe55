import Circulation
import SystemPackage

/// A workbook (Office Open XML, ECMA-376).
package struct Workbook {
  /// The most that is read of a workbook, whose parts are packed: a few bytes
  /// can expand to any number.
  package struct Limits: Sendable {
    /// The number of cells with different texts.
    let cells: Int
    /// The number of bytes of these texts.
    let characters: Int
    /// The length of a text in bytes; longer ones are cut.
    let length: Int
    /// The number of columns.
    let columns: Int

    /// Creates limits.
    package init(cells: Int, characters: Int, length: Int, columns: Int) {
      self.cells = cells
      self.characters = characters
      self.length = length
      self.columns = columns
    }
  }

  private let archive: ZipArchive
  private let limits: Limits
  private let strings: [String]
  /// The paths of the sheets, in order.
  private let sheets: [String]

  /// The number of sheets.
  package var sheetCount: Int { sheets.count }

  /// Opens a workbook.
  ///
  /// - Throws: ``TableFileError``.
  package init(_ bytes: [UInt8], _ limits: Limits) throws(TableFileError) {
    archive = try ZipArchive(bytes)
    self.limits = limits
    if let kind = try archive.part("mimetype"),
      String(decoding: kind, as: UTF8.self).contains("opendocument.spreadsheet")
    {
      throw .openDocument
    }
    let package = try Relations(of: "", in: archive)
    let name = package.target(ofKind: "/officeDocument") ?? "xl/workbook.xml"
    guard let workbook = try archive.part(name) else { throw .empty }
    let relations = try Relations(of: name, in: archive)
    if let table = relations.target(ofKind: "/sharedStrings"),
      let part = try archive.part(table)
    {
      strings = try SharedStrings(part, limits).strings
    } else {
      strings = []
    }
    var sheets: [String] = []
    try XMLPieces.read(workbook) { piece in
      if case .start("sheet", let attributes) = piece,
        let path = attributes["r:id"].flatMap({ relations.targets[$0]?.path }),
        !sheets.contains(path)
      {
        sheets.append(path)
      }
      return true
    }
    self.sheets = sheets
  }

  /// Calls a body with each row of a sheet until it returns false.
  ///
  /// - Throws: ``TableFileError``.
  package func read(
    sheet index: Int, _ take: (TableRow) -> Bool
  ) throws(TableFileError) {
    guard let content = try archive.part(sheets[index]) else { return }
    var reader = SheetReader(strings: strings, limits)
    try XMLPieces.read(content) { piece in
      guard let row = reader.row(after: piece) else { return true }
      return take(row)
    }
  }
}

/// The relations of a part of a workbook to other parts.
private struct Relations {
  private(set) var targets: [String: (kind: String, path: String)] = [:]

  /// Reads the relations; a part without any is valid.
  init(of part: String, in archive: ZipArchive) throws(TableFileError) {
    let folder = FilePath(part).removingLastComponent()
    let relations = folder.appending("_rels/\(part.lastName).rels")
    guard let content = try archive.part(relations.string) else { return }
    var targets = targets
    try XMLPieces.read(content) { piece in
      guard
        case .start("Relationship", let attributes) = piece,
        let id = attributes["Id"], let target = attributes["Target"]
      else { return true }
      let path =
        target.isAbsolutePath
        ? FilePath(root: nil, FilePath(target).components)
        : folder.appending(target)
      targets[id] = (attributes["Type"] ?? "", path.string)
      return true
    }
    self.targets = targets
  }

  func target(ofKind end: String) -> String? {
    targets.values.first { $0.kind.hasSuffix(end) }?.path
  }
}

/// The shared strings of a workbook's cells.
private struct SharedStrings {
  private(set) var strings: [String] = []

  init(
    _ content: [UInt8], _ limits: Workbook.Limits
  ) throws(TableFileError) {
    var strings: [String] = []
    var failure: TableFileError?
    var text = ""
    var isText = false
    var isReading = false
    var byteCount = 0
    try XMLPieces.read(content) { piece in
      switch piece {
      case .start("si", _): text = ""
      case .end("si"):
        byteCount += text.utf8.count
        if strings.count >= limits.cells {
          failure = .tooMany(.cells, maximum: limits.cells)
        } else if byteCount > limits.characters {
          failure = .tooMany(.characters, maximum: limits.characters)
        }
        strings.append(text)
      // Phonetic readings of Japanese text are not content.
      case .start("rPh", _): isReading = true
      case .end("rPh"): isReading = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let part):
        if isText, !isReading { text = (text + part).cut(to: limits.length) }
      case .start, .end: break
      }
      return failure == nil
    }
    if let failure { throw failure }
    self.strings = strings
  }
}

/// The reader of the rows of a sheet.
private struct SheetReader {
  private let strings: [String]
  private let limits: Workbook.Limits
  private var line = 0
  private var cells: [String] = []
  private var numberColumns: Set<Int> = []
  private var column = 0
  private var kind = ""
  private var text = ""
  private var isText = false

  init(strings: [String], _ limits: Workbook.Limits) {
    self.strings = strings
    self.limits = limits
  }

  /// Takes a piece of the sheet.
  ///
  /// - Returns: the row that it ends; nil if it ends none.
  mutating func row(after piece: XMLPieces.Piece) -> TableRow? {
    switch piece {
    case .start("row", let attributes):
      line = attributes["r"].flatMap { Int($0) } ?? line + 1
      cells = []
      numberColumns = []
      column = 0
    case .end("row"):
      return TableRow(line: line, cells: cells, numberColumns: numberColumns)
    case .start("c", let attributes):
      // Empty cells may be omitted.
      column = attributes["r"].flatMap(Self.column) ?? column
      kind = attributes["t"] ?? ""
      text = ""
    case .end("c"): endCell()
    case .start("v", _), .start("t", _): isText = true
    case .end("v"), .end("t"): isText = false
    case .text(let part):
      if isText { text = (text + part).cut(to: limits.length) }
    case .start, .end: break
    }
    return nil
  }

  private mutating func endCell() {
    defer { column += 1 }
    guard column < limits.columns else { return }
    while cells.count <= column { cells.append("") }
    if kind == "s" {
      let index = Int(text)
      cells[column] =
        index.flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    } else {
      cells[column] = text
      if kind.isEmpty || kind == "n", !text.isEmpty {
        numberColumns.insert(column)
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

extension String {
  /// The text, cut to a length in bytes, at a character.
  fileprivate func cut(to length: Int) -> String {
    guard utf8.count > length else { return self }
    return String(decoding: utf8.prefix(length), as: UTF8.self)
  }
}
