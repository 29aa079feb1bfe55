import Circulation
import Exchange
import Offload
import Station
import Typesetting

extension English {
  // MARK: The table of transactions

  var listSeparator: String { "," }

  var transactionsHeading: [String] {
    [
      "File", "Line", "Date and time", "Operation", "Item", "Borrower",
      "Station",
    ]
  }

  var unreadable: String { "unreadable" }

  // MARK: The checklist

  var checklistTitle: String { "Upload to Alma: checklist" }

  func checklistPurpose(_ kit: Kit) -> String {
    "Kit \(kit.folder.printable), made on \(moment(kit.time)). Follow the steps in order. Upload each file only once."
  }

  var beforeUpload: String { "Before" }

  var stepsBeforeUpload: [String] {
    [
      "Alma is back, and no desk has restarted lending in it.",
      "offcirc check finds no errors or warnings in these files.",
      "Configuration > Fulfillment > Physical Fulfillment > Block Preferences: \"Item is currently on loan by another patron\" is ____________________. Change \"Handle Automatically\" during the upload: it can corrupt loans.",
    ]
  }

  func stations(in uploads: [Kit.Upload]) -> [String] {
    guard uploads.contains(where: { !$0.sources.isEmpty }) else { return [] }
    return [
      "The files have the transactions of these stations. If one is missing, do not upload yet."
    ]
      + uploads.map { upload in
        let stations = upload.stations.map { file in
          file.path.printable
            + (file.station.map { " (station \($0.printable))" } ?? "")
        }
        return "\(upload.name): \(counting.list(stations, .and))."
      }
  }

  var upload: String { "Upload" }

  var howToUpload: [String] {
    [
      "Choose the file's circulation desk. Alma records its transactions there.",
      "Open Fulfillment > Advanced Tools > Offline Circulation and choose the file.",
      "Click Upload and Validate File Content, then Refresh until the status is Completed Successfully.",
      "Note both numbers. The first, or their sum, must be the number of lines. If not, it is the wrong file or was not read completely.",
    ]
  }

  func step(for upload: Kit.Upload) -> String {
    let content = upload.content
    let desk = upload.desk.map(\.printable) ?? "____________________"
    return
      "\(desk): \(upload.name), \(counting(content.summary.lineCount, "line"))\(span(content)), SHA-256 \(content.sha256.prefix(8))…: completed ______, failed ______."
  }

  private func span(_ content: FileContent) -> String {
    guard let first = content.summary.first, let last = content.summary.last
    else { return "" }
    return ", \(dates.days(first, last))"
  }

  var afterUpload: String { "After" }

  var stepsAfterUpload: [String] {
    [
      "Set the block back to the value noted above.",
      "View and export each report, then run offcirc reconcile REPORT FILE.",
      "At each station, run offcirc archive. Otherwise its OffCirc.dat will be uploaded again after the next outage.",
      "Lending in Alma can restart.",
    ]
  }

  var limitsOfStations: [String] {
    [
      "Stations check no blocks, and have no due dates, renewals or holds. Alma also records loans to blocked users.",
      "Items excluded from loan are due at once. Change their due dates by hand.",
    ]
  }

  var meaningsOfMessages: [String] {
    [
      "\"Item not found\": to do. No item has this barcode.",
      "\"User not found\": to do. Often another number on the card was scanned.",
      "\"Return item failed, item was not on loan\": nothing to do (in-house use).",
      "\"A later action on this item happened\": nothing to do.",
    ]
  }

  // MARK: The result

  func made(_ kit: Kit, ledger: String) -> [String] {
    let uploads = kit.uploads.map {
      "\($0.name) (\(counting($0.content.summary.lineCount, "line")))"
    }
    var sentences = [
      "Made the kit \(kit.folder.printable) with \(counting.list(uploads, .and))."
    ]
    let leftOut = kit.uploads.reduce(0) { $0 + $1.leftOutCount }
    if leftOut > 0 {
      sentences.append(
        "Left out \(counting(leftOut, "line")) already in a kit.")
    }
    return sentences + [
      "Listed in the ledger \(ledger.printable). Another kit with these lines will be refused.",
      followChecklist,
    ]
  }

  private var followChecklist: String {
    "Next: print checklist.html or read checklist.txt, and follow it."
  }

  func notices(of upload: Kit.Upload) -> [String] {
    guard upload.unreadable.count > 0 else { return [] }
    return [
      "\(upload.name): \(unreadable(upload.unreadable)). Alma may refuse the file. For details: offcirc check. After fixing it, make the kit again with --again."
    ]
  }

  func isEmpty(_ file: StationFile) -> String {
    "Left out \(file.path.printable): it has no transactions."
  }

  func unsaved(_ count: Int, at file: StationFile) -> String {
    "\(file.path.printable): \(counting(count, "transaction")) of its station \(counting.form(of: count, "is", "are")) not saved, so not in the kit. Save (Save To File, or offcirc save), then make a kit of the rest with --rest."
  }

  func finished(_ folder: String, new count: Int) -> [String] {
    let sentences = [
      "Finished the interrupted kit \(folder.printable). It was already in the ledger.",
      followChecklist,
    ]
    guard count > 0 else { return sentences }
    return sentences + [
      "\(counting(count, "newer line")) of these files \(counting.form(of: count, "is", "are")) not in it. Make a kit of the rest in another folder with --rest."
    ]
  }

  func uploadStatus(_ uploadStatus: UploadStatus, of file: StationFile)
    -> String
  {
    let path = file.path.printable
    guard let latest = uploadStatus.latest else {
      let lines = counting(uploadStatus.lineCount, "line")
      return uploadStatus.warning == nil
        ? "\(path): \(lines), all new."
        : "\(path): \(lines). The upload state is unknown."
    }
    let old =
      uploadStatus.newCount == 0
      ? (uploadStatus.lineCount == 1
        ? "its only line is"
        : "all \(counting(uploadStatus.lineCount, "line")) are")
      : "\(uploadStatus.handedOverCount) of \(counting(uploadStatus.lineCount, "line")) \(counting.form(of: uploadStatus.handedOverCount, "is", "are"))"
    let new =
      uploadStatus.firstNewLine.map {
        " \(counting(uploadStatus.newCount, "line")) \(counting.form(of: uploadStatus.newCount, "is", "are")) new (from line \($0))."
      } ?? ""
    return "\(path): \(old) already \(latestPlace(latest)).\(new)"
  }

  private func latestPlace(_ entry: Ledger.Entry) -> String {
    let desk = entry.desk.map { ", desk \($0.printable)" } ?? ""
    return switch entry.way {
    case .kit(let folder):
      "in a kit (\(folder.printable), \(entry.upload.name.printable)\(desk), \(moment(entry.time)))"
    case .uploaded: "marked as uploaded (\(moment(entry.time))\(desk))"
    case .converted(let system, let path):
      "converted for \(system.title) (\(path.printable), \(moment(entry.time)))"
    }
  }

  func nothingMade(hasNew: Bool) -> String {
    let rest = hasNew ? " To make a kit of the new lines only, add --rest." : ""
    return
      "No kit made: a second upload would put returned items back on loan. If the file was uploaded, archive it at its station (offcirc archive).\(rest) If that kit was never uploaded, add --again."
  }

  func newLedger(_ path: String) -> String {
    "Created a new ledger: \(path.printable). If there was one before, check that its drive is connected. Lines in another ledger are not recognised."
  }

  var noKitWithoutStates: String {
    "No kit made: it would lack states or fines of copies. Repair or restore this file. For a kit without them, copy OffCirc.dat to an empty folder, and give the copy."
  }

  func sentence(_ error: KitError) -> String {
    switch error {
    case .inTheWay(let path):
      "\(path.printable) already exists. Give a folder that does not exist yet, or move this one."
    case .unfinished(let file, let folder):
      "\(file.path.printable) is in \(folder.printable), an unfinished kit that would be deleted. Copy the file elsewhere, and give the copy. No kit made."
    case .nothingToHandOver:
      "No kit made: these files have no transactions."
    case .unreadable(let file, let foreign?):
      "\(sentence(foreign, of: file.path)) No kit made."
    case .unreadable(let file, nil):
      "\(file.path.printable) is not a file like OffCirc.dat: none of its lines is a transaction. For details: offcirc check. No kit made."
    case .sharedLines(let shared, isOneDesk: true):
      "\(shared.first.path.printable) and \(shared.second.path.printable) have \(counting(shared.count, "line")) in common. Was the same file given twice? Give the one that has all the lines. If each has others, give the first and the rest of the second: \(shared.onlySecondCommand). To take both as they are, add --again. No kit made."
    case .sharedLines(let shared, isOneDesk: false):
      "\(shared.first.path.printable) and \(shared.second.path.printable) have \(counting(shared.count, "line")) in common, for two desks. Each would be uploaded twice. Give the first, and for the second desk the rest of its file: \(shared.onlySecondCommand). No kit made."
    case .repeatedLines(let file, let count):
      "\(file.path.printable) repeats \(counting(count, "line")). Was it pasted twice into one file? Write each line once, and give that file: \(file.onceEachCommand). To take it as it is, add --again. No kit made."
    case .similarDesks(let one, let other):
      "\(one.quotable) and \(other.quotable) would be two desks, each with its own upload. Write the name in one way. No kit made."
    case .sameFile(let one, let other):
      "\(one.path.printable) and \(other.path.printable) are the same file, for two desks. Each line would be uploaded twice. Give it for one desk only."
    }
  }
}
