import Circulation
import Exchange
import Offload
import Station
import Typesetting

extension English {
  // MARK: How a station stands

  func state(_ offloadStatus: OffloadStatus) -> [String] {
    var lines: [String] = []
    if let since = offloadStatus.unsavedSince, offloadStatus.unsavedCount > 0 {
      lines.append(
        "\(counting(offloadStatus.unsavedCount, "transaction")) to save, since \(moment(since))."
      )
    } else {
      lines.append(
        offloadStatus.journal.isWhole
          ? "Everything recorded is saved."
          : "Everything left in the journal is saved.")
    }
    let summary = offloadStatus.summary
    if summary.lineCount == 0 {
      lines.append("OffCirc.dat: empty.")
    } else {
      var days = ""
      if let first = summary.first, let last = summary.last {
        days = ", from \(dates.days(first, last))"
      }
      lines.append(
        "OffCirc.dat: \(counting(summary.lineCount, "line"))\(days).")
      lines.append(kitState(offloadStatus))
    }
    if let last = offloadStatus.boxes.last {
      lines.append(
        "Archive: \(offloadStatus.boxes.count) (latest: \(last.name.printable))."
      )
    } else {
      lines.append("Archive: empty.")
    }
    return lines + troubles(offloadStatus)
  }

  /// The sentences about what is damaged, missing or unreadable.
  private func troubles(_ offloadStatus: OffloadStatus) -> [String] {
    let handOver = offloadStatus.handOver
    var lines = findings(of: offloadStatus.journal)
    lines += handOver.kits.compactMap { sentence($0) }
    if let error = handOver.error { lines.append(sentence(error)) }
    if let path = handOver.path {
      if !handOver.damage.isEmpty {
        lines.append(damaged(handOver.damage, inLedger: path))
      }
      if offloadStatus.lacksLedger {
        lines.append(
          "Ledger not found: \(path.printable). The archive shows that there was one. Put it back, or give the right one with --ledger."
        )
      } else if case .trace = offloadStatus.uploadStatus?.warning {
        lines.append("Ledger in use: \(path.printable).")
      }
    }
    if !offloadStatus.damagedBoxes.isEmpty {
      let names = offloadStatus.damagedBoxes.map(\.name.printable)
      lines.append(
        "Damaged or incomplete in the archive: \(names.joined(separator: ", ")). For details: offcirc list archive."
      )
    }
    if let error = offloadStatus.archiveError {
      lines.append(sentence(error))
    }
    return lines
  }

  func sentence(_ kit: KitCheck) -> String? {
    let folder = kit.folder.printable
    switch kit.state {
    case .whole: return nil
    case .unfinished:
      return "The kit \(folder) is unfinished."
    case .missing:
      return
        "Cannot find the kit \(folder). It may be deleted, moved, on a disk that is not connected, or on another computer."
    case .elsewhere:
      return "The kit \(folder) is on another computer."
    case .changed(let names):
      return
        "The kit \(folder) has changed: \(names.joined(separator: ", ").printable)."
    case .unreadable(let error):
      return "Cannot check the kit \(folder). \(sentence(error))"
    }
  }

  func reason(_ warning: UploadStatus.Warning) -> String {
    switch warning {
    case .damage(let damage):
      "the ledger is damaged (\(lines(damage.firstNumbers, of: damage.count)))"
    case .trace(.box(let name)):
      "the ledger does not list \(name.printable), which is in the archive"
    case .trace(.ledger(let path)):
      "the ledger does not list these lines, but \(path.printable) does"
    }
  }

  private func kitState(_ offloadStatus: OffloadStatus) -> String {
    guard let uploadStatus = offloadStatus.uploadStatus else {
      return "Cannot read the ledger, so the upload state is unknown."
    }
    let warning = uploadStatus.warning.map(reason)
    guard let latest = uploadStatus.latest else {
      return warning.map { "The upload state is unknown: \($0)." }
        ?? "Not in a kit yet."
    }
    let time = moment(latest.time)
    if offloadStatus.handOver.brokenKit?.state == .unfinished {
      return "In the ledger since \(time), but the kit is unfinished."
    }
    guard uploadStatus.isHandedOver else {
      let count = uploadStatus.handedOverCount
      return
        "\(count) of \(counting(uploadStatus.lineCount, "line")) \(counting.form(of: count, "is", "are")) in a kit or uploaded. Latest: \(place(of: latest)), \(time)."
        + (warning.map { " The other lines are unknown: \($0)." } ?? "")
    }
    return switch latest.way {
    case .kit: "In \(place(of: latest)) since \(time). Not archived yet."
    case .uploaded: "Marked as uploaded on \(time). Not archived yet."
    case .converted(let system, let path):
      "Converted for \(system.title) on \(time): \(path.printable). Not archived yet."
    }
  }

  private func place(of entry: Ledger.Entry) -> String {
    let desk = entry.desk.map { " (desk \($0.printable))" } ?? ""
    return switch entry.way {
    case .kit(let folder): "kit \(folder.printable)\(desk)"
    case .uploaded: "marked as uploaded"
    case .converted(let system, let path):
      "\(path.printable) for \(system.title)"
    }
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    let time = moment(entry.time)
    let way =
      switch entry.way {
      case .kit: "put in a kit"
      case .uploaded: "marked as uploaded"
      case .converted(let system, _): "converted for \(system.title)"
      }
    return
      "OffCirc.dat was \(way) on \(time) and is not archived yet. See \(key(.afterOutage))."
  }

  func nextStep(_ offloadStatus: OffloadStatus) -> [String] {
    let folder = offloadStatus.folder.path.quotedForShell
    let file = offloadStatus.folder.dataFile.quotedForShell
    let ledger =
      offloadStatus.ledger.map { " --ledger \($0.quotedForShell)" } ?? ""
    switch offloadStatus.step {
    case .none:
      return ["Nothing to do: nothing is left of an outage."]
    case .save:
      return [
        "Next: at the end of the day, press \(key(.save)) to save to the file. Or close the station, then:",
        "  offcirc save --files \(folder)",
      ]
    case .findLedger where offloadStatus.uploadStatus != nil:
      return [
        "Next, for the librarian: find the ledger that lists this station's files, so that nothing is uploaded twice. Put it back, or give its path:",
        "  offcirc status --files \(folder) --ledger FILE",
        "If the ledger is lost and the file was uploaded, close the station, then:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .findLedger:
      return [
        "Next, for the librarian: make the ledger available, so that nothing is uploaded twice. Is the shared drive connected?"
      ]
    case .readLedger:
      return [
        "Next, for the librarian: check whether a kit from that time has these lines. If so, and if it was uploaded:",
        "  offcirc archive --kit FOLDER --files \(folder)\(ledger)",
        "If the file was uploaded without a kit, or the kit is lost:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "If it was never uploaded:",
        "  offcirc kit --again \(file) --output FOLDER\(ledger)",
      ]
    case .findKit:
      guard let kit = offloadStatus.handOver.brokenKit else { return [] }
      if kit.state == .unfinished {
        return [
          "Next, for the librarian: finish the kit with the same command, then follow its checklist.",
          "  offcirc kit \(file) --output \(kit.folder.quotedForShell)\(ledger)",
        ]
      }
      return [
        "Next, for the librarian: find out whether the file was uploaded. If so, and if the kit is elsewhere, close the station, then:",
        "  offcirc archive --kit FOLDER --files \(folder)\(ledger)",
        "If it was uploaded and the kit is lost:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "If it was never uploaded, make another kit:",
        "  offcirc kit --again \(file) --output FOLDER\(ledger)",
      ]
    case .mend:
      return [
        "Next, for the librarian: see the problems above. You can keep using the station."
      ]
    case .handOver:
      return [
        "Next, for the librarian: when Alma is back and before lending restarts, check the file and make a kit. The kit's checklist takes you through the upload.",
        "  offcirc check \(file)",
        "  offcirc kit \(file) --output FOLDER\(ledger)",
        "If the file was uploaded without a kit, close the station, then:",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .handOverRest:
      let count = offloadStatus.uploadStatus?.newCount ?? 0
      return [
        "Next, for the librarian: \(counting(count, "line")) of OffCirc.dat (from line \(offloadStatus.uploadStatus?.firstNewLine ?? 1)) \(counting.form(of: count, "was", "were")) added after the last kit. To make a kit of \(counting.form(of: count, "this line", "these lines")) only:",
        "  offcirc kit --rest \(file) --output FOLDER\(ledger)",
      ]
    case .archive:
      return [
        "Next, for the librarian, after the upload: see what was rejected, then close the station and archive the file. Otherwise it will be uploaded again after the next outage.",
        "  offcirc reconcile REPORT \(offloadStatus.uploadedFile.quotedForShell)",
        "  offcirc archive --files \(folder)\(ledger)",
      ]
    }
  }
}
