import Circulation

/// `OffCirc.dat`, as `DataFormat` describes it.
enum AlmaFormat {
  static let limits = FormatLimits(
    itemLength: Barcode.maximumLength, borrowerLength: Barcode.maximumLength)

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
  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    let content = line.withoutOuterMarks
    // A line of such characters alone is not a line.
    if content.isEmpty, line.count > 0 { return }
    do throws(DataFormat.LineError) {
      let transaction = try DataFormat.transaction(
        in: line.extracting(content))
      let item = transaction.item.text
      let act: Entry.Act =
        if let borrower = transaction.borrower {
          .loan(item: item, borrower: borrower.text)
        } else {
          .return(item: item)
        }
      tell(number, .entry(Entry(act, at: Moment(transaction.recorded))))
    } catch {
      tell(number, .fault(error == .empty ? .empty : .dataFile(error)))
    }
  }
}
