import Circulation
import Glibc
import Offload
import Scanning
import Settings
import Terminal

/// The words in English.
struct English: Words {
  // MARK: The window

  let title = "Offline Circulation"
  let subtitle = ""
  let borrower = "Borrower"
  let item = "Item barcode"
  let clearLabel = "Cl_ear"
  let loanLabel = "_Loan"
  let returnLabel = "_Return"
  let chooseTransaction = "Choose transaction"
  let barcodeHead = "Barcode"
  let operationHead = "Operation"
  let borrowerHead = "Borrower"
  let timeHead = "Time"
  let saveLabel = "_Save To File"
  let deleteLabel = "_Delete"
  let helpLabel = "_Help"
  let closeLabel = "_Close"

  func label(_ name: String) -> String { name + ":" }

  func name(of operation: Operation) -> String {
    switch operation {
    case .loan: "Loan"
    case .return: "Return"
    }
  }

  func unsaved(_ count: Int) -> String { "Unsaved: \(count)" }

  func waiting(_ count: Int) -> String { "NOT recorded: \(count)" }

  func date(_ time: LocalTime, isShort: Bool) -> String {
    let at = time.fields
    let clock = "\(at.hour.twoDigits):\(at.minute.twoDigits)"
    let date = "\(day(time)) \(clock)"
    return isShort ? date : "\(Self.days[at.weekday]) \(date)"
  }

  func day(_ time: LocalTime) -> String {
    let at = time.fields
    return "\(at.day) \(Self.months[at.month - 1]) \(at.year)"
  }

  func listTime(_ time: LocalTime, today: LocalTime) -> String {
    let at = time.fields
    let clock = "\(at.hour.twoDigits):\(at.minute.twoDigits)"
    return time.isSameDay(as: today)
      ? "\(clock):\(at.second.twoDigits)"
      : "\(at.day) \(Self.months[at.month - 1]) \(clock)"
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  func tooSmall(_ present: Size, least: Size) -> String {
    """
    This window is \(present.columns)×\(present.rows). OffCirc needs \
    \(least.columns)×\(least.rows): please make it larger. Scans are recorded \
    all the same.
    """
  }

  func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let letter): "Alt-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .left: "Left"
    case .right: "Right"
    case .up: "Up"
    case .down: "Down"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .unknown: unknownKey
    }
  }

  // MARK: What just happened

  func ready(_ operation: Operation, borrower: Barcode?) -> String {
    switch (operation, borrower) {
    case (.loan, nil): "Loans: scan the borrower's card, then the items."
    case (.loan, let borrower?):
      "Loans to \(borrower.text): scan the items. F4 for the next borrower."
    case (.return, _): "Returns: scan the items."
    }
  }

  func restored(_ count: Int, since: LocalTime) -> String {
    let one =
      "1 transaction from \(date(since, isShort: false)) is not saved yet: it is in the list."
    let more =
      "\(count) transactions, the first from \(date(since, isShort: false)), are not saved yet: they are in the list."
    return count == 1 ? one : more
  }

  func torn(byteCount: Int, in journal: String) -> String {
    """
    The last line of \(journal.printable) was cut short (\(byteCount) bytes, a power \
    cut?) and was taken off: check whether the last scan is in the list.
    """
  }

  func damaged(_ damage: [JournalDamage], in journal: String) -> String {
    let missing = damage.missingCount
    return "\(journal.printable) is damaged at line \(damage.lineNumbers)"
      + (missing > 0 ? " (\(missing) missing)" : "")
      + ": the list may have transactions too few or too many. Keep a copy of the file."
  }

  func saveCompleted(_ count: Int) -> String {
    "A save that was cut short is now complete: \(count) in OffCirc.dat."
  }

  func saveReturned(_ count: Int) -> String {
    """
    A save was cut short, and OffCirc.dat is another now, or not there: \
    \(count) are in the list again. If it was uploaded, check it before you \
    save them.
    """
  }

  func saveNotCompleted(_ failure: FileFailure) -> String {
    "A save was cut short and can't be completed yet. \(sentence(failure))"
  }

  func recorded(_ transaction: Transaction) -> String {
    if let borrower = transaction.borrower {
      "Recorded: loan of \(transaction.item.text) to \(borrower.text)."
    } else {
      "Recorded: return of \(transaction.item.text)."
    }
  }

  func recorded(_ count: Int, last: Transaction) -> String {
    "Recorded: \(count) transactions, the last of \(last.item.text)."
  }

  func notRecorded(_ count: Int, _ failure: FileFailure) -> String {
    let what =
      count == 1
      ? "NOT recorded: 1 scan waits" : "NOT recorded: \(count) scans wait"
    return "\(what) and will be tried again. \(sentence(failure))"
  }

  func dropped(_ transaction: Transaction) -> String {
    "Given up, not recorded: \(transaction.item.text)."
  }

  func borrowerFirst(_ item: String) -> String {
    "Not recorded: \(item.quotable) has no borrower. Scan the card, then press Enter."
  }

  func borrowerTaken(_ borrower: Barcode, heldItem: String?) -> String {
    if let heldItem {
      "Borrower \(borrower.text). Enter records \(heldItem.quotable)."
    } else {
      "Borrower \(borrower.text): scan the items."
    }
  }

  func cleared() -> String { "Next borrower: scan the card." }

  func gaveWay(_ number: String) -> String {
    "\(number.quotable) was in the field, NOT recorded, and gave way to what came after it."
  }

  func moreRefused(_ count: Int) -> String {
    count == 1 ? "1 more was refused." : "\(count) more were refused."
  }

  func blanksTakenOff(_ number: String) -> String {
    "The blanks around \(number.quotable) were taken off."
  }

  func deleted(_ transaction: Transaction) -> String {
    "Deleted: \(phrase(transaction)). Ctrl-Z brings it back."
  }

  func nothingToDelete() -> String { "There is nothing in the list to delete." }

  func notDeleted(_ failure: FileFailure) -> String {
    "NOT deleted. \(sentence(failure))"
  }

  func savedNow(_ count: Int, path: String) -> String {
    "Saved: \(count) in \(path.printable)."
  }

  func nothingToSave() -> String { "Everything is saved already." }

  func notSaved(_ failure: FileFailure) -> String {
    if failure.act == .noteSave {
      return
        "The lines are in OffCirc.dat: leave it where it is until this is put right. \(sentence(failure))"
    }
    return "NOT saved; all is still in the list. \(sentence(failure))"
  }

  // MARK: What was scanned

  func cardAmongReturns(_ number: String) -> String {
    "Not recorded: \(number.quotable) is a card, and the desk is on Return. F3 goes to loans."
  }

  func nextBorrower(_ borrower: Barcode) -> String {
    "Next borrower: \(borrower.text). Scan the items."
  }

  func heldForCard(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) is kept for after the card: scan the card."
      : "\(count) items are kept for after the card, the last is \(last.quotable): scan the card."
  }

  func heldDropped(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) had no card and was dropped, NOT recorded."
      : "\(count) items had no card and were dropped, NOT recorded; the last was \(last.quotable)."
  }

  func repaired(_ raw: String, _ number: String) -> String {
    "\(raw.quotable) → \(number.quotable)"
  }

  func doubleScan(_ item: Barcode) -> String {
    "\(item.text) beeped twice: recorded once."
  }

  func answerDropped(byteCount: Int) -> String {
    "The terminal sent \(byteCount) bytes that are not a key: dropped, and not a part of the number."
  }

  let batchTitle = "Pasted"

  func batchQuestion(_ batch: Batch) -> String {
    var sentences = [
      "\(batch.lines.count) lines. Cards: \(batch.cardCount). Items: \(batch.itemCount)."
    ]
    if batch.commandCount > 0 {
      sentences.append("Commands: \(batch.commandCount).")
    }
    if batch.doubtfulCount > 0 {
      sentences.append("Look wrong (?): \(batch.doubtfulCount).")
    }
    if batch.refusedCount > 0 {
      sentences.append("Can't be recorded (×): \(batch.refusedCount).")
    }
    sentences.append("Nothing of it is recorded yet.")
    return sentences.joined(separator: "\n")
  }

  let recordBatch = "Record it"
  let dropBatch = "Drop it"

  func batchDropped(_ count: Int) -> String {
    "\(count) pasted lines were dropped, NOT recorded."
  }

  // MARK: What stays to be looked at

  func clockWarning(_ doubt: ClockWarning, now: LocalTime) -> String {
    let clock = "The clock shows \(date(now, isShort: false))"
    return
      switch doubt
    {
    case .beforeLastEvent(let last):
      "\(clock), but the last transaction is of \(date(last, isShort: false)). Tell the librarian."
    case .longAfterLastEvent(let last):
      "\(clock); the last transaction is of \(date(last, isShort: false)). Is the clock right?"
    case .beforeRelease(let release):
      "\(clock), but this program was made on \(date(release, isShort: false)). Tell the librarian."
    }
  }

  func clockJump(from expected: LocalTime, to now: LocalTime) -> String {
    "The clock was set: it would be \(date(expected, isShort: false)), and is \(date(now, isShort: false))."
  }

  func stale(
    _ count: Int, from oldest: LocalTime, to newest: LocalTime
  ) -> String {
    """
    OffCirc.dat has \(count == 1 ? "1 line" : "\(count) lines") of \
    \(days(oldest, newest)). Uploaded already? F9 says what to do.
    """
  }

  private func days(_ oldest: LocalTime, _ newest: LocalTime) -> String {
    oldest.isSameDay(as: newest)
      ? day(newest) : "\(day(oldest)) to \(day(newest))"
  }

  func strange(_ count: Int, first line: Int) -> String {
    count == 1
      ? "OffCirc.dat, line \(line), is no transaction. Have it looked at before the upload."
      : "OffCirc.dat has \(count) lines that are no transactions, the first is line \(line). Have it looked at before the upload."
  }

  func openToOthers(_ folder: StationFolder) -> String {
    "Others can look into \(folder.path.printable): chmod 700 keeps them out."
  }

  func scarceSpace(megabytes: Int) -> String {
    "The disk is nearly full: \(megabytes) MB left. Free some space."
  }

  func copyWarning(_ doubt: CopyWarning, folder: String) -> String {
    switch doubt {
    case .lost(let failure):
      "NO second copy: \(sentence(failure)) You can go on working."
    case .late:
      "NO second copy: \(folder.printable) is not up to date yet. You can go on working."
    case .onSameDisk:
      "The copy in \(folder.printable) is on the same disk as the journal. Is the key in?"
    case .setAside(let path):
      "The copy had lines that the journal has not; it is now \(path.printable). Tell the librarian."
    }
  }

  // MARK: Closing

  let closeTitle = "Close"

  func closeQuestion(
    unsaved: Int, waiting: Int, heldItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String {
    var sentences: [String] = []
    if unsaved > 0 {
      sentences.append(
        unsaved == 1
          ? "1 transaction is not in OffCirc.dat yet."
          : "\(unsaved) transactions are not in OffCirc.dat yet.")
    }
    if let heldItem {
      sentences.append(
        "\(heldItem.quotable) is in its field and NOT recorded. \(isRecordable ? "F2 records it too." : "It can't be as it stands: Esc goes back to it.")"
      )
    }
    if let last = awaitingCard.last {
      sentences.append(
        awaitingCard.count == 1
          ? "\(last.quotable) waits for a card: closing now loses it."
          : "\(awaitingCard.count) items wait for a card, the last is \(last.quotable): closing now loses them."
      )
    }
    if waiting > 0 {
      sentences.append(
        waiting == 1
          ? "1 scan can't be written to the disk: closing now loses it."
          : "\(waiting) scans can't be written to the disk: closing now loses them."
      )
    }
    return sentences.joined(separator: "\n")
  }

  let saveAndClose = "Save and close"
  let keepAndClose = "Close, and keep the list for next time"
  let loseAndClose = "Close all the same"
  let goBack = "Go back to the desk"

  // MARK: Help

  let helpTitle = "Help"
  let afterOutageTitle = "After the outage"

  let afterOutageFoot =
    "This page changes nothing. The commands are for a terminal of this computer. You can scan while the page is open."

  let leafFoot = "Esc: back to the desk. Up, Down, PgUp, PgDn: move."

  func name(of context: Command.Context) -> String {
    switch context {
    case .desk: "Anywhere"
    case .field: "In a field"
    case .button: "On a button"
    case .choice: "On Loan/Return"
    case .list: "In the list"
    case .room: "In Find, Amend and Borrower"
    case .leaf: "On a page to be read"
    case .closing: "When asked before closing"
    case .batch: "When lines were pasted"
    case .scanner: "In offcirc scanner"
    }
  }

  func explanation(of act: Act) -> String {
    switch act {
    case .help: "Help"
    case .afterOutage: "After the outage: what is next"
    case .save: "Save To File"
    case .switchOperation: "from Loan to Return and back"
    case .clear: "Clear: next borrower"
    case .delete: "delete the chosen transaction"
    case .find: "Find: scan or type a number; again: the next line"
    case .amend: "amend the chosen line: another item or borrower"
    case .reader: "the borrower's items; again: give them to another card"
    case .choose: "take the number, or go to the chosen line"
    case .close: "Close"
    case .redraw: "draw the screen anew"
    case .undo: "undo the last deletions, or the last amendment"
    case .next: "to the next control"
    case .previous: "to the one before"
    case .enter: "Borrower: go to the item. Item: record it"
    case .fieldLeft: "one character left"
    case .fieldRight: "one character right"
    case .fieldHome: "to the first character"
    case .fieldEnd: "behind the last character"
    case .eraseBefore: "erase the character before"
    case .eraseAfter: "erase the character here"
    case .eraseField: "empty the field"
    case .press: "press it"
    case .chooseLoan: "Loan"
    case .chooseReturn: "Return"
    case .chooseOther: "the other one"
    case .lineUp: "one line up"
    case .lineDown: "one line down"
    case .pageUp: "one page up"
    case .pageDown: "one page down"
    case .first: "to the first line"
    case .last: "to the last line"
    case .saveAndClose: "save and close"
    case .keepAndClose: "close and keep the list"
    case .loseAndClose: "close, and lose what can't be kept"
    case .putAside: "put the warning aside for today"
    case .goBack: "back to the desk"
    case .recordBatch: "record them all"
    case .dropBatch: "drop them"
    case .writeSettings: "write the settings"
    case .skipScan: "skip this scan"
    case .stepBack: "back to the scan before"
    case .leave: "close"
    case .day: "the day, hour by hour"
    }
  }

  let altKeys = "the button with this letter underlined"

  // MARK: Errors

  func sentence(_ refusal: RefusedNumber) -> String {
    let value = refusal.value.quotable
    switch refusal.fault {
    case .empty: return "Refused: the number is empty."
    case .tooLong(let columns):
      return
        "Refused: \(value) has \(columns) characters, OffCirc.dat takes \(Barcode.maximumLength) at most."
    case .character(let character, let column):
      return
        "Refused: \(value) has \(String(character).quotable) (\(character.codes), character \(column)); only plain letters, digits and signs can be written."
    case .outerSpace:
      return "Refused: \(value) begins or ends with a blank."
    }
  }

  func sentence(_ failure: FileFailure) -> String {
    if let sentence = isAnothers(failure) { return sentence }
    if failure.isOfLocks { return cannotLock(failure.path) }
    let path = failure.path.printable
    let what =
      switch failure.act {
      case .createFolder: "The folder \(path) can't be made"
      case .open: "\(path) can't be opened"
      case .read: "\(path) can't be read"
      case .write: "\(path) can't be written"
      case .synchronize: "\(path) could not be put on disk"
      case .truncate: "\(path) can't be shortened"
      case .replace: "\(path) can't be replaced"
      case .remove: "\(path) can't be removed"
      case .lock: "\(path) can't be locked"
      case .recognize: "\(path) is not as this station left it"
      case .noteSave: "\(path) can't note that"
      }
    return "\(what): \(reason(failure))."
  }

  private func reason(_ failure: FileFailure) -> String {
    switch failure.code {
    case ENOSPC: "the disk is full; free some space"
    case EDQUOT: "your share of the disk is used up; free some space"
    case EIO: "the disk fails (input/output error); use another one"
    case EACCES: "you are not allowed to; ask for the rights to it"
    case EROFS: "the disk is read-only; use another one"
    case ENOENT: "there is no such file or folder"
    case ENOTDIR: "something on the way is not a folder"
    case EISDIR where failure.act == .read: "it is a folder; name a file"
    case EISDIR: "it is a folder; move it away"
    case EINVAL where [.read, .write].contains(failure.act):
      "it is not a regular file; name another"
    case EINVAL where failure.act == .open:
      "it is not a regular file; move it away"
    case EBUSY where failure.act == .read:
      "it was changed while it was read; wait until nobody works with it, and try again"
    case EEXIST where failure.act == .replace:
      "it is one of the files to read, or a station's own; name another"
    case EFBIG where failure.act == .read:
      "it is larger than such a file can be; put the right one in its place"
    case EFBIG: "it would be larger than files may be"
    case ELOOP where failure.act == .read:
      "it is a link that leads to no file; name a file"
    case ELOOP: "it is a symbolic link; move it away"
    case EPERM:
      "it belongs to someone else; move it away"
    case ENODEV: "its disk is not there; put it back"
    case ESTALE:
      "it was moved or replaced while the program worked; start again"
    case EILSEQ: "the name is not text in UTF-8; rename it"
    case ENAMETOOLONG: "the name is too long"
    case ENOMEM: "there is no memory left"
    default: rareReason(failure)
    }
  }

  func sentence(_ error: CirculationError) -> String {
    switch error {
    case .folderHeld(let path, let holder):
      let by = holder.map {
        " (process \($0.process)\($0.host.map { " on \($0.printable)" } ?? ""), since \($0.readableSince))"
      }
      return
        "Another station works in \(path.printable)\(by ?? ""). Close it, or use another folder with --files."
    case .newerJournal(let path, let version):
      return
        "\(path.printable) is of version \(version), made by a newer OffCirc. Use that one; the file was not touched."
    case .notAJournal(let path):
      return
        "\(path.printable) is not a journal of OffCirc. Move it away; it was not touched."
    case .noJournal(let path):
      return
        "There is no journal of OffCirc in \(path.printable). Name the folder of a station, or of its copy."
    case .severalJournals(let paths):
      return
        "Which of these \(paths.count) journals? Name the file instead of the folder."
    case .inTheWay(let path):
      return
        "\(path.printable) is there already. Move it away first, or recover into another folder with --files."
    case .noBorrower: return "A loan needs a borrower."
    case .itemIsBorrower(let number):
      return
        "Refused: \(number.text) is the borrower's number. Scan the item."
    case .returnHasNoBorrower(let item):
      return
        "Refused: the return of \(item.text) has no borrower. Scan an item."
    case .numbersUsedUp(let path, let last):
      return
        "\(path.printable) counts up to \(last), and can't count on. Keep it, and make another of it with offcirc recover --files."
    case .clockBeyondFiles:
      return
        "Not recorded: the clock shows a year or a zone that no file can have. Set the date and the zone of the computer."
    case .notInList:
      return
        "It is in OffCirc.dat already: a save cut short was just completed."
    }
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(let stream):
      """
      The station needs a terminal, but standard \
      \(stream == .input ? "input" : "output") is none. In scripts, use \
      offcirc record, offcirc save and offcirc list.
      """
    case .unknownKind(let kind):
      """
      The station can't work on a terminal of the kind "\(kind.printable)". Set \
      TERM to the right one, say TERM=xterm or TERM=vt100.
      """
    }
  }

  func sentence(_ fault: DataFormat.Fault) -> String {
    switch fault {
    case .empty: "the line is empty."
    case .tooShort(let columns):
      "the line ends at column \(columns), before the item at column 14."
    case .time: "columns 1 to 12 are no date and time (YYYYMMDDHHMM)."
    case .operation: "column 13 is neither L nor R."
    case .item(let flaw): "the item \(clause(flaw, column: 14))."
    case .noBorrower: "the loan has no borrower."
    case .borrower(let flaw): "the borrower \(clause(flaw, column: 94))."
    case .afterReturn: "the return has something after column 93."
    }
  }

  private func clause(_ flaw: DataFormat.Flaw, column: Int) -> String {
    switch flaw {
    case .late(let start):
      "should begin at column \(column), and something begins at column \(start) only"
    case .character(let place):
      "has a character at column \(place) that is no printable ASCII; letters without accents, digits and signs were expected"
    case .tooLong(let columns):
      "has \(columns) columns; it may have \(Barcode.maximumLength)"
    }
  }

  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  // MARK: Settings

  func place(_ line: Int, of file: String) -> String {
    "\(file.printable), line \(line)"
  }

  func name(of kind: SettingsKey.ValueType) -> String {
    switch kind {
    case .text: "text in quotes"
    case .folder: "the path of a folder, in quotes"
    case .file: "the path of a file, in quotes"
    case .word(let words): Self.list(words.map { "\"\($0)\"" })
    case .words(let words):
      "a list of \(Self.list(words.map { "\"\($0)\"" }))"
    case .patterns: "a list of patterns, in quotes"
    case .numbers(let range):
      "a list of numbers from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      "a number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "true or false"
    }
  }

  func takes(_ kind: String) -> String { "Takes \(kind)." }

  func explanation(of section: SettingsSection) -> String {
    switch section {
    case .station: "The station."
    case .borrower: "What the numbers on cards look like."
    case .item: "What the numbers on items look like."
    case .scanner: "What the scanner does."
    }
  }

  func explanation(of key: SettingsKey.Name) -> String {
    switch key {
    case .files: "The folder of the station's files."
    case .desk: "The name of the desk, for the title of the window."
    case .language: "The language; else that of the locale."
    case .bell:
      "When the bell rings: for what was refused, for all, or never."
    case .theme:
      "The colours of the window; mono: none, as with NO_COLOR."
    case .copyTo: "A folder for a copy of the journal, on a USB key say."
    case .learn:
      "Whether numbers that contradict earlier scans are asked for again; patterns take precedence."
    case .ledger:
      "The record of what was handed over, on a shared drive say, so that nothing is uploaded twice."
    case .patterns:
      "Regular expressions; each number matches the whole of one, like '^\\d{11}$'. Empty: any."
    case .lengths: "How many characters the numbers have. Empty: any."
    case .checkDigit:
      "What the last digit is: mod10 (Luhn's) tells whether the others were read right."
    case .forbidLeadingZero: "Whether none of them begins with a zero."
    case .forbidSlash: "Whether none of them has a slash in it."
    case .layout:
      "The keyboard that the computer takes the scanner's for; auto: whichever makes a number that fits a pattern."
    case .strip:
      "What is taken off a scan: aim, a prefix like ]A0; code39, asterisks at both ends; codabar, letters from A to D there; clsi, blanks inside."
    case .suffix:
      "What ends a scan; none: a pause; auto: Enter, Tab or a pause."
    case .doubleScanSeconds:
      "Within how many seconds the same number again is one scan that beeped twice; 0: never."
    }
  }

  func settingsHead(file: String?) -> String {
    file.map { "What is in force, with \($0.printable)." }
      ?? "What is in force; there is no file of settings."
  }

  func exampleHead() -> String {
    """
    The settings of OffCirc, in $XDG_CONFIG_HOME/offcirc/offcirc.toml, \
    ~/.config/offcirc/offcirc.toml, or where --config or OFFCIRC_CONFIG says. \
    Take the # off a key to set it. Write patterns in single quotes. ~ is your \
    home; a path that does not begin with / is taken from the folder of this \
    file.
    """
  }

  let byDefault = "default"
  let notSet = "not set"

  // MARK: Commands

  func line(_ number: Int, of file: String, _ text: String) -> String {
    "\(file.printable), line \(number): \(text)"
  }

  func line(_ number: Int, _ text: String) -> String {
    "line \(number): \(text)"
  }

  func unknownTransaction(_ line: String) -> String {
    """
    "\(line.quotable)" is no transaction; write "loan ITEM BORROWER" or "return \
    ITEM".
    """
  }

  func noSuchFolder(_ path: String) -> String {
    "There is no folder \(path.printable)."
  }

  func listEmpty() -> String { "No transactions." }

  func journalFound(_ path: String, _ replay: JournalReplay) -> String {
    let last = replay.latest.map { ", last used \(date($0, isShort: false))" }
    return
      "\(path.printable): \(replay.saved.count) saved, \(replay.unsaved.count) unsaved\(last ?? "")."
  }

  func recovered(
    _ recovery: Recovery, into folder: StationFolder
  ) -> [String] {
    let replay = recovery.replay
    var sentences = [
      "Recovered in \(folder.path.printable): \(replay.saved.count) in OffCirc.dat, \(replay.unsaved.count) unsaved in the list."
    ]
    if !replay.saved.isEmpty {
      sentences.append(
        "If the lost OffCirc.dat was uploaded, remove this one before the next save: else its lines are uploaded twice."
      )
    }
    if replay.supersededCount > 0 {
      sentences.append(
        "Saved before OffCirc.dat was last taken away, and not in it now: \(replay.supersededCount)."
      )
    }
    if recovery.foreignByteCount > 0 {
      sentences.append(
        "The lost OffCirc.dat had \(recovery.foreignByteCount) bytes more, which the journal does not tell: of another program, or of damaged lines."
      )
    }
    return sentences
  }

  // MARK: The sheet of command codes

  let sheetTitle = "OffCirc: command codes"
  let sheetPurpose =
    "Scan a code instead of pressing its key: the desk needs no keyboard."

  func name(of code: CommandCode) -> String {
    switch code {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .clear: explanation(of: .clear)
    case .save: explanation(of: .save)
    case .deleteLast: "Delete the last transaction"
    case .undo: "Undo"
    case .help: explanation(of: .help)
    }
  }

  func notDrawn(_ reason: String) -> String {
    "The sheet can't be drawn (\(reason)). Free some memory and try again."
  }
}
