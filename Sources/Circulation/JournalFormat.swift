/// What a line of `OffCirc.journal` tells, and its bytes, both ways.
///
/// The journal is text: fields between tabs, LF at the end of a line, the
/// CRC-32C of all that stands before it in the last field, as eight hex digits.
///
/// ```
/// offcirc-journal  2   STATION  TIME                              CRC
/// SEQUENCE  TIME  loan         ITEM     BORROWER  ORIGINS         CRC
/// SEQUENCE  TIME  return       ITEM               ORIGINS         CRC
/// SEQUENCE  TIME  delete       SEQUENCE                           CRC
/// SEQUENCE  TIME  save-begun   LENGTH   BYTES                     CRC
/// SEQUENCE  TIME  save-done    SEQUENCE                           CRC
/// SEQUENCE  TIME  save-void    SEQUENCE                           CRC
/// SEQUENCE  TIME  archived     NAME                               CRC
/// SEQUENCE  TIME  repaired     KIND     MORE…                     CRC
/// ```
///
/// After the last line there may be blanks, room for the lines to come: a sync
/// is quicker when the file keeps its length.
///
/// TIME is ISO 8601 with seconds and zone, and after `~` the seconds that were
/// added to a clock known to be wrong; SEQUENCE counts the events from 1.
/// ORIGINS are fields that most lines do not have: `item-raw=` and
/// `borrower-raw=` with what was scanned, where the number was made of it, and
/// `doubtful=item`, `doubtful=borrower` or both, with a comma. They are in
/// UTF-8; a percent sign and control characters are written as `%` and two hex
/// digits a byte.
/// A save covers every transaction that stands before its save-begun, is not
/// deleted and not saved yet; LENGTH is what `OffCirc.dat` had then, and BYTES
/// what is to be appended to it.
/// An archived is the first event of a journal that another was put away for,
/// into the archive of that name: the numbers before it are in that one.
/// A repaired keeps in mind what the station went on from by itself; ``Repair``
/// has its fields. Version 1 did not have it: a station that goes on with such
/// a journal writes a second header.
public enum JournalFormat {
  static let version = 2
  static let title: StaticString = "offcirc-journal"
  /// The number of blanks that are written ahead.
  static let room = 1 << 12
  /// More bytes than any line has.
  static let longestLine = 1_536
  /// Fewer bytes than any event has.
  static let shortestEvent = 40

  /// The largest sequence number that is read.
  static let mostSequence = 999_999_999_999_999_999

  /// One event of a desk.
  public enum Event: Hashable, Sendable {
    /// A transaction was recorded.
    case recorded(Transaction)
    /// A transaction was taken off the list, named by its sequence number.
    case deleted(sequence: Int)
    /// A save is about to append bytes to a data file of this length.
    case saveBegun(fileLength: Int, byteCount: Int)
    /// The save begun at this sequence number is on disk.
    case saveDone(begun: Int)
    /// The save begun at this sequence number left nothing in the data file.
    case saveVoid(begun: Int)
    /// All that came before, which was saved, was put away with its journal
    /// into the archive of this name.
    case archived(name: String)
    /// The station went on by itself from what was not as it should be.
    case repaired(Repair)
  }

  /// What a whole, undamaged line holds.
  enum Line {
    case header(version: Int, station: String)
    case event(sequence: Int, Event, time: LocalTime)
  }

  /// Why a line can't be read.
  public enum Fault: Error, Hashable, Sendable {
    /// The line does not match its checksum.
    case checksum
    /// The checksum is right, but the words are unknown.
    case unknown
  }

  static func appendHeader(
    station: String, at time: LocalTime, version: Int = version,
    to bytes: inout [UInt8]
  ) {
    appendLine(to: &bytes) { bytes in
      bytes.append(contentsOf: "\(title)\t\(version)\t\(station)\t".utf8)
      time.appendForJournal(to: &bytes)
    }
  }

  static func append(
    _ event: Event, sequence: Int, at time: LocalTime, to bytes: inout [UInt8]
  ) {
    appendLine(to: &bytes) { bytes in
      bytes.append(digits: sequence)
      bytes.append(.tab)
      time.appendForJournal(to: &bytes)
      bytes.append(.tab)
      switch event {
      case .recorded(let transaction):
        bytes.append(contentsOf: transaction.operation.rawValue.utf8)
        bytes.append(.tab)
        bytes.append(contentsOf: transaction.item.text.utf8)
        if let borrower = transaction.borrower {
          bytes.append(.tab)
          bytes.append(contentsOf: borrower.text.utf8)
        }
        if let origins = transaction.origins { append(origins, to: &bytes) }
      case .deleted(let sequence):
        bytes.append(contentsOf: "delete\t\(sequence)".utf8)
      case .saveBegun(let fileLength, let byteCount):
        bytes.append(contentsOf: "save-begun\t\(fileLength)\t\(byteCount)".utf8)
      case .saveDone(let begun):
        bytes.append(contentsOf: "save-done\t\(begun)".utf8)
      case .saveVoid(let begun):
        bytes.append(contentsOf: "save-void\t\(begun)".utf8)
      case .archived(let name):
        bytes.append(
          contentsOf: "archived\t\(name.escapedForJournal)".utf8)
      case .repaired(let repair):
        let fields = ["repaired"] + repair.fields.map(\.escapedForJournal)
        bytes.append(contentsOf: fields.joined(separator: "\t").utf8)
      }
    }
  }

  private static func appendLine(
    to bytes: inout [UInt8], _ fields: (inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    fields(&bytes)
    bytes.append(.tab)
    let checksum = Checksum.of(bytes.span.extracting(start..<bytes.count))
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(checksum >> UInt32(shift) & 0xf)
      bytes.append(
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    bytes.append(.lineFeed)
  }

  /// The version in a header, whether the rest can be read or not: a newer
  /// version may have another kind of checksum.
  static func version(of line: Span<UInt8>) -> Int? {
    let fields = fields(of: line)
    guard
      fields.count > 1, line.extracting(fields[0]).elementsEqual(title)
    else { return nil }
    return line.number(fields[1])
  }

  static func line(_ line: Span<UInt8>) throws(Fault) -> Line {
    guard line.count > 9, line[line.count - 9] == .tab else { throw .checksum }
    let content = line.extracting(0..<line.count - 8)
    guard
      hexadecimal(line.extracting(line.count - 8..<line.count))
        == Checksum.of(content)
    else { throw .checksum }
    let fields = fields(of: content.extracting(0..<content.count - 1))
    if let version = version(of: content) {
      guard fields.count == 4 || version > Self.version else {
        throw .unknown
      }
      return .header(
        version: version, station: String(ascii: line.extracting(fields[2])))
    }
    guard
      fields.count >= 4, let sequence = line.number(fields[0]),
      let time = LocalTime(journal: line.extracting(fields[1])),
      let event = event(line, fields, at: time)
    else { throw .unknown }
    return .event(sequence: sequence, event, time: time)
  }

  /// The length of the whole line that stands at the beginning of one that is
  /// damaged, if the damage is that the byte after it is no LF.
  static func soundBeginning(of line: Span<UInt8>) -> Int? {
    (10..<max(10, min(line.count, longestLine))).first { length in
      line[length - 9] == .tab
        && (try? Self.line(line.extracting(0..<length))) != nil
    }
  }

  private static func event(
    _ line: Span<UInt8>, _ fields: Fields, at time: LocalTime
  ) -> Event? {
    let word = line.extracting(fields[2])
    if word.elementsEqual("loan") {
      guard
        fields.count >= 5, let item = Barcode(line.extracting(fields[3])),
        let borrower = Barcode(line.extracting(fields[4])),
        let origins = origins(line, fields, from: 5)
      else { return nil }
      return .recorded(
        .loan(of: item, to: borrower, at: time, origins: origins))
    }
    if word.elementsEqual("return") {
      guard
        fields.count >= 4, let item = Barcode(line.extracting(fields[3])),
        let origins = origins(line, fields, from: 4)
      else { return nil }
      return .recorded(.return(of: item, at: time, origins: origins))
    }
    if word.elementsEqual("archived") {
      guard
        fields.count == 4,
        let name = line.extracting(fields[3]).text.unescapedFromJournal
      else { return nil }
      return .archived(name: name)
    }
    if word.elementsEqual("repaired") {
      guard fields.count <= Fields.most else { return nil }
      let words = (3..<fields.count).compactMap {
        line.extracting(fields[$0]).text.unescapedFromJournal
      }
      guard words.count == fields.count - 3 else { return nil }
      return Repair(fields: words).map(Event.repaired)
    }
    guard let number = line.number(fields[3]) else { return nil }
    if word.elementsEqual("save-begun") {
      guard fields.count == 5, let byteCount = line.number(fields[4]) else {
        return nil
      }
      return .saveBegun(fileLength: number, byteCount: byteCount)
    }
    guard fields.count == 4 else { return nil }
    if word.elementsEqual("delete") { return .deleted(sequence: number) }
    if word.elementsEqual("save-done") { return .saveDone(begun: number) }
    if word.elementsEqual("save-void") { return .saveVoid(begun: number) }
    return nil
  }

  private static func append(_ origins: Origins, to bytes: inout [UInt8]) {
    if let raw = origins.item.raw {
      bytes.append(contentsOf: "\titem-raw=\(raw.escapedForJournal)".utf8)
    }
    if let raw = origins.borrower.raw {
      bytes.append(contentsOf: "\tborrower-raw=\(raw.escapedForJournal)".utf8)
    }
    guard origins.isDoubtful else { return }
    let doubtful = [
      origins.item.isDoubtful ? "item" : nil,
      origins.borrower.isDoubtful ? "borrower" : nil,
    ].compactMap(\.self)
    bytes.append(
      contentsOf: "\tdoubtful=\(doubtful.joined(separator: ","))".utf8)
  }

  /// The origins in the fields from an index on; nil if these are no origins.
  private static func origins(
    _ line: Span<UInt8>, _ fields: Fields, from index: Int
  ) -> Origins?? {
    if fields.count == index { return .some(nil) }
    guard fields.count <= Fields.most else { return nil }
    var raw: [String: String] = [:]
    var doubtful: [Substring] = []
    for index in index..<fields.count {
      let parts = line.extracting(fields[index]).text.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch parts.first {
      case "item-raw", "borrower-raw":
        guard
          parts.count == 2, let text = String(parts[1]).unescapedFromJournal
        else { return nil }
        raw[String(parts[0])] = text
      case "doubtful":
        doubtful = parts.last?.split(separator: ",") ?? []
        guard
          !doubtful.isEmpty,
          doubtful.allSatisfy({ $0 == "item" || $0 == "borrower" })
        else { return nil }
      default: return nil
      }
    }
    let item = Origin(
      raw: raw["item-raw"], isDoubtful: doubtful.contains("item"))
    let borrower = Origin(
      raw: raw["borrower-raw"], isDoubtful: doubtful.contains("borrower"))
    return .some(Origins(item: item, borrower: borrower))
  }

  /// Where the fields of a line stand; those of more than a line has are not
  /// kept.
  private struct Fields {
    static let most = 8

    private(set) var count = 0
    private var ranges: [8 of Range<Int>] = .init(repeating: 0..<0)

    subscript(index: Int) -> Range<Int> { ranges[index] }

    mutating func append(_ range: Range<Int>) {
      if count < Self.most { ranges[count] = range }
      count += 1
    }
  }

  private static func fields(of line: Span<UInt8>) -> Fields {
    var fields = Fields()
    var start = 0
    while start <= line.count {
      let end = line.firstIndex(of: .tab, from: start)
      fields.append(start..<end)
      start = end + 1
    }
    return fields
  }

  private static func hexadecimal(_ bytes: Span<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number << 4 | UInt32(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        number = number << 4 | UInt32(bytes[index] - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return number
  }
}

extension Span<UInt8> {
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  fileprivate var escapedForJournal: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7f || scalar == "%" {
        let digits = String(scalar.value, radix: 16)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  fileprivate var unescapedFromJournal: String? {
    var text = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "%") {
      text += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard
        rest.count >= 2, let value = UInt8(rest.prefix(2), radix: 16)
      else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(value))
      rest = rest.dropFirst(2)
    }
    return text + rest
  }
}
