import Exchange
import Offload
import Typesetting

// The checklists of kits for Koha, Evergreen, Sierra and Destiny.
extension French {
  func systemTitle(_ system: ExchangeFormat) -> String {
    "Déchargement dans \(system.title) : liste de contrôle"
  }

  func systemPurpose(_ kit: Kit, for system: ExchangeFormat) -> String {
    "Lot \(kit.folder.printable), préparé le \(moment(kit.time)). Suivez les étapes dans l'ordre. Ne déchargez chaque fichier qu'une seule fois. Les fichiers .dat ne sont pas pour \(system.title) : gardez-les dans le lot."
  }

  func stepsBefore(_ system: ExchangeFormat) -> [String] {
    let first = [
      "\(system.title) est disponible, et le prêt n'y a repris nulle part.",
      "offcirc check ne trouve ni erreur ni avertissement dans les fichiers.",
    ]
    return switch system {
    case .evergreen:
      first + [
        "Dans le navigateur de chaque poste : « Clear Transactions », s'il en reste d'anciennes. L'import s'y ajouterait."
      ]
    case .sierra:
      first + [
        "Chargez d'abord les nouveaux lecteurs.",
        "Le chargement demande l'autorisation 51.",
      ]
    case .alma, .koha, .destiny, .pmb: first
    }
  }

  func ways(to system: ExchangeFormat) -> [String] {
    switch system {
    case .koha:
      [
        "Connectez-vous au site du fichier : Koha y impute ses transactions.",
        "Circulation, page des fichiers .koc : choisissez le fichier, puis « Add to offline circulation queue ».",
        "Dans la liste, « Check all », puis « Process ». Gardez une copie de la page : Koha efface chaque ligne après traitement.",
      ]
    case .evergreen:
      [
        "Déchargez tous les fichiers dans une seule session, chacun depuis son poste : Evergreen les remet dans un seul ordre.",
        "« Import Transactions », puis comparez le nombre affiché avec celui du fichier. Une ligne fautive est ignorée, avec un message passager.",
        "Une ligne fautive arrête toute la session, et rien n'est traité. Créez alors une nouvelle session, et déchargez-y tous les fichiers.",
      ]
    case .sierra:
      [
        "N'ouvrez pas les fichiers dans un éditeur : Sierra n'accepte ni espace ni ligne vide en plus.",
        "Tous les prêts ont la date de retour et le groupe statistique indiqués à offcirc kit.",
      ]
    case .destiny:
      [
        "Déchargez les fichiers l'un après l'autre, le plus ancien d'abord.",
        "« Date of Transactions » : saisissez le jour du fichier. Les fichiers n'ont pas d'heures.",
        "Cochez « Do not create temporary records ». Sinon, les numéros inconnus deviennent des exemplaires temporaires.",
      ]
    case .alma, .pmb: []
    }
  }

  func step(
    for file: ConversionReport.WrittenFile, of system: ExchangeFormat
  ) -> String {
    let rows = "\(file.path.printable) : \(counting(file.rowCount, "ligne"))"
    return switch system {
    case .evergreen: "\(rows), importées ______, exceptions ______."
    case .destiny:
      "\(rows), jour \(file.day.map { dates.day($0) } ?? "______"), déchargé ______."
    default: "\(rows), traitées ______."
    }
  }

  func stepForLeftOut(_ count: Int) -> String {
    "Saisissez à la main les lignes qui ne sont dans aucun fichier (\(counting.digits(count))), indiquées plus haut."
  }

  func stepsAfter(_ system: ExchangeFormat) -> [String] {
    let answers =
      system == .koha || system == .evergreen
      ? [
        "Enregistrez la page des réponses, et donnez-la à offcirc reconcile avec son fichier. La commande liste ce qu'il faut faire."
      ] : []
    return answers + [
      "Traitez à la main chaque ligne refusée par \(system.title).",
      "Sur chaque poste, lancez offcirc archive. Sinon, le fichier sera déchargé à nouveau après la prochaine panne.",
      "Le prêt peut reprendre dans \(system.title).",
    ]
  }

  func meaningsOfMessages(from system: ExchangeFormat) -> [String] {
    switch system {
    case .koha:
      [
        "« Barcode not found. », « Item not found. » : à traiter. Aucun exemplaire n'a ce code-barres.",
        "« Borrower not found. » : à traiter. Aucun lecteur n'a ce numéro.",
        "« Item not issued. » : rien à faire. L'exemplaire n'était pas en prêt.",
      ]
    case .evergreen:
      [
        "« ASSET_COPY_NOT_FOUND » : à traiter. Aucun exemplaire n'a ce code-barres.",
        "« ACTOR_CARD_NOT_FOUND » : à traiter. Aucun lecteur n'a ce numéro.",
        "« SKIP_ASSET_CHANGED » : à traiter. Evergreen a ignoré cette ligne et les suivantes de l'exemplaire.",
        "D'un retour, Evergreen ne garde que le jour.",
      ]
    case .sierra:
      [
        "« Record is recently checked out », « Record is recently checked in » : vérifiez l'exemplaire. De deux prêts ou retours de suite, Sierra note seulement le second dans son journal."
      ]
    case .destiny:
      [
        "Si des exemplaires temporaires ont été créés, leurs numéros étaient inconnus. Corrigez-les à la main."
      ]
    case .alma, .pmb: []
    }
  }

  func made(_ kit: SystemKit) -> [String] {
    let files = kit.report.written.map {
      "\($0.path.printable) (\(counting($0.rowCount, "ligne")))"
    }
    let first = "Pour \(kit.system.title) : \(counting.list(files, .and))."
    guard kit.leftOutCount > 0 else { return [first] }
    return [
      first,
      "Dans aucun fichier : \(counting(kit.leftOutCount, "ligne")). La liste de contrôle indique lesquelles, et pourquoi.",
    ]
  }
}
