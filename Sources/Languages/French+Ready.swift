import Circulation
import Scanning
import Settings
import Sharing
import Sheet
import Station
import Terminal
import Typesetting

// Ce que `offcirc ready` indique sur un poste avant une panne.
extension French {
  func readyHeading(_ desk: String, at time: LocalTime) -> String {
    "\(desk.printable), le \(moment(time))"
  }

  func name(of subject: ReadySubject) -> String {
    switch subject {
    case .settings: "réglages"
    case .folder: "dossier"
    case .disk: "disque"
    case .leftOver: "reste"
    case .copy: "copie"
    case .clock: "horloge"
    case .terminal: "écran"
    case .scanner: "douchette"
    case .printer: "tickets"
    case .lists: "listes"
    case .sharing: "partage"
    case .drill: "exercice"
    case .program: "programme"
    }
  }

  func name(of verdict: ReadyVerdict) -> String {
    switch verdict {
    case .ok: "bon"
    case .check: "à voir"
    case .fail: "DÉFAUT"
    }
  }

  func reason(of finding: ReadyFinding) -> String {
    switch finding {
    case .settings, .settingsLeftOut, .noPattern, .folder, .noFolder,
      .folderFailed, .openToOthers, .journal, .unsaved, .nothingLeft,
      .leftOver, .damaged, .leftOverFailed:
      reasonOfFiles(finding)
    case .disk(let disk, let freeBytes):
      "Écriture en \(milliseconds(disk.median)) (la plus lente sur \(disk.count) : \(milliseconds(disk.slowest))). \(counting.digits(freeBytes / 1_000_000_000)) Go libres."
    case .slowDisk(let disk):
      "Lent : \(milliseconds(disk.slowest)) pour la plus lente de \(counting(disk.count, "écriture"))."
    case .scarceSpace(let megabytes): scarceSpace(megabytes: megabytes)
    case .diskFailed(let error): sentence(error)
    case .copy(let folder):
      "\(folder.printable) est sur un autre disque ; écriture et vérification réussies."
    case .noCopy: "Aucune copie du journal n'est gardée."
    case .copyWarning(let warning, let folder):
      copyWarning(warning, folder: folder)
    case .networkClock: "Réglée par le réseau."
    case .hardwareClock:
      "Non réglée par le réseau. L'horloge matérielle indique la même heure."
    case .unconfirmedClock:
      "Non réglée par le réseau. Pas d'horloge matérielle pour comparer."
    case .clockDiffers(let lead):
      "Non réglée par le réseau. L'horloge matérielle \(lead > 0 ? "avance" : "retarde") de \(distance(ofClocks: lead))."
    case .clockWarning(let warning, let now): clockWarning(warning, now: now)
    case .terminal(let terminal):
      "\(facts(of: terminal)), UTF-8, \(terminal.colorCount > 0 ? counting(terminal.colorCount, "couleur") : "sans couleurs")."
    case .asciiTerminal(let terminal):
      "\(facts(of: terminal)), sans UTF-8 : les lettres perdent leurs accents."
    case .smallTerminal(let size, let minimum):
      tooSmall(size, minimum: minimum)
    case .terminalFailed(let error): sentence(error)
    case .scanner(let time): "Dernier essai le \(dates.day(time))."
    case .oldScanner(let time, let days):
      "Dernier essai le \(dates.day(time)), il y a \(counting(days, "jour"))."
    case .untestedScanner: "Pas encore essayée."
    case .printer(let printer): "\(printer.text.printable) répond."
    case .printerFailed(let error): sentence(error)
    case .list(let kind, let day):
      "Liste \(of(kind)) du \(dates.day(day))."
    case .oldList(let kind, let day, let days):
      "Liste \(of(kind)) du \(dates.day(day)), vieille de \(counting(days, "jour"))."
    case .listsFailed(let error): sentence(about: error)
    case .shared:
      "La base partagée répond, et a tous les événements de ce poste."
    case .unshared(let count):
      "Il manque à la base partagée \(counting(count, "événement")) de ce poste."
    case .shareFailed(let error): sentence(error)
    case .drill(let time): "Dernier le \(dates.day(time))."
    case .oldDrill(let time, let days):
      "Dernier le \(dates.day(time)), il y a \(counting(days, "jour"))."
    case .noDrill: "Aucun jusqu'ici."
    case .program(let version, let released):
      version + (released.map { ", du \(dates.day($0))." } ?? ", sans date.")
    }
  }

  private func reasonOfFiles(_ finding: ReadyFinding) -> String {
    switch finding {
    case .settings(let files):
      "Les cartes et les exemplaires ont des motifs. Fichier : \(counting.list(files.map(\.printable), .and))."
    case .settingsLeftOut(let issues):
      sentences(leftOut: issues).joined(separator: " ")
    case .noPattern(.borrower):
      "Pas de motif pour les cartes : une carte à la place d'un exemplaire n'est pas repérée."
    case .noPattern(.item):
      "Pas de motif pour les exemplaires : un exemplaire à la place d'une carte n'est pas repéré."
    case .folder(let path):
      "\(path.printable) : le journal est complet, rien à sauvegarder."
    case .noFolder(let path):
      "Le dossier \(path.printable) n'existe pas encore."
    case .openToOthers(let folder): openToOthers(folder)
    case .journal(let health): findings(of: health).joined(separator: " ")
    case .unsaved(let count, let since):
      "\(counting(count, "transaction")) à sauvegarder, depuis le \(moment(since))."
    case .nothingLeft: "OffCirc.dat est vide."
    case .leftOver(let summary, _):
      "OffCirc.dat contient \(counting(summary.lineCount, "ligne"))\(days(of: summary, ", du "))."
    case .damaged:
      "Un registre, un lot ou une archive est abîmé, absent ou illisible."
    case .folderFailed(let error), .leftOverFailed(let error):
      sentence(about: error)
    default: ""
    }
  }

  func remedy(for finding: ReadyFinding) -> String {
    switch finding {
    case .noPattern, .oldScanner, .untestedScanner:
      "Essayez la douchette : offcirc scanner"
    case .noFolder:
      "Ouvrez le poste une fois, avec les mêmes options : offcirc"
    case .unsaved:
      "Ouvrez le poste et appuyez sur \(key(.save))."
    case .journal(let health):
      "Détails : offcirc status --files \(health.path.folder.quotedForShell)"
    case .leftOver(_, let folder):
      "Déjà déchargé ? Voir offcirc status --files \(folder.path.quotedForShell)"
    case .damaged(let folder):
      "Détails : offcirc status --files \(folder.path.quotedForShell)"
    case .slowDisk:
      "Utilisez un autre disque, ou arrêtez ce qui l'occupe."
    case .noCopy:
      "Gardez-en une sur une clé USB, avec copy-to : offcirc guide settings"
    case .unconfirmedClock: "Comparez-la avec une montre avant de prêter."
    case .clockDiffers: "Réglez l'horloge."
    case .asciiTerminal: "Donnez à la variable LANG la valeur C.UTF-8."
    case .oldList:
      "Renouvelez-la : offcirc catalogue import FICHIER"
    case .unshared: "Ouvrez le poste : il les envoie."
    case .shareFailed(let error) where error.isPassing:
      "Le poste marche sans elle, et envoie ses événements plus tard."
    case .oldDrill, .noDrill: "Dix minutes suffisent : offcirc drill"
    default: ""
    }
  }

  func sentence(_ result: ReadyResult) -> String {
    let checks = "\(counting(result.checkCount, "point")) à voir"
    return switch result.verdict {
    case .ok: "En ordre pour la prochaine panne."
    case .check: "En ordre, avec \(checks)."
    case .fail:
      "Pas en ordre : \(counting(result.failCount, "défaut"))\(result.checkCount > 0 ? ", \(checks)" : "")."
    }
  }

  func lastCheck(_ result: ReadyResult, at time: LocalTime) -> String {
    "Dernier contrôle par offcirc ready, le \(moment(time)) : \(sentence(result))"
  }
}
