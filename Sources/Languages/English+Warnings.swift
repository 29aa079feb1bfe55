import Circulation
import Offload
import Station
import Typesetting

extension English {
  // MARK: At the opening

  func restored(_ count: Int, since: LocalTime) -> String {
    count == 1
      ? "1 unsaved transaction from \(moment(since)) is in the list."
      : "\(counting(count, "unsaved transaction")) are in the list, the first from \(moment(since))."
  }

  func torn() -> String {
    "The last scan was interrupted and may not be recorded. Check that it is in the list. If not, scan it again."
  }

  func damaged(_ damage: [JournalDamage], in journal: String) -> String {
    let lines = counting.list(
      damage.map { String($0.line) }, .and, maximum: 8)
    let missing = damage.missingCount
    return
      "\(journal.printable) is damaged at \(counting.form(of: damage.count, "line", "lines")) \(lines)"
      + (missing > 0 ? " (\(missing) missing)" : "")
      + ". The list may be wrong. Keep a copy of the file, and tell the librarian."
  }

  func saveCompleted(_ count: Int) -> String {
    "Finished an interrupted save: \(counting(count, "transaction")) added to OffCirc.dat."
  }

  func saveReturned(_ count: Int) -> String {
    """
    A save was interrupted, and OffCirc.dat has since changed or gone. \
    \(counting(count, "transaction")) \(counting.form(of: count, "is", "are")) \
    back in the list. If OffCirc.dat was uploaded, check it before you save.
    """
  }

  func saveNotCompleted(_ error: FileError) -> String {
    "Cannot finish an interrupted save yet. \(sentence(error))"
  }

  // MARK: While the station is open

  func clockWarning(_ warning: ClockWarning, now: LocalTime) -> String {
    let clock = "The clock shows \(moment(now))"
    return
      switch warning
    {
    case .beforeLastEvent(let last):
      "\(clock), but the last transaction is dated \(moment(last)). Tell the librarian."
    case .longAfterLastEvent(let last):
      "\(clock). The last transaction is dated \(moment(last)). Is the clock right?"
    case .beforeRelease(let release):
      "\(clock), but this program is dated \(moment(release)). Tell the librarian."
    }
  }

  func clockJump(from expected: LocalTime, to now: LocalTime) -> String {
    "The clock was changed from \(moment(expected)) to \(moment(now))."
  }

  func stale(
    _ count: Int, from oldest: LocalTime, to newest: LocalTime
  ) -> String {
    "OffCirc.dat still has \(counting(count, "line")) from \(dates.days(oldest, newest)). \(counting.form(of: count, "Was it", "Were they")) uploaded? See \(key(.afterOutage))."
  }

  func strange(_ count: Int, first line: Int) -> String {
    count == 1
      ? "Line \(line) of OffCirc.dat is not a transaction. Have it checked before the upload."
      : "OffCirc.dat has \(counting(count, "line")) that are not transactions (first: line \(line)). Have it checked before the upload."
  }

  func openToOthers(_ folder: StationFolder) -> String {
    "Other users can read \(folder.path.printable). To stop them: chmod 700 \(folder.path.quotedForShell)"
  }

  func scarceSpace(megabytes: Int) -> String {
    "The disk is nearly full: \(megabytes) MB left. Free some space."
  }

  func copyWarning(_ warning: CopyWarning, folder: String) -> String {
    switch warning {
    case .lost(let error):
      "NO backup copy. \(sentence(error)) You can keep working."
    case .late:
      "NO backup copy: \(folder.printable) is not up to date yet. You can keep working."
    case .onSameDisk:
      "The copy in \(folder.printable) is on the same disk as the journal. Is the USB stick plugged in?"
    case .setAside(let path):
      "The copy had lines that are not in the journal. It was renamed \(path.printable). Tell the librarian."
    }
  }

  func waitingForCard(_ items: [String]) -> String {
    let numbers = items.map(\.quotable).joined(separator: ", ")
    return items.count == 1
      ? "1 item is waiting for its card: \(numbers)"
      : "\(counting(items.count, "item")) are waiting for their card: \(numbers)"
  }

  func settingsLeftOut(others count: Int) -> String {
    let rest =
      count == 0 ? "" : " and \(counting(count, "other setting"))"
    return "Until then, the station ignores it\(rest). Tell the librarian."
  }

  func settingsLeftOut() -> String {
    "Until then, the station ignores these settings. Tell the librarian."
  }

  func nameAnotherFolder() -> String {
    "Give a folder that you can write to, with --files or $OFFCIRC_FILES."
  }

  // MARK: Their place

  var warningsHeading: String { "To check" }

  func moreWarnings(_ count: Int) -> String {
    "\(count) more: \(key(.afterOutage))"
  }

  var dismissHint: String {
    "\(key(.dismissWarning, in: .page)): hide the warning about these lines for today."
  }

  func warningDismissed() -> String {
    "The warning about lines from an earlier day is hidden until tomorrow."
  }

  func nothingToDismiss() -> String { "There is no warning to hide." }
}
