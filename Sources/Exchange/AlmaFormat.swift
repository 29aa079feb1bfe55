import Circulation

/// `OffCirc.dat`, as `DataFormat` describes it.
enum AlmaFormat {
  static let limits = FormatLimits(
    itemLength: Barcode.maximumLength, borrowerLength: Barcode.maximumLength)

  /// Appends a plain row of another file, as any other.
  static func append(
    _ row: PlainRow, in line: Span<UInt8>, to bytes: inout [UInt8]
  ) {
    let time = LocalTime(secondsSince1970: row.moment.wall, utcOffset: 0)
    DataFormat.append(
      item: row.item, borrower: row.borrower, of: line, at: time, to: &bytes)
  }

  /// Appends a row; its time is that of the wall clock, without seconds.
  ///
  /// Rows that are not loans or returns are left out before, and so are numbers
  /// that the file can't hold.
  static func append(_ entry: Entry, to bytes: inout [UInt8]) {
    guard let moment = entry.moment, let item = entry.item,
      let number = try? Barcode(item)
    else { return }
    let time = LocalTime(secondsSince1970: moment.wall, utcOffset: 0)
    if let borrower = entry.borrower {
      guard let card = try? Barcode(borrower) else { return }
      DataFormat.append(.loan(of: number, to: card, at: time), to: &bytes)
    } else {
      DataFormat.append(.return(of: number, at: time), to: &bytes)
    }
  }
}

/// A reader of files like `OffCirc.dat`.
struct AlmaReader: EntryReader {
  private var minutes = MinuteReader()

  mutating func plainRow(
    in line: Span<UInt8>, _ number: Int, _ notes: borrowing FileNotes
  ) -> PlainRow? {
    guard let minute = minutes.minute(of: line),
      let layout = try? DataFormat.layout(of: line, isTimed: true)
    else { return nil }
    return PlainRow(
      moment: Moment(wall: Int64(minute) * 60, hasSeconds: false),
      item: layout.item, borrower: layout.borrower)
  }

  private static func row(
    in line: Span<UInt8>
  ) throws(DataFormat.LineError) -> PlainRow {
    let time = DataFormat.time(in: line)
    let layout = try DataFormat.layout(of: line, isTimed: time != nil)
    guard let time else { throw .time }
    return PlainRow(
      moment: Moment(time), item: layout.item, borrower: layout.borrower)
  }

  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    let content = line.withoutOuterMarks
    // A line of such characters alone is not a line.
    if content.isEmpty, line.count > 0 { return }
    do throws(DataFormat.LineError) {
      let line = line.extracting(content)
      tell(number, .entry(try Self.row(in: line).entry(in: line)))
    } catch {
      tell(number, .fault(error == .empty ? .empty : .dataFile(error)))
    }
  }
}
