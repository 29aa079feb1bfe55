/// The format of a transaction's line in `OffCirc.dat`, for reading and
/// writing.
///
/// ```
/// columns  1–12   date and time, YYYYMMDDHHMM, local
///            13   L for a loan, R for a return
///         14–93   item, left-justified
///           94–   borrower, in loans only; then CR LF
/// ```
///
/// Two production generators whose files Alma accepts use these columns. One
/// pads returns to column 93, one does not; one ends lines with CR LF, one with
/// LF: all are read. Older files have a narrower item column: in a loan that
/// ends before column 94, the first run of two or more spaces separates item
/// and borrower.
package enum DataFormat {
  /// The columns of the item, counted from 0.
  package static let itemColumns = 13..<93

  /// A reason why a line of `OffCirc.dat` can't be read; columns count from 1.
  package enum LineError: Error, Hashable, Sendable {
    /// The line is empty.
    case empty
    /// The line ends before an item.
    case tooShort(columns: Int)
    /// Columns 1–12 are not a valid date and time.
    case time
    /// Column 13 is neither L nor R.
    case operation
    /// The item, from column 14, is not a valid number.
    case item(NumberIssue)
    /// A loan has no borrower.
    case noBorrower
    /// The borrower, from column 94, is not a valid number; in an older file,
    /// the text after the spaces that follow the item.
    case borrower(NumberIssue)
    /// A return has text after its item.
    case afterReturn
  }

  /// A reason why columns hold no valid number; columns count from 1.
  package enum NumberIssue: Hashable, Sendable {
    /// The number begins late, in this column.
    case late(column: Int)
    /// This column holds something other than a printable ASCII character.
    case character(column: Int)
    /// The number has more than 80 columns.
    case tooLong(columns: Int)
  }

  /// Appends the transaction's line, CR LF included.
  ///
  /// - Parameters:
  ///   - transaction: the transaction.
  ///   - exercise: a word in the place of the time, which no reader takes; nil
  ///     at a real desk.
  ///   - bytes: what the line is appended to.
  package static func append(
    _ transaction: Transaction, exercise: String? = nil,
    to bytes: inout [UInt8]
  ) {
    if let exercise {
      bytes += exercise.utf8.prefix(12)
      bytes += repeatElement(.space, count: max(12 - exercise.utf8.count, 0))
    } else {
      append(transaction.recorded.fields, to: &bytes)
    }
    let letter = transaction.operation == .loan ? "L" : "R"
    bytes.append(contentsOf: letter.utf8)
    bytes.append(contentsOf: transaction.item.text.utf8)
    if let borrower = transaction.borrower {
      let padding = itemColumns.count - transaction.item.text.utf8.count
      bytes.append(contentsOf: repeatElement(.space, count: padding))
      bytes.append(contentsOf: borrower.text.utf8)
    }
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
  }

  private static func append(
    _ time: LocalTime.Fields, to bytes: inout [UInt8]
  ) {
    bytes.append(digits: time.year, width: 4)
    bytes.append(digits: time.month, width: 2)
    bytes.append(digits: time.day, width: 2)
    bytes.append(digits: time.hour, width: 2)
    bytes.append(digits: time.minute, width: 2)
  }

  /// Appends the line of a transaction whose numbers are those in another line,
  /// CR LF included.
  ///
  /// - Parameters:
  ///   - item: the bytes of the item in the other line, at most 80.
  ///   - borrower: those of the borrower; nil for a return.
  ///   - line: the other line.
  ///   - time: the date and time.
  ///   - bytes: the lines so far.
  package static func append(
    item: Range<Int>, borrower: Range<Int>?, of line: Span<UInt8>,
    at time: LocalTime, to bytes: inout [UInt8]
  ) {
    let at = time.fields
    let most = itemColumns.upperBound + (borrower?.count ?? 0) + 2
    bytes.append(addingCapacity: most) { bytes in
      bytes.append(twoDigits: at.year / 100)
      bytes.append(twoDigits: at.year % 100)
      bytes.append(twoDigits: at.month)
      bytes.append(twoDigits: at.day)
      bytes.append(twoDigits: at.hour)
      bytes.append(twoDigits: at.minute)
      bytes.append(UInt8(ascii: borrower == nil ? "R" : "L"))
      bytes.append(line, item)
      if let borrower {
        bytes.append(
          repeating: .space, count: itemColumns.count - item.count)
        bytes.append(line, borrower)
      }
      bytes.append(.carriageReturn)
      bytes.append(.lineFeed)
    }
  }

  /// Returns the lines of the transactions, in their order.
  package static func lines(
    of transactions: some Sequence<Transaction>, exercise: String? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for transaction in transactions {
      append(transaction, exercise: exercise, to: &bytes)
    }
    return bytes
  }

  /// Parses a line, given without its line end.
  ///
  /// - Throws: ``LineError``.
  package static func transaction(
    in line: Span<UInt8>
  ) throws(LineError) -> Transaction {
    let time = time(in: line)
    let layout = try layout(of: line, isTimed: time != nil)
    guard let time else { throw .time }
    let item = Barcode(sound: line.extracting(layout.item))
    guard let borrower = layout.borrower else {
      return .return(of: item, at: time)
    }
    return .loan(
      of: item, to: Barcode(sound: line.extracting(borrower)), at: time)
  }

  /// The byte ranges of the numbers in a transaction's line.
  package struct Layout {
    /// The bytes of the item.
    package let item: Range<Int>
    /// The bytes of the borrower; nil in a return.
    package let borrower: Range<Int>?
  }

  /// Finds the numbers in a line, given without its line end.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line.
  ///   - isTimed: true if the line begins with a valid time.
  /// - Returns: the byte ranges of the numbers.
  /// - Throws: ``LineError``.
  @inline(__always)
  package static func layout(
    of line: Span<UInt8>, isTimed: Bool
  ) throws(LineError) -> Layout {
    let line = line.extracting(0..<line.endBeforeSpaces(line.count))
    guard line.count > itemColumns.lowerBound else {
      throw line.count == 0 ? .empty : .tooShort(columns: line.count)
    }
    guard isTimed else { throw .time }
    switch line[12] {
    case UInt8(ascii: "L"): return try loan(in: line)
    case UInt8(ascii: "R"): return try `return`(in: line)
    default: throw .operation
    }
  }

  /// Parses the date and time in columns 1–12; nil if they are not valid.
  package static func time(in line: Span<UInt8>) -> LocalTime? {
    guard
      line.count >= 12, let century = line.twoDigits(at: 0),
      let year = line.twoDigits(at: 2), let month = line.twoDigits(at: 4),
      let day = line.twoDigits(at: 6), let hour = line.twoDigits(at: 8),
      let minute = line.twoDigits(at: 10)
    else { return nil }
    return LocalTime(
      year: century * 100 + year, month: month, day: day, hour: hour,
      minute: minute)
  }

  @inline(__always)
  private static func loan(
    in line: Span<UInt8>
  ) throws(LineError) -> Layout {
    let itemEnd: Int
    let borrowerStart: Int
    if line.count > itemColumns.upperBound {
      itemEnd = itemColumns.upperBound
      borrowerStart = itemColumns.upperBound
    } else {
      var index = itemColumns.lowerBound
      while index + 1 < line.count,
        line[index] != .space || line[index + 1] != .space
      {
        index += 1
      }
      guard index + 1 < line.count else { throw .noBorrower }
      itemEnd = index
      while line[index] == .space { index += 1 }
      borrowerStart = index
    }
    let item =
      itemColumns
      .lowerBound..<max(line.endBeforeSpaces(itemEnd), itemColumns.lowerBound)
    let borrower = borrowerStart..<line.count
    guard Barcode.isSound(line.extracting(item)) else {
      throw .item(issue(of: item, in: line))
    }
    guard Barcode.isSound(line.extracting(borrower)) else {
      throw .borrower(issue(of: borrower, in: line))
    }
    return Layout(item: item, borrower: borrower)
  }

  @inline(__always)
  private static func `return`(
    in line: Span<UInt8>
  ) throws(LineError) -> Layout {
    guard line.count <= itemColumns.upperBound else { throw .afterReturn }
    let item = itemColumns.lowerBound..<line.count
    guard Barcode.isSound(line.extracting(item)) else {
      throw .item(issue(of: item, in: line))
    }
    return Layout(item: item, borrower: nil)
  }

  /// Returns the issue of an invalid number; the line must not end with
  /// a space.
  private static func issue(
    of number: Range<Int>, in line: Span<UInt8>
  ) -> NumberIssue {
    var start = number.lowerBound
    while start < line.count, line[start] == .space { start += 1 }
    guard start == number.lowerBound else { return .late(column: start + 1) }
    for index in number where !(0x20...0x7e).contains(line[index]) {
      return .character(column: index + 1)
    }
    return .tooLong(columns: number.count)
  }
}
