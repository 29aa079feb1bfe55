import Circulation
import Offload
import Station
import Terminal
import Typesetting

extension French {
  // MARK: Archiving and restoring

  func sentence(_ error: ArchiveError) -> String {
    switch error {
    case .nothingThere(let path):
      "Rien à archiver : \(path.printable) n'existe pas ou est vide."
    case .unsaved(let count):
      "Non archivé : \(counting(count, "transaction")) \(counting.form(of: count, "n'est pas encore", "ne sont pas encore")) dans OffCirc.dat. Sauvegardez (offcirc save), puis préparez un lot (offcirc kit, avec --rest si les autres lignes y sont déjà)."
    case .damagedJournal(let path):
      "Non archivé : \(path.printable) est abîmé, et des transactions manquent peut-être dans OffCirc.dat. Comparez-le aux prêts et aux retours, puis ajoutez --damaged."
    case .notHandedOver(let count, let line, let path):
      "Non archivé : d'après le registre, \(counting(count, "ligne")) de \(path.printable) (à partir de la ligne \(line)) \(counting.form(of: count, "n'est", "ne sont")) dans aucun lot. Préparez un lot (offcirc kit, ou offcirc kit --rest pour les seules lignes nouvelles). Si tout le fichier a été déchargé, ajoutez --uploaded."
    case .handedOverElsewhere(let path):
      "Non archivé : d'après le registre, toutes les lignes de \(path.printable) sont dans un lot, mais d'un autre fichier. Deux postes ont peut-être enregistré les mêmes exemplaires dans les mêmes minutes. Si ce fichier a été déchargé, ajoutez --uploaded. Sinon, préparez un lot (offcirc kit --again)."
    case .notTheKit(let path):
      "Non archivé : \(path.printable) n'est pas le lot de ce fichier, ou est incomplet. Indiquez le bon dossier avec --kit, ou n'en indiquez pas."
    case .kit(let kit):
      kit.state == .unfinished
        ? "Non archivé. \(sentence(kit) ?? "") Il n'a pas été déchargé. Relancez le même offcirc kit pour le terminer. Ses fichiers sont pour l'instant dans \(kit.folder.temporarySibling.printable)."
        : "Non archivé. \(sentence(kit) ?? "") Indiquez son dossier avec --kit. Si le fichier a été déchargé, ajoutez --uploaded. Sinon, préparez un lot (offcirc kit --again)."
    case .unknown(let count, let path, let warning, let ledger):
      "Non archivé : impossible de savoir si \(counting(count, "ligne")) de \(path.printable) \(counting.form(of: count, "a été déchargée", "ont été déchargées")), car \(reason(warning)) (\(ledger.printable)). Indiquez le bon registre avec --ledger, ou le lot avec --kit. Si le fichier a été déchargé, ajoutez --uploaded."
    case .clock(let warning, let now):
      "Non archivé : l'archive aurait une date fausse. \(clockWarning(warning, now: now)) Si l'horloge est à l'heure, ajoutez --trust-clock."
    case .unfinished(let box, let error):
      "\(sentence(error)) OffCirc.dat est archivé dans \(box.printable), mais pas le reste. Relancez la même commande pour terminer."
    case .changed(let path):
      "Non archivé : un autre programme a écrit dans \(path.printable). Cherchez lequel, puis recommencez."
    case .noBox(let name?):
      "Les archives ne contiennent pas \(name.printable). Pour voir leur contenu : offcirc list archive."
    case .noBox(nil):
      "Les archives sont vides."
    case .notWhole(let name):
      "\(name.printable) est incomplet : son archivage ou son effacement a été interrompu. Rien n'a été restauré. Relancez cette commande (offcirc archive ou offcirc purge)."
    case .damaged(let name, let files):
      "\(name.printable) a été modifié depuis son archivage : \(files.joined(separator: ", ").printable). Rien n'a été restauré. Cherchez-en une autre copie."
    case .borrowersErased(let name):
      "Les emprunteurs de \(name.printable) ont été effacés, pour protéger leurs données. Ses prêts ne peuvent plus être déchargés. Rien n'a été restauré."
    case .inTheWay(let path):
      "\(path.printable) existe déjà et son contenu est différent. Rien n'a été restauré. Archivez-le d'abord, ou utilisez le fichier des archives."
    }
  }

  func putAway(_ box: Archive.Entry, lineCount: Int) -> [String] {
    [
      "\(counting(lineCount, "ligne archivée", "lignes archivées")) dans \(box.path.printable).",
      "Le poste est vide. Pour annuler : offcirc archive --restore.",
    ]
  }

  func kitStays(_ folder: String) -> String {
    "Le lot a été archivé aussi. L'original est encore dans \(folder.printable) : supprimez-le quand aucun autre poste n'en a besoin."
  }

  func kitMissing(_ kit: KitCheck) -> String {
    "\(sentence(kit) ?? "") Il n'est pas archivé. Si vous le retrouvez, lancez offcirc archive --restore, puis offcirc archive --kit DOSSIER."
  }

  func leftOut(_ paths: [String]) -> String {
    "Non archivés : \(paths.joined(separator: ", ").printable). Liens, tubes, périphériques, fichiers d'autres comptes et noms avec une fin de ligne sont laissés de côté."
  }

  func copyRemoved(_ path: String) -> String {
    "La copie du journal, \(path.printable), a été supprimée : tout est dans les archives."
  }

  func copyStays(_ folder: String) -> String {
    "La copie du journal dans \(folder.printable) est inaccessible ou contient d'autres lignes. Elle sera renommée à la prochaine ouverture du poste."
  }

  func notNoted(inLedger path: String) -> String {
    "Impossible de noter ce déchargement dans \(path.printable). Ne déchargez plus ces lignes."
  }

  func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> [String] {
    [
      "Restauré : OffCirc.dat de \(box.name.printable)\(withJournal ? ", avec son journal" : ". Le poste a servi depuis, et garde son propre journal").",
      "S'il a été déchargé, archivez-le à nouveau avant le prochain déchargement : offcirc archive.",
    ]
  }

  func borrowersKept(forDamaged journal: String) -> String {
    "\(journal.printable) est abîmé, et peut contenir une amende à régler. Les emprunteurs de toutes les archives sont gardés."
  }

  func erasedBorrowers(
    _ erasure: BorrowerErasure, after days: Int
  ) -> [String] {
    func names(_ names: [String]) -> String {
      names.map(\.printable).joined(separator: ", ")
    }
    var sentences: [String] = []
    if !erasure.erased.isEmpty {
      sentences.append(
        "Emprunteurs effacés, dont les prêts ont pris fin il y a plus de \(counting(days, "jour")) : \(names(erasure.erased)). Les prêts restent."
      )
    }
    if !erasure.inUse.isEmpty {
      sentences.append(
        "Emprunteurs gardés, à cause d'un prêt récent ou en cours, ou d'une amende à régler : \(names(erasure.inUse))."
      )
    }
    if !erasure.doubtful.isEmpty {
      sentences.append(
        "Emprunteurs gardés, car l'archive est abîmée ou a d'autres lignes que son journal : \(names(erasure.doubtful)). offcirc purge l'efface."
      )
    }
    return sentences
  }

  // MARK: The list of the archive

  var archiveColumns: [String] {
    ["Nom", "Lignes", "Première", "Dernière", "État"]
  }

  func state(of box: Archive.Entry, damaged: [String]) -> String {
    if !box.isWhole { return "incomplet" }
    return damaged.isEmpty
      ? "intact" : "ABÎMÉ : " + damaged.joined(separator: ", ").printable
  }

  func noBoxes(in path: String) -> String {
    "Les archives sont vides : \(path.printable)."
  }

  // MARK: Deleting

  func nothingToErase(before day: LocalTime) -> String {
    "Rien à effacer : aucune archive antérieure au \(self.day(day))."
  }

  func toErase(_ count: Int, before day: LocalTime) -> String {
    "\(counting(count, "archive antérieure", "archives antérieures")) au \(self.day(day)), à effacer définitivement :"
  }

  func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String {
    "Archives gardées, car elles contiennent des transactions du \(self.day(day)) ou plus récentes : \(boxes.map(\.name.printable).joined(separator: ", "))."
  }

  func notErased(_ warning: ClockWarning, now: LocalTime) -> String {
    "Rien n'a été effacé : l'âge des archives est inconnu. \(clockWarning(warning, now: now)) Si l'horloge est à l'heure, ajoutez --trust-clock."
  }

  var eraseQuestion: String {
    "Effacer ? Tapez oui, puis \(name(of: Key.enter)) : "
  }
  var eraseAnswer: String { "oui" }
  var notErased: String {
    "Rien n'a été effacé. Pour effacer sans question, ajoutez --yes."
  }

  func erased(_ count: Int) -> String {
    counting(count, "archive effacée", "archives effacées") + "."
  }
}

extension French {
  /// The paragraphs of `--help` about the archiving of a station.
  var discussionOfArchive: String {
    """
    OffCirc.dat, son journal, le lot et les rapports vont dans le dossier \
    archive du poste. Ils y sont en lecture seule, avec leurs empreintes. \
    Fermez d'abord le poste. offcirc list archive liste les archives, \
    offcirc purge efface les anciennes.

    Toutes les lignes doivent être dans un lot, d'après le registre. Si le \
    lot a été déplacé, indiquez-le avec --kit. Si vous avez déchargé le \
    fichier sans lot, ou si le registre est abîmé, confirmez avec --uploaded.

    Code de sortie :
      0   terminé
      1   non archivé, ou archivé avec quelque chose d'absent ou d'abîmé
      74  erreur d'entrée ou de sortie
    """
  }
}
