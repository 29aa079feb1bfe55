import Circulation

/// An overview of a file that is checked: its transactions and their times.
package struct FileOverview: Hashable, Sendable {
  /// The number of lines.
  package let lineCount: Int
  /// The number of loans.
  package let loanCount: Int
  /// The number of returns.
  package let returnCount: Int
  /// The number of borrowers with at least one loan.
  package let readerCount: Int
  /// The earliest and the latest time of a transaction; nil if there is none.
  package let span: Span?

  /// The times of the transactions.
  package struct Span: Hashable, Sendable {
    /// The earliest time.
    package let first: LocalTime
    /// The latest time.
    package let last: LocalTime

    /// Creates a span of times.
    package init(first: LocalTime, last: LocalTime) {
      self.first = first
      self.last = last
    }
  }

  /// Creates an overview.
  package init(
    lineCount: Int, loanCount: Int = 0, returnCount: Int = 0,
    readerCount: Int = 0, span: Span? = nil
  ) {
    self.lineCount = lineCount
    self.loanCount = loanCount
    self.returnCount = returnCount
    self.readerCount = readerCount
    self.span = span
  }
}

/// A count of a file's transactions, line by line.
struct OverviewCounter: ~Copyable {
  private var loanCount = 0
  private var returnCount = 0
  private var firstMinute = Int.max
  private var lastMinute = Int.min
  private var minutes = MinuteReader()
  private var readers = FingerprintTable<UInt8>(initial: 0)
  private let fingerprints = Fingerprints()

  init() {}

  /// Takes a line whose numbers are in these columns.
  mutating func take(_ line: Span<UInt8>, _ layout: DataFormat.Layout) {
    guard let minute = minutes.minute(of: line) else { return }
    firstMinute = min(firstMinute, minute)
    lastMinute = max(lastMinute, minute)
    guard let borrower = layout.borrower else {
      returnCount += 1
      return
    }
    loanCount += 1
    _ = readers.place(of: fingerprints.of(line.extracting(borrower)))
  }

  /// Returns the overview of a file of so many lines.
  func overview(lineCount: Int) -> FileOverview {
    FileOverview(
      lineCount: lineCount, loanCount: loanCount, returnCount: returnCount,
      readerCount: readers.count, span: span)
  }

  private var span: FileOverview.Span? {
    guard
      loanCount + returnCount > 0,
      let first = LocalTime(wallMinutes: firstMinute),
      let last = LocalTime(wallMinutes: lastMinute)
    else { return nil }
    return FileOverview.Span(first: first, last: last)
  }
}

extension LocalTime {
  /// Creates the time of a number of minutes since 1970-01-01T00:00.
  init?(wallMinutes: Int) {
    guard
      let start = LocalTime(year: 1970, month: 1, day: 1, hour: 0, minute: 0)
    else { return nil }
    self = start.later(by: 60 * Int64(wallMinutes))
  }
}
