import Circulation
import Glibc
import Offload

extension French: RepairWords {
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String {
    switch repair {
    case .lockMade:
      "OffCirc.lock a été supprimé alors que ce poste était ouvert ; il a été recréé. Rien n'est perdu. Laissez ce fichier en place."
    case .journalMade:
      "OffCirc.journal a été supprimé alors que ce poste était ouvert ; il a été réécrit en entier. Rien n'est perdu. Laissez ce fichier en place."
    case .journalMoved(let code):
      "Le disque n'a pas pu écrire OffCirc.journal (erreur \(code)). Le poste continue dans un nouveau fichier, rien n'est perdu. Sauvegardez, puis changez de disque."
    case .tornLineCut(let byteCount):
      torn(byteCount: byteCount, in: StationFolder.journalName)
    case .zerosCut(let count, let name):
      zeros(count, in: StationFolder.journalName)
        + " Le fichier est conservé sous le nom \(name.printable)."
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
    "\(date(time, isShort: false)) : \(sentence(repair, []))"
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
    let because = traces.first.map { ", alors que \(clause($0))" } ?? ""
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
    let bytes = count == 1 ? "1 octet nul" : "\(count) octets nuls"
    return
      "\(journal.printable) se terminait par \(bytes), comme après une panne de courant. Les dernières transactions sont peut-être perdues : vérifiez les derniers prêts et retours."
  }

  func eventsGone(_ count: Int, from journal: String) -> String {
    let events =
      count == 1 ? "1 opération manque" : "\(count) opérations manquent"
    return
      "\(events) à la fin de \(journal.printable) : il est plus ancien que celui que le poste avait laissé. Cherchez le plus récent."
  }

  func predecessor(_ holder: StationLock.Holder) -> String {
    "Un poste sur \((holder.host ?? "").printable) occupe ce dossier depuis le \(holder.readableSince) et ne l'a pas libéré. S'il est ouvert, fermez-le."
  }

  func localLocks(of drive: Drive) -> String {
    "Ce dossier est sur un disque (\(drive.kind.printable)) dont les verrous ne sont pas visibles des autres machines. Ouvrez-le à un seul poste, ou prenez un dossier de cette machine."
  }

  func rescued(_ count: Int, in path: String) -> String {
    let list =
      count == 1
      ? "La transaction de la liste est conservée"
      : "Les \(count) transactions de la liste sont conservées"
    return
      "\(list) dans \(path.printable). Pour la lire : offcirc recover \(path.printable) --files DOSSIER."
  }

  func isAnothers(_ failure: FileFailure) -> String? {
    guard failure.code == ESTALE else { return nil }
    return switch failure.act {
    case .lock:
      "Un autre poste a pris ce dossier depuis l'ouverture de celui-ci. Plus rien n'est enregistré ici : fermez ce poste."
    case .recognize:
      "Un autre programme a écrit dans \(failure.path.printable), ou l'a remplacé. Plus rien n'est enregistré ici : fermez ce poste, gardez une copie de ce fichier, puis rouvrez le poste."
    default: nil
    }
  }
}
