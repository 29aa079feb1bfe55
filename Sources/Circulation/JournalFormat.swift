/// The format of `OffCirc.journal`: its events and their lines, for reading and
/// writing.
///
/// The journal is text: fields separated by tabs, LF at the end of a line. The
/// last field is the CRC-32C of everything before it in the line, as eight hex
/// digits.
///
/// ```
/// offcirc-journal  3   STATION  TIME                              CRC
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
/// A school's textbooks have five more. A number that is not known is `-`.
///
/// ```
/// SEQUENCE  TIME  condition    ITEM     STATUS    SEQUENCE        CRC
/// SEQUENCE  TIME  by           SEQUENCE BORROWER                  CRC
/// SEQUENCE  TIME  charge       FINE     BORROWER  ITEM  CENTS  FINAL  WHY  CRC
/// SEQUENCE  TIME  settle       FINE     HOW       CENTS  WHY      CRC
/// SEQUENCE  TIME  skipped      GROUP    BORROWER  WHY  TITLE      CRC
/// ```
///
/// After the last line there may be spaces, reserved for further lines: a sync
/// is faster when the file keeps its length.
///
/// TIME is ISO 8601 with seconds and zone, followed after `~` by the seconds
/// added to a clock known to be wrong. SEQUENCE counts the events from 1.
/// ORIGINS are optional fields: `item-raw=` and `borrower-raw=` hold the scan
/// if the number differs from it; `doubtful=item`, `doubtful=borrower` or both,
/// separated by a comma, mark a number accepted despite a warning; `against=`
/// holds names of ``Objection``, separated by commas. They are UTF-8, with a
/// percent sign and control characters written as `%` and two hex digits per
/// byte.
///
/// Every event may end with further optional fields, `name=value`, and
/// `against=` may have further names: a newer version wrote them, and those of
/// a loan or return are passed on wherever it is written again. A line of any
/// other form with a right checksum has to be understood: the journal is
/// refused, with the name of the event.
///
/// `amend` replaces an unsaved transaction; it holds its time, which never
/// changes, and all fields of the loan or return. `move` moves all unsaved
/// loans of the first borrower to the second. `undo` takes back every unsaved
/// `delete`, `amend` and `move` from that sequence number on.
///
/// A save covers every transaction before its `save-begun` that is not deleted
/// and not saved yet. LENGTH is the length of `OffCirc.dat` at that time, BYTES
/// the number of bytes to append.
///
/// `archived` is the first event of a journal that replaces an archived one;
/// the archive NAME holds the sequence numbers before it. `repaired` records a
/// repair that the station made by itself; ``Repair`` defines its fields.
///
/// `condition` notes the STATUS of a copy, from 1 on, at the return of that
/// sequence number; the last one for a return counts, and none for another
/// ITEM than the return's. `by` names who brought a return. `charge`
/// (`provisional` or `final`) and `settle` (`paid`, `waived` or `void`) are of
/// a FINE, `STATION:SEQUENCE` of the return; the last charge counts. They stay
/// with their return: while it is deleted, only a fine that was paid counts.
///
/// `skipped` is of a BORROWER who is passed over when the class GROUP gets its
/// books: `absent`, or `refused` for one TITLE. `present` and `wanted` take that
/// back; the last one counts. Only `refused` and `wanted` have a TITLE.
///
/// Version 1 had no `amend`, `move`, `undo` and `repaired`, version 2 no
/// `against=` and no fields of newer versions: a station that continues such a
/// journal writes a second header. The events of textbooks came to version 3:
/// a program that does not know them refuses a journal that has any.
///
/// Version 4 is a journal of an archive whose borrowers were erased: each is
/// `-`, or `--` where a loan follows one of somebody else without a return. No
/// station writes on, and nothing is rebuilt from it.
package enum JournalFormat {
  static let version = 3
  /// The version of a journal whose borrowers were erased; the newest one that
  /// is read.
  static let versionWithoutBorrowers = 4
  static let title: StaticString = "offcirc-journal"
  /// The beginning of the station's id in the journal of an exercise.
  static let exercisePrefix = "exercise-"

  /// Returns true if a station's id is that of an exercise.
  static func isExercise(_ station: String) -> Bool {
    station.hasPrefix(exercisePrefix)
  }
  /// The number of spaces reserved ahead, in bytes.
  static let room = 1 << 12
  /// The spaces that are reserved ahead.
  static let reserve = [UInt8](repeating: .space, count: room)
  /// An upper bound on the length of a line, in bytes.
  static let maximumLineLength = 1_536
  /// A lower bound on the length of an event's line, in bytes.
  static let minimumEventLength = 40
  /// The length of most lines of transactions, in bytes, or a bit less.
  static let usualEventLength = 64
  /// The length that few of these lines exceed, in bytes.
  static let ampleEventLength = 80

  /// The largest sequence number accepted: 18 digits.
  static let maximumSequence = 999_999_999_999_999_999

  /// An event of a desk.
  package enum Event: Hashable, Sendable {
    /// A transaction was recorded.
    case recorded(Transaction)
    /// A transaction was deleted, identified by its sequence number.
    case deleted(sequence: Int)
    /// The transaction of this sequence number was replaced; its time is
    /// unchanged.
    case amended(sequence: Int, Transaction)
    /// All unsaved loans of a borrower were moved to another.
    case moved(from: Barcode, to: Barcode, origin: ScanOrigin)
    /// All unsaved deletions, amendments and moves from this sequence number on
    /// were undone.
    case undone(from: Int)
    /// A save is about to append bytes to a data file of this length, in bytes.
    case saveBegun(fileLength: Int, byteCount: Int)
    /// The save begun at this sequence number is on disk.
    case saveDone(begun: Int)
    /// The save begun at this sequence number left nothing in the data file.
    case saveVoid(begun: Int)
    /// Everything before this event was saved, and archived with its journal
    /// under this name.
    case archived(name: String)
    /// The station repaired its files by itself.
    case repaired(Repair)
    /// An event of textbooks, with its optional fields.
    indirect case textbook(TextbookEvent, optional: TransactionOrigins?)
  }

  /// The content of a complete, undamaged line.
  enum Line {
    case header(version: Int, station: String)
    case event(sequence: Int, Event, time: LocalTime)
  }

  /// A reason why a line can't be read.
  package enum LineError: Error, Hashable, Sendable {
    /// The line does not match its checksum.
    case checksum
    /// The checksum is right, but the line is not an event of this version:
    /// the name of the event.
    case unknown(event: String)
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

  /// Appends a header with the station and the time of another one.
  static func appendHeader(
    like line: Span<UInt8>, version: Int, to bytes: inout [UInt8]
  ) {
    let fields = fields(of: line)
    appendLine(to: &bytes) { bytes in
      bytes.append(contentsOf: "\(title)\t\(version)\t".utf8)
      bytes.append(contentsOf: line.extracting(fields[2]).text.utf8)
      bytes.append(.tab)
      bytes.append(contentsOf: line.extracting(fields[3]).text.utf8)
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
        if let origins = TransactionOrigins(item: .plain, borrower: origin) {
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
      case .textbook(let event, let optional):
        append(event, to: &bytes)
        if let optional { append(optional, to: &bytes) }
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
    var end: [9 of UInt8] = .init(repeating: .lineFeed)
    for place in 0..<8 {
      let digit = UInt8(truncatingIfNeeded: checksum >> (28 - 4 * place)) & 0xf
      end[place] =
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
    withUnsafeBytes(of: end) { bytes.append(contentsOf: $0) }
  }

  /// Returns the version in a header even if the rest can't be read: a newer
  /// version may use a different checksum.
  static func version(of line: Span<UInt8>) -> Int? {
    let fields = fields(of: line)
    guard
      fields.count > 1, line.extracting(fields[0]).elementsEqual(title)
    else { return nil }
    return line.number(fields[1])
  }

  static func line(_ line: Span<UInt8>) throws(LineError) -> Line {
    var times = TimeReader()
    return try self.line(line, times: &times)
  }

  static func line(
    _ line: Span<UInt8>, times: inout TimeReader
  ) throws(LineError) -> Line {
    guard isWhole(line) else { throw .checksum }
    let fields = fields(of: line.extracting(0..<line.count - 9))
    if line.extracting(fields[0]).elementsEqual(title), fields.count > 1,
      let version = line.number(fields[1])
    {
      guard fields.count == 4 || version > versionWithoutBorrowers
      else {
        throw .unknown(event: "\(title)")
      }
      return .header(
        version: version, station: String(ascii: line.extracting(fields[2])))
    }
    guard
      fields.count >= 4, let sequence = line.number(fields[0]),
      let time = times.time(line.extracting(fields[1])),
      let event = event(line, fields, at: time)
    else {
      throw .unknown(
        event: line.extracting(fields[min(2, fields.count - 1)]).text)
    }
    return .event(sequence: sequence, event, time: time)
  }

  /// Returns true if a line has the checksum of what is before it.
  @inline(__always)
  static func isWhole(_ line: Span<UInt8>) -> Bool {
    guard line.count > 9, line[line.count - 9] == .tab else { return false }
    return hexadecimal(line.extracting(line.count - 8..<line.count))
      == Checksum.of(line.extracting(0..<line.count - 8))
  }

  /// Returns the length of the complete line at the start of a damaged one, if
  /// the damage is a wrong byte in place of its LF; nil otherwise.
  static func soundBeginning(of line: Span<UInt8>) -> Int? {
    (10..<max(10, min(line.count, maximumLineLength))).first { length in
      line[length - 9] == .tab && isWhole(line.extracting(0..<length))
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
        origins(line, fields, from: 4) != nil,
        let name = line.extracting(fields[3]).text.unescapedFromJournal
      else { return nil }
      return .archived(name: name)
    }
    if word.elementsEqual("repaired") {
      return repair(line, fields).map(Event.repaired)
    }
    if let event = textbookEvent(line, fields) { return event }
    guard let number = line.number(fields[3]) else { return nil }
    if word.elementsEqual("save-begun") {
      guard
        origins(line, fields, from: 5) != nil,
        let byteCount = line.number(fields[4])
      else { return nil }
      return .saveBegun(fileLength: number, byteCount: byteCount)
    }
    if word.elementsEqual("amend") {
      guard
        let time = LocalTime(journal: line.extracting(fields[4])),
        let transaction = transaction(line, fields, from: 5, at: time)
      else { return nil }
      return .amended(sequence: number, transaction)
    }
    guard origins(line, fields, from: 4) != nil else { return nil }
    if word.elementsEqual("delete") { return .deleted(sequence: number) }
    if word.elementsEqual("undo") { return .undone(from: number) }
    if word.elementsEqual("save-done") { return .saveDone(begun: number) }
    if word.elementsEqual("save-void") { return .saveVoid(begun: number) }
    return nil
  }

  /// Parses the loan or return that starts at a field index; nil if there is
  /// none.
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

  /// Parses a repair: its fields never have an equals sign.
  private static func repair(_ line: Span<UInt8>, _ fields: Fields) -> Repair? {
    var words: [String] = []
    var index = 3
    while index < min(fields.count, Fields.maximumCount) {
      let text = line.extracting(fields[index]).text
      if text.contains("=") { break }
      guard let word = text.unescapedFromJournal else { return nil }
      words.append(word)
      index += 1
    }
    guard origins(line, fields, from: index) != nil else { return nil }
    return Repair(fields: words)
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
}
