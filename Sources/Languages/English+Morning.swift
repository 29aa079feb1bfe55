import Circulation
import Offload
import Station
import Typesetting

extension English {
  private func at(_ action: Action) -> String { key(action, in: .morning) }
  private func report(_ action: Action) -> String {
    key(action, in: .reporting)
  }
  private func look(_ action: Action) -> String { key(action, in: .looking) }

  func morningTitle(_ stage: MorningStage) -> String {
    let name =
      switch stage {
      case .collect: "collect the files"
      case .look: "look"
      case .prepare: "the files as decided"
      case .upload: "upload"
      case .report: "reports"
      case .putAway: "archive"
      }
    return
      "The morning \(stage.rawValue + 1)/\(MorningStage.allCases.count): \(name)"
  }

  func morningPrompt(_ stage: MorningStage) -> String {
    switch stage {
    case .collect:
      "Is every station there? Then \(at(.nextStage)). No file is changed."
    case .look:
      "Choose a line. Each decision is kept at once, and can be undone."
    case .prepare:
      "\(key(.makeKit, in: .preparing)) makes the kit. Later decisions do not change it."
    case .upload: "Tick each step when it is done."
    case .report:
      "Paste a report, put it in the folder, or give it: \(report(.giveReport))."
    case .putAway:
      "The account was written. Archive what is at hand: \(key(.archiveStations, in: .puttingAway))."
    }
  }

  func morningFooter(_ stage: MorningStage) -> String {
    switch stage {
    case .collect:
      "\(key(.nameDesk, in: .collecting)): desk. \(at(.nextStage)): go on. \(at(.undoDecision)): undo. \(at(.leave)): close."
    case .look:
      "\(look(.open)): open. \(look(.keepLines)): keep. \(look(.takeOut)): take out. \(at(.undoDecision)): undo. \(at(.nextStage)): go on. \(at(.previousStage)): back. \(at(.leave)): close."
    case .prepare:
      "\(key(.makeKit, in: .preparing)): make the kit. \(at(.nextStage)): go on. \(at(.previousStage)): back. \(at(.leave)): close."
    case .upload:
      "\(key(.tick, in: .ticking)): tick. \(at(.nextStage)): go on. \(at(.previousStage)): back. \(at(.leave)): close."
    case .putAway:
      "\(key(.archiveStations, in: .puttingAway)): archive. \(key(.tick, in: .ticking)): tick. \(at(.previousStage)): back. \(at(.leave)): close."
    case .report:
      "\(key(.tick, in: .ticking)): tick. \(report(.giveReport)): report. \(report(.writeCorrections)): write corrections. \(report(.copyNote)): copy the note. \(at(.nextStage)): go on. \(at(.previousStage)): back. \(at(.leave)): close."
    }
  }

  var morningHelp: [HelpSection] {
    [
      HelpSection(
        title: "The morning after an outage",
        paragraphs: [
          "Here you look at the files of all stations before the upload. The files themselves are never changed.",
          "\(at(.nextStage)) goes on, \(at(.previousStage)) goes back. You can close at any time: the same command goes on where you were.",
        ]),
      HelpSection(
        title: "Decide",
        paragraphs: [
          "Errors come first. Findings of one kind are folded: \(look(.open)) opens and folds them.",
          "Open a finding to see the lines around it, of all stations. Up and Down choose a line; the keys below decide about it. Without a choice they decide about all lines of the finding.",
          "Each decision is on disk at once, with your name and the time. offcirc fix makes the same files of the same decisions.",
        ]),
      HelpSection(
        title: "Upload",
        paragraphs: [
          "\(key(.makeKit, in: .preparing)) makes the kit of the files as decided, as offcirc kit does. Its lines are in the ledger then.",
          "Follow the checklist in Alma, and tick each step. The ticks are on disk at once, too.",
          "The reports of Alma become worklists whose lines you tick. For a second upload, tick corrections and write them: \(report(.writeCorrections)).",
        ]),
      HelpSection(
        title: "Archive",
        paragraphs: [
          "The account for the head of the library is a page to print. So is the page of what is still to do at each station: take it along.",
          "Go back, and on again, to write both by the latest reports.",
          "\(key(.archiveStations, in: .puttingAway)) archives the stations whose folder is at hand. It asks about each of them. A station that is open, or has lines that were not uploaded, is refused.",
        ]),
    ]
  }

  /// The paragraphs of `--help` about the room of the morning.
  var discussionOfMorning: String {
    """
    A full-screen program for the librarian in charge. It shows the files and \
    what is doubtful in them, and takes a decision for each. The files themselves \
    are never changed. Close it at any time: the same command goes on where \
    you were. One person at a time decides in a folder.

    The folder of --output holds the file decisions, which names borrowers: \
    keep it private. It gets a file for each desk, as offcirc fix makes it of \
    the same decisions. The kit of these files is there, too.
    """
  }

  // MARK: Collect

  var fileHeadings: [String] {
    [
      "File", "Desk", "Lines", "Loans", "Returns", "Readers", "First", "Last",
    ]
  }

  func fileTotals(_ files: [MorningFile]) -> String {
    let overviews = files.compactMap(\.overview)
    func sum(_ count: (FileOverview) -> Int) -> Int {
      overviews.reduce(0) { $0 + count($1) }
    }
    return
      "\(counting(files.count, "file")): \(counting(sum(\.lineCount), "line")), \(counting(sum(\.loanCount), "loan")), \(counting(sum(\.returnCount), "return"))."
  }

  func sentence(_ note: MorningFile.Note, of file: StationFile) -> String {
    switch note {
    case .sameStation(let other):
      "Of the same station as \(other.path.printable). Is one of them a copy?"
    case .shared(let shared):
      "\(shared.first.path.printable) and \(shared.second.path.printable) have \(counting(shared.count, "line")) in common. Is one of them a copy?"
    case .leftOut(let overlap): leftOut(overlap)
    case .unreadable:
      "\(file.path.printable) is not a file of transactions. Bring the OffCirc.dat of this station."
    }
  }

  // MARK: Look

  func matters(_ count: Int, open: Int, decisions: Int) -> String {
    "\(counting(count, "finding")), of which \(counting.digits(open)) without a decision. \(counting(decisions, "decision"))."
  }

  var noMatters: String { "Nothing was found. Go on." }

  var matterHeadings: [String] { ["Severity", "Finding", "Where", "Decided"] }

  func title(of kind: MorningMatter.Kind) -> String {
    switch kind {
    case .finding(let kind): title(of: kind)
    case .conflict(.sameMinute): "items in two files within a minute"
    case .conflict(.decided):
      "items in two files within a minute, which the journals put in order"
    case .conflict(.lentTwice): "items lent in two files without a return"
    case .conflict(.returnedTwice):
      "items returned in two files without a loan"
    case .answer(let effect): heading(of: effect).uncapitalizedAtStart
    }
  }

  func sentence(_ answer: RehearsedLine) -> String {
    guard let message = answer.message else {
      let number = answer.transaction.map { ": \($0.item.text.printable)" }
      return "\(heading(of: answer.effect))\(number ?? "")."
    }
    let isCertain = answer.certainty == .certain
    return
      "Alma will \(isCertain ? "" : "probably ")answer: \"\(message.printable)\""
  }

  func lines(_ first: Int, _ last: Int, of name: String) -> String {
    first == last ? "\(name), line \(first)" : "\(name), lines \(first)–\(last)"
  }

  var decidedMark: String { "yes" }

  var lineHeadings: [String] {
    ["File", "Line", "Time", "Operation", "Item", "Borrower", "Decided"]
  }

  func decision(_ line: DecidedLine) -> String {
    if line.isOut { return "out" }
    return [
      line.isChanged ? "corrected" : nil, line.isMoved ? "moved" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  var matterFooter: String {
    "\(look(.keepLines)): keep. \(look(.correctItem)): item. \(look(.correctBorrower)): borrower. \(look(.correctReader)): all of this borrower. \(look(.takeOut)): out. \(look(.swapNumbers)): swap. \(look(.shiftTimes)): times. \(look(.orderLines)): order. \(at(.undoDecision)): undo. \(at(.levelUp)): back."
  }

  // MARK: Pages with boxes

  var tickHeadings: [String] { ["Done", "Step"] }

  func ticked(_ count: Int, of all: Int) -> String {
    "Done: \(counting.digits(count)) of \(counting.digits(all))."
  }

  var tickedBox: String {
    "Ticked. \(key(.tick, in: .ticking)) again takes it back."
  }

  var untickedBox: String { "The tick was taken back." }

  var noBox: String { "This line has no box. Choose one that has." }

  var noKit: String {
    "There is no kit yet. \(key(.makeKit, in: .preparing)) makes it."
  }

  // MARK: Reports

  func awaitsReport(in folder: String) -> String {
    "No report yet. Export it from Alma, and put it in \(folder.printable)."
  }

  var reportTaken: String { "The reports were read." }

  var pasteNotAskedFor: String {
    "Pasted lines are not taken here. Nothing was changed."
  }

  var correctionsTitle: String { "Corrections for a second upload" }

  func correctionsPurpose(of file: String) -> String {
    "\(file.printable): tick the corrections that are right, then \(report(.writeCorrections)) writes them to a file."
  }

  var noCorrection: String { "No correction is ticked. Nothing was written." }

  func copied(_ note: String) -> String {
    "Sent to the clipboard, if the terminal allows it: \(note.printable)"
  }

  var noNote: String {
    "This line has no note. Those of unknown borrowers have one."
  }

  var noClipboard: String {
    "This terminal takes nothing for the clipboard. Select the note with the mouse."
  }

  // MARK: Archiving

  var archivingTitle: String { "Archive" }

  func archivingQuestion(_ file: StationFile, desk: String?) -> String {
    "Archive the station in \(file.path.folder.printable)\(desk.map { " (desk \($0.quotable))" } ?? "")? It is empty then. If this folder is a copy, the station itself stays as it is."
  }

  var archivingAnswer: String { "archive this station" }
  var nextStationAnswer: String { "not this one: the next" }
  var backToPage: String { "archive no more" }

  var noStationAtHand: String {
    "No station is at hand that is not archived yet. Archive at each station, as the page says."
  }

  // MARK: Deciding

  func label(_ entry: MorningEntry) -> String {
    switch entry {
    case .desk: "Desk"
    case .item: "Item"
    case .borrower, .reader: "Borrower"
    case .times: "Move by"
    case .report: "Report"
    }
  }

  func prompt(_ entry: MorningEntry) -> String {
    switch entry {
    case .desk: "Type the circulation desk of this file."
    case .item: "Scan or type the right item."
    case .borrower: "Scan or type the right card."
    case .reader:
      "Scan or type the card that gets all loans of this borrower in this file."
    case .report: "Type the name of the report, with its folder."
    case .times: "Type by how much all times of this file are moved: +01:00."
    }
  }

  func offered(_ nearMisses: [NearMiss]) -> String {
    "\(perhaps(nearMisses.map(suggestion).joined(separator: ", "))) \(key(.lineDown, in: .lineRoom)) takes it into the field."
  }

  func entryFooter(_ entry: MorningEntry) -> String {
    let (choose, goBack) = (
      key(.choose, in: .lineRoom), key(.goBack, in: .lineRoom)
    )
    return entry == .report
      ? "\(choose): read the report. \(goBack): back."
      : "\(choose): decide. \(goBack): decide nothing."
  }

  func decided(_ act: Decision.Act) -> String {
    let lines = counting(act.lines.count, "line")
    let text: String
    switch act {
    case .keep: text = "Kept: \(lines)"
    case .takeOut: text = "Taken out: \(lines)"
    case .swap: text = "Item and borrower swapped: \(lines)"
    case .item(_, let item): text = "Item \(item.text.printable): \(lines)"
    case .borrower(_, let card):
      text = "Borrower \(card.text.printable): \(lines)"
    case .shift: text = "Times moved"
    case .order: text = "Order decided"
    case .desk(_, let name): text = "Desk \(name.printable)"
    case .tick: return tickedBox
    case .archive: return "The archive of this station is searched, too."
    case .undo(let number): return "Decision \(number) was undone."
    }
    return "\(text). \(at(.undoDecision)): undo."
  }

  var noDecision: String { "Nothing to undo." }

  func refused(_ fault: DecisionFault, of files: [StationFile]) -> String {
    "Not decided: \(reason(fault, of: files))."
  }

  func notATime(_ text: String) -> String {
    "\(text.quotable) is not a time difference. Type it like +01:00 or -00:05."
  }

  func notANumber(_ text: String) -> String {
    "\(text.quotable) cannot be a number of an item or a borrower. Type it again."
  }

  var nothingToOrder: String {
    "This finding is not about two lines. There is nothing to order."
  }

  var openFirst: String {
    "These findings are folded. Open them with \(look(.open)), or keep all with \(look(.keepLines))."
  }

  func notAskedFor(_ number: String) -> String {
    "\(number.quotable): no number is asked for. Nothing was decided."
  }
}
