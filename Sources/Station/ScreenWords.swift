import Circulation
import Scanning

/// The words of what the window shows beside its fields.
package protocol ScreenWords {
  // MARK: Counts

  /// Beside the borrower: how many items this reader has now.
  func items(_ count: Int) -> String
  /// The same where there is little room.
  func itemsInShort(_ count: Int) -> String
  /// In the lower edge of the frame.
  func dayCounts(_ today: DayTally) -> String
  func inDataFile(_ count: Int?) -> String
  /// The last line of a list that has more than there is room for.
  func more(_ count: Int) -> String

  // MARK: What stays to be looked at

  func moreWarnings(_ count: Int, key: String) -> String
  func waitingForCard(_ items: [String]) -> String
  func settingsLeftOut(others count: Int) -> String
  /// Under all of several settings that do not hold.
  func settingsLeftOut() -> String
  func nameAnotherFolder() -> String
  var warningsHead: String { get }
  /// On the page After the outage, while a warning can be put aside there.
  func putAsideHint(key: String) -> String
  func putAside() -> String
  func nothingToPutAside() -> String

  // MARK: The panel of a wide window

  var dayHead: String { get }
  var messagesHead: String { get }
  func readerHead(_ borrower: Barcode?) -> String
  var noneYet: String { get }

  // MARK: What was pasted

  func batchTarget(_ borrower: Barcode?) -> String
  /// A line by what it would be taken for; nil is a command.
  func batchLine(_ text: String, as kind: Scan.Kind?) -> String

  // MARK: Help

  var helpKeysHead: String { get }
  /// What to know, the most important first.
  func help(folder: StationFolder) -> [HelpSection]

  // MARK: Closing

  /// On the shell, when the window is gone.
  func closed(saved: Int?, unsaved: Int, lost: Int) -> String
}

/// A part of the Help page.
package struct HelpSection: Hashable, Sendable {
  let title: String
  let paragraphs: [String]
}
