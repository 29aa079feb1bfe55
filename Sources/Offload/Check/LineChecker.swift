import Algorithms
import Circulation
import Scanning

/// The checks of one run, applied line by line.
struct LineChecker: ~Copyable {
  private static let batchSize = 64
  private static let timeColumns = 0..<12

  private let inputs: [InputFile]
  let surveys: [FileSurvey]
  let rules: Check.Rules
  let times: Times
  /// The maximum number of findings reported, by number of the kind.
  private let limits: [Int]
  let isByLine: Bool
  private let tell: (Finding) -> Void
  /// The length distributions of items and borrowers in all files.
  let items: LengthTally
  let borrowers: LengthTally
  /// The counts by which items are recognized as title numbers.
  let titles: TitleTally
  /// The typical appearance of borrowers and items.
  var looks: KnownLooks
  /// The number of lines in the files before each one, so that lines are
  /// numbered consecutively across files.
  private let linesBefore: [Int]
  /// The number of lines in each file that can be checked.
  private let checkableCounts: [Int]

  let fingerprints = Fingerprints()
  var spellings = SpellingTable()
  private var lines: LineTable
  var numbers: FingerprintTable<NumberTrace>
  var tracks: [Track]
  var queue: FindingQueue
  private var summary = Check.Summary()
  private var batch: [Entry] = []
  /// The texts of the batch's lines.
  var texts: [UInt8] = []

  /// The state of the checks of one file.
  struct Track {
    var last: Timed?
    /// The last line with a plausible time.
    var lastPlausible: Timed?
    var lastError: DataFormat.LineError?
    var hasReportedZeros = false
    var hasReportedReturns = false
    var hasReportedBlanks = false
    var lastForm: LineForm?
    /// The control characters already reported.
    var marks: OuterMarks = []
  }

  init(
    inputs: [InputFile], surveys: [FileSurvey], rules: Check.Rules,
    limit: @escaping (Severity) -> Int, isByLine: Bool,
    tell: @escaping (Finding) -> Void
  ) {
    self.inputs = inputs
    self.surveys = surveys
    self.rules = rules
    limits = FileIssue.Kind.allCases.map { limit($0.severity) }
    self.isByLine = isByLine
    self.tell = tell
    times = Times(
      now: rules.now.wallMinutes, since: rules.since?.wallMinutes ?? .min)
    var items = LengthTally()
    var borrowers = LengthTally()
    var titles = TitleTally()
    var sample = LookSample()
    var lineCount = 0
    var linesBefore: [Int] = []
    for survey in surveys {
      items.add(survey.items)
      borrowers.add(survey.borrowers)
      titles.add(survey.titles)
      sample.add(survey.sample)
      linesBefore.append(lineCount)
      lineCount += survey.index.lineCount
    }
    self.items = items
    self.borrowers = borrowers
    self.titles = titles
    looks = KnownLooks(borrowers: sample.borrowers, items: sample.items)
    self.linesBefore = linesBefore
    checkableCounts = surveys.map { $0.hasLines ? $0.index.lineCount : 0 }
    lines = LineTable(lineCount: lineCount)
    // A file with fewer numbers than a quarter of its lines is rare.
    numbers = FingerprintTable(
      initial: NumberTrace(), capacity: lineCount / 4)
    tracks = [Track](repeating: Track(), count: inputs.count)
    queue = FindingQueue(fileCount: inputs.count)
    summary.fileCount = inputs.count
    summary.lineCount = lineCount
    batch.reserveCapacity(Self.batchSize)
    texts.reserveCapacity(Self.batchSize * LineOffsets.maximumTextLength)
    for (file, survey) in surveys.enumerated() {
      let first = LinePlace(file: file, number: 1)
      if survey.index.lineCount == 0 { add(.empty, first) }
      if survey.isUTF16 { add(.utf16, first) }
      switch survey.form {
      case .foreign(let foreign): add(.foreign(foreign), first)
      case .binary: add(.binary, first)
      case nil: break
      }
    }
  }

  // MARK: Line by line

  /// Adds the next line to the batch, and checks the batch if it is full.
  ///
  /// - Throws: ``FileError``.
  mutating func take(
    _ line: Span<UInt8>, _ place: MergedLines.Place
  ) throws(FileError) {
    // A file that grew since is reported when its end is reached.
    guard place.number <= checkableCounts[place.file] else { return }
    if !place.marks.isEmpty { check(place.marks, place) }
    guard line.count > 0 else { return }
    let line = line.extracting(0..<line.endBeforeLineEnd)
    let start = texts.count
    let kept = line.extracting(
      0..<min(line.count, LineOffsets.maximumTextLength))
    kept.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
    var transaction: Entry.Transaction?
    var lineError: DataFormat.LineError?
    do throws(DataFormat.LineError) {
      let layout = try DataFormat.layout(of: line, isTimed: place.minute != nil)
      let minute = place.minute ?? 0
      let item = fingerprints.of(line.extracting(layout.item))
      let borrower = layout.borrower.map {
        fingerprints.of(line.extracting($0))
      }
      let whole = fingerprints.of(
        item, borrower ?? 0, UInt64(bitPattern: Int64(minute)))
      transaction = Entry.Transaction(
        minute: minute, layout: layout, item: item, borrower: borrower ?? 0,
        line: whole)
      // They are there when the batch is full.
      lines.prefetch(whole)
      numbers.prefetch(item)
      if let borrower { numbers.prefetch(borrower) }
    } catch {
      lineError = error
    }
    batch.append(
      Entry(
        place: LinePlace(file: place.file, number: place.number),
        text: start..<texts.count, transaction: transaction,
        lineError: lineError))
    if batch.count == Self.batchSize { try checkBatch() }
  }

  /// Checks the last batch and returns the counts.
  ///
  /// - Throws: ``FileError``.
  mutating func finish() throws(FileError) -> Check.Summary {
    try checkBatch()
    queue.flush(isEnd: true, tell)
    return summary
  }

  private mutating func checkBatch() throws(FileError) {
    for entry in batch {
      queue.advance(to: entry.place)
      if let transaction = entry.transaction {
        try check(transaction, entry)
      } else if let lineError = entry.lineError {
        check(lineError, entry)
      }
    }
    batch.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    queue.flush(tell)
  }

  // MARK: Transactions

  private mutating func check(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) throws(FileError) {
    checkTime(transaction.minute, entry)
    if let form = surveys[entry.place.file].form(
      of: transaction.layout, endingWith: texts[entry.text.upperBound - 1])
    {
      return add(form, entry)
    }
    if try checkRepeat(transaction, entry) { return }
    if let column = borrowerColumn(transaction, entry) {
      // The text read as item and borrower is neither.
      return add(.misaligned(column: column), entry)
    }
    let places = places(of: transaction)
    checkNumbers(transaction, entry, at: places)
    try checkItemHistory(transaction, entry, at: places)
  }

  /// Returns the column where the borrower begins if that is within the item's
  /// columns; nil if it is not.
  private func borrowerColumn(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) -> Int? {
    let item = transaction.layout.item
    // An item that does not fill its columns is followed by spaces.
    guard item.upperBound == transaction.layout.borrower?.lowerBound else {
      return nil
    }
    let bytes = part(item, of: entry)
    let blank = UInt8(ascii: " ")
    let last = bytes.indices.dropLast().last {
      bytes[$0] == blank && bytes[$0 + 1] == blank
    }
    return last.map { item.lowerBound + $0 - bytes.startIndex + 3 }
  }

  /// Returns true if an earlier line is identical, and reports it.
  ///
  /// - Throws: ``FileError``.
  private mutating func checkRepeat(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) throws(FileError) -> Bool {
    var search = lines.search(for: transaction.line)
    let number = number(of: entry.place)
    while let found = lines.next(&search, orElse: number) {
      let first = place(of: found)
      // In a run of repeated lines only the first was compared in full.
      if queue.extendsRun(at: entry.place, .duplicate, other: first) {
        return true
      }
      if try isSame(entry, transaction, first) {
        add(.duplicate(of: first), entry)
        return true
      }
    }
    return false
  }

  private func isSame(
    _ entry: Entry, _ transaction: Entry.Transaction, _ place: LinePlace
  ) throws(FileError) -> Bool {
    let other = try text(of: place)
    guard let layout = try? DataFormat.layout(of: other.span, isTimed: true)
    else { return false }
    return other.prefix(Self.timeColumns.count)
      == part(Self.timeColumns, of: entry)
      && other[layout.item] == part(transaction.layout.item, of: entry)
      && layout.borrower.map { other[$0] }
        == transaction.layout.borrower.map { part($0, of: entry) }
  }

  // MARK: Findings

  func isReported(_ kind: FileIssue.Kind) -> Bool {
    summary.counts[kind] < limits[kind.rawValue]
  }

  mutating func add(_ issue: FileIssue, _ entry: Entry) {
    add(issue, entry.place, text: entry.text)
  }

  /// Counts an issue, and queues its finding with the text in this range of
  /// ``texts``.
  mutating func add(
    _ issue: FileIssue, _ place: LinePlace, text: Range<Int> = 0..<0
  ) {
    let kind = issue.kind
    let isReported = isReported(kind)
    summary.counts[kind] += 1
    // Of millions, most are only counted.
    guard isReported || kind.isGrouped else { return }
    var finding: Finding?
    if isReported {
      finding = Finding(
        issue: issue, place: place, lastLine: place.number,
        lastRepeated: kind == .duplicate ? issue.other?.number : nil,
        text: String(decoding: texts[text], as: UTF8.self))
    }
    queue.add(issue, at: place, finding)
  }

  // MARK: Lines and texts

  /// Returns the number of a line across all files; the first is 1.
  func number(of place: LinePlace) -> Int {
    linesBefore[place.file] + place.number
  }

  func place(of number: Int) -> LinePlace {
    // Files without lines have the same offset as the file after them.
    let next = linesBefore.partitioningIndex { $0 >= number }
    let file = max(next - 1, 0)
    return LinePlace(file: file, number: number - linesBefore[file])
  }

  /// Reads the beginning of an earlier line.
  func text(of place: LinePlace) throws(FileError) -> [UInt8] {
    try surveys[place.file].index.text(
      ofLine: place.number, in: inputs[place.file].content)
  }

  func part(_ range: Range<Int>, of entry: Entry) -> ArraySlice<UInt8> {
    let start = entry.text.lowerBound
    return texts[start + range.lowerBound..<start + range.upperBound]
  }

  func text(_ range: Range<Int>, of entry: Entry) -> String {
    String(decoding: part(range, of: entry), as: UTF8.self)
  }
}
