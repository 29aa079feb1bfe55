import Foundation

/// An archive whose parts are stored as they are, or packed by hand.
struct StoredZip {
  private var files = Data()
  private var directory = Data()
  private var count = 0

  /// The archive with all its parts.
  var data: Data {
    var end = Data("PK\u{5}\u{6}".utf8)
    end.append(number: 0, size: 4)
    end.append(number: count, size: 2)
    end.append(number: count, size: 2)
    end.append(number: directory.count, size: 4)
    end.append(number: files.count, size: 4)
    end.append(number: 0, size: 2)
    return files + directory + end
  }

  /// Adds a part.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - content: its bytes in the archive.
  ///   - size: the size that is stated, if it is packed (deflate).
  mutating func add(_ name: String, _ content: Data, packed size: Int? = nil) {
    var about = Data()
    about.append(number: 20, size: 2)
    about.append(number: 0, size: 2)
    about.append(number: size == nil ? 0 : 8, size: 2)
    about.append(number: 0, size: 4)
    about.append(
      number: size == nil ? Int(content.checksum) : 0, size: 4)
    about.append(number: content.count, size: 4)
    about.append(number: size ?? content.count, size: 4)
    about.append(number: name.utf8.count, size: 2)
    about.append(number: 0, size: 2)
    let place = files.count
    files += Data("PK\u{3}\u{4}".utf8) + about + Data(name.utf8) + content
    directory += Data("PK\u{1}\u{2}".utf8)
    directory.append(number: 20, size: 2)
    directory += about
    directory.append(number: 0, size: 10)
    directory.append(number: place, size: 4)
    directory += Data(name.utf8)
    count += 1
  }

  /// A workbook with one sheet, whose cells are texts.
  static func workbook(_ rows: [[String]]) -> Data {
    let cells = rows.map { row in
      "<row>"
        + row.map { "<c t=\"inlineStr\"><is><t>\($0.inXML)</t></is></c>" }
        .joined() + "</row>"
    }.joined()
    return workbook(
      sheet: Data("<worksheet><sheetData>\(cells)</sheetData></worksheet>".utf8)
    )
  }

  /// A workbook with a sheet of these bytes.
  static func workbook(sheet: Data, packed size: Int? = nil) -> Data {
    var zip = StoredZip()
    zip.add(
      "xl/workbook.xml",
      Data(
        """
        <workbook xmlns:r="r"><sheets><sheet name="1" r:id="a"/></sheets>\
        </workbook>
        """.utf8))
    zip.add(
      "xl/_rels/workbook.xml.rels",
      Data(
        """
        <Relationships><Relationship Id="a" Type="x/worksheet" \
        Target="sheet.xml"/></Relationships>
        """.utf8))
    zip.add("xl/sheet.xml", sheet, packed: size)
    return zip.data
  }

  /// Zeros, packed (RFC 1951): 13 bytes for each 2,064 of them.
  static func packedZeros(_ count: Int) -> Data {
    var bits = BitWriter()
    bits.add(0b1, count: 1)
    bits.add(0b01, count: 2)
    bits.add(0b00001100, count: 8)
    for _ in 0..<8 { bits.addMatch() }
    var data = Data(bits.bytes)
    // From here on the same bits come again after each eight matches.
    var match = BitWriter()
    match.add(0, count: 11 % 8)
    for _ in 0..<16 { match.addMatch() }
    let cycle = Data(match.bytes[13..<26])
    data = Data(bits.bytes[..<14])
    for _ in 0..<count / 2_064 { data += cycle }
    return data
  }
}

private struct BitWriter {
  var bytes: [UInt8] = []
  private var count = 0

  mutating func add(_ bits: Int, count: Int) {
    for index in 0..<count { add(bit: bits >> index & 1) }
  }

  /// Adds a match of 258 bytes at a distance of 1.
  mutating func addMatch() {
    for bit in "11000101" { add(bit: bit == "1" ? 1 : 0) }
    add(0, count: 5)
  }

  private mutating func add(bit: Int) {
    if count % 8 == 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= UInt8(bit << (count % 8))
    count += 1
  }
}

extension Data {
  fileprivate mutating func append(number: Int, size: Int) {
    for index in 0..<size {
      append(index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * index)) : 0)
    }
  }

  /// The CRC-32 of the bytes.
  fileprivate var checksum: UInt32 {
    var sum = UInt32.max
    for byte in self {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return ~sum
  }
}

extension String {
  fileprivate var inXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
