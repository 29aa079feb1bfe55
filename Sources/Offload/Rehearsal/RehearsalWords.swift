import Circulation

/// The words of a rehearsal: what the library system will answer to a file.
package protocol RehearsalWords: CirculationWords {
  // MARK: The page

  /// The title of the page.
  func rehearsalTitle(_ system: LibrarySystem) -> String
  /// The files and the number of their lines.
  func rehearsalOrigin(_ files: [String], lineCount: Int) -> String
  /// The lists on which it rests, with their days, and what they do not tell.
  func sentences(on basis: ListBasis, openReturnCount: Int) -> [String]
  /// The treatment of a whole file by the library system; nil if there is
  /// nothing to say.
  func remark(on system: LibrarySystem) -> String?
  /// The message with which the system stops before it takes a line of a file,
  /// whose name is nil if there is only one.
  func firstAnswer(_ message: String, in file: String?) -> String
  /// The counts of lines that fail, of those to look at, and of messages that
  /// need nothing.
  func rehearsalCounts(_ summary: Rehearsal.Summary) -> String
  /// The heading of the lines with an effect, and their number.
  func heading(of effect: LineEffect, count: Int) -> String
  /// The paragraph under the heading: what to do now.
  func advice(on effect: LineEffect, in system: LibrarySystem) -> String
  /// An example of the message that the system will show.
  func expectedMessage(_ message: String) -> String
  /// The column head of the certainty.
  var certaintyColumn: String { get }
  /// The certainty, as one word in a column.
  func name(of certainty: Certainty) -> String
  /// A reason not to be certain, as a sentence.
  func sentence(_ doubt: Certainty.Doubt) -> String
  /// The lines of an effect after those that are shown.
  func moreRehearsed(_ count: Int) -> String

  // MARK: Files for PMB's page

  /// The answer of PMB's first reading of a file.
  func firstReading(_ screen: SecouruScreen) -> String
  /// The counts of what the second reading does and does not do.
  func secondReading(_ screen: SecouruScreen) -> String
  /// The loans that another reader would get, and what to do.
  func givenToPrevious(_ loans: [SecouruMovement]) -> String
  /// Options and files that do not go with a file for PMB's page.
  func secouruAlone(_ file: String) -> String

  // MARK: The report

  /// The file that is like the system's report, and the next step.
  func rehearsalWritten(_ path: String, count: Int) -> String
  /// A file in the place of the report that is not one of a rehearsal.
  func notARehearsal(_ path: String) -> String

  // MARK: The comparison

  /// The title of the comparison with the system's report.
  var comparisonTitle: String { get }
  /// The number of messages that were expected and came, and of differences.
  func comparisonCounts(_ comparison: RehearsalComparison) -> String
  /// The heading of differences with one cause, with the day of the list.
  func heading(of cause: RehearsalComparison.Cause, _ basis: ListBasis)
    -> String
  /// A line with the message that was expected, that which came, or both.
  func describe(_ difference: RehearsalComparison.Difference) -> String
}
