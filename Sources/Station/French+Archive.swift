import Circulation
import Offload

extension French {
  // MARK: Putting away

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "Rien à archiver : \(path.printable) n'existe pas, ou est vide."
    case .unsaved(let count):
      "Pas archivé : \(transactions(count)) \(count == 1 ? "n'est pas encore" : "ne sont pas encore") dans OffCirc.dat. Sauvegardez d'abord (offcirc save) ; puis il faut les remettre aussi (offcirc kit, avec --rest si les autres l'ont déjà été)."
    case .damagedJournal(let path):
      "Pas archivé : \(path.printable) est abîmé, des transactions manquent peut-être dans OffCirc.dat. Comparez avec les prêts et retours, puis ajoutez --damaged."
    case .notHandedOver(let count, let line, let path):
      "Pas archivé : d'après le registre, \(content(count)) de \(path.printable), à partir de la ligne \(line), \(count == 1 ? "n'a pas été remise" : "n'ont pas été remises"). Faites-en un lot (offcirc kit, avec --rest si une partie seulement est nouvelle), ou ajoutez --uploaded si vous savez que tout a été déchargé."
    case .handedOverElsewhere(let path):
      "Pas archivé : d'après le registre, toutes les lignes de \(path.printable) ont été remises, mais dans un autre fichier : deux postes ont peut-être enregistré les mêmes exemplaires dans les mêmes minutes. Ajoutez --uploaded si vous savez que ce fichier a été déchargé ; sinon, remettez-le (offcirc kit --again)."
    case .notTheKit(let path):
      "Pas archivé : \(path.printable) n'est pas le lot avec lequel le fichier a été remis, ou n'est pas complet. Donnez le bon dossier avec --kit, ou n'en donnez pas."
    case .kit(let kit):
      kit.state == .unfinished
        ? "Pas archivé : \(sentence(kit) ?? "") Personne ne l'a déchargé. Refaites le même offcirc kit, qui le termine ; \(kit.folder.temporarySibling.printable) est ce qu'il y en a."
        : "Pas archivé : \(sentence(kit) ?? "") Donnez son dossier avec --kit, ou ajoutez --uploaded si vous savez qu'il a été déchargé ; sinon, remettez-le (offcirc kit --again)."
    case .unknown(let count, let path, let doubt, let ledger):
      "Pas archivé : impossible de savoir si \(content(count)) de \(path.printable) \(count == 1 ? "a été remise" : "ont été remises"), car \(reason(doubt)) (\(ledger.printable)). Donnez le bon registre avec --ledger, ou avec --kit le lot qui a ce fichier, ou ajoutez --uploaded si vous savez qu'il a été déchargé."
    case .clock(let doubt, let now):
      "Pas archivé, car le jour serait faux. \(clockWarning(doubt, now: now)) Si l'horloge est juste, ajoutez --trust-clock."
    case .unfinished(let box, let failure):
      "\(sentence(failure)) OffCirc.dat est archivé, dans \(box.printable) ; le reste n'est pas fait. Refaites la même commande, qui reprend là."
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

  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String] {
    [
      "Archivé : \(content(lineCount)), dans \(box.path.printable).",
      "Le poste repart à zéro. offcirc archive --restore reprend le fichier.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "Le lot a été archivé aussi. Il reste également dans \(folder.printable) : supprimez-le là-bas quand aucun autre poste n'en a plus besoin."
  }

  func kitMissing(_ kit: KitCheck) -> String {
    "\(sentence(kit) ?? "") Il n'est pas archivé. S'il est ailleurs : offcirc archive --restore, puis offcirc archive --kit DOSSIER."
  }

  func leftOut(_ paths: [String]) -> String {
    "Pas archivés, car ce sont des liens, des tubes, des périphériques, les fichiers d'un autre, ou que leur nom a une fin de ligne : \(paths.joined(separator: ", ").printable)."
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

  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String] {
    [
      "Repris : OffCirc.dat de \(box.name.printable)\(withJournal ? ", avec son journal" : " ; le poste a travaillé depuis, et garde son journal").",
      "S'il a été déchargé, archivez-le de nouveau avant le prochain déchargement : offcirc archive.",
    ]
  }

  // MARK: What is in the archive

  var archiveColumns: [String] {
    ["Nom", "Lignes", "Première", "Dernière", "État"]
  }

  func state(of box: Archive.Entry, damaged: [String]) -> String {
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

  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String {
    "Gardés, car ils ont des transactions qui ne sont pas d'avant le \(self.day(day)), quoi que disent leurs noms : \(boxes.map(\.name.printable).joined(separator: ", "))."
  }

  func notErased(_ doubt: ClockWarning, now: LocalTime) -> String {
    "Rien n'a été effacé, car l'âge ne peut pas être connu. \(clockWarning(doubt, now: now)) Si l'horloge est juste, ajoutez --trust-clock."
  }

  var eraseQuestion: String { "Effacer ? Tapez oui, puis Entrée : " }
  var eraseAnswer: String { "oui" }
  var notErased: String {
    "Rien n'a été effacé. Ajoutez --yes pour effacer sans question."
  }

  func erased(_ count: Int) -> String { "Effacé : \(count)." }
}
