/// How much of anything a report may have: the largest real one, on a million
/// lines, has less, and a few bytes can be made into any number of them.
enum ReportLimit {
  /// The characters of a message, or of a cell; what is longer is cut.
  static let messageLength = 2_000
  /// The columns that are looked at: a report has two, and what stands far to
  /// the right is none of it.
  static let columns = 64
  static let rows = 1_000_000
  static let cells = 4_000_000
  static let characters = 64_000_000
  /// Those of a page, their ends counted too.
  static let elements = 2_000_000
  /// Those of a part of a workbook, which is read piece by piece.
  static let partElements = 16_000_000
  /// Those of all elements of a page.
  static let attributes = 1_000_000
  /// Those of one element.
  static let attributesOfOne = 1_000
  /// Those of one head of a mail.
  static let headLines = 10_000
  static let parts = 1_000
  /// The workbooks of a mail.
  static let workbooks = 10
}

/// A message that is put together of pieces, each of which is looked at once.
struct GrowingMessage {
  private(set) var text: String
  /// Whether all of it is there.
  private(set) var isWhole: Bool
  /// Whether it had no end, and was cut.
  private(set) var isCut: Bool

  /// A message that begins with a text.
  init(_ text: String) {
    self.text = text
    isWhole = ReportMessage.isWhole(text)
    isCut = text.isOverlong
  }

  /// Adds a piece; it is left out where the message would be too long.
  mutating func append(_ piece: String, after separator: String = " ") {
    guard
      text.utf8.count + piece.utf8.count < ReportLimit.messageLength
    else {
      isCut = true
      return
    }
    // The words before a number may be on both sides.
    let seam = text.suffix(24) + separator + piece
    text += separator + piece
    isWhole = ReportMessage.isWhole(String(seam))
  }
}

extension String {
  /// Whether it is as long as a message may be, or was cut there.
  fileprivate var isOverlong: Bool {
    utf8.count >= ReportLimit.messageLength
      && unicodeScalars.count >= ReportLimit.messageLength
  }

  /// The text, cut where no message goes on.
  var cutAsMessage: String {
    guard isOverlong else { return self }
    return String(unicodeScalars.prefix(ReportLimit.messageLength))
  }
}
