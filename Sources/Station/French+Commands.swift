import Circulation
import Offload

extension French {
  func unknownCommand(
    _ name: String, nearest: String?, all: [String]
  ) -> String {
    "\(name.quotable) n'est pas une commande d'offcirc\(nearest.map { ". Vouliez-vous dire \($0) ?" } ?? ".") Les commandes sont \(all.dropLast().joined(separator: ", ")) et \(all.last ?? "") ; pour en savoir plus, lancez offcirc --help."
  }

  func unknownOption(_ name: String, nearest: String?) -> String {
    "\(name.quotable) n'est pas une option d'offcirc\(nearest.map { ". Vouliez-vous dire \($0) ?" } ?? ".") Pour les voir toutes, lancez offcirc --help."
  }

  func tableTime(_ time: LocalTime) -> String {
    "\(day(time)) \(time.iso8601.prefix(19).dropFirst(11))"
  }

  func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> String {
    "Rien n'est perdu dans \(folder.path.printable) : OffCirc.dat en a \(recovery.replay.saved.count), la liste en a \(recovery.replay.unsaved.count) à sauvegarder. Rien n'a été écrit."
  }

  func isFolder(_ path: String, with names: [String]) -> String {
    let inner = names.map { (path.withoutLastSlash + "/" + $0).printable }
    return switch inner.count {
    case 0:
      "\(path.printable) est un dossier, et il faut un fichier. Indiquez le fichier qu'il contient."
    case 1:
      "\(path.printable) est un dossier. Indiquez le fichier qu'il contient : \(inner[0])"
    default:
      "\(path.printable) est un dossier. Indiquez un fichier qu'il contient : \(inner.joined(separator: ", "))"
    }
  }

  /// How many transactions were saved.
  func saved(_ replay: JournalReplay) -> String {
    let count = replay.saved.count
    return count < 2 ? "\(count) sauvegardée" : "\(count) sauvegardées"
  }

  /// How many transactions were not.
  func unsaved(_ replay: JournalReplay) -> String {
    let count = replay.unsaved.count
    return count < 2
      ? "\(count) non sauvegardée" : "\(count) non sauvegardées"
  }

  func redated(_ report: Redating.Report, as path: String) -> String {
    let lines =
      report.movedCount < 2
      ? "\(report.movedCount) ligne déplacée"
      : "\(report.movedCount) lignes déplacées"
    return
      "\(path.printable) : \(lines), la première du \(date(report.old, isShort: false)) au \(date(report.new, isShort: false)). Vérifiez ce fichier, et préparez le lot avec lui."
  }

  func sentence(_ fault: Redating.Fault) -> String {
    switch fault {
    case .noDate(let path):
      "Aucune des lignes choisies de \(path.printable) ne commence par une date : rien n'a été écrit. Examinez le fichier avec offcirc check."
    case .beyondYears(let path):
      "Une ligne de \(path.printable) aurait une année antérieure à 1970 ou postérieure à 9999 : rien n'a été écrit. Indiquez une autre date, ou moins de lignes avec --lines."
    }
  }

  func noTransaction(in path: String, count: Int, first: String) -> String {
    "\(path.printable) n'est pas un fichier comme OffCirc.dat : \(count == 1 ? "sa seule ligne n'est pas une transaction" : "aucune de ses \(count) lignes n'est une transaction"). \(first) Prenez le fichier OffCirc.dat du poste."
  }

  func moreFaults(_ count: Int, in path: String) -> String {
    "\(path.printable) : \(count == 1 ? "1 autre ligne n'est pas une transaction" : "\(count) autres lignes ne sont pas des transactions"). Pour le détail, lancez offcirc check."
  }

  func unsavedWait(_ count: Int) -> String {
    count == 1
      ? "1 transaction est enregistrée et pas encore sauvegardée : voir offcirc list --unsaved."
      : "\(count) transactions sont enregistrées et pas encore sauvegardées : voir offcirc list --unsaved."
  }

  var neverStarted: String {
    "Aucun poste n'a encore été ouvert avec ce dossier : rien n'est enregistré."
  }

  func byteOrderMarkOfInput(line: Int) -> String {
    "La ligne \(line) de l'entrée standard commence par une marque d'UTF-8 (BOM), qui a été omise."
  }

  func cannotLock(_ path: String) -> String {
    "Impossible de verrouiller \(path.printable) : son disque ne connaît pas les verrous, ce qui est fréquent sur un disque réseau. Deux programmes pourraient y écrire en même temps. Indiquez \(FileFailure.isOfStation(path) ? "un dossier (--files)" : "un registre (--ledger)") sur un disque de cet ordinateur, ou faites activer les verrous de ce disque."
  }
}
