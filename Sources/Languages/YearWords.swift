import Circulation
import Textbooks

/// The words of the commands for the end of a school year.
package protocol YearWords {
  // MARK: Missing and swapped copies

  /// The heads of the columns: class, borrower, copy, day of the loan, title.
  var missingHeadings: [String] { get }
  /// A list without a missing copy.
  var nothingMissing: String { get }
  /// The numbers of missing copies, and of readers who have them.
  func missing(_ count: Int, readerCount: Int) -> String
  /// A list without a copy that somebody else brought.
  var noSwaps: String { get }
  /// The line above pairs of readers who brought each other's copy.
  var swapped: String { get }
  /// The heads of the columns: class, a reader and the copy brought, the other
  /// one and the copy brought, title.
  var swapPairHeadings: [String] { get }
  /// The line above copies that were brought without the other way round.
  var broughtForOthers: String { get }
  /// The heads of the columns: class, reader, the copy brought, who had it, the
  /// copies that the reader still has, title.
  var swapSingleHeadings: [String] { get }

  // MARK: Wear

  /// The heads of the columns: year or title, copies, loans, mean change of
  /// grade, lost, to delete, and none above the bars.
  func wearHeadings(by grouping: WearTable.Grouping) -> [String]
  /// The meaning of the bars.
  func wearLegend(_ block: Character) -> String
  /// A catalogue and journals without a copy.
  var noCopies: String { get }
  /// The sign before decimals.
  var decimalSign: String { get }

  // MARK: Closing

  /// The checklist for the end of a school year, a line for each step; the year
  /// of new copies is that of the settings.
  func closingSteps(
    _ closing: Closing, unsavedCount: Int, yearOfNewCopies: Int?
  ) -> [String]
  /// A day of return that is still to come.
  func dateToCome(_ day: LocalTime) -> String
  /// The reason for charging a copy that is missing.
  func notReturned(by day: LocalTime, because reason: String) -> String
  /// The number of fines that can't be charged, without an amount or a reader.
  func notCharged(_ count: Int) -> String
  /// Charges that were all recorded before.
  var nothingToCharge: String { get }
  /// The line above charges that will be recorded.
  func toCharge(_ charges: [FineCharge]) -> String
  /// A charge that will be recorded.
  func line(of charge: FineCharge) -> String
  /// The question whether to record them.
  var chargeQuestion: String { get }
  /// Charges that were not wanted.
  var nothingCharged: String { get }
  /// The number of charges that were recorded.
  func charged(_ count: Int) -> String

  // MARK: States

  /// A number of a state that the scale does not have.
  func noSuchState(_ status: Int, on scale: StatusScale) -> String
}
