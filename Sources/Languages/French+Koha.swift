import Offload
import Typesetting

// The checklist of a kit for Koha.
extension French {
  var kohaTitle: String { "Déchargement dans Koha : liste de contrôle" }

  func kohaPurpose(_ kit: Kit) -> String {
    "Lot \(kit.folder.printable), préparé le \(moment(kit.time)). Suivez les étapes dans l'ordre. Ne déchargez chaque fichier qu'une seule fois. Les fichiers .dat ne sont pas pour Koha : gardez-les dans le lot."
  }

  var stepsBeforeKoha: [String] {
    [
      "Koha est disponible, et le prêt n'y a repris nulle part.",
      "offcirc check ne trouve ni erreur ni avertissement dans les fichiers.",
    ]
  }

  var waysToKoha: [String] {
    [
      "Connectez-vous au site du fichier : Koha y impute ses transactions.",
      "Circulation, page des fichiers .koc : choisissez le fichier, puis « Add to offline circulation queue ».",
      "Dans la liste, « Check all », puis « Process ». Gardez une copie de la page : Koha efface chaque ligne après traitement.",
    ]
  }

  func step(for file: KocFile) -> String {
    "\(file.name) : \(counting(file.rowCount, "ligne")), traitées ______.\(lacking(file))"
  }

  private func lacking(_ file: KocFile) -> String {
    guard !file.leftOut.isEmpty else { return "" }
    let lines = counting.list(
      file.leftOut.map { counting.digits($0) }, .and, maximum: 20)
    return
      " À saisir à la main, car Koha couperait leurs numéros : \(counting.form(of: file.leftOut.count, "ligne", "lignes")) \(lines) du fichier .dat."
  }

  var stepsAfterKoha: [String] {
    [
      "Traitez à la main chaque ligne que Koha a refusée.",
      "Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera déchargé à nouveau après la prochaine panne.",
      "Le prêt peut reprendre dans Koha.",
    ]
  }
}
