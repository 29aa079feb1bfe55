import Circulation
import Exchange
import Offload
import Station
import Typesetting

extension French {
  // MARK: How a station stands

  func state(_ offloadStatus: OffloadStatus) -> [String] {
    var lines: [String] = []
    if let since = offloadStatus.unsavedSince, offloadStatus.unsavedCount > 0 {
      lines.append(
        "\(counting(offloadStatus.unsavedCount, "transaction")) à sauvegarder, depuis le \(moment(since))."
      )
    } else {
      lines.append(
        offloadStatus.journal.isWhole
          ? "Tout est sauvegardé."
          : "Tout ce qui reste dans le journal est sauvegardé.")
    }
    let summary = offloadStatus.summary
    if summary.lineCount == 0 {
      lines.append("OffCirc.dat : vide.")
    } else {
      var days = ""
      if let first = summary.first, let last = summary.last {
        days = ", du \(dates.days(first, last))"
      }
      lines.append(
        "OffCirc.dat : \(counting(summary.lineCount, "ligne"))\(days).")
      lines.append(kitState(offloadStatus))
    }
    if let last = offloadStatus.boxes.last {
      lines.append(
        "Archives : \(offloadStatus.boxes.count) (dernière : \(last.name.printable))."
      )
    } else {
      lines.append("Archives : aucune.")
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
          "Registre introuvable : \(path.printable). D'après les archives, il en existait un. Replacez-le, ou indiquez le bon avec --ledger."
        )
      } else if case .trace = offloadStatus.uploadStatus?.warning {
        lines.append("Registre utilisé : \(path.printable).")
      }
    }
    if !offloadStatus.damagedBoxes.isEmpty {
      let names = offloadStatus.damagedBoxes.map(\.name.printable)
      lines.append(
        "Archives abîmées ou incomplètes : \(names.joined(separator: ", ")). Pour le détail : offcirc list archive."
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
      return "Le lot \(folder) n'est pas terminé."
    case .missing:
      return
        "Le lot \(folder) est introuvable. Il est peut-être supprimé, déplacé, sur un disque non connecté ou sur un autre ordinateur."
    case .elsewhere:
      return "Le lot \(folder) est sur un autre ordinateur."
    case .changed(let names):
      return
        "Le lot \(folder) a été modifié : \(names.joined(separator: ", ").printable)."
    case .unreadable(let error):
      return "Impossible de vérifier le lot \(folder). \(sentence(error))"
    }
  }

  func reason(_ warning: UploadStatus.Warning) -> String {
    switch warning {
    case .damage(let damage):
      "le registre est abîmé (\(lines(damage.firstNumbers, of: damage.count)))"
    case .trace(.box(let name)):
      "le registre ne contient pas \(name.printable), qui est dans les archives"
    case .trace(.ledger(let path)):
      "le registre ne contient pas ces lignes, mais \(path.printable) les contient"
    }
  }

  private func kitState(_ offloadStatus: OffloadStatus) -> String {
    guard let uploadStatus = offloadStatus.uploadStatus else {
      return
        "Registre illisible pour le moment : impossible de savoir si le fichier a été déchargé."
    }
    let warning = uploadStatus.warning.map(reason)
    guard let latest = uploadStatus.latest else {
      return warning.map {
        "Impossible de savoir si le fichier a été déchargé : \($0)."
      } ?? "Pas encore dans un lot."
    }
    let time = moment(latest.time)
    if offloadStatus.handOver.brokenKit?.state == .unfinished {
      return "Inscrit au registre le \(time), mais le lot n'est pas terminé."
    }
    guard uploadStatus.isHandedOver else {
      let count = uploadStatus.handedOverCount
      return
        "\(counting(count, "ligne")) sur \(uploadStatus.lineCount) \(counting.form(of: count, "est déjà dans un lot ou déchargée", "sont déjà dans un lot ou déchargées")). En dernier : \(place(of: latest)), le \(time)."
        + (warning.map { " Impossible de savoir pour les autres : \($0)." }
          ?? "")
    }
    return switch latest.way {
    case .kit:
      "Mis dans le \(place(of: latest)) le \(time) ; pas encore archivé."
    case .uploaded: "Déclaré déchargé le \(time) ; pas encore archivé."
    case .converted(let system, let path):
      "Converti pour \(system.title) le \(time) : \(path.printable) ; pas encore archivé."
    }
  }

  private func place(of entry: Ledger.Entry) -> String {
    let desk = entry.desk.map { " (bureau de prêt \($0.printable))" } ?? ""
    return switch entry.way {
    case .kit(let folder): "lot \(folder.printable)\(desk)"
    case .uploaded: "déclaré déchargé"
    case .converted(let system, let path):
      "\(path.printable) pour \(system.title)"
    }
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    let time = moment(entry.time)
    let way =
      switch entry.way {
      case .kit: "mis dans un lot"
      case .uploaded: "déclaré déchargé"
      case .converted(let system, _): "converti pour \(system.title)"
      }
    return
      "OffCirc.dat a été \(way) le \(time) et n'est pas encore archivé. Voir \(key(.afterOutage))."
  }

  func nextStep(_ offloadStatus: OffloadStatus) -> [String] {
    let folder = offloadStatus.folder.path.quotedForShell
    let file = offloadStatus.folder.dataFile.quotedForShell
    let ledger =
      offloadStatus.ledger.map { " --ledger \($0.quotedForShell)" } ?? ""
    switch offloadStatus.step {
    case .none:
      return ["Rien à faire : il ne reste rien d'une panne."]
    case .save:
      return [
        "À faire : en fin de journée, appuyez sur \(key(.save)) pour sauvegarder dans le fichier. Ou fermez le poste, puis :",
        "  offcirc save --files \(folder)",
      ]
    case .findLedger where offloadStatus.uploadStatus != nil:
      return [
        "À faire par la personne référente : cherchez le registre qui contient les fichiers de ce poste. Il évite tout double déchargement. Replacez-le, ou indiquez-le :",
        "  offcirc status --files \(folder) --ledger FICHIER",
        "Si le registre est perdu et que le fichier a été déchargé, fermez le poste, puis :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .findLedger:
      return [
        "À faire par la personne référente : rendez le registre accessible, pour que rien ne soit déchargé deux fois. Le disque partagé est-il connecté ?"
      ]
    case .readLedger:
      return [
        "À faire par la personne référente : vérifiez si un lot de cette période contient ces lignes. Si oui, et s'il a été déchargé :",
        "  offcirc archive --kit DOSSIER --files \(folder)\(ledger)",
        "Si le fichier a été déchargé sans lot, ou si le lot est perdu :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "S'il n'a jamais été déchargé :",
        "  offcirc kit --again \(file) --output DOSSIER\(ledger)",
      ]
    case .findKit:
      guard let kit = offloadStatus.handOver.brokenKit else { return [] }
      if kit.state == .unfinished {
        return [
          "À faire par la personne référente : terminez le lot avec la même commande, puis suivez sa liste de contrôle.",
          "  offcirc kit \(file) --output \(kit.folder.quotedForShell)\(ledger)",
        ]
      }
      return [
        "À faire par la personne référente : vérifiez si le fichier a été déchargé. Si oui, et si le lot est ailleurs, fermez le poste, puis :",
        "  offcirc archive --kit DOSSIER --files \(folder)\(ledger)",
        "S'il a été déchargé et que le lot est perdu :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "S'il n'a jamais été déchargé, préparez un autre lot :",
        "  offcirc kit --again \(file) --output DOSSIER\(ledger)",
      ]
    case .mend:
      return [
        "À faire par la personne référente : voyez les problèmes ci-dessus. Le poste reste utilisable."
      ]
    case .handOver:
      return [
        "À faire par la personne référente, dès qu'Alma est disponible et avant la réouverture du prêt informatisé : vérifiez le fichier. Puis préparez un lot, qui contient la liste des étapes du déchargement.",
        "  offcirc check \(file)",
        "  offcirc kit \(file) --output DOSSIER\(ledger)",
        "Si le fichier a été déchargé sans lot, fermez le poste, puis :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .handOverRest:
      let count = offloadStatus.uploadStatus?.newCount ?? 0
      return [
        "À faire par la personne référente : \(counting(count, "ligne")) d'OffCirc.dat (à partir de la ligne \(offloadStatus.uploadStatus?.firstNewLine ?? 1)) \(counting.form(of: count, "a été ajoutée", "ont été ajoutées")) après le lot. Pour préparer un lot de \(counting.form(of: count, "cette seule ligne", "ces seules lignes")) :",
        "  offcirc kit --rest \(file) --output DOSSIER\(ledger)",
      ]
    case .archive:
      return [
        "À faire par la personne référente, après le déchargement : examinez les rejets, puis fermez le poste et archivez le fichier. Sinon, il sera déchargé à nouveau après la prochaine panne.",
        "  offcirc reconcile RAPPORT \(offloadStatus.uploadedFile.quotedForShell)",
        "  offcirc archive --files \(folder)\(ledger)",
      ]
    }
  }
}
