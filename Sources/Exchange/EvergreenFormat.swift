import Circulation

/// The `pending.xacts` file of Evergreen: an object of JSON a line.
///
/// ```
/// {"timestamp":1795598130,"type":"checkout","delta":0,"barcode":"37000034179",…}
/// ```
///
/// One bad line blocks all stations of a session. The server sorts by
/// `timestamp`, and takes bytes for Latin-1: all is ASCII, and all numbers of
/// items and borrowers are texts. Of the day of a return it takes the day as it
/// is written: times are local, with their offset.
enum EvergreenFormat {
  /// The seconds since 1970 that are a time: later ones are milliseconds.
  static let timestamps: Range<Int64> = 1..<10_000_000_000
  /// The server takes bytes for Latin-1, sorts by the second, and fails at more
  /// than 99 uses or items of one row.
  static let limits = FormatLimits(count: 1...99, hasStrictSeconds: true)
  /// The largest number that a browser keeps as it is.
  private static let largestBareNumber = 1 << 53

  /// Appends a row; its time has an offset.
  static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    guard let moment = entry.moment, let instant = moment.instant else {
      return
    }
    bytes.append(contentsOf: "{\"timestamp\":".utf8)
    bytes.append(digits: Int(instant))
    func text(_ name: StaticString, _ value: String, to bytes: inout [UInt8]) {
      bytes.append(contentsOf: ",\"\(name)\":".utf8)
      JSONValue.append(value, to: &bytes)
    }
    func begin(_ type: String, to bytes: inout [UInt8]) {
      text("type", type, to: &bytes)
      bytes.append(contentsOf: ",\"delta\":0".utf8)
    }
    func times(to bytes: inout [UInt8]) {
      if let due = entry.due { text("due_date", iso(due), to: &bytes) }
      text("checkout_time", iso(moment), to: &bytes)
    }
    switch entry.act {
    case .loan(let item, let borrower):
      begin("checkout", to: &bytes)
      text("barcode", item, to: &bytes)
      text("patron_barcode", borrower, to: &bytes)
      times(to: &bytes)
    case .renewal(let item, let borrower):
      begin("renew", to: &bytes)
      text("barcode", item, to: &bytes)
      if let borrower { text("patron_barcode", borrower, to: &bytes) }
      times(to: &bytes)
    case .return(let item):
      begin("checkin", to: &bytes)
      text("barcode", item, to: &bytes)
      text("backdate", iso(entry.backdate ?? moment), to: &bytes)
    case .inHouseUse(let item, let count):
      begin("in_house_use", to: &bytes)
      bytes.append(contentsOf: ",\"count\":\(count)".utf8)
      text("barcode", item, to: &bytes)
    case .uncatalogued(let borrower, let kind, let count):
      begin("checkout", to: &bytes)
      text("patron_barcode", borrower, to: &bytes)
      bytes.append(
        contentsOf:
          ",\"noncat_type\":\(kind),\"noncat_count\":\(count),\"noncat\":1"
          .utf8)
      times(to: &bytes)
    case .registration(_, let user):
      begin("register", to: &bytes)
      bytes.append(contentsOf: ",\"user\":\(user)".utf8)
    case .payment:
      preconditionFailure("A payment was not left out.")
    }
    bytes.append(contentsOf: "}\n".utf8)
  }

  /// Returns a time as the server understands it best: local, with its offset.
  private static func iso(_ moment: Moment) -> String {
    let offset = moment.offset ?? 0
    return LocalTime(
      secondsSince1970: moment.wall - Int64(offset), utcOffset: offset
    ).iso8601
  }

  /// Returns a number of an item or a borrower; nil if it is missing.
  ///
  /// - Throws: ``LineFault/bareNumber``; ``LineFault/controlCharacter``.
  fileprivate static func number(
    _ value: JSONValue?, line: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> String? {
    switch value {
    case .number(let digits):
      guard let number = Int(digits), 0...largestBareNumber ~= number else {
        throw .bareNumber
      }
      return digits
    case .text(let text):
      if text.allSatisfy(\.isWhitespace) { return nil }
      let number = try text.asNumber()
      if number != text || text.first == " " || text.last == " " {
        notes.add(.outerBlanks(line: line))
      }
      return number
    default: return nil
    }
  }

  /// Returns the seconds of a timestamp, also one with a fraction; nil if it is
  /// none.
  fileprivate static func seconds(_ value: JSONValue?) -> Int64? {
    guard let written = value?.written else { return nil }
    let parts = written.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      parts[0].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      parts.dropFirst().allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      }),
      let seconds = Int64(parts[0]), timestamps ~= seconds
    else { return nil }
    return seconds
  }

  /// Returns a small number, also if it is written as a text; nil if it is
  /// none.
  fileprivate static func count(_ value: JSONValue?) -> Int? {
    value?.written.flatMap { Int($0) }
  }
}

/// A reader of `pending.xacts` files.
struct EvergreenReader: RowReader {
  func entry(
    in line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> Entry {
    guard !line.isBlank else { throw .empty }
    guard let object = JSONValue(line.text(0..<line.count, &notes)) else {
      throw .notJSON
    }
    // Evergreen skips what is null, as it does a row without a type.
    if object == .null { throw .command("") }
    guard case .object = object else { throw .notAnObject }
    func numbered(
      _ name: String, _ notes: inout FileNotes
    ) throws(LineFault) -> String? {
      try EvergreenFormat.number(object[name], line: number, &notes)
    }
    let type = object["type"]?.written ?? ""
    guard Self.types.contains(type) else { throw .command(type) }
    guard let seconds = EvergreenFormat.seconds(object["timestamp"]) else {
      throw .time
    }
    let item = try numbered("barcode", &notes)
    let borrower = try numbered("patron_barcode", &notes)
    var entry = Entry(
      try act(type, object, item, borrower, number, &notes),
      at: Moment(wall: seconds, offset: 0))
    switch entry.act {
    case .loan, .renewal, .uncatalogued:
      entry.due = moment(object["due_date"], number, &notes)
    case .return: entry.backdate = moment(object["backdate"], number, &notes)
    case .payment, .registration, .inHouseUse: break
    }
    return entry
  }

  private static let types: Set = [
    "checkout", "checkin", "renew", "in_house_use", "register",
  ]

  private func act(
    _ type: String, _ object: JSONValue, _ item: String?,
    _ borrower: String?, _ line: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> Entry.Act {
    switch type {
    case "checkout":
      guard let borrower else { throw .noBorrower }
      if EvergreenFormat.count(object["noncat"]) == 1
        || object["noncat"] == .flag(true)
      {
        return .uncatalogued(
          borrower: borrower,
          kind: EvergreenFormat.count(object["noncat_type"]) ?? 0,
          count: EvergreenFormat.count(object["noncat_count"]) ?? 1)
      }
      guard let item else { throw .noItem }
      return .loan(item: item, borrower: borrower)
    case "register":
      let user = object["user"] ?? .object([])
      let card = try EvergreenFormat.number(
        user["card"]?["barcode"], line: line, &notes)
      var bytes: [UInt8] = []
      user.append(to: &bytes)
      return .registration(
        borrower: card, user: String(decoding: bytes, as: UTF8.self))
    default:
      guard let item else { throw .noItem }
      return switch type {
      case "renew": .renewal(item: item, borrower: borrower)
      case "in_house_use":
        .inHouseUse(
          item: item, count: EvergreenFormat.count(object["count"]) ?? 1)
      default: .return(item: item)
      }
    }
  }

  /// Parses a date of a row; notes it if it can't be understood.
  private func moment(
    _ value: JSONValue?, _ line: Int, _ notes: inout FileNotes
  ) -> Moment? {
    guard let written = value?.written, !written.isEmpty else { return nil }
    let moment = Moment(iso8601: written)
    if moment == nil { notes.add(.dueDate(line: line)) }
    return moment
  }
}
