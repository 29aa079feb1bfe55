import Circulation
import Offload

extension English {
  // MARK: How a station stands

  func state(_ aftermath: OffloadStatus) -> [String] {
    var lines: [String] = []
    if let since = aftermath.unsavedSince, aftermath.unsavedCount > 0 {
      lines.append(
        "Not saved: \(transactions(aftermath.unsavedCount)), the first of \(date(since, isShort: true))."
      )
    } else {
      lines.append(
        aftermath.journal.isWhole
          ? "Everything that was recorded is saved."
          : "Everything that is left of the journal is saved.")
    }
    let survey = aftermath.survey
    if let oldest = survey.oldest, let newest = survey.newest {
      lines.append(
        "OffCirc.dat: \(content(survey.lineCount)), \(oldest.precedes(newest) ? "from \(date(oldest, isShort: true)) to" : "of") \(date(newest, isShort: true))."
      )
    } else {
      lines.append("OffCirc.dat: \(content(survey.lineCount)).")
    }
    if survey.lineCount > 0 { lines.append(handedOver(aftermath)) }
    if let last = aftermath.boxes.last {
      lines.append(
        "Archive: \(aftermath.boxes.count), the last one is \(last.name.printable)."
      )
    } else {
      lines.append("Archive: empty.")
    }
    return lines + troubles(aftermath)
  }

  /// What is damaged, gone or can't be read.
  private func troubles(_ aftermath: OffloadStatus) -> [String] {
    let handOver = aftermath.handOver
    var lines = findings(of: aftermath.journal)
    lines += handOver.kits.compactMap { sentence($0) }
    if let failure = handOver.failure { lines.append(sentence(failure)) }
    if let path = handOver.path {
      if !handOver.damage.isEmpty {
        lines.append(damaged(handOver.damage, inLedger: path))
      }
      if aftermath.lacksLedger {
        lines.append(
          "The ledger \(path.printable) is not there, though what is in the archive was noted in one. Put it back, or name the right one with --ledger."
        )
      } else if case .trace = aftermath.standing?.doubt {
        lines.append("The ledger that was read is \(path.printable).")
      }
    }
    if !aftermath.damagedBoxes.isEmpty {
      let names = aftermath.damagedBoxes.map(\.name.printable)
      lines.append(
        "In the archive, not as it was put away: \(names.joined(separator: ", ")). offcirc list archive says what of it."
      )
    }
    if let failure = aftermath.archiveFailure {
      lines.append(sentence(failure))
    }
    return lines
  }

  func sentence(_ kit: KitCheck) -> String? {
    let folder = kit.folder.printable
    switch kit.state {
    case .whole: return nil
    case .unfinished:
      return "The kit \(folder) was begun and not finished."
    case .missing:
      return
        "The kit \(folder) is not there: it was removed or moved, its drive is not here, or it is on another computer."
    case .changed(let names):
      return
        "The kit \(folder) is not as it was made: \(names.joined(separator: ", ").printable)."
    case .unreadable(let failure):
      return "The kit \(folder) can't be looked at. \(sentence(failure))"
    }
  }

  func reason(_ doubt: UploadStatus.Doubt) -> String {
    switch doubt {
    case .damage(let damage) where damage.count == 1:
      "line \(damage.lineNumbers) of the ledger is damaged"
    case .damage(let damage):
      "lines \(damage.lineNumbers) of the ledger are damaged"
    case .trace(.box(let name)):
      "the ledger does not know \(name.printable), which is in the archive"
    case .trace(.ledger(let path)):
      "the ledger does not know these lines, but \(path.printable) does"
    }
  }

  private func handedOver(_ aftermath: OffloadStatus) -> String {
    guard let standing = aftermath.standing else {
      return
        "Whether it was handed over is not known: the ledger can't be read now."
    }
    let doubt = standing.doubt.map(reason)
    guard let latest = standing.latest else {
      return doubt.map { "Whether it was handed over is not known: \($0)." }
        ?? "Not handed over yet."
    }
    let place =
      switch latest.way {
      case .kit(let folder): ", with the kit \(folder.printable)"
      case .uploaded: ", as somebody said"
      }
    let desk = latest.desk.map { " to \($0.printable)" } ?? ""
    let when = "on \(date(latest.time, isShort: true))\(desk)\(place)"
    if aftermath.handOver.brokenKit?.state == .unfinished {
      return "Noted in the ledger \(when); not handed over yet."
    }
    return standing.isHandedOver
      ? "Handed over \(when); not yet archived."
      : "Handed over: \(standing.handedOverCount) of \(content(standing.lineCount)), the last \(when)."
        + (doubt.map { " Whether the others were is not known: \($0)." } ?? "")
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    "OffCirc.dat was handed over on \(date(entry.time, isShort: true)) and is not yet archived (F9)."
  }

  func nextStep(_ aftermath: OffloadStatus) -> [String] {
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
    case .findLedger where aftermath.standing != nil:
      return [
        "Next, for the librarian: find the ledger in which this station's files were noted, so that nothing is uploaded twice. Put it in its place, or name it:",
        "  offcirc status --files \(folder) --ledger FILE",
        "If it is gone for good, and the file was uploaded, with the station closed:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .findLedger:
      return [
        "Next, for the librarian: see to it that the ledger can be read (is its drive there?), so that nothing is uploaded twice."
      ]
    case .readLedger:
      return [
        "Next, for the librarian: look whether a kit of that time has these lines. If it has, and it was uploaded:",
        "  offcirc archive --kit FOLDER --files \(folder)\(ledger)",
        "If it was uploaded without a kit, or the kit is gone:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "If it was never handed over:",
        "  offcirc kit --again \(file) --output FOLDER\(ledger)",
      ]
    case .findKit:
      guard let kit = aftermath.handOver.brokenKit else { return [] }
      if kit.state == .unfinished {
        return [
          "Next, for the librarian: finish the kit with the same command, then go through its checklist.",
          "  offcirc kit \(file) --output \(kit.folder.quotedForShell)\(ledger)",
        ]
      }
      return [
        "Next, for the librarian: find out whether it was uploaded. If it was, and the kit is elsewhere, with the station closed:",
        "  offcirc archive --kit FOLDER --files \(folder)\(ledger)",
        "If it was uploaded, and the kit is gone:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "If it was never uploaded, make another kit:",
        "  offcirc kit --again \(file) --output FOLDER\(ledger)",
      ]
    case .mend:
      return [
        "Next, for the librarian: see to what is said above. The station can be used."
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
        "Next, for the librarian: \(content(aftermath.standing?.newCount ?? 0)) of OffCirc.dat, the first of them line \(aftermath.standing?.firstNewLine ?? 1), came after the rest was handed over. A kit of these alone:",
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

  func transactions(_ count: Int) -> String {
    count == 1 ? "1 transaction" : "\(count) transactions"
  }

  func content(_ count: Int) -> String {
    switch count {
    case 0: "nothing in it"
    case 1: "1 line"
    default: "\(count) lines"
    }
  }
}
