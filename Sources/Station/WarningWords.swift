import Circulation

/// The words of the warnings, which stay until their cause is gone.
package protocol WarningWords {
  // MARK: At the opening

  /// Transactions of an earlier session that are not saved yet.
  func restored(_ count: Int, since: LocalTime) -> String
  /// The end of the journal is a line that was cut off.
  func torn() -> String
  /// Lines of a journal that can't be read, or are missing.
  func damaged(_ damage: [JournalDamage], in journal: String) -> String
  /// A save that was interrupted, and was finished at the opening.
  func saveCompleted(_ count: Int) -> String
  /// A save that was interrupted, and whose lines are in the list again.
  func saveReturned(_ count: Int) -> String
  /// A save that was interrupted and can't be finished yet.
  func saveNotCompleted(_ error: FileError) -> String

  // MARK: While the station is open

  /// A clock that shows an unlikely time.
  func clockWarning(_ warning: ClockWarning, now: LocalTime) -> String
  /// A clock that was changed while the station was open.
  func clockJump(from expected: LocalTime, to now: LocalTime) -> String
  /// Lines of an earlier day in `OffCirc.dat`.
  func stale(_ count: Int, from oldest: LocalTime, to newest: LocalTime)
    -> String
  /// Lines of `OffCirc.dat` that are no transactions.
  func strange(_ count: Int, first line: Int) -> String
  /// A folder that other users of the computer can read.
  func openToOthers(_ folder: StationFolder) -> String
  /// A disk that is nearly full.
  func scarceSpace(megabytes: Int) -> String
  /// A copy of the journal that is missing, late or no help.
  func copyWarning(_ warning: CopyWarning, folder: String) -> String
  /// Items that wait for a borrower's card.
  func waitingForCard(_ items: [String]) -> String
  /// The remedy for a folder that can't be used.
  func nameAnotherFolder() -> String

  // MARK: Their place

  /// The head of the warnings on the page After the outage.
  var warningsHeading: String { get }
  /// The last line of the warnings, where there is no room for all.
  func moreWarnings(_ count: Int) -> String
  /// The key that hides a warning, on the page After the outage.
  var dismissHint: String { get }
  /// A warning that is hidden for today.
  func warningDismissed() -> String
  /// The key that hides a warning, where there is none.
  func nothingToDismiss() -> String
}
