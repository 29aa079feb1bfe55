import Circulation
import Textbooks

/// The words on papers for textbooks, and about making them.
package protocol PaperWords: CirculationWords, TextbookWords {
  // MARK: On the papers

  /// The title of a paper.
  func title(of kind: PaperKind) -> String
  /// A class, as in the line under the title.
  func schoolClass(_ name: String) -> String
  /// A school year, by the calendar year in which it begins.
  func name(of year: SchoolYear) -> String
  /// The two calendar years of a school year alone.
  func years(of year: SchoolYear) -> String
  /// The head of a column.
  func head(of column: PaperColumn) -> String
  /// The heading of a part of a paper.
  func heading(of part: PaperPart) -> String
  /// A state that is not known.
  var unknownState: String { get }
  /// The number of copies.
  func copies(_ count: Int) -> String
  /// The sentences that a pupil signs at the hand-out; the common day of return
  /// if there is one.
  func receiptText(dueOn day: String?) -> String
  /// The names of the lines for place, date and signature.
  var signatureLines: [String] { get }
  /// A copy that a pupil keeps for another year.
  var kept: String { get }
  /// A pupil without a copy that is out.
  var allIsBack: String { get }
  /// The sums of fines: what is to be paid, the number of amounts to decide,
  /// and what is paid.
  func sums(due: Money, undecided: Int, paid: Money) -> String
  /// The address of a letter: to the parents of a pupil.
  func toParents(of name: String) -> String
  /// The first sentences of a letter about copies that are not back, and the
  /// common day of return if there is one.
  func reminderText(dueOn day: String?) -> String
  /// The request at the end of a letter about copies, fines, or both.
  func reminderRequest(hasCopies: Bool, hasFines: Bool) -> String
  /// The numbers of pupils, of those with copies, and of copies in a class.
  func classSummary(pupils: Int, holding: Int, copies: Int) -> String
  /// The number of a page among all of one paper.
  func page(_ number: Int, of count: Int) -> String

  // MARK: About making them

  /// A file that was written, with the number of its pages.
  func written(_ path: String, pages: Int) -> String
  /// A paper for which nobody has anything.
  func nothingToPrint(_ kind: PaperKind) -> String
  /// Copies that are not to be reminded of yet: the common day of return is
  /// not over.
  func notDueYet(_ day: String) -> String
  /// A class that no list has, and those that lists have.
  func noSuchClass(_ name: String, all: [String]) -> String
  /// The numbers that are too long for a bar code.
  func withoutCode(_ count: Int) -> String
}

/// A column of a paper.
package enum PaperColumn: CaseIterable, Sendable {
  /// The number on a copy.
  case copy
  /// Its title.
  case title
  /// Its state.
  case state
  /// Its price.
  case price
  /// The day of the loan.
  case lent
  /// The day of the return.
  case returned
  /// The state at the start.
  case start
  /// The state at the end.
  case end
  /// The amount of a fine.
  case amount
  /// Its stage.
  case stage
  /// A pupil.
  case pupil
  /// The number on a pupil's card.
  case number
  /// The number of copies.
  case count
  /// The titles of copies.
  case titles
}

/// A part of a paper.
package enum PaperPart: CaseIterable, Sendable {
  /// The copies that came back.
  case returned
  /// The copies that came back or were noted as lost.
  case returnedOrLost
  /// The copies that are out.
  case out
  /// The fines.
  case fines
  /// The titles of a class.
  case titles
}
