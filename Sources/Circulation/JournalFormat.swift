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
/// SEQUENCE  TIME  amend        SEQUENCE  TIME  LOAN-OR-RETURN     CRC
/// SEQUENCE  TIME  move         BORROWER  BORROWER  ORIGINS        CRC
/// SEQUENCE  TIME  undo         SEQUENCE                           CRC
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
/// An amend says what a transaction that no save covers is from now on, whole:
/// its own time, which stays, and the fields of a loan or a return. A move gives
/// all loans to the first borrower that no save covers to the second one. An
/// undo takes back every delete, amend and move from that number on that came
/// after the last save.
/// A save covers every transaction that stands before its save-begun, is not
/// deleted and not saved yet; LENGTH is what `OffCirc.dat` had then, and BYTES
/// what is to be appended to it.
/// An archived is the first event of a journal that another was put away for,
/// into the archive of that name: the numbers before it are in that one.
/// A repaired keeps in mind what the station went on from by itself; ``Repair``
/// has its fields. Version 1 had none of amend, move, undo and repaired: a
/// station that goes on with such a journal writes a second header.
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
    /// The transaction of this number is another from now on, but for its time.
    case amended(sequence: Int, Transaction)
    /// All loans to a borrower are another's from now on.
    case moved(from: Barcode, to: Barcode, origin: Origin)
    /// All that was deleted, amended and moved from this number on was taken
    /// back.
    case undone(from: Int)
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
      case .recorded(let transaction): append(transaction, to: &bytes)
      case .deleted(let sequence):
        bytes.append(contentsOf: "delete\t\(sequence)".utf8)
      case .amended(let sequence, let transaction):
        bytes.append(contentsOf: "amend\t\(sequence)\t".utf8)
        transaction.recorded.appendForJournal(to: &bytes)
        bytes.append(.tab)
        append(transaction, to: &bytes)
      case .moved(let old, let new, let origin):
        bytes.append(contentsOf: "move\t\(old.text)\t\(new.text)".utf8)
        if let origins = Origins(item: .plain, borrower: origin) {
          append(origins, to: &bytes)
        }
      case .undone(let first):
        bytes.append(contentsOf: "undo\t\(first)".utf8)
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

  private static func append(
    _ transaction: Transaction, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: transaction.operation.rawValue.utf8)
    bytes.append(.tab)
    bytes.append(contentsOf: transaction.item.text.utf8)
    if let borrower = transaction.borrower {
      bytes.append(.tab)
      bytes.append(contentsOf: borrower.text.utf8)
    }
    if let origins = transaction.origins { append(origins, to: &bytes) }
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
    if let transaction = transaction(line, fields, from: 2, at: time) {
      return .recorded(transaction)
    }
    let word = line.extracting(fields[2])
    if word.elementsEqual("move") { return move(line, fields) }
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
    if word.elementsEqual("amend") {
      guard
        let time = LocalTime(journal: line.extracting(fields[4])),
        let transaction = transaction(line, fields, from: 5, at: time)
      else { return nil }
      return .amended(sequence: number, transaction)
    }
    guard fields.count == 4 else { return nil }
    if word.elementsEqual("delete") { return .deleted(sequence: number) }
    if word.elementsEqual("undo") { return .undone(from: number) }
    if word.elementsEqual("save-done") { return .saveDone(begun: number) }
    if word.elementsEqual("save-void") { return .saveVoid(begun: number) }
    return nil
  }

  /// The loan or the return that begins with a field; nil if none does.
  private static func transaction(
    _ line: Span<UInt8>, _ fields: Fields, from index: Int, at time: LocalTime
  ) -> Transaction? {
    guard fields.count > index + 1 else { return nil }
    let word = line.extracting(fields[index])
    let isLoan = word.elementsEqual("loan")
    guard
      isLoan || word.elementsEqual("return"),
      let item = Barcode(line.extracting(fields[index + 1]))
    else { return nil }
    if isLoan {
      guard
        fields.count > index + 2,
        let borrower = Barcode(line.extracting(fields[index + 2])),
        let origins = origins(line, fields, from: index + 3)
      else { return nil }
      return .loan(of: item, to: borrower, at: time, origins: origins)
    }
    guard let origins = origins(line, fields, from: index + 2) else {
      return nil
    }
    return .return(of: item, at: time, origins: origins)
  }

  private static func move(_ line: Span<UInt8>, _ fields: Fields) -> Event? {
    guard
      fields.count > 4, let old = Barcode(line.extracting(fields[3])),
      let new = Barcode(line.extracting(fields[4])),
      let origins = origins(line, fields, from: 5),
      origins?.item ?? .plain == .plain
    else { return nil }
    return .moved(from: old, to: new, origin: origins?.borrower ?? .plain)
  }

  /// Where the fields of a line stand; those of more than a line has are not
  /// kept.
  struct Fields {
    static let most = 11

    private(set) var count = 0
    private var ranges: [11 of Range<Int>] = .init(repeating: 0..<0)

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
