import Circulation
import Exchange
import Languages
import Offload
import Station
import Typesetting

/// Lists the rows of other library systems' files as they are read.
struct OfflineListing {
  /// The rows that are wanted.
  struct Filter {
    /// The numbers that a row must have; nil for any.
    let item: String?
    let borrower: String?
    /// Returns true for a local time that is wanted; nil for any, and for none.
    let isInTime: ((LocalTime) -> Bool)?
  }

  private static let maximumFaultCount = 10
  private static let names = [
    "recorded", "operation", "item", "borrower", "format", "line", "due",
    "amount", "count",
  ]
  /// The widths of the first columns of the table, in characters.
  private static let widths = [19, 14, 20, 20]

  private let words: any Words
  private let zone: Zone
  private var clock: LocalClock
  private var writer: RowWriter
  private let hasFiles: Bool
  private let filter: Filter
  private var conclusions: [String] = []
  private var remarks: [String] = []
  private var faultCount = 0
  private var untimedCount = 0
  private var hasOffsets = false

  /// Creates a listing, with the file of each row if there are several.
  init(
    _ format: OutputFormat, _ words: any Words, in zone: Zone,
    hasFiles: Bool, _ filter: Filter
  ) {
    self.words = words
    self.zone = zone
    self.hasFiles = hasFiles
    self.filter = filter
    clock = LocalClock(zone)
    writer = RowWriter(format, Self.names + (hasFiles ? ["file"] : []))
  }

  /// Lists the wanted rows of a file.
  ///
  /// - Throws: ``FileError``.
  mutating func add(_ input: OfflineInput) throws(FileError) {
    var faults: [String] = []
    var count = 0
    let notes = try input.format.read(input.file) { line, reading in
      switch reading {
      case .entry(let entry): add(entry, line, input)
      case .fault(let fault):
        count += 1
        guard faults.count < Self.maximumFaultCount else { return }
        faults.append(words.line(line, of: input.path, words.sentence(fault)))
      }
    }
    conclusions.append(words.recognized(notes, as: input.path) + "\n")
    remarks += notes.notices.map { words.sentence($0, of: input.path) } + faults
    if count > faults.count {
      remarks.append(words.moreFaults(count - faults.count))
    }
    faultCount += count
  }

  /// Ends the listing.
  ///
  /// - Returns: true if all lines were taken.
  /// - Throws: ``FileError``.
  mutating func end() throws(FileError) -> Bool {
    let nothing = writer.count == 0 ? words.listEmpty() + "\n" : ""
    try writer.end(text: nothing + conclusions.joined())
    if hasOffsets { printError(words.listedInLocalTime(of: zone.name)) }
    if untimedCount > 0 { printError(words.rowsWithoutTimes(untimedCount)) }
    remarks.forEach(printError)
    return faultCount == 0
  }

  private mutating func add(
    _ read: Entry, _ line: Int, _ input: OfflineInput
  ) {
    guard filter.item == nil || read.item == filter.item,
      filter.borrower == nil || read.borrower == filter.borrower
    else { return }
    let entry = clock.local(read)
    if let isInTime = filter.isInTime {
      guard let moment = entry.moment else {
        untimedCount += 1
        return
      }
      guard isInTime(moment.shown) else { return }
    }
    if read.moment?.offset != nil { hasOffsets = true }
    let isFirst = writer.count == 0
    let (words, file) = (words, hasFiles ? input.path : nil)
    writer.add(
      [
        .init(entry.moment?.iso8601), .text(entry.kind), .init(entry.item),
        .init(entry.borrower), .text(input.format.rawValue), .number(line),
        .init(entry.due?.iso8601), .init(entry.amount), .init(entry.count),
      ] + (file.map { [.text($0)] } ?? []),
      text: (isFirst ? Self.head(words, file) : "")
        + Self.line(entry, words, file))
  }

  private static func head(_ words: any Words, _ file: String?) -> String {
    line(
      [
        words.timeHeading, words.operationHeading, words.barcodeHeading,
        words.borrowerHeading, "",
      ], file.map { _ in words.fileHeading })
  }

  private static func line(
    _ entry: Entry, _ words: any Words, _ file: String?
  ) -> String {
    line(
      [
        entry.moment.map { words.tableTime($0.shown) } ?? "",
        words.name(of: entry.act), (entry.item ?? "").printable,
        (entry.borrower ?? "").printable, words.details(of: entry),
      ], file)
  }

  /// Returns a line; its details, which most rows do not have, are last.
  private static func line(_ columns: [String], _ file: String?) -> String {
    guard let file else {
      return Document.line(columns, widths: widths + [0]) + "\n"
    }
    let columns = columns[..<4] + [file.printable] + columns[4...]
    return Document.line(Array(columns), widths: widths + [28, 0]) + "\n"
  }
}
