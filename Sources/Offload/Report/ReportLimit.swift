import Tables

/// The maximum sizes of a report's parts: the largest real report, on a million
/// lines, is smaller, but compressed or crafted files can exceed any limit.
enum ReportLimit {
  /// The length of a message or a cell in characters; longer ones are cut.
  static let messageLength = 2_000
  /// The number of columns read: a report has two, and anything far to the
  /// right is not part of it.
  static let columns = 64
  static let rows = 1_000_000
  /// The limits of a workbook; a character of a message has up to four bytes.
  static let workbook = Workbook.Limits(
    cells: cells, characters: characters, length: 4 * messageLength,
    columns: columns)
  static let cells = 4_000_000
  static let characters = 64_000_000
  /// The number of line breaks in a web page.
  static let lineBreaks = 2_000_000
  /// The number of lines in one header of a mail.
  static let headLines = 10_000
  static let parts = 1_000
  /// The number of workbooks in a mail.
  static let workbooks = 10
}

/// A message assembled from pieces, each of which is examined once.
struct GrowingMessage {
  private(set) var text: String
  /// True if the message is complete.
  private(set) var isWhole: Bool
  /// True if the message had no end and was cut.
  private(set) var isCut: Bool

  /// Creates a message from its beginning.
  init(_ text: String) {
    self.text = text
    isWhole = ReportMessage.isWhole(text)
    isCut = text.isOverlong
  }

  /// Appends a piece; drops it if the message would be too long.
  mutating func append(_ piece: String, after separator: String = " ") {
    guard
      text.utf8.count + piece.utf8.count < ReportLimit.messageLength
    else {
      isCut = true
      return
    }
    // The label before a number may be split between the pieces.
    let seam = text.suffix(24) + separator + piece
    text += separator + piece
    isWhole = ReportMessage.isWhole(String(seam))
  }
}

extension String {
  /// True if the text has the maximum length or more.
  fileprivate var isOverlong: Bool {
    utf8.count >= ReportLimit.messageLength
      && unicodeScalars.count >= ReportLimit.messageLength
  }

  /// The text, cut at the maximum length of a message.
  var cutAsMessage: String {
    guard isOverlong else { return self }
    return String(unicodeScalars.prefix(ReportLimit.messageLength))
  }
}
