import Circulation
import Offload

extension English {
  // MARK: The transactions to be read

  var listSeparator: String { "," }

  var transactionsHead: [String] {
    [
      "File", "Line", "Date and time", "Operation", "Item", "Borrower",
      "Station",
    ]
  }

  var unreadable: String { "can't be read" }

  // MARK: The checklist

  var checklistTitle: String { "Upload to Alma: checklist" }

  func checklistPurpose(_ kit: Kit) -> String {
    "For the kit \(kit.folder.printable), made on \(date(kit.time, isShort: false)). From top to bottom; each file is uploaded once, and never again."
  }

  var beforeUpload: String { "Before" }

  var stepsBeforeUpload: [String] {
    [
      "Alma is back, and lending in it is not open again yet, at any desk.",
      "offcirc check finds nothing in these files that matters.",
      "Configuration > Fulfillment > Physical Fulfillment > Block Preferences: \"Item is currently on loan by another patron\" is set to ____________________. If that is \"Handle Automatically\", choose another value for now: with it, an upload can leave loans in disorder.",
    ]
  }

  var upload: String { "Upload" }

  func howToUpload(count: Int) -> String {
    let order =
      count == 1
      ? "" : "In this order, which is that of their first transactions. "
    return order
      + "First choose the circulation desk where the transactions were recorded: Alma books them all there. Then Fulfillment > Advanced Tools > Offline Circulation; choose the file; Upload and Validate File Content; Refresh, until the status is Completed Successfully. Note both numbers: the first, or both together, should be the number of lines; else it is another file, or was not taken whole."
  }

  func step(for upload: Kit.Upload) -> String {
    let tally = upload.tally
    let desk = upload.desk.map(\.printable) ?? "____________________"
    return
      "\(desk): \(upload.name), \(lines(tally.lineCount))\(span(tally)), SHA-256 \(tally.sha256.prefix(8))…: completed ______, failed ______."
  }

  private func span(_ tally: FileTally) -> String {
    guard let first = tally.first, let last = tally.last else { return "" }
    return first.isSameDay(as: last)
      ? ", \(day(first))" : ", \(day(first)) to \(day(last))"
  }

  private func lines(_ count: Int) -> String {
    count == 1 ? "1 line" : "\(count) lines"
  }

  var afterUpload: String { "After" }

  var stepsAfterUpload: [String] {
    [
      "Set the block back to what is noted above.",
      "Keep each report: View, then Export, or the mail. offcirc reconcile REPORT FILE says what to do about the lines that were rejected; transactions.csv shows all lines with their numbers.",
      "At each station: offcirc archive. Else its OffCirc.dat goes to Alma once more with the next outage.",
      "Lending in Alma can be opened again.",
    ]
  }

  var meaningsOfMessages: [String] {
    [
      "In a report: \"Item not found\", to do. No item has this barcode.",
      "\"User not found\", to do. Often another number of the card was scanned.",
      "\"Return item failed, item was not on loan\", nothing to do: it counts as in-house use.",
      "\"A later action on this item happened\", nothing to do: what is newer stands.",
    ]
  }

  // MARK: What was done

  func made(_ kit: Kit, ledger: String) -> [String] {
    let uploads = kit.uploads.map {
      "\($0.name) (\(lines($0.tally.lineCount)))"
    }
    var sentences = [
      "Made: \(kit.folder.printable), with \(uploads.joined(separator: ", "))."
    ]
    let leftOut = kit.uploads.reduce(0) { $0 + $1.leftOutCount }
    if leftOut > 0 {
      sentences.append("Left out, since handed over before: \(lines(leftOut)).")
    }
    return sentences + [
      "Noted in the ledger \(ledger.printable): another kit with these lines is refused.",
      "Next: print checklist.html, or read checklist.txt, and go through it.",
    ]
  }

  func notices(of upload: Kit.Upload) -> [String] {
    guard upload.unreadable.count > 0 else { return [] }
    return [
      "\(upload.name): \(unreadable(upload.unreadable)), and Alma may not take the file. offcirc check says what is wrong; make the kit again when that is mended, with --again."
    ]
  }

  func isEmpty(_ file: StationFile) -> String {
    "\(file.path.printable) has no transactions, and is left out."
  }

  func unsaved(_ count: Int, at file: StationFile) -> String {
    let what =
      count == 1
      ? "1 transaction of its station is"
      : "\(count) transactions of its station are"
    return
      "\(file.path.printable): \(what) not saved yet, and not in the kit. Save To File, or offcirc save; then make a kit of the rest with --rest."
  }

  func finished(_ folder: String, new count: Int) -> [String] {
    let next =
      "Next: print checklist.html, or read checklist.txt, and go through it."
    let sentence =
      "Finished: \(folder.printable), which was cut short before; it was in the ledger already."
    guard count > 0 else { return [sentence, next] }
    return [
      sentence, next,
      "Not in it: \(lines(count)) of these files, which are newer. Make a kit of the rest in another folder with --rest.",
    ]
  }

  func standing(_ standing: UploadStatus, of file: StationFile) -> String {
    let path = file.path.printable
    guard let latest = standing.latest else {
      return standing.doubt == nil
        ? "\(path): \(lines(standing.lineCount)), all new."
        : "\(path): \(lines(standing.lineCount)), and it is not known whether they were handed over."
    }
    let old =
      standing.newCount == 0
      ? (standing.lineCount == 1
        ? "its only line was" : "all \(standing.lineCount) lines were")
      : "\(standing.handedOverCount) of \(lines(standing.lineCount)) were"
    let new =
      standing.firstNewLine.map {
        " New: \(standing.newCount), from line \($0) on."
      } ?? ""
    return
      "\(path): \(old) handed over before, last on \(date(latest.time, isShort: false))\(place(of: latest)).\(new)"
  }

  private func place(of entry: Ledger.Entry) -> String {
    let desk = entry.desk.map { " for the desk \($0.printable)" } ?? ""
    return switch entry.way {
    case .kit(let folder):
      "\(desk), in the kit \(folder.printable) (\(entry.upload.name.printable))"
    case .uploaded: "\(desk), as somebody said who uploaded it"
    }
  }

  func nothingMade(hasNew: Bool) -> String {
    let rest =
      hasNew ? " With --rest, the kit has only the lines that are new." : ""
    return
      "Nothing was made: a second upload would lend what was returned since. What was uploaded is put away with offcirc archive at its station.\(rest) If that kit was never uploaded, --again makes another."
  }

  func newLedger(_ path: String) -> String {
    "The ledger \(path.printable) is new. If there was one before, look whether its drive is the right one: what is in the other is not known here."
  }

  func sentence(_ error: KitError) -> String {
    switch error {
    case .inTheWay(let path):
      "\(path.printable) is there already. Give a folder that is not there yet, or move this away."
    case .unfinished(let file, let folder):
      "\(file.path.printable) lies in \(folder.printable), a kit that was cut short and would be removed now. Copy the file elsewhere, and name the copy; nothing was made."
    case .nothingToHandOver:
      "There is no transaction in these files: nothing was made."
    case .unreadable(let file, let foreign?):
      "\(sentence(foreign, of: file.path)) Nothing was made."
    case .unreadable(let file, nil):
      "\(file.path.printable) is no file like OffCirc.dat: none of its lines is a transaction. offcirc check says what is wrong with them; nothing was made."
    case .sharedLines(let shared, isOneDesk: true):
      "\(shared.first.path.printable) and \(shared.second.path.printable) have the same \(shared.count) lines: given twice? Give the one that has all lines. If each has more, give the first, and of the second what is left: \(shared.onlySecondCommand). --again takes both as they are. Nothing was made."
    case .sharedLines(let shared, isOneDesk: false):
      "\(shared.first.path.printable) and \(shared.second.path.printable) have the same \(shared.count) lines, for two desks: each would be uploaded twice. Leave them to the first, and give for the second what is left: \(shared.onlySecondCommand). Nothing was made."
    case .repeatedLines(let file, let count):
      "\(file.path.printable) repeats \(count) of its lines: put into one file twice? Write each line once, and give that file: \(file.onceEachCommand). --again takes it as it is. Nothing was made."
    case .similarDesks(let one, let other):
      "\(one.quotable) and \(other.quotable) would be two desks, with an upload each. Write the name in one way. Nothing was made."
    case .sameFile(let one, let other):
      "\(one.path.printable) and \(other.path.printable) are the same file, for two desks: each line would be uploaded twice. Give it for one of them."
    }
  }
}
