import Circulation
import Exchange
import FoundationEssentials

/// The format of a ledger's lines, for reading and writing.
///
/// ```
/// {"format":"OffCirc ledger","version":1}
/// {"check":"86a07253","desk":"Central","file":{…},"kit":"/home/m/kit",…}
/// ```
///
/// Each line is a JSON object followed by LF. The first names the format and
/// its version; every other is an entry. The first key of an entry is `check`:
/// the CRC-32C of the bytes after the comma that follows it, as eight hex
/// digits.
enum LedgerFormat {
  static let version = 1
  static let header = Array(
    "{\"format\":\"OffCirc ledger\",\"version\":\(version)}\n".utf8)

  private struct Header: Decodable {
    let format: String
    let version: Int
  }

  /// Returns the version in a first line; nil if it is not a ledger's.
  static func version(in line: ArraySlice<UInt8>) -> Int? {
    // Any other object, or none, means that it is not a ledger.
    let header = try? JSONDecoder().decode(Header.self, from: Data(line))
    return header?.format == "OffCirc ledger" ? header?.version : nil
  }

  /// Appends the line of an entry, LF included.
  ///
  /// - Throws: `EncodingError`.
  static func append(
    _ entry: Ledger.Entry, to bytes: inout [UInt8]
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let object = Array(try encoder.encode(EntryObject(entry)))
    // The marks, millions perhaps, are encoded into the line itself. In a text
    // of the object the quotation marks would be escaped.
    let marks = object.firstRange(of: Array("\"marks\":\"".utf8))
    let end = marks?.upperBound ?? object.endIndex
    bytes.reserveCapacity(bytes.count + object.count + 11 * entry.marks.count)
    CheckedLine.append(to: &bytes) { bytes in
      bytes += object[1..<end]
      entry.marks.appendBase64(to: &bytes)
      bytes += object[end...]
    }
  }

  /// Returns true if a truncated line is the beginning of this entry, whatever
  /// its time and sources; the digest must be included.
  ///
  /// - Throws: `EncodingError`.
  static func isBeginning(
    _ torn: [UInt8], of entry: Ledger.Entry
  ) throws -> Bool {
    var line: [UInt8] = []
    try append(entry, to: &line)
    // The sources and the time follow these.
    guard
      let kit = line.firstRange(of: Array(",\"kit\":".utf8)),
      let end = line.firstRange(of: Array(",\"sources\":".utf8)),
      torn.count >= kit.lowerBound, CheckedLine.begins(torn)
    else { return false }
    let start = CheckedLine.headLength
    let known = min(torn.count, end.lowerBound)
    return torn[start..<known] == line[start..<known]
  }

  /// Parses the line of an entry, given without its LF; nil if it is damaged.
  static func entry(in line: ArraySlice<UInt8>) -> Ledger.Entry? {
    guard let object = CheckedLine.object(in: line) else { return nil }
    // Any other object is reported as a damaged line.
    return try? JSONDecoder().decode(EntryObject.self, from: Data(object)).entry
  }
}

/// The JSON object of an entry.
private struct EntryObject: Codable {
  struct File: Codable {
    var name: String?
    var path: String?
    var station: String?
    var sha256: String
    var lines: Int
    var bytes: Int
    var first: String?
    var last: String?
  }

  var time: String
  var kit: String?
  var uploaded: Bool?
  /// The path of the file, or folder, that was made for the system.
  var converted: String?
  var system: String?
  var desk: String?
  var file: File
  var sources: [File]
  var systemFiles: [Ledger.Entry.SystemFile]?
  /// The marks in Base64; empty until ``LedgerFormat`` adds them.
  var marks = ""

  init(_ entry: Ledger.Entry) {
    time = entry.time.iso8601
    switch entry.way {
    case .kit(let folder): kit = folder
    case .uploaded: uploaded = true
    case .converted(let target, let path):
      converted = path
      system = target.rawValue
    }
    desk = entry.desk
    file = File(
      name: entry.upload.name, sha256: entry.upload.sha256,
      lines: entry.upload.lineCount, bytes: entry.upload.byteCount,
      first: entry.upload.first?.iso8601, last: entry.upload.last?.iso8601)
    sources = entry.sources.map {
      File(
        path: $0.path, station: $0.station, sha256: $0.sha256,
        lines: $0.lineCount, bytes: $0.byteCount)
    }
    systemFiles = entry.systemFiles.isEmpty ? nil : entry.systemFiles
  }

  /// The entry; nil if the object's values are invalid.
  var entry: Ledger.Entry? {
    let way: Ledger.Entry.Way? =
      if let kit { .kit(folder: kit) } else if uploaded == true {
        .uploaded
      } else if let converted, let target = system.flatMap(ExchangeFormat.init)
      {
        .converted(target, path: converted)
      } else { nil }
    guard
      let time = LocalTime(iso8601: Array(time.utf8).span), let way,
      let name = file.name, let marks = Data(base64Encoded: marks),
      marks.count.isMultiple(of: 8)
    else { return nil }
    let sources = sources.compactMap { source in
      source.path.map {
        Ledger.Entry.Source(
          path: $0, station: source.station, sha256: source.sha256,
          lineCount: source.lines, byteCount: source.bytes)
      }
    }
    return Ledger.Entry(
      time: time, way: way, desk: desk,
      upload: .init(
        name: name, sha256: file.sha256, lineCount: file.lines,
        byteCount: file.bytes, first: file.first?.minute,
        last: file.last?.minute),
      sources: sources, marks: marks.lineMarks,
      systemFiles: systemFiles ?? [])
  }
}

extension [LineMark] {
  /// Appends the marks in Base64, part by part.
  fileprivate func appendBase64(to bytes: inout [UInt8]) {
    // Parts of a multiple of three bytes need no filling in between.
    let partCount = 3 << 10
    for start in stride(from: 0, to: count, by: partCount) {
      let part = self[start..<Swift.min(start + partCount, count)]
        .map { $0.bits.bigEndian }
      bytes += part.withUnsafeBytes { Data($0) }.base64EncodedData()
    }
  }
}

extension Data {
  fileprivate var lineMarks: [LineMark] {
    withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).map {
        LineMark(
          bits: UInt64(
            bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
          ))
      }
    }
  }
}

extension String {
  /// The time parsed from `YYYY-MM-DDTHH:MM`; nil if it is malformed.
  var minute: LocalTime? {
    DataFormat.time(
      in: Array(utf8.filter { !"-T:".utf8.contains($0) }).span)
  }
}
