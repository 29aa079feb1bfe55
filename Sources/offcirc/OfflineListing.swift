import Circulation
import Exchange
import Languages
import Offload
import Station
import Typesetting

/// Lists the rows of another library system's file as they are read.
struct OfflineListing {
  private static let maximumFaultCount = 10
  private static let names = [
    "recorded", "operation", "item", "borrower", "format", "line", "due",
    "amount", "count",
  ]
  /// The widths of the columns of the table, in characters; the last one is
  /// open.
  private static let widths = [19, 14, 20, 20, 0]

  private let words: any Words
  private let zone: Zone
  private var clock: LocalClock
  private var writer: RowWriter
  private var faults: [String] = []
  private var faultCount = 0
  private var hasOffsets = false

  init(_ format: OutputFormat, _ words: any Words, in zone: Zone) {
    self.words = words
    self.zone = zone
    clock = LocalClock(zone)
    writer = RowWriter(format, Self.names)
  }

  /// Lists the wanted rows of a file.
  ///
  /// - Returns: true if all its lines are taken.
  /// - Throws: ``FileError``.
  mutating func list(
    _ input: OfflineInput, where isWanted: (Entry) -> Bool
  ) throws(FileError) -> Bool {
    let notes = try input.format.read(input.file) { line, reading in
      switch reading {
      case .entry(let entry):
        if isWanted(entry) { add(entry, line, input.format) }
      case .fault(let fault):
        faultCount += 1
        guard faults.count < Self.maximumFaultCount else { return }
        faults.append(words.line(line, of: input.path, words.sentence(fault)))
      }
    }
    let recognized = words.recognized(notes, as: input.path) + "\n"
    let nothing = writer.count == 0 ? words.listEmpty() + "\n" : ""
    try writer.end(text: nothing + recognized)
    if hasOffsets { printError(words.listedInLocalTime(of: zone.name)) }
    for notice in notes.notices {
      printError(words.sentence(notice, of: input.path))
    }
    faults.forEach(printError)
    if faultCount > faults.count {
      printError(words.moreFaults(faultCount - faults.count))
    }
    return faultCount == 0
  }

  private mutating func add(
    _ entry: Entry, _ line: Int, _ format: ExchangeFormat
  ) {
    if entry.moment?.offset != nil { hasOffsets = true }
    let entry = clock.local(entry)
    let isFirst = writer.count == 0
    let words = words
    writer.add(
      [
        .init(entry.moment?.iso8601), .text(entry.kind), .init(entry.item),
        .init(entry.borrower), .text(format.rawValue), .number(line),
        .init(entry.due?.iso8601), .init(entry.amount), .init(entry.count),
      ],
      text: (isFirst ? Self.head(words) : "") + Self.line(entry, words))
  }

  private static func head(_ words: any Words) -> String {
    line([
      words.timeHeading, words.operationHeading, words.barcodeHeading,
      words.borrowerHeading,
    ])
  }

  private static func line(_ entry: Entry, _ words: any Words) -> String {
    line([
      entry.moment.map { words.tableTime($0.shown) } ?? "",
      words.name(of: entry.act), (entry.item ?? "").printable,
      (entry.borrower ?? "").printable, words.details(of: entry),
    ])
  }

  private static func line(_ columns: [String]) -> String {
    Document.line(columns, widths: widths) + "\n"
  }
}
