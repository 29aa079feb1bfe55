import Circulation
import Exchange
import Offload
import Station
import Typesetting

extension French {
  // MARK: The table of transactions

  // French spreadsheets read a comma as that of a number.
  var listSeparator: String { ";" }

  var transactionsHeading: [String] {
    [
      "Fichier", "Ligne", "Date et heure", "Opération", "Exemplaire",
      "Emprunteur", "Poste",
    ]
  }

  var unreadable: String { "illisible" }

  // MARK: The checklist

  var checklistTitle: String { "Déchargement dans Alma : liste de contrôle" }

  func checklistPurpose(_ kit: Kit) -> String {
    "Lot \(kit.folder.printable), préparé le \(moment(kit.time)). Suivez les étapes dans l'ordre. Ne déchargez chaque fichier qu'une seule fois."
  }

  var beforeUpload: String { "Avant" }

  var stepsBeforeUpload: [String] {
    [
      "Alma est disponible, et le prêt informatisé n'a repris nulle part.",
      "offcirc check ne trouve ni erreur ni avertissement dans ces fichiers.",
      "Configuration > Services aux usagers > Services aux lecteurs – exemplaires physiques > Préférences de blocage. « Item is currently on loan by another patron » vaut ____________________. Changez « Traiter automatiquement » pendant le déchargement : risque d'incohérences.",
    ]
  }

  func stations(in uploads: [Kit.Upload]) -> [String] {
    guard uploads.contains(where: { !$0.sources.isEmpty }) else { return [] }
    return [
      "Les fichiers réunissent les transactions de ces postes. S'il en manque un, ne déchargez pas encore."
    ]
      + uploads.map { upload in
        let stations = upload.stations.map { file in
          file.path.printable
            + (file.station.map { " (poste \($0.printable))" } ?? "")
        }
        return "\(upload.name) : \(counting.list(stations, .and))."
      }
  }

  var upload: String { "Déchargement" }

  var howToUpload: [String] {
    [
      "Sélectionnez le bureau de prêt du fichier. Alma y impute ses transactions.",
      "Services aux usagers > Outils avancés > « Prêt secours / Retour secours ».",
      "Choisissez le fichier, « Télécharger et valider le contenu du fichier », puis « Rafraîchir » jusqu'à « Terminé avec succès ».",
      "Notez les deux nombres. Le premier, ou leur somme, doit être le nombre de lignes. Sinon, ce n'est pas le bon fichier, ou il est incomplet.",
    ]
  }

  func step(for upload: Kit.Upload) -> String {
    let content = upload.content
    let desk = upload.desk.map(\.printable) ?? "____________________"
    return
      "\(desk) : \(upload.name), \(counting(content.summary.lineCount, "ligne"))\(span(content)), SHA-256 \(content.sha256.prefix(8))… : terminés ______, échecs ______."
  }

  private func span(_ content: FileContent) -> String {
    guard let first = content.summary.first, let last = content.summary.last
    else { return "" }
    return ", du \(dates.days(first, last))"
  }

  var afterUpload: String { "Après" }

  var stepsAfterUpload: [String] {
    [
      "Rétablissez la valeur du blocage notée plus haut.",
      "Exportez chaque rapport, puis lancez offcirc reconcile RAPPORT FICHIER.",
      "Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera déchargé à nouveau après la prochaine panne.",
      "Le prêt informatisé peut rouvrir.",
    ]
  }

  var limitsOfStations: [String] {
    [
      "Les postes ne connaissent ni blocage, ni date de retour, ni renouvellement, ni réservation. Alma enregistre aussi les prêts aux usagers bloqués.",
      "Documents exclus du prêt : à rendre aussitôt. Modifiez leur date de retour.",
    ]
  }

  var meaningsOfMessages: [String] {
    [
      "« Item not found » : à traiter. Aucun exemplaire n'a ce code-barres.",
      "« User not found » : à traiter. C'est souvent un autre numéro de la carte.",
      "« Return item failed, item was not on loan » : rien à faire (consultation).",
      "« A later action on this item happened » : rien à faire.",
    ]
  }

  // MARK: The result

  func made(_ kit: Kit, ledger: String) -> [String] {
    let uploads = kit.uploads.map {
      "\($0.name) (\(counting($0.content.summary.lineCount, "ligne")))"
    }
    var sentences = [
      "Lot \(kit.folder.printable) préparé avec \(counting.list(uploads, .and))."
    ]
    let leftOut = kit.uploads.reduce(0) { $0 + $1.leftOutCount }
    if leftOut > 0 {
      sentences.append(
        "\(counting(leftOut, "ligne laissée", "lignes laissées")) de côté : déjà dans un lot."
      )
    }
    return sentences + [
      "Inscrit au registre \(ledger.printable). Un autre lot avec ces lignes sera refusé.",
      followChecklist,
    ]
  }

  private var followChecklist: String {
    "Ensuite : imprimez checklist.html ou ouvrez checklist.txt, et suivez les étapes."
  }

  func notices(of upload: Kit.Upload) -> [String] {
    guard upload.unreadable.count > 0 else { return [] }
    return [
      "\(upload.name) : \(unreadable(upload.unreadable)). Alma refusera peut-être le fichier. Pour le détail : offcirc check. Après correction, refaites le lot avec --again."
    ]
  }

  func isEmpty(_ file: StationFile) -> String {
    "\(file.path.printable) ne contient aucune transaction : fichier ignoré."
  }

  func unsaved(_ count: Int, at file: StationFile) -> String {
    "\(file.path.printable) : \(counting(count, "transaction")) de son poste \(counting.form(of: count, "n'est pas sauvegardée, et n'est donc pas", "ne sont pas sauvegardées, et ne sont donc pas")) dans le lot. Sauvegardez dans le fichier (ou lancez offcirc save), puis préparez un lot du reste avec --rest."
  }

  func finished(_ folder: String, new count: Int) -> [String] {
    let sentences = [
      "Lot \(folder.printable), interrompu auparavant, terminé. Il était déjà dans le registre.",
      followChecklist,
    ]
    guard count > 0 else { return sentences }
    return sentences + [
      "\(counting(count, "ligne plus récente", "lignes plus récentes")) de ces fichiers \(counting.form(of: count, "n'y est pas", "n'y sont pas")). Préparez un lot du reste dans un autre dossier avec --rest."
    ]
  }

  func uploadStatus(_ uploadStatus: UploadStatus, of file: StationFile)
    -> String
  {
    let path = file.path.printable
    guard let latest = uploadStatus.latest else {
      let lines = counting(uploadStatus.lineCount, "ligne")
      return uploadStatus.warning == nil
        ? "\(path) : \(counting(uploadStatus.lineCount, "ligne nouvelle", "lignes, toutes nouvelles"))."
        : "\(path) : \(lines). Impossible de savoir si le fichier a été déchargé."
    }
    func already(_ count: Int) -> String {
      switch latest.way {
      case .kit:
        counting.form(
          of: count, "est déjà dans un lot", "sont déjà dans un lot")
      case .uploaded:
        counting.form(
          of: count, "est déjà déclarée déchargée",
          "sont déjà déclarées déchargées")
      case .converted(let system, _):
        counting.form(
          of: count, "est déjà convertie pour \(system.title)",
          "sont déjà converties pour \(system.title)")
      }
    }
    let old =
      uploadStatus.newCount == 0
      ? counting.form(
        of: uploadStatus.lineCount, "la seule ligne",
        "les \(counting(uploadStatus.lineCount, "ligne"))")
        + " " + already(uploadStatus.lineCount)
      : "\(counting(uploadStatus.handedOverCount, "ligne")) sur \(uploadStatus.lineCount) \(already(uploadStatus.handedOverCount))"
    let new =
      uploadStatus.firstNewLine.map {
        " \(counting(uploadStatus.newCount, "ligne nouvelle", "lignes nouvelles")), à partir de la ligne \($0)."
      } ?? ""
    return "\(path) : \(old) (\(latestPlace(latest))).\(new)"
  }

  private func latestPlace(_ entry: Ledger.Entry) -> String {
    let desk =
      entry.desk.map { ", bureau de prêt \($0.printable)" } ?? ""
    let time = ", le \(moment(entry.time))"
    return switch entry.way {
    case .kit(let folder):
      "\(folder.printable), \(entry.upload.name.printable)\(desk)\(time)"
    case .uploaded: String((desk + time).dropFirst(2))
    case .converted(_, let path): "\(path.printable)\(time)"
    }
  }

  func nothingMade(hasNew: Bool) -> String {
    let rest =
      hasNew
      ? " Pour préparer un lot des seules lignes nouvelles, ajoutez --rest."
      : ""
    return
      "Aucun lot préparé : un second déchargement prêterait à nouveau des documents rendus depuis. Si le fichier a été déchargé, archivez-le sur son poste (offcirc archive).\(rest) Si ce lot n'a jamais été déchargé, ajoutez --again."
  }

  func newLedger(_ path: String) -> String {
    "Nouveau registre créé : \(path.printable). S'il en existait un avant, vérifiez que son disque est connecté. Les lignes d'un autre registre ne sont pas reconnues."
  }

  var noKitWithoutStates: String {
    "Aucun lot préparé : il y manquerait des états ou des amendes d'exemplaires. Réparez ou restaurez ce fichier. Pour un lot sans eux, copiez OffCirc.dat dans un dossier vide, et indiquez la copie."
  }

  func sentence(_ error: KitError) -> String {
    switch error {
    case .inTheWay(let path):
      "\(path.printable) existe déjà. Indiquez un dossier qui n'existe pas encore, ou déplacez celui-ci."
    case .unfinished(let file, let folder):
      "\(file.path.printable) est dans \(folder.printable), un lot non terminé qui serait supprimé. Copiez le fichier ailleurs, et indiquez la copie. Aucun lot préparé."
    case .nothingToHandOver:
      "Aucun lot préparé : ces fichiers ne contiennent aucune transaction."
    case .unreadable(let file, let foreign?):
      "\(sentence(foreign, of: file.path)) Aucun lot préparé."
    case .unreadable(let file, nil):
      "\(file.path.printable) n'est pas un fichier comme OffCirc.dat : aucune de ses lignes n'est une transaction. Pour le détail : offcirc check. Aucun lot préparé."
    case .sharedLines(let shared, isOneDesk: true):
      "\(shared.first.path.printable) et \(shared.second.path.printable) ont \(counting(shared.count, "ligne")) en commun. Est-ce le même fichier, donné deux fois ? Indiquez celui qui a toutes les lignes. Si chacun en a d'autres, indiquez le premier et le reste du second : \(shared.onlySecondCommand). Pour prendre les deux tels quels, ajoutez --again. Aucun lot préparé."
    case .sharedLines(let shared, isOneDesk: false):
      "\(shared.first.path.printable) et \(shared.second.path.printable) ont \(counting(shared.count, "ligne")) en commun, pour deux bureaux de prêt. Chacune serait déchargée deux fois. Indiquez le premier, et pour le second bureau le reste de son fichier : \(shared.onlySecondCommand). Aucun lot préparé."
    case .repeatedLines(let file, let count):
      "\(file.path.printable) répète \(counting(count, "ligne")). A-t-il été collé deux fois dans un même fichier ? Écrivez chaque ligne une seule fois, et indiquez ce fichier : \(file.onceEachCommand). Pour le prendre tel quel, ajoutez --again. Aucun lot préparé."
    case .similarDesks(let one, let other):
      "\(one.quotable) et \(other.quotable) seraient deux bureaux de prêt, avec un déchargement chacun. Écrivez le nom d'une seule façon. Aucun lot préparé."
    case .sameFile(let one, let other):
      "\(one.path.printable) et \(other.path.printable) sont le même fichier, pour deux bureaux de prêt. Chaque ligne serait déchargée deux fois. Indiquez-le pour un seul."
    }
  }
}
