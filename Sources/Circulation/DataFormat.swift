/// The line of a transaction in `OffCirc.dat`, both ways.
///
/// ```
/// columns  1–12   date and time, YYYYMMDDHHMM, local
///            13   L for a loan, R for a return
///         14–93   item, left-justified
///           94–   borrower, in loans only; then CR LF
/// ```
///
/// Two production programs whose files Alma takes write these columns; one
/// pads returns to column 93 and one does not, one ends lines with CR LF and
/// one with LF, so a reader takes all of these. Older files have a narrower
/// item column: in a loan that ends before column 94, item and borrower are
/// what stands before and after the first run of two or more blanks.
public enum DataFormat {
  static let itemColumns = 13..<93

  /// Why a line of `OffCirc.dat` can't be read; columns count from 1.
  public enum Fault: Error, Hashable, Sendable {
    /// There is nothing on the line.
    case empty
    /// The line ends before it names an item.
    case tooShort(columns: Int)
    /// Columns 1–12 are no date and time.
    case time
    /// Column 13 is neither L nor R.
    case operation
    /// The columns from 14 are no item.
    case item(Flaw)
    /// A loan names no borrower.
    case noBorrower
    /// The columns from 94 are no borrower; in an older file those after the
    /// blanks that follow the item.
    case borrower(Flaw)
    /// A return has something after its item.
    case afterReturn
  }

  /// Why the columns of a number are none; columns count from 1.
  public enum Flaw: Hashable, Sendable {
    /// It begins in this column, after the one in which it should.
    case late(column: Int)
    /// In this column is something else than a printable ASCII character.
    case character(column: Int)
    /// It has more columns than a number may.
    case tooLong(columns: Int)
  }

  /// Appends the transaction's line, CR LF included.
  public static func append(
    _ transaction: Transaction, to bytes: inout [UInt8]
  ) {
    let time = transaction.recorded.fields
    bytes.append(digits: time.year, width: 4)
    bytes.append(digits: time.month, width: 2)
    bytes.append(digits: time.day, width: 2)
    bytes.append(digits: time.hour, width: 2)
    bytes.append(digits: time.minute, width: 2)
    let letter = transaction.operation == .loan ? "L" : "R"
    bytes.append(contentsOf: letter.utf8)
    bytes.append(contentsOf: transaction.item.text.utf8)
    if let borrower = transaction.borrower {
      let padding = itemColumns.count - transaction.item.text.utf8.count
      bytes.append(contentsOf: repeatElement(.blank, count: padding))
      bytes.append(contentsOf: borrower.text.utf8)
    }
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
  }

  /// The lines of the transactions, in their order.
  public static func lines(
    of transactions: some Sequence<Transaction>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for transaction in transactions { append(transaction, to: &bytes) }
    return bytes
  }

  /// Reads a line, given without its line end.
  public static func transaction(
    in line: Span<UInt8>
  ) throws(Fault) -> Transaction {
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

  /// Where the numbers of a transaction stand in its line.
  package struct Layout {
    /// The bytes of the item.
    package let item: Range<Int>
    /// The bytes of the borrower; nil in a return.
    package let borrower: Range<Int>?
  }

  /// Finds the numbers in a line, given without its line end, of which is known
  /// whether it begins with a date and time.
  @inline(__always)
  package static func layout(
    of line: Span<UInt8>, isTimed: Bool
  ) throws(Fault) -> Layout {
    let line = line.extracting(0..<line.endBeforeBlanks(line.count))
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

  /// The date and time that a line begins with.
  package static func time(in line: Span<UInt8>) -> LocalTime? {
    guard line.count >= 12, let digits = line.number(0..<12) else {
      return nil
    }
    return LocalTime(
      year: digits / 100_000_000, month: digits / 1_000_000 % 100,
      day: digits / 10_000 % 100, hour: digits / 100 % 100,
      minute: digits % 100)
  }

  @inline(__always)
  private static func loan(
    in line: Span<UInt8>
  ) throws(Fault) -> Layout {
    let itemEnd: Int
    let borrowerStart: Int
    if line.count > itemColumns.upperBound {
      itemEnd = itemColumns.upperBound
      borrowerStart = itemColumns.upperBound
    } else {
      var index = itemColumns.lowerBound
      while index + 1 < line.count,
        line[index] != .blank || line[index + 1] != .blank
      {
        index += 1
      }
      guard index + 1 < line.count else { throw .noBorrower }
      itemEnd = index
      while line[index] == .blank { index += 1 }
      borrowerStart = index
    }
    let item =
      itemColumns
      .lowerBound..<max(line.endBeforeBlanks(itemEnd), itemColumns.lowerBound)
    let borrower = borrowerStart..<line.count
    guard Barcode.isSound(line.extracting(item)) else {
      throw .item(flaw(of: item, in: line))
    }
    guard Barcode.isSound(line.extracting(borrower)) else {
      throw .borrower(flaw(of: borrower, in: line))
    }
    return Layout(item: item, borrower: borrower)
  }

  @inline(__always)
  private static func `return`(
    in line: Span<UInt8>
  ) throws(Fault) -> Layout {
    guard line.count <= itemColumns.upperBound else { throw .afterReturn }
    let item = itemColumns.lowerBound..<line.count
    guard Barcode.isSound(line.extracting(item)) else {
      throw .item(flaw(of: item, in: line))
    }
    return Layout(item: item, borrower: nil)
  }

  /// What is wrong with a number that is not sound; the line does not end with
  /// a blank.
  private static func flaw(
    of number: Range<Int>, in line: Span<UInt8>
  ) -> Flaw {
    var start = number.lowerBound
    while start < line.count, line[start] == .blank { start += 1 }
    guard start == number.lowerBound else { return .late(column: start + 1) }
    for index in number where !(0x20...0x7e).contains(line[index]) {
      return .character(column: index + 1)
    }
    return .tooLong(columns: number.count)
  }
}
