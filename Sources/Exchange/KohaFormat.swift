import Circulation

/// The `.koc` file of Koha.
///
/// ```
/// Version=1.0⇥Generator=OffCirc⇥GeneratorVersion=1.0
/// 2026-11-21 09:00:00 000⇥issue⇥9921000000164⇥37000034179
/// 2026-11-21 09:01:00 000⇥return⇥37000034180
/// 2026-11-21 09:02:00 000⇥payment⇥9921000000164⇥2.50
/// ```
///
/// Koha's upload ends at an empty line and at an unknown word, cuts long
/// numbers, and does not keep the order of rows of the same second.
enum KohaFormat {
  /// The characters that Koha's queue keeps of an item's barcode and of a card,
  /// and the years whose seconds its database can hold.
  static let limits = FormatLimits(
    itemLength: 20, borrowerLength: 32, isASCII: false,
    times: Moment.walls(from: 1971, to: 2037),
    hasStrictSeconds: true)

  static let head = "Version=1.0\tGenerator=OffCirc\tGeneratorVersion=1.0\n"

  /// Appends a plain row of another file, as any other.
  static func append(
    _ row: PlainRow, in line: Span<UInt8>, to bytes: inout [UInt8]
  ) {
    let most = 32 + row.item.count + 1 + (row.borrower?.count ?? 0)
    bytes.append(addingCapacity: most) { bytes in
      append(row.moment, to: &bytes)
      if let borrower = row.borrower {
        bytes.append("issue\t")
        bytes.append(line, borrower)
        bytes.append(.tab)
      } else {
        bytes.append("return\t")
      }
      bytes.append(line, row.item)
      bytes.append(.lineFeed)
    }
  }

  /// Appends the time of a row, 24 bytes with the tab after it.
  private static func append(
    _ moment: Moment, to bytes: inout OutputSpan<UInt8>
  ) {
    let at = moment.fields
    bytes.append(twoDigits: at.year / 100)
    bytes.append(twoDigits: at.year % 100)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: at.month)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: at.day)
    bytes.append(.space)
    bytes.append(twoDigits: at.hour)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(twoDigits: at.minute)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(twoDigits: at.second)
    bytes.append(" 000\t")
  }

  /// Appends a row; its time is that of the wall clock.
  ///
  /// Numbers are checked before, so that no row is cut or makes two.
  static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    guard let moment = entry.moment else { return }
    bytes.append(addingCapacity: 24) { append(moment, to: &$0) }
    switch entry.act {
    case .loan(let item, let borrower), .renewal(let item, let borrower?):
      bytes.append(contentsOf: "issue\t".utf8)
      bytes.append(contentsOf: borrower.utf8)
      bytes.append(.tab)
      bytes.append(contentsOf: item.utf8)
    case .return(let item):
      bytes.append(contentsOf: "return\t".utf8)
      bytes.append(contentsOf: item.utf8)
    case .payment(let borrower, _):
      bytes.append(contentsOf: "payment\t".utf8)
      bytes.append(contentsOf: borrower.utf8)
      bytes.append(.tab)
      bytes.append(contentsOf: (entry.amount ?? "").utf8)
    case .renewal(_, nil), .registration, .inHouseUse, .uncatalogued:
      preconditionFailure("A row that Koha does not take was not left out.")
    }
    bytes.append(.lineFeed)
  }
}

/// A reader of `.koc` files, also of those that Koha refuses.
struct KohaReader: RowReader {
  /// The only program that writes UTC.
  private static let generatorInUTC = "koct-firefox"

  /// The bytes of the last minute of a plain row, and its first second on the
  /// wall clock; nil before the first one.
  private var last: (minute: (UInt64, UInt64), firstSecond: Int64)?

  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    if number == 1 {
      if line.begins(with: "Version=") {
        return takeHead(line, &notes)
      }
      notes.add(.noVersion)
    }
    takeRow(line, number, &notes, tell)
  }

  private func takeHead(_ line: Span<UInt8>, _ notes: inout FileNotes) {
    var texts: [String] = []
    for field in line.fields(between: .tab) {
      texts.append(line.text(field, &notes))
    }
    let version = String(texts[0].dropFirst("Version=".count))
    notes.version = version
    if version != "1.0" { notes.add(.version(version)) }
    notes.generator = texts.first { $0.hasPrefix("Generator=") }
      .map { String($0.dropFirst("Generator=".count)) }
    notes.isUTC = notes.generator == Self.generatorInUTC
  }

  func entry(
    in line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> Entry {
    guard line.count > 0 else { throw .empty }
    var fields = line.fields(between: .tab)
    let time = line.extracting(fields[0])
    guard let moment = Self.moment(time, isUTC: notes.isUTC) else {
      throw .time
    }
    let command = fields.count > 1 ? line.text(fields[1], &notes) : ""
    fields.removeFirst(min(2, fields.count))
    // Some programs end each line with a tab.
    while fields.last?.isEmpty == true { fields.removeLast() }
    func expect(_ count: Int) throws(LineFault) {
      guard fields.count == count else {
        throw .fields(found: fields.count, expected: count)
      }
    }
    switch command {
    case "issue", "prolong":
      try expect(2)
      let borrower = try line.number(fields[0], line: number, &notes)
      let item = try line.number(fields[1], line: number, &notes)
      return Entry(
        command == "issue"
          ? .loan(item: item, borrower: borrower)
          : .renewal(item: item, borrower: borrower), at: moment)
    case "return":
      // One program leaves the place of the card empty.
      if fields.count == 2, fields[0].isEmpty { fields.removeFirst() }
      try expect(1)
      return Entry(
        .return(item: try line.number(fields[0], line: number, &notes)),
        at: moment)
    case "payment":
      try expect(2)
      let borrower = try line.number(fields[0], line: number, &notes)
      let amount = try line.number(fields[1], line: number, &notes)
      guard let cents = Self.cents(amount) else { throw .amount }
      return Entry(.payment(borrower: borrower, cents: cents), at: moment)
    default:
      throw .command(command)
    }
  }

  mutating func plainRow(
    in line: Span<UInt8>, _ number: Int, _ notes: borrowing FileNotes
  ) -> PlainRow? {
    let stamp = 23
    // The first line is a head, or there is none.
    guard number > 1, line.count > stamp + 7, line[stamp] == .tab else {
      return nil
    }
    let rest = line.extracting(stamp + 1..<line.count)
    let isLoan = rest.begins(with: "issue\t")
    guard isLoan || rest.begins(with: "return\t") else { return nil }
    let start = stamp + (isLoan ? 7 : 8)
    var tab: Int?
    for index in start..<line.count {
      let byte = line[index]
      if byte == .tab, isLoan, tab == nil {
        tab = index
      } else if !(0x21..<0x7f ~= byte) {
        return nil
      }
    }
    guard
      (tab != nil) == isLoan, tab != start, tab != line.count - 1,
      start < line.count,
      let moment = plainMoment(line, isUTC: notes.isUTC)
    else { return nil }
    return PlainRow(
      moment: moment, item: (tab.map { $0 + 1 } ?? start)..<line.count,
      borrower: tab.map { start..<$0 })
  }

  /// Parses `2026-11-25 10:15:30 000` at the beginning of a line; nil for any
  /// other form.
  ///
  /// Consecutive lines are mostly of one minute.
  private mutating func plainMoment(
    _ line: Span<UInt8>, isUTC: Bool
  ) -> Moment? {
    guard
      line[16] == UInt8(ascii: ":"), line[19] == .space,
      let second = line.twoDigits(at: 17), second <= 59,
      let thousandths = line.number(20..<23)
    else { return nil }
    let minute = line.withUnsafeBytes {
      (
        $0.loadUnaligned(as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      )
    }
    let firstSecond: Int64
    if let last, last.minute == minute {
      firstSecond = last.firstSecond
    } else {
      guard let wall = Self.wallMinute(line) else { return nil }
      firstSecond = wall
      last = (minute, wall)
    }
    return Moment(
      wall: firstSecond + Int64(second), offset: isUTC ? 0 : nil,
      millisecond: thousandths)
  }

  /// Parses `2026-11-25 10:15` at the beginning of a line; nil for any other
  /// form.
  ///
  /// - Returns: the seconds since 1970-01-01T00:00 on the same wall clock.
  private static func wallMinute(_ line: Span<UInt8>) -> Int64? {
    guard
      line[4] == UInt8(ascii: "-"), line[7] == UInt8(ascii: "-"),
      line[10] == .space, line[13] == UInt8(ascii: ":"),
      let century = line.twoDigits(at: 0), let year = line.twoDigits(at: 2),
      let month = line.twoDigits(at: 5), let day = line.twoDigits(at: 8),
      let hour = line.twoDigits(at: 11), let minute = line.twoDigits(at: 14)
    else { return nil }
    return Moment(
      year: century * 100 + year, month: month, day: day, hour: hour,
      minute: minute)?.wall
  }

  /// Parses `2026-11-25 10:15:30`, also with hyphens between hours, minutes
  /// and seconds; after it, milliseconds, an offset, or what Koha ignores.
  private static func moment(_ stamp: Span<UInt8>, isUTC: Bool) -> Moment? {
    guard
      stamp.count >= 19, stamp[4] == UInt8(ascii: "-"),
      stamp[7] == UInt8(ascii: "-"),
      stamp[10] == .space || stamp[10] == UInt8(ascii: "T")
    else { return nil }
    var start = 11
    while start < stamp.count, stamp[start] == .space { start += 1 }
    let end = start + 8
    guard
      stamp.count >= end, isSign(stamp[start + 2]), isSign(stamp[start + 5]),
      stamp.count == end || stamp[end] == .space,
      let year = stamp.number(0..<4), let month = stamp.number(5..<7),
      let day = stamp.number(8..<10),
      let hour = stamp.number(start..<start + 2),
      let minute = stamp.number(start + 3..<start + 5),
      let second = stamp.number(start + 6..<end)
    else { return nil }
    var rest = end
    while rest < stamp.count, stamp[rest] == .space { rest += 1 }
    var offset: Int32? = isUTC ? 0 : nil
    var millisecond: Int?
    if stamp.count - rest == 3 {
      millisecond = stamp.number(rest..<stamp.count)
    } else if 5...6 ~= stamp.count - rest {
      var zone: [UInt8] = []
      for index in rest..<stamp.count { zone.append(stamp[index]) }
      offset = Moment.offset(of: zone[...])?.seconds ?? offset
    }
    return Moment(
      year: year, month: month, day: day, hour: hour, minute: minute,
      second: second, offset: offset, millisecond: millisecond)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
  }

  /// Parses an amount with a point, if with anything.
  private static func cents(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = Array(text.utf8).dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map(Array.init)
    guard
      1...2 ~= parts.count, parts[0].count <= 9,
      let units = parts[0].number(0..<parts[0].count)
    else { return nil }
    var cents = 0
    if parts.count == 2 {
      guard
        1...2 ~= parts[1].count,
        let number = parts[1].number(0..<parts[1].count)
      else { return nil }
      cents = parts[1].count == 1 ? number * 10 : number
    }
    let sum = units * 100 + cents
    return isNegative ? -sum : sum
  }
}
