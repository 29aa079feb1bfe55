import Circulation
import Offload

extension French {
  // MARK: How a station stands

  func state(_ aftermath: Aftermath) -> [String] {
    var lines: [String] = []
    if let since = aftermath.unsavedSince, aftermath.unsavedCount > 0 {
      lines.append(
        "À sauvegarder : \(transactions(aftermath.unsavedCount)), la première du \(date(since, isShort: true))."
      )
    } else {
      lines.append("Tout ce qui a été enregistré est sauvegardé.")
    }
    let survey = aftermath.survey
    if let oldest = survey.oldest, let newest = survey.newest {
      lines.append(
        "OffCirc.dat : \(self.lines(survey.lineCount)), du \(date(oldest, isShort: true)) au \(date(newest, isShort: true))."
      )
    } else {
      lines.append("OffCirc.dat : \(self.lines(survey.lineCount)).")
    }
    if survey.lineCount > 0 { lines.append(handedOver(aftermath)) }
    if let last = aftermath.boxes.last {
      lines.append(
        "Archives : \(aftermath.boxes.count), la dernière est \(last.name.printable)."
      )
    } else {
      lines.append("Archives : rien.")
    }
    return lines
  }

  private func handedOver(_ aftermath: Aftermath) -> String {
    guard let standing = aftermath.standing else {
      return
        "Impossible de savoir si le fichier a été remis : le registre ne peut pas être lu pour le moment."
    }
    guard let latest = standing.latest else { return "Pas encore remis." }
    let place =
      switch latest.way {
      case .kit(let folder): ", avec le lot \(folder.printable)"
      case .uploaded: ", d'après ce qui a été dit"
      }
    let desk = latest.desk.map { " pour \($0.printable)" } ?? ""
    let when = "le \(date(latest.time, isShort: true))\(desk)\(place)"
    return standing.isHandedOver
      ? "Remis \(when) ; pas encore archivé."
      : "Remis : \(standing.handedOverCount) sur \(self.lines(standing.lineCount)), en dernier \(when)."
  }

  func handedOverWarning(_ entry: Ledger.Entry) -> String {
    "OffCirc.dat a été remis le \(date(entry.time, isShort: true)) et n'est pas encore archivé (F9)."
  }

  func nextStep(_ aftermath: Aftermath) -> [String] {
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
    case .findLedger:
      return [
        "Ensuite, pour le bibliothécaire : faire en sorte que le registre puisse être lu (son lecteur est-il là ?), pour que rien ne soit déchargé deux fois."
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
        "Ensuite, pour le bibliothécaire : \(self.lines(aftermath.standing?.newCount ?? 0)) d'OffCirc.dat, à partir de la ligne \(aftermath.standing?.firstNewLine ?? 1), \(aftermath.standing?.newCount == 1 ? "s'est ajoutée" : "se sont ajoutées") après que le reste a été remis. Pour ne remettre que ce qui est nouveau :",
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

  private func transactions(_ count: Int) -> String {
    count < 2 ? "\(count) transaction" : "\(count) transactions"
  }

  private func lines(_ count: Int) -> String {
    switch count {
    case 0: "rien"
    case 1: "1 ligne"
    default: "\(count) lignes"
    }
  }

  // MARK: Putting away

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "Rien à archiver : \(path.printable) n'existe pas, ou est vide."
    case .unsaved(let count):
      "Pas archivé : \(transactions(count)) \(count == 1 ? "n'est pas encore" : "ne sont pas encore") dans OffCirc.dat. Sauvegardez d'abord (offcirc save) ; puis il faut les remettre aussi (offcirc kit, avec --rest si les autres l'ont déjà été)."
    case .notHandedOver(let count, let line, let path):
      "Pas archivé : d'après le registre, \(self.lines(count)) de \(path.printable), à partir de la ligne \(line), \(count == 1 ? "n'a pas été remise" : "n'ont pas été remises"). Faites-en un lot (offcirc kit, avec --rest si une partie seulement est nouvelle), ou ajoutez --uploaded si vous savez que tout a été déchargé."
    case .handedOverElsewhere(let path):
      "Pas archivé : d'après le registre, toutes les lignes de \(path.printable) ont été remises, mais dans un autre fichier : deux postes ont peut-être enregistré les mêmes exemplaires dans les mêmes minutes. Ajoutez --uploaded si vous savez que ce fichier a été déchargé ; sinon, remettez-le (offcirc kit --again)."
    case .notTheKit(let path):
      "Pas archivé : \(path.printable) n'est pas le lot avec lequel le fichier a été remis, ou n'est pas complet. Donnez le bon dossier avec --kit, ou n'en donnez pas."
    case .changed(let path):
      "Pas archivé : un autre programme a écrit entre-temps dans \(path.printable). Cherchez lequel, puis recommencez."
    case .noBox(let name?):
      "Les archives n'ont pas de \(name.printable). offcirc list archive montre ce qu'elles contiennent."
    case .noBox(nil):
      "Il n'y a rien dans les archives."
    case .notWhole(let name):
      "\(name.printable) n'a pas été rempli jusqu'au bout, ou a été effacé en partie : il n'y a rien à reprendre. Refaites ce qui a été interrompu, offcirc archive ou offcirc purge."
    case .damaged(let name, let files):
      "\(name.printable) n'est plus tel qu'il a été archivé : \(files.joined(separator: ", ").printable). Rien n'a été repris ; cherchez-en une autre copie."
    case .inTheWay(let path):
      "\(path.printable) existe et est un autre fichier : rien n'a été repris. Archivez-le d'abord, ou utilisez le fichier des archives là où il est."
    }
  }

  func putAway(_ box: Archive.Box, lineCount: Int) -> [String] {
    [
      "Archivé : \(self.lines(lineCount)), dans \(box.path.printable).",
      "Le poste repart à zéro. offcirc archive --restore reprend le fichier.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "Le lot a été archivé aussi. Il reste également dans \(folder.printable) : supprimez-le là-bas quand aucun autre poste n'en a plus besoin."
  }

  func kitMissing(_ folder: String) -> String {
    "Le lot n'est pas dans \(folder.printable), ou ne peut pas être lu, et n'est pas archivé. S'il est ailleurs : offcirc archive --restore, puis offcirc archive --kit DOSSIER."
  }

  func copyRemoved(_ path: String) -> String {
    "La copie du journal, \(path.printable), a été supprimée : tout est dans les archives."
  }

  func copyStays(_ folder: String) -> String {
    "La copie du journal dans \(folder.printable) est hors d'atteinte ou a d'autres lignes ; elle sera mise de côté à la prochaine ouverture du poste."
  }

  func notNoted(inLedger path: String) -> String {
    "Ce déchargement n'a pas pu être noté dans \(path.printable) : ne déchargez plus ces lignes."
  }

  func broughtBack(_ box: Archive.Box, withJournal: Bool) -> [String] {
    [
      "Repris : OffCirc.dat de \(box.name.printable)\(withJournal ? ", avec son journal" : " ; le poste a travaillé depuis, et garde son journal").",
      "S'il a été déchargé, archivez-le de nouveau avant le prochain déchargement : offcirc archive.",
    ]
  }

  // MARK: What is in the archive

  var boxHead: [String] { ["Nom", "Lignes", "Première", "Dernière", "État"] }

  func state(of box: Archive.Box, damaged: [String]) -> String {
    if !box.isWhole { return "incomplet" }
    return damaged.isEmpty
      ? "tel qu'archivé"
      : "ABÎMÉ : " + damaged.joined(separator: ", ").printable
  }

  func noBoxes(in path: String) -> String {
    "Il n'y a rien dans les archives, \(path.printable)."
  }

  // MARK: Erasing

  func nothingToErase(before day: LocalTime) -> String {
    "Rien à effacer : les archives n'ont rien d'avant le \(self.day(day))."
  }

  func toErase(_ count: Int, before day: LocalTime) -> String {
    count == 1
      ? "À effacer définitivement, d'avant le \(self.day(day)) :"
      : "\(count) à effacer définitivement, d'avant le \(self.day(day)) :"
  }

  var eraseQuestion: String { "Effacer ? Tapez oui, puis Entrée : " }
  var eraseAnswer: String { "oui" }
  var notErased: String {
    "Rien n'a été effacé. Ajoutez --yes pour effacer sans question."
  }

  func erased(_ count: Int) -> String { "Effacé : \(count)." }
}
