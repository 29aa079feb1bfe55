/// A workbook (Office Open XML, ECMA-376) with one sheet, all of whose cells
/// are texts: a spreadsheet keeps their zeros, and runs none as a formula.
package struct WorkbookFile {
  /// The bytes of the file.
  package let content: [UInt8]

  /// Makes a workbook.
  ///
  /// - Parameters:
  ///   - rows: the rows, the first one with the heads of the columns.
  ///   - name: the name of the sheet, of at most 31 characters.
  package init(_ rows: [[String]], named name: String) {
    let cells = rows.map { row in
      "<row>"
        + row.map {
          "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\($0.inXML)</t></is></c>"
        }.joined() + "</row>"
    }.joined()
    var archive = StoredArchive()
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="\(Self.open)/content-types">\
      <Default Extension="rels" \
      ContentType="\(Self.media)package.relationships+xml"/>\
      <Default Extension="xml" ContentType="\(Self.media)\
      officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" \
      ContentType="\(Self.media)\
      officedocument.spreadsheetml.worksheet+xml"/></Types>
      """)
    archive.add(
      "_rels/.rels",
      Self.relation(to: "xl/workbook.xml", ofKind: "officeDocument"))
    archive.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.sheets)" xmlns:r="\(Self.relations)">\
      <sheets><sheet name="\(name.inXML)" sheetId="1" r:id="rId1"/></sheets>\
      </workbook>
      """)
    archive.add(
      "xl/_rels/workbook.xml.rels",
      Self.relation(to: "worksheets/sheet1.xml", ofKind: "worksheet"))
    archive.add(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(Self.sheets)\"><sheetData>\(cells)</sheetData></worksheet>"
    )
    content = archive.bytes
  }

  private static let schemas = "http://schemas.openxmlformats.org/"
  private static let open = schemas + "package/2006"
  private static let sheets = schemas + "spreadsheetml/2006/main"
  private static let relations = schemas + "officeDocument/2006/relationships"
  private static let media = "application/vnd.openxmlformats-"

  private static func relation(to part: String, ofKind kind: String) -> String {
    """
    <Relationships xmlns="\(open)/relationships"><Relationship Id="rId1" \
    Type="\(relations)/\(kind)" Target="\(part)"/></Relationships>
    """
  }
}

/// A ZIP archive whose parts are stored as they are: APPNOTE 6.3.
private struct StoredArchive {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: String) {
    let content = Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + content).utf8)
    // Version 2.0; the names are UTF-8; stored; the first day of the form.
    var about: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
    about.append(content.checksumOfZIP, size: 4)
    about.append(UInt32(content.count), size: 4)
    about.append(UInt32(content.count), size: 4)
    about.append(UInt32(name.utf8.count), size: 2)
    about.append(0, size: 2)
    directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + about
    // No comment, one disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(UInt32(files.count), size: 4)
    directory += Array(name.utf8)
    files += Array("PK\u{3}\u{4}".utf8) + about + Array(name.utf8) + content
    count += 1
  }

  var bytes: [UInt8] {
    var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    end.append(UInt32(count), size: 2)
    end.append(UInt32(count), size: 2)
    end.append(UInt32(directory.count), size: 4)
    end.append(UInt32(files.count), size: 4)
    end.append(0, size: 2)
    return files + directory + end
  }
}

extension [UInt8] {
  /// Appends a number in a size in bytes, the lowest first.
  fileprivate mutating func append(_ number: UInt32, size: Int) {
    for place in 0..<size {
      append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(place))))
    }
  }

  /// The CRC-32 that archives have, bit by bit: these files are small.
  fileprivate var checksumOfZIP: UInt32 {
    var remainder = ~UInt32(0)
    for byte in self {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = remainder & 1 == 1
        remainder = remainder >> 1
        if isOdd { remainder ^= 0xedb8_8320 }
      }
    }
    return ~remainder
  }
}

extension String {
  /// The text as XML 1.0 has it, without the characters that it can't have.
  fileprivate var inXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value & 0xfffe == 0xfffe:
        text.unicodeScalars.append("\u{fffd}")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
