import Circulation
import Offload

extension French {
  // MARK: The transactions to be read

  // French spreadsheets read a comma as that of a number.
  var listSeparator: String { ";" }

  var transactionsHead: [String] {
    [
      "Fichier", "Ligne", "Date et heure", "Opération", "Exemplaire",
      "Emprunteur", "Poste",
    ]
  }

  var unreadable: String { "illisible" }

  // MARK: The checklist

  var checklistTitle: String { "Déchargement dans Alma : liste de contrôle" }

  func checklistPurpose(_ kit: Kit) -> String {
    "Pour le lot \(kit.folder.printable), préparé le \(date(kit.time, isShort: false)). De haut en bas ; chaque fichier est téléchargé une fois, jamais deux."
  }

  var beforeUpload: String { "Avant" }

  var stepsBeforeUpload: [String] {
    [
      "Alma est disponible, et le prêt n'y est encore rouvert nulle part.",
      "offcirc check ne trouve rien de gênant dans ces fichiers.",
      "Configuration > Services aux usagers > Exemplaires physiques > Préférences de blocage : « Item is currently on loan by another patron » est réglé sur ____________________. Si c'est « Traiter automatiquement », changez-le pour l'instant : risque d'incohérences.",
    ]
  }

  var upload: String { "Déchargement" }

  func howToUpload(count: Int) -> String {
    let order =
      count == 1 ? "" : "Dans cet ordre, celui des premières transactions. "
    return order
      + "Sélectionnez d'abord le bureau de prêt des transactions : Alma les y compte toutes. Puis « Services aux usagers », « Outils avancés », « Prêt secours / Retour secours » ; choisissez le fichier ; « Télécharger et valider le contenu du fichier » ; « Rafraîchir », jusqu'à « Terminé avec succès ». Notez les deux nombres (terminés, avec échecs) : le premier, ou leur somme, est celui des lignes ; sinon c'est un autre fichier, ou il est incomplet."
  }

  func step(for upload: Kit.Upload) -> String {
    let tally = upload.tally
    let desk = upload.desk.map(\.printable) ?? "____________________"
    return
      "\(desk) : \(upload.name), \(lines(tally.lineCount))\(span(tally)), SHA-256 \(tally.sha256.prefix(8))… : terminés ______, échecs ______."
  }

  private func span(_ tally: FileTally) -> String {
    guard let first = tally.first, let last = tally.last else { return "" }
    if first.isSameDay(as: last) { return ", \(day(first))" }
    let isOneYear = first.fields.year == last.fields.year
    return
      ", du \(isOneYear ? String(day(first).prefix(5)) : day(first)) au \(day(last))"
  }

  private func lines(_ count: Int) -> String {
    count < 2 ? "\(count) ligne" : "\(count) lignes"
  }

  var afterUpload: String { "Après" }

  var stepsAfterUpload: [String] {
    [
      "Remettez le blocage à la valeur notée plus haut.",
      "Gardez chaque rapport : « Exporter », ou le mail. offcirc reconcile RAPPORT FICHIER dit quoi faire des lignes rejetées (transactions.csv).",
      "À chaque poste, offcirc archive, ou le fichier sera déchargé deux fois.",
      "Le prêt informatisé peut rouvrir.",
    ]
  }

  var meaningsOfMessages: [String] {
    [
      "Rapport : « Item not found », à traiter. Aucun exemplaire n'a ce code.",
      "« User not found », à traiter. C'est souvent un autre numéro de la carte.",
      "« Return item failed, item was not on loan », rien à faire : compté comme consultation sur place.",
      "« A later action on this item happened », rien à faire : la dernière compte.",
    ]
  }

  // MARK: What was done

  func made(_ kit: Kit, ledger: String) -> [String] {
    let uploads = kit.uploads.map {
      "\($0.name) (\(lines($0.tally.lineCount)))"
    }
    var sentences = [
      "Préparé : \(kit.folder.printable), avec \(uploads.joined(separator: ", "))."
    ]
    let leftOut = kit.uploads.reduce(0) { $0 + $1.leftOutCount }
    if leftOut > 0 {
      sentences.append("Laissé de côté, car déjà remis : \(lines(leftOut)).")
    }
    return sentences + [
      "Noté dans le registre \(ledger.printable) : un autre lot avec ces lignes sera refusé.",
      "Ensuite : imprimez checklist.html, ou lisez checklist.txt, et suivez la liste.",
    ]
  }

  func notices(of upload: Kit.Upload) -> [String] {
    guard upload.unreadable.count > 0 else { return [] }
    return [
      "\(upload.name) : \(unreadable(upload.unreadable)), et Alma ne prendra peut-être pas le fichier. offcirc check dit ce qui ne va pas ; une fois corrigé, refaites le lot avec --again."
    ]
  }

  func isEmpty(_ file: StationFile) -> String {
    "\(file.path.printable) n'a aucune transaction, et est laissé de côté."
  }

  func unsaved(_ count: Int, at file: StationFile) -> String {
    let what =
      count == 1
      ? "1 transaction de son poste n'est pas encore sauvegardée, ni"
      : "\(count) transactions de son poste ne sont pas encore sauvegardées, ni"
    return
      "\(file.path.printable) : \(what) dans le lot. Sauvegardez dans le fichier, ou offcirc save ; puis préparez un lot du reste avec --rest."
  }

  func finished(_ folder: String, new count: Int) -> [String] {
    let next =
      "Ensuite : imprimez checklist.html, ou lisez checklist.txt, et suivez la liste."
    let sentence =
      "Terminé : \(folder.printable), interrompu auparavant ; il était déjà dans le registre."
    guard count > 0 else { return [sentence, next] }
    return [
      sentence, next,
      "Pas dedans : \(lines(count)) de ces fichiers, plus récentes. Préparez un lot du reste dans un autre dossier avec --rest.",
    ]
  }

  func standing(_ standing: UploadStatus, of file: StationFile) -> String {
    let path = file.path.printable
    guard let latest = standing.latest else {
      return standing.doubt == nil
        ? "\(path) : \(lines(standing.lineCount)), rien de déjà remis."
        : "\(path) : \(lines(standing.lineCount)) ; impossible de savoir si c'est déjà remis."
    }
    let old =
      standing.newCount == 0
      ? (standing.lineCount == 1
        ? "sa seule ligne a déjà été remise"
        : "les \(standing.lineCount) lignes ont déjà été remises")
      : "\(standing.handedOverCount) sur \(lines(standing.lineCount)) déjà remises"
    let new =
      standing.firstNewLine.map {
        " Nouvelles : \(standing.newCount), à partir de la ligne \($0)."
      } ?? ""
    return
      "\(path) : \(old), en dernier le \(date(latest.time, isShort: false))\(place(of: latest)).\(new)"
  }

  private func place(of entry: Ledger.Entry) -> String {
    let desk =
      entry.desk.map { " pour le bureau de prêt \($0.printable)" } ?? ""
    return switch entry.way {
    case .kit(let folder):
      "\(desk), dans le lot \(folder.printable) (\(entry.upload.name.printable))"
    case .uploaded: "\(desk), selon la personne qui l'a déchargé"
    }
  }

  func nothingMade(hasNew: Bool) -> String {
    let rest =
      hasNew
      ? " Avec --rest, le lot n'a que les lignes nouvelles." : ""
    return
      "Rien n'a été préparé : un second déchargement prêterait de nouveau ce qui a été rendu depuis. Ce qui a été déchargé est rangé par offcirc archive sur son poste.\(rest) Si ce lot n'a jamais été déchargé, --again en prépare un autre."
  }

  func newLedger(_ path: String) -> String {
    "Le registre \(path.printable) est nouveau. S'il y en avait un avant, vérifiez que son disque est le bon : ce qui est dans l'autre n'est pas connu ici."
  }

  func sentence(_ error: KitError) -> String {
    switch error {
    case .inTheWay(let path):
      "\(path.printable) existe déjà. Donnez un dossier qui n'existe pas encore, ou déplacez celui-ci."
    case .unfinished(let file, let folder):
      "\(file.path.printable) est dans \(folder.printable), un lot interrompu qui serait supprimé maintenant. Copiez le fichier ailleurs, et indiquez la copie ; rien n'a été préparé."
    case .nothingToHandOver:
      "Il n'y a aucune transaction dans ces fichiers : rien n'a été préparé."
    case .unreadable(let file, let foreign?):
      "\(sentence(foreign, of: file.path)) Rien n'a été préparé."
    case .unreadable(let file, nil):
      "\(file.path.printable) n'est pas un fichier comme OffCirc.dat : aucune de ses lignes n'est une transaction. offcirc check dit ce qui ne va pas ; rien n'a été préparé."
    case .sharedLines(let shared, isOneDesk: true):
      "\(shared.first.path.printable) et \(shared.second.path.printable) ont les mêmes \(shared.count) lignes : donné deux fois ? Donnez celui qui a toutes les lignes. Si chacun en a d'autres, donnez le premier, et du second ce qui reste : \(shared.onlySecondCommand). --again prend les deux tels quels. Rien n'a été préparé."
    case .sharedLines(let shared, isOneDesk: false):
      "\(shared.first.path.printable) et \(shared.second.path.printable) ont les mêmes \(shared.count) lignes, pour deux bureaux de prêt : chacune serait déchargée deux fois. Laissez-les au premier, et donnez pour le second ce qui reste : \(shared.onlySecondCommand). Rien n'a été préparé."
    case .repeatedLines(let file, let count):
      "\(file.path.printable) répète \(count) de ses lignes : collé deux fois dans un même fichier ? Écrivez chaque ligne une seule fois, et donnez ce fichier : \(file.onceEachCommand). --again le prend tel quel. Rien n'a été préparé."
    case .similarDesks(let one, let other):
      "\(one.quotable) et \(other.quotable) seraient deux bureaux de prêt, avec un déchargement chacun. Écrivez le nom d'une seule façon. Rien n'a été préparé."
    case .sameFile(let one, let other):
      "\(one.path.printable) et \(other.path.printable) sont le même fichier, pour deux bureaux de prêt : chaque ligne serait déchargée deux fois. Donnez-le pour un seul."
    }
  }
}
