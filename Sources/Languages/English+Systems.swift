import Exchange
import Offload
import Typesetting

// The checklists of kits for Koha, Evergreen, Sierra and Destiny.
extension English {
  func systemTitle(_ system: ExchangeFormat) -> String {
    "Upload to \(system.title): checklist"
  }

  func systemPurpose(_ kit: Kit, for system: ExchangeFormat) -> String {
    "Kit \(kit.folder.printable), made on \(moment(kit.time)). Follow the steps in order. Upload each file only once. The .dat files are not for \(system.title): keep them in the kit."
  }

  func stepsBefore(_ system: ExchangeFormat) -> [String] {
    let first = [
      "\(system.title) is back, and no desk has restarted lending in it.",
      "offcirc check finds no errors or warnings in the files.",
    ]
    return switch system {
    case .evergreen:
      first + [
        "In the browser of each workstation: \"Clear Transactions\", if old ones are pending. An import is added to them."
      ]
    case .sierra:
      first + [
        "Load new borrowers first.", "The upload needs permission 51.",
      ]
    case .alma, .koha, .destiny, .pmb: first
    }
  }

  func ways(to system: ExchangeFormat) -> [String] {
    switch system {
    case .koha:
      [
        "Log in at the library of the file: Koha records its transactions there.",
        "Circulation, page for .koc files: choose the file, then \"Add to offline circulation queue\".",
        "In the list, \"Check all\", then \"Process\". Keep a copy of the page: Koha deletes each line after processing.",
      ]
    case .evergreen:
      [
        "Upload all files into one session, each from its own workstation: Evergreen puts their rows in one order.",
        "\"Import Transactions\", then compare the count shown with that of the file. A bad line is left out, with a message that does not stay.",
        "One bad line stops the whole session, and nothing is processed. Make a new session then, and upload all files again.",
      ]
    case .sierra:
      [
        "Do not open the files in an editor: Sierra takes no space and no empty line more.",
        "All loans have the due date and the statistics group that were given to offcirc kit.",
      ]
    case .destiny:
      [
        "Upload the files one after the other, the oldest first.",
        "\"Date of Transactions\": enter the day of the file. The files have no times.",
        "Tick \"Do not create temporary records\". Without it, unknown numbers become temporary copies.",
      ]
    case .alma, .pmb: []
    }
  }

  func step(
    for file: ConversionReport.WrittenFile, of system: ExchangeFormat
  ) -> String {
    let rows = "\(file.path.printable): \(counting(file.rowCount, "line"))"
    return switch system {
    case .evergreen: "\(rows), imported ______, exceptions ______."
    case .destiny:
      "\(rows), day \(file.day.map { dates.day($0) } ?? "______"), uploaded ______."
    default: "\(rows), processed ______."
    }
  }

  func stepForLeftOut(_ count: Int) -> String {
    "Do by hand the \(counting(count, "line")) in no file. They are listed above."
  }

  func stepsAfter(_ system: ExchangeFormat) -> [String] {
    let answers =
      system == .koha || system == .evergreen
      ? [
        "Save the page with the answers, and give it to offcirc reconcile with its file. It lists what to do."
      ] : []
    return answers + [
      "Do by hand each line that \(system.title) has refused.",
      "At each station, run offcirc archive. Otherwise its file will be uploaded again after the next outage.",
      "Lending in \(system.title) can restart.",
    ]
  }

  func meaningsOfMessages(from system: ExchangeFormat) -> [String] {
    switch system {
    case .koha:
      [
        "\"Barcode not found.\", \"Item not found.\": to do. No item has this barcode.",
        "\"Borrower not found.\": to do. No borrower has this number.",
        "\"Item not issued.\": nothing to do. The item was not on loan.",
      ]
    case .evergreen:
      [
        "\"ASSET_COPY_NOT_FOUND\": to do. No item has this barcode.",
        "\"ACTOR_CARD_NOT_FOUND\": to do. No borrower has this number.",
        "\"SKIP_ASSET_CHANGED\": to do. Evergreen has skipped this row and the later ones of the item.",
        "Evergreen keeps only the day of a return.",
      ]
    case .sierra:
      [
        "\"Record is recently checked out\", \"Record is recently checked in\": check the item. Sierra only logs the second of two loans or returns in a row."
      ]
    case .destiny:
      [
        "If temporary copies were created, their numbers were unknown. Correct them by hand."
      ]
    case .alma, .pmb: []
    }
  }

  func made(_ kit: SystemKit) -> [String] {
    let files = kit.report.written.map {
      "\($0.path.printable) (\(counting($0.rowCount, "line")))"
    }
    let first = "For \(kit.system.title): \(counting.list(files, .and))."
    guard kit.leftOutCount > 0 else { return [first] }
    return [
      first,
      "\(counting(kit.leftOutCount, "line")) in no file. The checklist tells which, and why.",
    ]
  }
}
