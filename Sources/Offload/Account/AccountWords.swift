import Circulation

/// The words of an account of an outage.
package protocol AccountWords: Sendable {
  /// The title of the page.
  var accountTitle: String { get }
  /// The counts of the outage, its times, and when the account was made.
  func summary(of account: Account) -> String
  /// The heading of a part.
  func heading(of part: Account.Part) -> String
  /// The heads of the columns of the sums: desk, then what became of lines.
  var columnsOfSums: [String] { get }
  /// The name of the row with the sums of all desks.
  var allDesks: String { get }
  /// The sums in a sentence, with the verdict that they hold or do not.
  func balance(of sums: AccountedSums) -> String
  /// The second count of a file's lines, by the journal beside it.
  func recount(by journal: AccountedJournal) -> String
  /// An upload, its lines, and the messages that match no line.
  func sentence(on upload: AccountedUpload) -> String
  /// The number of uploaded lines that are not in the files.
  func foreignLines(_ count: Int) -> String
  /// The head of the column of hours, or of days.
  func headOfTimes(areDays: Bool) -> String
  /// An hour, or a day.
  func name(of time: AccountedTime, isDay: Bool) -> String
  /// The lines of a desk that are not transactions.
  func unreadableLines(_ count: Int, of desk: String) -> String
  /// The transactions that a station has not saved.
  func unsavedTransactions(_ count: Int, at path: String) -> String
  /// A journal that has lost events, or may have.
  func damagedJournal(at path: String) -> String
  /// The sentence if nothing was lost, as far as is known.
  var noLosses: String { get }
  /// The heads of the columns of decisions.
  var columnsOfActs: [String] { get }
  /// The name of what was decided.
  func name(of act: AccountedAct) -> String
  /// The sentence if nothing was corrected by hand.
  var nothingByHand: String { get }
  /// The sentence about what the page does not show.
  var withoutNumbers: String { get }
  /// The page that was written.
  func accountWritten(_ account: Account, to path: String) -> String

  // MARK: What is still to do at the stations

  /// The title of the page.
  var toDoTitle: String { get }
  /// The purpose of the page, in a sentence or two.
  var toDoPurpose: String { get }
  /// The file of a station, and the station if it is known.
  func station(of file: StationFile) -> String
  /// The step at a desk of which no file was found.
  var stepToFetch: String { get }
  /// The step for transactions that are not saved.
  func stepToSave(_ count: Int) -> String
  /// The step for lines that were not handed over.
  func stepToUpload(_ count: Int) -> String
  /// The step for lines in a kit of which no report is there.
  func stepToReport(_ count: Int) -> String
  /// The step for refused lines.
  func stepToAnswer(_ count: Int) -> String
  /// The last step; true if lines were changed by hand, so that the kit does
  /// not have them as the station does.
  func stepToArchive(isChanged: Bool) -> String
  /// The sentence at a desk whose stations are all archived.
  var nothingLeftToDo: String { get }
  /// The heading of copies of journals that are ahead.
  var headingOfCopies: String { get }
  /// The step for a copy of a journal that is ahead.
  func stepToRecover(_ copy: RollCall.Ahead) -> String
  /// The page of what is still to do that was written.
  func toDoWritten(to path: String) -> String
}

extension Account {
  /// A part of the page.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    /// The sums by desk.
    case sums
    /// The hours.
    case times
    /// The losses.
    case losses
    /// The corrections by hand.
    case acts
  }
}
