import Circulation
import Exchange
import Offload
import Typesetting

// The checklist of a kit for PMB: its menus are in French.
extension English {
  var pmbTitle: String { "Upload to PMB: checklist" }

  func pmbPurpose(_ kit: Kit) -> String {
    "Kit \(kit.folder.printable), made on \(moment(kit.time)). Follow the steps in order: PMB needs it. Upload each file only once. OffCirc.dat is not for PMB: keep it in the kit."
  }

  var stepsBeforePMB: [String] {
    [
      "PMB is back, and no desk has restarted lending in it.",
      "PMB's database has a backup.",
      "Upload the files on the same day if possible: PMB dates loans with the day of the upload.",
    ]
  }

  func heading(of part: PMBKit.Part) -> String {
    switch part {
    case .loans: "Loans and returns"
    case .statuses: "Statuses of copies"
    case .dues: "Fines"
    case .start: "Status at the start"
    case .dates: "Dates of loans (optional)"
    }
  }

  func advice(on part: PMBKit.Part) -> [String] {
    let asBefore =
      "Procedure: Administration > Actions > Personnalisables > Importer, then Exécuter. Or the SQL script. The second time, nothing changes."
    return switch part {
    case .loans:
      [
        "Circulation, page \"Prêt / retour secouru\". Choose the file. PMB shows \"Fichier valide\", then \"Récupération terminée\".",
        "If PMB shows an error, click \"Annuler\", never \"Lancer quand même la récupération\". Another reader could get the copies.",
        "Do not reload the page. Compare it with ecran.txt.",
      ]
    case .statuses:
      [
        "After all secouru files: PMB's history keeps the status at the moment of the return.",
        "Choose one way: the baskets, the procedures or the script.",
        "Basket: Catalogue > Paniers > Collecte > \"Sélection d'exemplaires à partir d'un fichier de code-barres\". Then Actions > \"Changement de statut des exemplaires d'un panier\".",
        asBefore,
      ]
    case .dues:
      [
        "The amount becomes the price of the copy, with a point. The price is emptied if nothing is due.",
        asBefore,
      ]
    case .start:
      [
        "While the loans are open: the status at the start becomes that of the copy. The price is emptied.",
        asBefore,
        "If nothing changes the first time, this custom field has another name in PMB. Make the kit again with --start-field.",
      ]
    case .dates:
      ["Open loans get the date and time of the station.", asBefore]
    }
  }

  func sentence(_ step: PMBKit.Step) -> String {
    switch step {
    case .loans(let name, let loans, let returns):
      "\(name): \(counting(loans, "loan")), \(counting(returns, "return"))."
    case .basket(let name, let status, let count):
      "Basket \(name): \(counting(count, "copy", "copies")), new status \(status). PMB adds ______ to the basket."
    case .procedures(let names):
      "\(counting.form(of: names.count, "Procedure", "Procedures")) \(counting.list(names, .and)): lines changed ______."
    case .script(let name):
      "Or the script \(name), in phpMyAdmin for example."
    }
  }

  func sentence(_ notice: PMBKit.Notice) -> String {
    switch notice {
    case .readersUnchecked:
      "Without a list of readers, the readers are not checked. Import it with offcirc catalogue import, and make the kit again with --again."
    case .itemsUnchecked:
      "Without a complete list of copies, the copies are not checked."
    case .leftOut(let count):
      "\(counting(count, "line")) in no file. The reason and what to do are in a-traiter.csv."
    case .lost(let items):
      "Lost, noted without a return: \(shown(items)). The last file returns them, so that PMB keeps the reader to bill."
    case .unfit(let items):
      "Change status and price by hand: \(shown(items)). A script cannot hold these numbers."
    case .undecided(let items):
      "Amount to decide: \(shown(items)). See offcirc fines."
    case .earlier(let items):
      "An earlier fine is still open: \(shown(items)). PMB has one amount for each copy, the last."
    case .lentAgain(let items):
      "Lent again before the fine was settled: \(shown(items)). Their price is not emptied."
    }
  }

  /// Returns the first of some numbers.
  private func shown(_ items: [String]) -> String {
    counting.list(items.map(\.printable), .and, maximum: 20)
  }

  func advice(on reason: LeftOutLine.Reason) -> String {
    switch reason {
    case .readerUnknown:
      "The list does not have the reader. Find the right number, or create the reader in PMB. Then lend the copy by hand."
    case .itemUnknown:
      "The list does not have the copy. Create it in PMB. Then record the loan or return by hand."
    case .reader:
      "PMB cannot read this number of a reader in a file. Lend the copy by hand."
    case .item:
      "PMB cannot read this number of a copy in a file. Record the loan or return by hand."
    }
  }

  var stepsAfterPMB: [String] {
    [
      "Do the lines of a-traiter.csv by hand, if it exists.",
      "Process the holds shown at a return: Circulation > \"Doc. à traiter\".",
      "At each station, run offcirc archive. Otherwise its file will be uploaded again after the next outage.",
      "Lending in PMB can restart.",
    ]
  }

  func made(_ kit: PMBKit) -> [String] {
    let files = counting(kit.loanFileCount, "file")
    let first = "For PMB: \(files) of loans and returns."
    guard !kit.leftOut.isEmpty else { return [first] }
    return [first, sentence(.leftOut(count: kit.leftOut.count))]
  }

  func procedureName(of part: PMBKit.Part, on day: LocalTime) -> String {
    "OffCirc – \(heading(of: part)), \(self.day(day))"
  }

  func procedureComment(on part: PMBKit.Part) -> String {
    "Written by OffCirc. A second run changes nothing."
  }

  func stepForState(
    _ status: Int, count: Int, in file: String, for system: KitTarget.System
  ) -> String {
    let copies =
      "State \(status), \(counting(count, "copy", "copies")): \(file)."
    return switch system {
    case .alma:
      "\(copies) Make a set from this file, then run the job \"Change Physical Items\"."
    case .evergreen, .sierra, .destiny:
      "\(copies) Note this state in \(system.title)."
    case .koha, .pmb:
      "\(copies) Tools > \"Batch item modification\"."
    }
  }
}
