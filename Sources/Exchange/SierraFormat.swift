import Circulation

/// The `rdy` file of Sierra and Millennium.
///
/// ```
/// o:2611251015:b37000034179:b9921000000164:2612162359:777
/// i:2611251017:b37000034179:::777
/// ```
///
/// `o` is a loan or a renewal, with its due date; `i` is a return. The last
/// field is the statistics group of the place. Neither blanks nor empty lines
/// may stand in the file, whose name begins with `rdy`.
enum SierraFormat {
  static let groups = 1...999
  /// The years that two digits stand for; a blank or a colon ends a number.
  static let limits = FormatLimits(
    times: Moment.walls(from: 2000, to: 2099),
    flaw: { number in
      number.utf8.contains { $0 == .space || $0 == UInt8(ascii: ":") }
        ? .separator : nil
    })

  /// Appends a row with times of the wall clock.
  static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    guard let moment = entry.moment, let item = entry.item else { return }
    let isLoan = entry.borrower != nil
    bytes.append(isLoan ? UInt8(ascii: "o") : UInt8(ascii: "i"))
    bytes.append(UInt8(ascii: ":"))
    append(moment, to: &bytes)
    bytes.append(contentsOf: ":b".utf8)
    bytes.append(contentsOf: item.utf8)
    bytes.append(UInt8(ascii: ":"))
    if let borrower = entry.borrower {
      bytes.append(UInt8(ascii: "b"))
      bytes.append(contentsOf: borrower.utf8)
    }
    bytes.append(UInt8(ascii: ":"))
    if isLoan, let due = entry.due { append(due, to: &bytes) }
    bytes.append(UInt8(ascii: ":"))
    bytes.append(digits: entry.group ?? 0)
    bytes.append(.lineFeed)
  }

  private static func append(_ moment: Moment, to bytes: inout [UInt8]) {
    let at = moment.fields
    for number in [at.year % 100, at.month, at.day, at.hour, at.minute] {
      bytes.append(digits: number, width: 2)
    }
  }
}

/// A reader of `rdy` files.
struct SierraReader: RowReader {
  func entry(
    in line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> Entry {
    guard !line.isBlank else { throw .empty }
    let fields = line.fields(between: UInt8(ascii: ":"))
    let command = line.text(fields[0], &notes)
    if command == "n" { throw .inventory }
    guard command == "o" || command == "i" else { throw .command(command) }
    guard fields.count == 6 else {
      throw .fields(found: fields.count, expected: 6)
    }
    guard let moment = Self.moment(line.extracting(fields[1])) else {
      throw .time
    }
    let item = try self.number(fields[2], in: line, number, &notes)
    guard let group = line.number(fields[5]), SierraFormat.groups ~= group
    else { throw .group }
    guard command == "o" else {
      // A return has neither a borrower nor a due date.
      let extra = [fields[3], fields[4]].count { !$0.isEmpty }
      guard extra == 0 else { throw .fields(found: 4 + extra, expected: 4) }
      return Entry(.return(item: item), at: moment, group: group)
    }
    guard !fields[3].isEmpty else { throw .noBorrower }
    let borrower = try self.number(fields[3], in: line, number, &notes)
    guard let due = Self.moment(line.extracting(fields[4])) else {
      throw fields[4].isEmpty ? .noDue : .time
    }
    return Entry(
      .loan(item: item, borrower: borrower), at: moment, due: due,
      group: group)
  }

  /// Returns the number after its `b`.
  private func number(
    _ field: Range<Int>, in line: Span<UInt8>, _ number: Int,
    _ notes: inout FileNotes
  ) throws(LineFault) -> String {
    guard !field.isEmpty else { throw .emptyNumber }
    guard line[field.lowerBound] == UInt8(ascii: "b") else { throw .prefix }
    return try line.number(
      field.lowerBound + 1..<field.upperBound, line: number, &notes)
  }

  /// Parses `yymmddhhmm`.
  private static func moment(_ bytes: Span<UInt8>) -> Moment? {
    guard bytes.count == 10, let digits = bytes.number(0..<10) else {
      return nil
    }
    return Moment(
      year: 2_000 + digits / 100_000_000,
      month: digits / 1_000_000 % 100, day: digits / 10_000 % 100,
      hour: digits / 100 % 100, minute: digits % 100)
  }
}
