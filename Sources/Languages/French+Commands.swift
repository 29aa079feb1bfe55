import Circulation
import Offload
import Station
import Typesetting

extension French {
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String {
    "\(name.quotable) n'est pas une commande d'offcirc.\(nearest.map { " Vouliez-vous dire \($0) ?" } ?? "") Les commandes sont \(counting.list(all, .and)). Pour l'aide : offcirc --help."
  }

  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String {
    "Rien n'est perdu dans \(folder.path.printable) : \(counts(recovery.replay)). Rien n'a été modifié."
  }

  func isFolder(_ path: String, with names: [String]) -> String {
    let inner = names.map { path.appending(path: $0).printable }
    return switch inner.count {
    case 0:
      "\(path.printable) est un dossier. Indiquez un fichier de ce dossier."
    case 1:
      "\(path.printable) est un dossier. Indiquez le fichier qu'il contient : \(inner[0])"
    default:
      "\(path.printable) est un dossier. Indiquez un fichier qu'il contient : \(counting.list(inner, .or))"
    }
  }

  func redated(_ report: Redating.Report, as path: String) -> String {
    "\(path.printable) : \(counting(report.movedCount, "ligne déplacée", "lignes déplacées")), la première du \(moment(report.old)) au \(moment(report.new)). Vérifiez ce fichier, puis préparez le lot avec lui."
  }

  func sentence(_ error: RedatingError) -> String {
    switch error {
    case .noDate(let path):
      "Aucune des lignes choisies de \(path.printable) ne commence par une date. Rien n'a été écrit. Pour le détail : offcirc check."
    case .beyondYears(let path):
      "Une ligne de \(path.printable) aurait une année antérieure à 1970 ou postérieure à 9999. Rien n'a été écrit. Indiquez une autre date, ou moins de lignes avec --lines."
    }
  }

  func noTransaction(in path: String, count: Int, first: String) -> String {
    "\(path.printable) n'est pas un fichier comme OffCirc.dat : \(count == 1 ? "sa seule ligne n'est pas une transaction" : "aucune de ses \(counting(count, "ligne")) n'est une transaction"). \(first) Indiquez le fichier OffCirc.dat du poste."
  }

  func moreIssues(_ count: Int, in path: String) -> String {
    "\(path.printable) : \(counting(count, "autre ligne n'est pas une transaction", "autres lignes ne sont pas des transactions")). Pour le détail, lancez offcirc check."
  }

  func unsavedWait(_ count: Int) -> String {
    "\(counting(count, "transaction n'est pas encore sauvegardée", "transactions ne sont pas encore sauvegardées")). Pour le détail : offcirc list --unsaved."
  }

  var neverStarted: String {
    "Aucun poste n'a encore été ouvert dans ce dossier. Rien n'est enregistré."
  }

  func byteOrderMarkOfInput(line: Int) -> String {
    "La ligne \(line) de l'entrée standard commence par une marque d'ordre des octets (BOM), ignorée."
  }

  func cannotLock(_ path: String) -> String {
    "Impossible de verrouiller \(path.printable) : son disque ne permet pas les verrous, comme souvent un disque réseau. Deux programmes pourraient y écrire en même temps. Indiquez \(FileError.isOfStation(path) ? "un dossier (--files)" : "un registre (--ledger)") sur un disque de cet ordinateur, ou faites activer les verrous de ce disque."
  }

  // MARK: Lines

  func line(_ number: Int, of file: String, _ text: String) -> String {
    "\(file.printable), ligne \(number) : \(text)"
  }

  func line(_ number: Int, _ text: String) -> String {
    "ligne \(number) : \(text)"
  }

  func unknownTransaction(_ line: String) -> String {
    """
    « \(line.quotable) » n'est pas une transaction. Écrivez « loan EXEMPLAIRE \
    EMPRUNTEUR » ou « return EXEMPLAIRE ».
    """
  }

  func noSuchFolder(_ path: String) -> String {
    "Le dossier \(path.printable) n'existe pas."
  }

  var fileHeading: String { "Fichier" }

  var stateHeading: String { "Statut" }

  var broughtByHeading: String { "Rendu par" }

  func total(loanCount: Int, returnCount: Int, readerCount: Int) -> String {
    counts(loanCount, returnCount, readerCount) + "."
  }

  func listEmpty() -> String { "Aucune transaction." }

  // MARK: Recovered journals

  func journalFound(_ path: String, _ replay: JournalReplay) -> String {
    let last = replay.latest.map {
      ", utilisé pour la dernière fois le \(moment($0))"
    }
    let (saved, unsaved) = (replay.saved.count, replay.unsaved.count)
    return
      "\(path.printable) : \(counting(saved, "sauvegardée")), \(counting(unsaved, "non sauvegardée", "non sauvegardées"))\(last ?? "")."
  }

  func recovered(
    _ recovery: Recovery, into folder: StationFolder
  ) -> [String] {
    let replay = recovery.replay
    var sentences = [
      "Récupéré dans \(folder.path.printable) : \(counts(replay))."
    ]
    if !replay.saved.isEmpty {
      sentences.append(
        "L'OffCirc.dat perdu a-t-il été déchargé ? Si oui, supprimez celui-ci avant la prochaine sauvegarde. Sinon, ses lignes seront déchargées deux fois."
      )
    }
    if replay.supersededCount > 0 {
      sentences.append(
        "\(counting(replay.supersededCount, "transaction absente", "transactions absentes")), car sauvegardées avant le dernier retrait d'OffCirc.dat."
      )
    }
    if recovery.foreignByteCount > 0 {
      sentences.append(
        "L'OffCirc.dat perdu contenait \(counting(recovery.foreignByteCount, "octet absent", "octets absents")) du journal. Ils venaient d'un autre programme, ou de lignes abîmées."
      )
    }
    return sentences
  }

  private func counts(_ replay: JournalReplay) -> String {
    "\(replay.saved.count) dans OffCirc.dat, \(replay.unsaved.count) à sauvegarder dans la liste"
  }
}
