import Circulation

/// What has to be known of a file before its lines are looked at one by one.
struct FileSurvey {
  /// Where its lines are.
  private(set) var index = LineIndex()
  /// Whether each of its characters has two bytes.
  private(set) var isUTF16 = false
  /// What it is if it is no text.
  private(set) var form: Form?
  /// Whether its lines can be looked at one by one.
  var hasLines: Bool {
    if case .foreign(let foreign) = form { return foreign.isText }
    return form == nil && !isUTF16
  }

  /// The lines that a mail program broke.
  private(set) var broken = BrokenLines()
  private var blankCount = 0
  /// Whether blank lines stand between its lines.
  var isDoubleSpaced: Bool {
    blankCount > 1 && blankCount * 3 >= index.lineCount
  }
  /// The loans that have their borrower before column 94.
  private(set) var narrow = NarrowLoans()
  /// Whether it begins with the mark of UTF-8.
  private(set) var hasByteOrderMark = false
  /// How long its items are.
  private(set) var items = LengthTally()
  /// How long its borrowers are.
  private(set) var borrowers = LengthTally()
  /// How many of its items are numbers of titles.
  private(set) var titles = TitleTally()
  /// Some of its numbers.
  private(set) var sample = LookSample()

  /// What a file is if it is no text, or that of another system.
  enum Form: Hashable, Sendable {
    /// Something that is known.
    case foreign(ForeignFile)
    /// Something else that is no text.
    case binary

    private static let sampleSize = 4_096
    private static let leastCount = 64
    private static let mostPercentage = 5

    /// Looks at the beginning of a file; nil if it may be text.
    init?(of file: any OpenFile) throws(FileFailure) {
      let start = try file.bytes(0..<Self.sampleSize)
      if let foreign = ForeignFile(beginning: start) {
        self = .foreign(foreign)
        return
      }
      // A power cut leaves zeros in what is text all the same.
      let written = start.count { $0 != 0 }
      let controls = start.count {
        (0x01...0x08 ~= $0 || 0x0e...0x1f ~= $0 || $0 == 0x7f)
          && OuterMarks($0) != .endOfText
      }
      guard
        written >= Self.leastCount,
        controls * 100 > written * Self.mostPercentage
      else { return nil }
      self = .binary
    }
  }

  /// Reads a file once.
  init(
    of file: any OpenFile, progress: (Int) -> Void
  ) throws(FileFailure) {
    let start = try file.bytes(0..<4)
    hasByteOrderMark = start.starts(with: [0xef, 0xbb, 0xbf])
    isUTF16 =
      start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff])
      || start.count == 4
        && (start[1] == 0 && start[3] == 0 && start[0] != 0 && start[2] != 0
          || start[0] == 0 && start[2] == 0 && start[1] != 0 && start[3] != 0)
    if !isUTF16 { form = try Form(of: file) }
    var cursor = LineCursor(file)
    while try cursor.advance() {
      let bytes = cursor.bytes
      progress(bytes.count)
      if cursor.isContinued { continue }
      index.add(cursor.offset)
      count(Span(_unsafeBytes: bytes))
    }
  }

  /// What became of a line that can be read as a transaction, in a file like
  /// this; nil if it is one.
  func form(
    of layout: DataFormat.Layout, _ text: ArraySlice<UInt8>
  ) -> LineForm? {
    if broken.count > 0, text.last == UInt8(ascii: "=") { return .brokenLines }
    return narrow.isCollapsed(layout) ? .collapsedBlanks : nil
  }

  private mutating func count(_ line: Span<UInt8>) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    do throws(DataFormat.Fault) {
      // What the date is does not matter here.
      let layout = try DataFormat.layout(of: line, isTimed: true)
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

/// How many numbers have which length.
struct LengthTally {
  private static let leastCount = 20
  private static let leastPercentage = 95
  private static let someCount = 5

  private var counts = [Int](repeating: 0, count: Barcode.longest + 1)
  private var count = 0

  mutating func add(_ length: Int) {
    counts[length] += 1
    count += 1
  }

  mutating func add(_ other: LengthTally) {
    for length in counts.indices { counts[length] += other.counts[length] }
    count += other.count
  }

  /// Whether some of them are so long.
  func isUsual(_ length: Int) -> Bool {
    counts[length] >= Self.someCount
      && counts[length] * 100 >= count * (100 - Self.leastPercentage)
  }

  /// The length of nearly all of them, if there are enough to say so.
  var usual: Int? {
    guard count >= Self.leastCount else { return nil }
    return counts.indices.first {
      counts[$0] * 100 >= count * Self.leastPercentage
    }
  }
}
