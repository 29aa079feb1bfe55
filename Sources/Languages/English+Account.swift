import Offload
import Station
import Typesetting

extension English {
  var accountTitle: String { "Account of the outage" }

  func summary(of account: Account) -> String {
    let (loans, returns) = (
      account.desks.reduce(0) { $0 + $1.loanCount },
      account.desks.reduce(0) { $0 + $1.returnCount }
    )
    let span = account.span.map {
      ", from \(tableTime($0.first)) to \(tableTime($0.last))"
    }
    return
      "\(counting(account.desks.count, "desk")): \(counts(loans, returns, account.readerCount))\(span ?? ""). Account of \(day(account.time))."
  }

  func heading(of part: Account.Part) -> String {
    switch part {
    case .sums: "What became of the lines"
    case .times: "What happened when"
    case .losses: "What was lost"
    case .acts: "What was corrected by hand"
    }
  }

  var columnsOfSums: [String] {
    [
      "Desk", "Recorded", "Uploaded", "Refused", "Taken out", "In a kit",
      "Not uploaded",
    ]
  }

  var allDesks: String { "All" }

  func balance(of sums: AccountedSums) -> String {
    let parts = [
      "\(sums.uploaded) uploaded", "\(sums.refused) refused",
      "\(sums.takenOut) taken out",
      sums.handedOver > 0 ? "\(sums.handedOver) in a kit without a report" : "",
      sums.waiting > 0 ? "\(sums.waiting) not uploaded" : "",
    ].filter { !$0.isEmpty }
    let sum = "\(sums.recorded) recorded = \(parts.joined(separator: " + "))"
    return sums.hold
      ? "The sums are right: \(sum)." : "The sums are wrong: \(sum)."
  }

  func recount(by journal: AccountedJournal) -> String {
    let count =
      "\(journal.path.printable): \(counting(journal.lineCount, "line")). Saved according to the journal: \(counting.digits(journal.savedCount))."
    return journal.agrees
      ? count + " They agree."
      : count + " They differ: the file was changed, or other lines were added."
  }

  func sentence(on upload: AccountedUpload) -> String {
    let count = upload.unplacedCount
    let text =
      "Upload \(upload.path.printable): \(counting(upload.lineCount, "line"))."
    return count == 0
      ? text
      : text
        + " \(counting(count, "message of the report matches", "messages of the report match")) no line."
  }

  func foreignLines(_ count: Int) -> String {
    "\(counting(count, "uploaded line is", "uploaded lines are")) not in these files, for example corrected lines of a second upload."
  }

  func headOfTimes(areDays: Bool) -> String { areDays ? "Day" : "Hour" }

  func name(of time: AccountedTime, isDay: Bool) -> String {
    isDay ? day(time.start) : tableTime(time.start)
  }

  func unreadableLines(_ count: Int, of desk: String) -> String {
    "\(desk): \(counting(count, "line is not a transaction", "lines are not transactions")). The library system cannot read \(counting.form(of: count, "it", "them"))."
  }

  func unsavedTransactions(_ count: Int, at path: String) -> String {
    "\(path.printable): \(counting(count, "transaction")) of its station \(counting.form(of: count, "is", "are")) not saved, so in no upload."
  }

  func damagedJournal(at path: String) -> String {
    "\(path.printable) is damaged. Transactions may be lost. For details, run offcirc status --files FOLDER."
  }

  var noLosses: String { "Nothing, as far as the files show." }

  var columnsOfActs: [String] {
    ["No.", "Date", "Who", "Desk", "What", "Why"]
  }

  func name(of act: AccountedAct) -> String {
    let count = act.lineCount.map { counting($0, "line") } ?? ""
    return switch act.kind {
    case .keep: "\(count) kept"
    case .takeOut: "\(count) taken out"
    case .swap: "item and borrower swapped in \(count)"
    case .item: "item corrected in \(count)"
    case .borrower: "borrower corrected in \(count)"
    case .shift: "all times moved"
    case .order: "\(count) put in order"
    }
  }

  var nothingByHand: String { "Nothing." }

  var withoutNumbers: String {
    "This page has no numbers or names of borrowers. The files do: keep them private, and archive them."
  }

  func accountWritten(_ account: Account, to path: String) -> String {
    "Account written to \(path.printable). \(balance(of: account.sums))"
  }

  var toDoTitle: String { "Still to do at the stations" }

  var toDoPurpose: String {
    "Take this page along, and tick off each step. A station is done when it is empty."
  }

  func station(of file: StationFile) -> String {
    file.path.printable
      + (file.station.map { ", station \($0.printable)" } ?? "")
  }

  var stepToFetch: String {
    "No file of this desk was found: fetch its OffCirc.dat, with OffCirc.journal beside it."
  }

  func stepToSave(_ count: Int) -> String {
    "\(counting(count, "transaction is", "transactions are")) not saved. Press \(key(.save)) at the station, then fetch the file again."
  }

  func stepToUpload(_ count: Int) -> String {
    "\(counting(count, "line is", "lines are")) in no upload. Make a kit of \(counting.form(of: count, "it", "them")) (offcirc kit --rest), and upload it."
  }

  func stepToReport(_ count: Int) -> String {
    "\(counting(count, "line is", "lines are")) in a kit without a report. Upload the kit, if that was not done, and save the report."
  }

  func stepToAnswer(_ count: Int) -> String {
    "\(counting(count, "line was", "lines were")) refused. Follow the worklist (offcirc reconcile)."
  }

  func stepToArchive(isChanged: Bool) -> String {
    isChanged
      ? "After the upload, close the station and archive it: offcirc archive --uploaded. Some of its lines were corrected by hand, so the kit does not have them all."
      : "After the upload, close the station and archive it: offcirc archive."
  }

  var nothingLeftToDo: String { "Archived. Nothing is left to do here." }

  var headingOfCopies: String { "Copies of journals" }

  func stepToRecover(_ copy: RollCall.Ahead) -> String { ahead(copy) }

  func toDoWritten(to path: String) -> String {
    "Page of what is still to do: \(path.printable)."
  }

  /// The paragraphs of `--help` about the account.
  var discussionOfAccount: String {
    """
    The page shows what each desk recorded, hour by hour, and what was lost. \
    It shows what was corrected by hand, and by whom, and what became of each \
    line. It has no numbers of borrowers or items. \(folderOfFiles)

    --report takes the library system's report, =, and the file that was \
    uploaded, for example "report.html=kit/1-Central.dat". Give one for each \
    upload. Without reports, lines in the ledger count as in a kit.

    Exit status:
      0   all lines are uploaded or taken out, and nothing is lost
      1   something is refused, missing or lost
      2   a report is about another file
      64  wrong usage
      74  input or output error
    """
  }
}
