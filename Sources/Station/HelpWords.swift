import Circulation
import Offload

/// The words of the pages to be read.
package protocol HelpWords {
  /// The title of the page Help.
  var helpTitle: String { get }
  /// The title of the page After the outage.
  var afterOutageTitle: String { get }
  /// The keys of a page, in its last line.
  var pageFooter: String { get }
  /// The end of the page After the outage.
  func afterOutageFooter(hasCommands: Bool) -> String
  /// The next step where no commands are shown.
  func nextStepOfKiosk(_ step: OffloadStatus.Step) -> String
  /// The head of the keys that a day at the desk needs.
  var helpKeysHeading: String { get }
  /// The sections of Help, the most important first; without commands where
  /// nobody can type one.
  func help(folder: StationFolder, hasCommands: Bool) -> [HelpSection]
}

/// A part of the Help page.
package struct HelpSection: Hashable, Sendable {
  /// The head of the part.
  package let title: String
  /// The paragraphs below it.
  package let paragraphs: [String]

  /// Creates a part of the page.
  package init(title: String, paragraphs: [String]) {
    self.title = title
    self.paragraphs = paragraphs
  }
}
