import Circulation
import Offload

extension English {
  // MARK: How a station stands

  func state(_ aftermath: Aftermath) -> [String] {
    var lines: [String] = []
    if let since = aftermath.unsavedSince, aftermath.unsavedCount > 0 {
      lines.append(
        "Not saved: \(transactions(aftermath.unsavedCount)), the first of \(date(since, isShort: true))."
      )
    } else {
      lines.append("Everything that was recorded is saved.")
    }
    let survey = aftermath.survey
    if let oldest = survey.oldest, let newest = survey.newest {
      lines.append(
        "OffCirc.dat: \(self.lines(survey.lineCount)), from \(date(oldest, isShort: true)) to \(date(newest, isShort: true))."
      )
    } else {
      lines.append("OffCirc.dat: \(self.lines(survey.lineCount)).")
    }
    if survey.lineCount > 0 { lines.append(handedOver(aftermath)) }
    if let last = aftermath.boxes.last {
      lines.append(
        "Archive: \(aftermath.boxes.count), the last one is \(last.name.printable)."
      )
    } else {
      lines.append("Archive: empty.")
    }
    return lines
  }

  private func handedOver(_ aftermath: Aftermath) -> String {
    guard let standing = aftermath.standing else {
      return
        "Whether it was handed over is not known: the ledger can't be read now."
    }
    guard let latest = standing.latest else { return "Not handed over yet." }
    let place =
      switch latest.way {
      case .kit(let folder): ", with the kit \(folder.printable)"
      case .uploaded: ", as somebody said"
      }
    let desk = latest.desk.map { " to \($0.printable)" } ?? ""
    let when = "on \(date(latest.time, isShort: true))\(desk)\(place)"
    return standing.isHandedOver
      ? "Handed over \(when); not yet archived."
      : "Handed over: \(standing.handedOverCount) of \(self.lines(standing.lineCount)), the last \(when)."
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    "OffCirc.dat was handed over on \(date(entry.time, isShort: true)) and is not yet archived (F9)."
  }

  func nextStep(_ aftermath: Aftermath) -> [String] {
    let folder = aftermath.folder.path.quotedForShell
    let file = aftermath.folder.dataFile.quotedForShell
    let ledger =
      aftermath.ledger.map { " --ledger \($0.quotedForShell)" } ?? ""
    switch aftermath.step {
    case .none:
      return ["Nothing is to be done: the station is ready."]
    case .save:
      return [
        "Next: Save To File (F2), at the end of the day. On the command line, with the station closed, that is:",
        "  offcirc save --files \(folder)",
      ]
    case .findLedger:
      return [
        "Next, for the librarian: see to it that the ledger can be read (is its drive there?), so that nothing is uploaded twice."
      ]
    case .handOver:
      return [
        "Next, for the librarian, when the library system is back and before lending begins there: look the file over, then make a kit of it, which says step by step how it is uploaded.",
        "  offcirc check \(file)",
        "  offcirc kit \(file) --output FOLDER\(ledger)",
        "If it was uploaded without a kit, with the station closed:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .handOverRest:
      return [
        "Next, for the librarian: \(self.lines(aftermath.standing?.newCount ?? 0)) of OffCirc.dat, the first of them line \(aftermath.standing?.firstNewLine ?? 1), came after the rest was handed over. A kit of these alone:",
        "  offcirc kit --rest \(file) --output FOLDER\(ledger)",
      ]
    case .archive:
      return [
        "Next, for the librarian, once it is uploaded: find out what was rejected and why, then close the station and put the file away. Left here, it would be uploaded again after the next outage.",
        "  offcirc reconcile REPORT \(aftermath.uploadedFile.quotedForShell)",
        "  offcirc archive --files \(folder)\(ledger)",
      ]
    }
  }

  private func transactions(_ count: Int) -> String {
    count == 1 ? "1 transaction" : "\(count) transactions"
  }

  private func lines(_ count: Int) -> String {
    switch count {
    case 0: "nothing in it"
    case 1: "1 line"
    default: "\(count) lines"
    }
  }

  // MARK: Putting away

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "There is nothing to put away: \(path.printable) is not there, or empty."
    case .unsaved(let count):
      "Not put away: \(transactions(count)) \(count == 1 ? "is" : "are") not in OffCirc.dat yet. Save first (offcirc save); then they have to be handed over too (offcirc kit, with --rest if the others were already)."
    case .notHandedOver(let count, let line, let path):
      "Not put away: \(self.lines(count)) of \(path.printable), the first of them line \(line), \(count == 1 ? "was" : "were") not handed over as far as the ledger tells. Make a kit of it (offcirc kit, with --rest if only a part is new), or add --uploaded if you know that all of it was uploaded."
    case .handedOverElsewhere(let path):
      "Not put away: all lines of \(path.printable) were handed over, but in another file, as far as the ledger tells: perhaps two stations recorded the same items in the same minutes. Add --uploaded if you know that this file was uploaded; else hand it over (offcirc kit --again)."
    case .notTheKit(let path):
      "Not put away: \(path.printable) is not the kit that the file was handed over with, or not all of it. Name the right folder with --kit, or leave that out."
    case .changed(let path):
      "Not put away: another program wrote to \(path.printable) meanwhile. Find out which, then do this again."
    case .noBox(let name?):
      "The archive has no \(name.printable). offcirc list archive shows what it has."
    case .noBox(nil):
      "There is nothing in the archive."
    case .notWhole(let name):
      "\(name.printable) was not filled to the end, or erased in part: there is nothing to bring back. Do again what was cut short, offcirc archive or offcirc purge."
    case .damaged(let name, let files):
      "\(name.printable) is not as it was put away: \(files.joined(separator: ", ").printable). Nothing was brought back; look for another copy of it."
    case .inTheWay(let path):
      "\(path.printable) is there and is another file: nothing was brought back. Put it away first, or use the file in the archive where it is."
    }
  }

  func putAway(_ box: Archive.Box, lineCount: Int) -> [String] {
    [
      "Put away: \(self.lines(lineCount)), in \(box.path.printable).",
      "The station starts afresh. offcirc archive --restore brings it back.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "The kit was put away too. It also stays in \(folder.printable): remove it there when no other station needs it."
  }

  func kitMissing(_ folder: String) -> String {
    "The kit is not in \(folder.printable), or can't be read, and is not in the archive. If it is elsewhere: offcirc archive --restore, then offcirc archive --kit FOLDER."
  }

  func copyRemoved(_ path: String) -> String {
    "The copy of the journal, \(path.printable), was removed: all of it is in the archive."
  }

  func copyStays(_ folder: String) -> String {
    "The copy of the journal in \(folder.printable) can't be reached or has other lines; it is set aside when the station is opened next."
  }

  func notNoted(inLedger path: String) -> String {
    "That it was uploaded could not be noted in \(path.printable): do not upload these lines again."
  }

  func broughtBack(_ box: Archive.Box, withJournal: Bool) -> [String] {
    [
      "Brought back: OffCirc.dat of \(box.name.printable)\(withJournal ? ", with its journal" : "; the station has gone on since, and keeps its journal").",
      "If it was uploaded, put it away again before the next upload: offcirc archive.",
    ]
  }

  // MARK: What is in the archive

  var boxHead: [String] { ["Name", "Lines", "First", "Last", "State"] }

  func state(of box: Archive.Box, damaged: [String]) -> String {
    if !box.isWhole { return "not whole" }
    return damaged.isEmpty
      ? "as it was put away"
      : "DAMAGED: " + damaged.joined(separator: ", ").printable
  }

  func noBoxes(in path: String) -> String {
    "There is nothing in the archive, \(path.printable)."
  }

  // MARK: Erasing

  func nothingToErase(before day: LocalTime) -> String {
    "Nothing to erase: the archive has nothing from before \(self.day(day))."
  }

  func toErase(_ count: Int, before day: LocalTime) -> String {
    count == 1
      ? "To be erased for good, from before \(self.day(day)):"
      : "\(count) to be erased for good, from before \(self.day(day)):"
  }

  var eraseQuestion: String { "Erase? Type yes, then Enter: " }
  var eraseAnswer: String { "yes" }
  var notErased: String {
    "Nothing was erased. Add --yes to erase without being asked."
  }

  func erased(_ count: Int) -> String { "Erased: \(count)." }
}
