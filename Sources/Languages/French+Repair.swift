import Circulation
import Glibc
import Offload
import Station
import Typesetting

extension French: RepairWords {
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String {
    switch repair {
    case .lockMade:
      "OffCirc.lock a été supprimé pendant que ce poste était ouvert ; il a été recréé. Rien n'est perdu. Laissez ce fichier en place."
    case .journalMade:
      "OffCirc.journal a été supprimé pendant que ce poste était ouvert ; il a été recréé. Rien n'est perdu. Laissez ce fichier en place."
    case .journalMoved(let code):
      "Le disque n'a pas pu écrire OffCirc.journal (erreur \(code)). Le poste continue dans un nouveau fichier. Rien n'est perdu. Sauvegardez, puis changez de disque."
    case .tornLineCut:
      torn()
    case .zerosCut(let count, let name):
      zeros(count, in: StationFolder.journalName)
        + " L'ancien fichier est conservé sous le nom \(name.printable)."
    case .eventsGone(let count):
      eventsGone(count, from: StationFolder.journalName)
    case .journalBegun(let void, let name):
      self.void(void, traces, in: StationFolder.journalName)
        + " Un nouveau journal a été commencé."
        + (name.map {
          " L'ancien fichier est conservé sous le nom \($0.printable)."
        } ?? "")
    }
  }

  func sentence(_ repair: Repair, at time: LocalTime) -> String {
    "Le \(moment(time)) : \(sentence(repair, []))"
  }

  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String {
    let state =
      switch void {
      case .missing: "est introuvable"
      case .empty: "est vide"
      case .space: "ne contient que des espaces"
      case .zeros: "ne contient que des octets nuls"
      }
    let because = traces.first.map { ", mais \(clause($0))" } ?? ""
    let copies = traces.compactMap { trace in
      if case .copy(let path) = trace { path.printable } else { nil }
    }
    let remedy =
      copies.first.map { "Lancez offcirc recover \($0) --files DOSSIER." }
      ?? "Cherchez-en une copie."
    return
      "\(journal.printable) \(state)\(because). Des transactions non sauvegardées sont peut-être perdues. \(remedy)"
  }

  private func clause(_ trace: JournalTrace) -> String {
    switch trace {
    case .dataFile: "OffCirc.dat contient des lignes"
    case .archive: "l'archive n'est pas vide"
    case .copy(let path): "\(path.printable) en est une copie"
    case .lock: "OffCirc.lock nomme ce poste"
    case .ledger(let path): "le registre \(path.printable) nomme ce poste"
    }
  }

  func zeros(_ count: Int, in journal: String) -> String {
    "\(journal.printable) se terminait par \(counting(count, "octet nul", "octets nuls")), sans doute après une panne de courant. Les dernières transactions sont peut-être perdues. Vérifiez les derniers prêts et retours."
  }

  func eventsGone(_ count: Int, from journal: String) -> String {
    "\(journal.printable) se termine trop tôt : \(counting(count, "opération manque", "opérations manquent")). Il est plus ancien que celui que le poste avait laissé. Cherchez le plus récent."
  }

  func predecessor(_ holder: StationLock.Holder) -> String {
    "Un poste sur \((holder.host ?? "").printable) utilise ce dossier depuis le \(start(of: holder)). S'il est ouvert, fermez-le."
  }

  func localLocks(of drive: Drive) -> String {
    "Ce dossier est sur un disque (\(drive.kind.printable)) dont les verrous sont invisibles pour les autres ordinateurs. Ouvrez-le sur un seul ordinateur, ou utilisez un dossier de celui-ci."
  }

  func rescued(_ count: Int, in path: String) -> String {
    "\(counting(count, "transaction est conservée", "transactions sont conservées")) dans \(path.printable). Pour récupérer ce fichier : offcirc recover \(path.quotedForShell) --files DOSSIER."
  }

  func isAnothers(_ error: FileError) -> String? {
    guard error.code == ESTALE else { return nil }
    return switch error.operation {
    case .lock:
      "Un autre poste a pris ce dossier. Plus rien n'est enregistré ici. Fermez ce poste."
    case .recognize:
      "Un autre programme a modifié \(error.path.printable). Plus rien n'est enregistré ici. Fermez ce poste, gardez une copie de ce fichier, puis rouvrez le poste."
    default: nil
    }
  }
}
