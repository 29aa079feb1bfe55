import Circulation
import Offload

extension French {
  // MARK: How a station stands

  func state(_ aftermath: OffloadStatus) -> [String] {
    var lines: [String] = []
    if let since = aftermath.unsavedSince, aftermath.unsavedCount > 0 {
      lines.append(
        "À sauvegarder : \(transactions(aftermath.unsavedCount)), la première du \(date(since, isShort: true))."
      )
    } else {
      lines.append(
        aftermath.journal.isWhole
          ? "Tout ce qui a été enregistré est sauvegardé."
          : "Tout ce qui reste du journal est sauvegardé.")
    }
    let survey = aftermath.survey
    if let oldest = survey.oldest, let newest = survey.newest {
      lines.append(
        "OffCirc.dat : \(content(survey.lineCount)), du \(oldest.precedes(newest) ? "\(date(oldest, isShort: true)) au " : "")\(date(newest, isShort: true))."
      )
    } else {
      lines.append("OffCirc.dat : \(content(survey.lineCount)).")
    }
    if survey.lineCount > 0 { lines.append(handedOver(aftermath)) }
    if let last = aftermath.boxes.last {
      lines.append(
        "Archives : \(aftermath.boxes.count), la dernière est \(last.name.printable)."
      )
    } else {
      lines.append("Archives : rien.")
    }
    return lines + troubles(aftermath)
  }

  /// What is damaged, gone or can't be read.
  private func troubles(_ aftermath: OffloadStatus) -> [String] {
    let handOver = aftermath.handOver
    var lines = findings(of: aftermath.journal)
    lines += handOver.kits.compactMap { sentence($0) }
    if let failure = handOver.failure { lines.append(sentence(failure)) }
    if let path = handOver.path {
      if !handOver.damage.isEmpty {
        lines.append(damaged(handOver.damage, inLedger: path))
      }
      if aftermath.lacksLedger {
        lines.append(
          "Le registre \(path.printable) n'est pas là, alors que ce qui est dans les archives a été noté dans un registre. Remettez-le, ou donnez le bon avec --ledger."
        )
      } else if case .trace = aftermath.standing?.doubt {
        lines.append("Le registre qui a été lu est \(path.printable).")
      }
    }
    if !aftermath.damagedBoxes.isEmpty {
      let names = aftermath.damagedBoxes.map(\.name.printable)
      lines.append(
        "Dans les archives, plus tel qu'archivé : \(names.joined(separator: ", ")). offcirc list archive dit quoi."
      )
    }
    if let failure = aftermath.archiveFailure {
      lines.append(sentence(failure))
    }
    return lines
  }

  func sentence(_ kit: KitCheck) -> String? {
    let folder = kit.folder.printable
    switch kit.state {
    case .whole: return nil
    case .unfinished:
      return "Le lot \(folder) a été commencé et n'est pas terminé."
    case .missing:
      return
        "Le lot \(folder) n'est pas là : il a été supprimé ou déplacé, son disque est absent, ou il est sur un autre ordinateur."
    case .changed(let names):
      return
        "Le lot \(folder) n'est plus tel qu'il a été préparé : \(names.joined(separator: ", ").printable)."
    case .unreadable(let failure):
      return "Le lot \(folder) ne peut pas être examiné. \(sentence(failure))"
    }
  }

  func reason(_ doubt: UploadStatus.Doubt) -> String {
    switch doubt {
    case .damage(let damage) where damage.count == 1:
      "la ligne \(damage.lineNumbers) du registre est abîmée"
    case .damage(let damage):
      "les lignes \(damage.lineNumbers) du registre sont abîmées"
    case .trace(.box(let name)):
      "le registre ne connaît pas \(name.printable), qui est dans les archives"
    case .trace(.ledger(let path)):
      "le registre ne connaît pas ces lignes, mais \(path.printable) les connaît"
    }
  }

  private func handedOver(_ aftermath: OffloadStatus) -> String {
    guard let standing = aftermath.standing else {
      return
        "Impossible de savoir si le fichier a été remis : le registre ne peut pas être lu pour le moment."
    }
    let doubt = standing.doubt.map(reason)
    guard let latest = standing.latest else {
      return doubt.map {
        "Impossible de savoir si le fichier a été remis : \($0)."
      } ?? "Pas encore remis."
    }
    let place =
      switch latest.way {
      case .kit(let folder): ", avec le lot \(folder.printable)"
      case .uploaded: ", d'après ce qui a été dit"
      }
    let desk = latest.desk.map { " pour \($0.printable)" } ?? ""
    let when = "le \(date(latest.time, isShort: true))\(desk)\(place)"
    if aftermath.handOver.brokenKit?.state == .unfinished {
      return "Noté dans le registre \(when) ; pas encore remis."
    }
    return standing.isHandedOver
      ? "Remis \(when) ; pas encore archivé."
      : "Remis : \(standing.handedOverCount) sur \(content(standing.lineCount)), en dernier \(when)."
        + (doubt.map {
          " Impossible de savoir si les autres l'ont été : \($0)."
        } ?? "")
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    "OffCirc.dat a été remis le \(date(entry.time, isShort: true)) et n'est pas encore archivé (F9)."
  }

  func nextStep(_ aftermath: OffloadStatus) -> [String] {
    let folder = aftermath.folder.path.quotedForShell
    let file = aftermath.folder.dataFile.quotedForShell
    let ledger =
      aftermath.ledger.map { " --ledger \($0.quotedForShell)" } ?? ""
    switch aftermath.step {
    case .none:
      return ["Rien à faire : le poste est prêt."]
    case .save:
      return [
        "Ensuite : Sauvegarder dans le fichier (F2), en fin de journée. En ligne de commande, le poste étant fermé :",
        "  offcirc save --files \(folder)",
      ]
    case .findLedger where aftermath.standing != nil:
      return [
        "Ensuite, pour la personne référente : trouver le registre où les fichiers de ce poste ont été notés, pour que rien ne soit déchargé deux fois. Remettez-le à sa place, ou donnez-le :",
        "  offcirc status --files \(folder) --ledger FICHIER",
        "S'il est perdu, et que le fichier a été déchargé, le poste étant fermé :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .findLedger:
      return [
        "Ensuite, pour le bibliothécaire : faire en sorte que le registre puisse être lu (son lecteur est-il là ?), pour que rien ne soit déchargé deux fois."
      ]
    case .readLedger:
      return [
        "Ensuite, pour la personne référente : voir si un lot de cette période contient ces lignes. Si oui, et s'il a été déchargé :",
        "  offcirc archive --kit DOSSIER --files \(folder)\(ledger)",
        "Si le fichier a été déchargé sans lot, ou si le lot n'existe plus :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "S'il n'a jamais été remis :",
        "  offcirc kit --again \(file) --output DOSSIER\(ledger)",
      ]
    case .findKit:
      guard let kit = aftermath.handOver.brokenKit else { return [] }
      if kit.state == .unfinished {
        return [
          "Ensuite, pour la personne référente : terminer le lot avec la même commande, puis suivre sa liste.",
          "  offcirc kit \(file) --output \(kit.folder.quotedForShell)\(ledger)",
        ]
      }
      return [
        "Ensuite, pour la personne référente : savoir s'il a été déchargé. Si oui, et si le lot est ailleurs, le poste étant fermé :",
        "  offcirc archive --kit DOSSIER --files \(folder)\(ledger)",
        "S'il a été déchargé, et que le lot n'existe plus :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
        "S'il n'a jamais été déchargé, préparer un autre lot :",
        "  offcirc kit --again \(file) --output DOSSIER\(ledger)",
      ]
    case .mend:
      return [
        "Ensuite, pour la personne référente : voir ce qui est dit ci-dessus. Le poste peut servir."
      ]
    case .handOver:
      return [
        "Ensuite, pour le bibliothécaire, dès que le système est revenu et avant la réouverture du prêt informatisé : vérifier le fichier, puis en faire un lot, qui dit pas à pas comment le décharger.",
        "  offcirc check \(file)",
        "  offcirc kit \(file) --output DOSSIER\(ledger)",
        "S'il a été déchargé sans lot, le poste étant fermé :",
        "  offcirc archive --uploaded --files \(folder)\(ledger)",
      ]
    case .handOverRest:
      return [
        "Ensuite, pour le bibliothécaire : \(content(aftermath.standing?.newCount ?? 0)) d'OffCirc.dat, à partir de la ligne \(aftermath.standing?.firstNewLine ?? 1), \(aftermath.standing?.newCount == 1 ? "s'est ajoutée" : "se sont ajoutées") après que le reste a été remis. Pour ne remettre que ce qui est nouveau :",
        "  offcirc kit --rest \(file) --output DOSSIER\(ledger)",
      ]
    case .archive:
      return [
        "Ensuite, pour le bibliothécaire, une fois le fichier déchargé : voir ce qui a été rejeté et pourquoi, puis fermer le poste et archiver le fichier. S'il reste ici, il sera déchargé à nouveau après la prochaine panne.",
        "  offcirc reconcile RAPPORT \(aftermath.uploadedFile.quotedForShell)",
        "  offcirc archive --files \(folder)\(ledger)",
      ]
    }
  }

  func transactions(_ count: Int) -> String {
    count < 2 ? "\(count) transaction" : "\(count) transactions"
  }

  func content(_ count: Int) -> String {
    switch count {
    case 0: "rien"
    case 1: "1 ligne"
    default: "\(count) lignes"
    }
  }
}
