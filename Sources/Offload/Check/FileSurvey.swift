import Circulation

/// What has to be known of a file before its lines are looked at one by one.
struct FileSurvey {
  /// Where its lines are.
  private(set) var index = LineIndex()
  /// Whether each of its characters has two bytes.
  private(set) var isUTF16 = false
  /// What it is if it is no text.
  private(set) var form: Form?
  /// Whether it begins with the mark of UTF-8.
  private(set) var hasByteOrderMark = false
  /// How long its items are.
  private(set) var items = LengthTally()
  /// How long its borrowers are.
  private(set) var borrowers = LengthTally()

  /// What a file is that is no text.
  enum Form: Hashable, Sendable {
    /// A workbook of Excel or LibreOffice, or another archive.
    case workbook
    /// Something else.
    case binary

    private static let sampleSize = 4_096
    private static let leastCount = 64
    private static let mostPercentage = 5

    /// Looks at the beginning of a file; nil if it may be text.
    init?(of file: any OpenFile) throws(FileFailure) {
      let start = try file.bytes(0..<Self.sampleSize)
      // ZIP, as .xlsx and .ods are, and the old .xls.
      if start.starts(with: [0x50, 0x4b, 0x03, 0x04])
        || start.starts(with: [0xd0, 0xcf, 0x11, 0xe0])
      {
        self = .workbook
        return
      }
      // A power cut leaves zeros in what is text all the same.
      let written = start.count { $0 != 0 }
      let controls = start.count {
        0x01...0x08 ~= $0 || 0x0e...0x1f ~= $0 || $0 == 0x7f
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

  private mutating func count(_ line: Span<UInt8>) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    // What the date is does not matter here.
    guard let layout = try? DataFormat.layout(of: line, isTimed: true) else {
      return
    }
    items.add(layout.item.count)
    if let borrower = layout.borrower { borrowers.add(borrower.count) }
  }
}

/// How many numbers have which length.
struct LengthTally {
  private static let leastCount = 20
  private static let leastPercentage = 95

  private var counts = [Int](repeating: 0, count: Barcode.longest + 1)

  mutating func add(_ length: Int) {
    counts[length] += 1
  }

  mutating func add(_ other: LengthTally) {
    for length in counts.indices { counts[length] += other.counts[length] }
  }

  /// The length of nearly all of them, if there are enough to say so.
  var usual: Int? {
    let all = counts.reduce(0, +)
    guard all >= Self.leastCount else { return nil }
    return counts.indices.first {
      counts[$0] * 100 >= all * Self.leastPercentage
    }
  }
}
