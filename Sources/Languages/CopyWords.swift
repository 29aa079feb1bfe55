import Catalogue
import Textbooks

/// The words of the commands about a school's copies.
package protocol CopyWords {
  // MARK: Numbers and call numbers

  /// A reason to refuse numbers of copies.
  func sentence(_ flaw: CopyNumberFlaw) -> String
  /// A reason for which no call number can be proposed.
  func sentence(_ flaw: CallNumberFlaw) -> String
  /// A call number that is proposed, with the meaning of its parts.
  func proposed(_ proposal: CallNumberProposal) -> String

  // MARK: What is wrong

  /// A flaw of a value, after its place, and what to do: no capital at the
  /// start.
  func clause(_ flaw: CopyFlaw, _ value: String) -> String
  /// A finding about a copy or a title, after its place: no capital at the
  /// start.
  func clause(_ finding: CopyFinding, on scale: StatusScale) -> String
  /// The advice on a finding.
  func advice(on finding: CopyFinding) -> String
  /// The flaws after those that are shown.
  func moreFlaws(_ count: Int) -> String
  /// The lines with flaws after those that are shown.
  func moreRows(_ count: Int) -> String
  /// The flaws for which nothing was changed, and how to do it nevertheless.
  func heldBack(_ count: Int) -> String
  /// A check without a finding, of so many copies.
  func copiesAreSound(_ count: Int) -> String
  /// The number of findings of a check.
  func copyFindings(_ count: Int, of copies: Int) -> String

  // MARK: Lists

  /// The heads of the columns: number, state, loan, call number and title.
  var copiesHeadings: [String] { get }
  /// The heads of the columns: call number, copies, on loan, states and title.
  var copyTitlesHeadings: [String] { get }
  /// The word for a copy that is on loan.
  var onLoanWord: String { get }
  /// The word for a copy that the last complete list does not have.
  var goneWord: String { get }
  /// The counts below a list.
  func total(_ counts: CopyCounts, on scale: StatusScale) -> String
  /// A list without a copy.
  var noneListed: String { get }
  /// A damaged journal: states and loans may be missing.
  func copiesMayLack(_ journal: String) -> String

  // MARK: Changes

  /// A number that another copy has already.
  func isCopyAlready(_ item: Item) -> String
  /// A number of a copy that was deleted.
  func wasDeleted(_ item: Item) -> String
  /// A number that is given twice.
  func givenTwice(_ number: String) -> String
  /// Numbers that no copy has.
  func noSuchCopies(_ numbers: [String]) -> String
  /// The number of a status that the scale does not have.
  func notOnScale(_ status: Int, _ scale: StatusScale) -> String
  /// The values that new copies have from the others of their title.
  func takenOver(_ fields: [ListField]) -> String
  /// Copies that are added, or would be.
  func added(_ numbers: [String], to title: String, isPreview: Bool) -> String
  /// Copies that were changed, and others that were since they are of the same
  /// titles.
  func changed(_ count: Int, others: Int) -> String
  /// States that are noted in the journal too.
  func noted(_ numbers: [String]) -> String
  /// Copies that have got a state, since their list has none.
  func gotState(_ status: CopyStatus, _ count: Int) -> String

  // MARK: Deletion

  /// Copies that are on loan, and so can't be deleted.
  func stillOnLoan(_ numbers: [String]) -> String
  /// Open fines of copies, which can't be deleted before.
  func stillOpen(_ fines: [Fine]) -> String
  /// Copies whose history has to be exported first.
  func hasHistory(_ numbers: [String], rowCount: Int) -> String
  /// A file that lacks rows of the history.
  func historyLacks(_ count: Int, in path: String) -> String
  /// The consequences of deleting copies: a line for each sentence.
  func goes(_ numbers: [String], hasHistory: Bool) -> [String]
  /// The option that confirms it.
  var confirmDeletion: String { get }
  /// Copies that were deleted.
  func deleted(_ count: Int) -> String

  // MARK: History

  /// The heads of the columns: lent, returned, borrower, states and fine.
  var historyHeadings: [String] { get }
  /// The word in the place of a borrower, for a state noted without a return.
  var notedWord: String { get }
  /// A copy without history.
  func noHistory(of number: String) -> String
  /// A number that neither lists nor journals have.
  func unknownCopy(_ number: String) -> String
  /// The file that has the history now.
  func exported(_ count: Int, to path: String) -> String
}
