import Circulation
import Tables

/// The result of a first pass over a file, needed before its lines are checked.
struct FileSurvey {
  /// The offsets of its lines.
  private(set) var index = LineOffsets()
  /// True if the file is UTF-16, with or without byte-order mark.
  private(set) var isUTF16 = false
  /// The kind of file, if it is not a text of transactions.
  private(set) var form: Form?
  /// True if its lines can be checked.
  var hasLines: Bool {
    if case .foreign(let foreign) = form { return foreign.isText }
    return form == nil && !isUTF16
  }

  /// The lines that a mail program wrapped.
  private(set) var broken = BrokenLines()
  private var blankCount = 0
  /// True if blank lines separate its lines.
  var isDoubleSpaced: Bool {
    blankCount > 1 && blankCount * 3 >= index.lineCount
  }
  /// The loans whose borrower begins before column 94.
  private(set) var narrow = NarrowLoans()
  /// True if the file has a byte-order mark.
  private(set) var hasByteOrderMark = false
  /// The length distribution of its items.
  private(set) var items = LengthTally()
  /// The length distribution of its borrowers.
  private(set) var borrowers = LengthTally()
  /// The number of items that are title numbers.
  private(set) var titles = TitleTally()
  /// A sample of its numbers.
  private(set) var sample = LookSample()
  /// The counts and times of its transactions.
  private(set) var overview = FileOverview(lineCount: 0)

  /// A kind of file that does not consist of transactions.
  enum Form: Hashable, Sendable {
    /// A known format of another program.
    case foreign(ForeignFile)
    /// Binary data in an unknown format.
    case binary

    private static let sampleSize = 4_096
    private static let minimumCount = 64
    private static let maximumPercentage = 5

    /// Inspects the beginning of a file; nil if it may be text.
    ///
    /// - Throws: ``FileError``.
    init?(of file: any OpenFile) throws(FileError) {
      let start = try file.bytes(0..<Self.sampleSize)
      if let foreign = ForeignFile(beginning: start) {
        self = .foreign(foreign)
        return
      }
      // A power cut leaves zeros in a text file.
      let written = start.count { $0 != 0 }
      let controls = start.count {
        (0x01...0x08 ~= $0 || 0x0e...0x1f ~= $0 || $0 == 0x7f)
          && OuterMarks($0) != .endOfText
      }
      guard
        written >= Self.minimumCount,
        controls * 100 > written * Self.maximumPercentage
      else { return nil }
      self = .binary
    }
  }

  /// Reads a file once.
  ///
  /// - Throws: ``FileError``.
  init(
    of file: any OpenFile, progress: (Int) -> Void
  ) throws(FileError) {
    let beginning = TextBeginning(try file.bytes(0..<4))
    isUTF16 = beginning.encoding != .bytes
    hasByteOrderMark = !isUTF16 && beginning.markLength > 0
    if !isUTF16 { form = try Form(of: file) }
    var cursor = LineCursor(file)
    var counter = OverviewCounter()
    while try cursor.advance() {
      let bytes = cursor.bytes
      progress(bytes.count)
      if cursor.isContinued { continue }
      index.add(cursor.offset)
      count(Span(_unsafeBytes: bytes), &counter)
    }
    overview = counter.overview(lineCount: index.lineCount)
  }

  /// Returns the alteration of a line that parses as a transaction, given its
  /// last byte and the other lines of the file; nil if it is unaltered.
  func form(
    of layout: DataFormat.Layout, endingWith last: UInt8
  ) -> LineForm? {
    if broken.count > 0, last == UInt8(ascii: "=") { return .brokenLines }
    return narrow.isCollapsed(layout) ? .collapsedBlanks : nil
  }

  private mutating func count(
    _ line: Span<UInt8>, _ counter: inout OverviewCounter
  ) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    do throws(DataFormat.LineError) {
      // The validity of the date does not matter here.
      let layout = try DataFormat.layout(of: line, isTimed: true)
      counter.take(line, layout)
      items.add(layout.item.count)
      titles.add(line.extracting(layout.item))
      narrow.take(layout)
      if let borrower = layout.borrower { borrowers.add(borrower.count) }
      sample.take(line, layout)
      broken.take(line, nil)
    } catch {
      if error == .empty { blankCount += 1 }
      broken.take(line, error)
    }
  }
}

/// A distribution of the lengths of numbers.
struct LengthTally {
  private static let minimumCount = 20
  private static let minimumPercentage = 95
  private static let someCount = 5

  private var counts = [Int](repeating: 0, count: Barcode.maximumLength + 1)
  private var count = 0

  mutating func add(_ length: Int) {
    counts[length] += 1
    count += 1
  }

  mutating func add(_ other: LengthTally) {
    for length in counts.indices { counts[length] += other.counts[length] }
    count += other.count
  }

  /// Returns true if at least five numbers, and five percent, have this length.
  func isUsual(_ length: Int) -> Bool {
    counts[length] >= Self.someCount
      && counts[length] * 100 >= count * (100 - Self.minimumPercentage)
  }

  /// The length of at least 95 percent of the numbers, if there are 20 or more.
  var usual: Int? {
    guard count >= Self.minimumCount else { return nil }
    return counts.withUnsafeBufferPointer { counts in
      counts.indices.first {
        counts[$0] * 100 >= count * Self.minimumPercentage
      }
    }
  }
}
