import Circulation

/// The words of what the window shows beside its fields and in its panel.
package protocol ScreenWords {
  // MARK: Counts

  /// The count of a reader's items, beside the borrower.
  func items(_ count: Int) -> String
  /// The same count where there is little room.
  func itemsInShort(_ count: Int) -> String
  /// The counts of the day, in the lower edge of the frame.
  func dayCounts(_ today: DayTally) -> String
  /// The count of the lines in the file; nil if it can't be read.
  func inDataFile(_ count: Int?, named name: String) -> String
  /// The last line of a list that has more than there is room for.
  func more(_ count: Int) -> String

  // MARK: The panel of a wide window

  /// The head of the day's counts.
  var dayHeading: String { get }
  /// The head of the last messages.
  var messagesHeading: String { get }
  /// The head of the present borrower's items.
  func readerHeading(_ borrower: Barcode?) -> String
  /// An empty list of items.
  var noneYet: String { get }
}
