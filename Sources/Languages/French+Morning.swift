import Circulation
import Offload
import Station
import Typesetting

extension French {
  private func at(_ action: Action) -> String { key(action, in: .morning) }
  private func report(_ action: Action) -> String {
    key(action, in: .reporting)
  }
  private func look(_ action: Action) -> String { key(action, in: .looking) }

  func morningTitle(_ stage: MorningStage) -> String {
    let name =
      switch stage {
      case .collect: "réunir les fichiers"
      case .look: "constats"
      case .prepare: "les fichiers décidés"
      case .upload: "déchargement"
      case .report: "rapports"
      case .putAway: "archivage"
      }
    return
      "Lendemain \(stage.rawValue + 1)/\(MorningStage.allCases.count) : \(name)"
  }

  func morningPrompt(_ stage: MorningStage) -> String {
    switch stage {
    case .collect:
      "Tous les postes sont là ? Alors \(at(.nextStage)). Aucun fichier n'est modifié."
    case .look:
      "Choisissez une ligne. Chaque décision est gardée, et s'annule."
    case .prepare:
      "\(key(.makeKit, in: .preparing)) prépare le lot. Il ne change plus après."
    case .upload: "Cochez chaque étape quand elle est faite."
    case .report:
      "Collez un rapport, mettez-le dans le dossier, ou \(report(.giveReport))."
    case .putAway:
      "Bilan écrit. Archivez les postes accessibles : \(key(.archiveStations, in: .puttingAway))."
    }
  }

  func morningFooter(_ stage: MorningStage) -> String {
    switch stage {
    case .collect:
      "\(key(.nameDesk, in: .collecting)) : bureau. \(at(.nextStage)) : suite. \(at(.undoDecision)) : annuler. \(at(.leave)) : fermer."
    case .look:
      "\(look(.open)) : ouvrir. \(look(.keepLines)) : garder. \(look(.takeOut)) : retirer. \(at(.undoDecision)) : annuler. \(at(.nextStage)) : suite. \(at(.previousStage)) : retour. \(at(.leave)) : fermer."
    case .prepare:
      "\(key(.makeKit, in: .preparing)) : préparer le lot. \(at(.nextStage)) : suite. \(at(.previousStage)) : retour. \(at(.leave)) : fermer."
    case .upload:
      "\(key(.tick, in: .ticking)) : cocher. \(at(.nextStage)) : suite. \(at(.previousStage)) : retour. \(at(.leave)) : fermer."
    case .putAway:
      "\(key(.archiveStations, in: .puttingAway)) : archiver. \(key(.tick, in: .ticking)) : cocher. \(at(.previousStage)) : retour. \(at(.leave)) : fermer."
    case .report:
      "\(key(.tick, in: .ticking)) : cocher. \(report(.giveReport)) : rapport. \(report(.writeCorrections)) : écrire les corrections. \(report(.copyNote)) : copier la note. \(at(.nextStage)) : suite. \(at(.previousStage)) : retour. \(at(.leave)) : fermer."
    }
  }

  var morningHelp: [HelpSection] {
    [
      HelpSection(
        title: "Le lendemain d'une panne",
        paragraphs: [
          "Ici, vous regardez les fichiers de tous les postes avant le déchargement. Eux-mêmes restent intacts.",
          "\(at(.nextStage)) passe à la suite, \(at(.previousStage)) revient en arrière. Vous pouvez fermer à tout moment : la même commande reprend où vous en étiez.",
        ]),
      HelpSection(
        title: "Décider",
        paragraphs: [
          "Les erreurs viennent d'abord. Les constats d'une même sorte sont regroupés : \(look(.open)) les montre et les regroupe.",
          "Ouvrez un constat pour voir les lignes qui l'entourent, de tous les postes. Haut et Bas choisissent une ligne ; les touches ci-dessous décident de cette ligne. Sans choix, elles décident de toutes les lignes du constat.",
          "Chaque décision est aussitôt sur le disque, avec votre nom et l'heure. offcirc fix fait les mêmes fichiers des mêmes décisions.",
        ]),
      HelpSection(
        title: "Décharger",
        paragraphs: [
          "\(key(.makeKit, in: .preparing)) prépare le lot des fichiers décidés, comme offcirc kit. Ses lignes sont alors dans le registre.",
          "Suivez la liste des étapes dans Alma, et cochez chacune. Les coches aussi sont aussitôt sur le disque.",
          "Les rapports d'Alma deviennent des listes de travail à cocher. Pour un second déchargement, cochez des corrections, puis écrivez-les : \(report(.writeCorrections)).",
        ]),
      HelpSection(
        title: "Archiver",
        paragraphs: [
          "Le bilan pour la direction est une page à imprimer. De même la page de ce qui reste à faire à chaque poste : emportez-la.",
          "Revenez en arrière, puis passez à la suite : les deux sont récrites d'après les derniers rapports.",
          "\(key(.archiveStations, in: .puttingAway)) archive les postes dont le dossier est accessible. Une question est posée pour chacun. Un poste ouvert, ou qui a des lignes non déchargées, est refusé.",
        ]),
    ]
  }

  /// The paragraphs of `--help` about the room of the morning.
  var discussionOfMorning: String {
    """
    Un programme en plein écran pour la personne référente. Il montre le \
    tableau des fichiers et ce qui y est douteux, et prend une décision pour \
    chaque constat. Les fichiers eux-mêmes restent intacts. Fermez à tout moment : la même \
    commande reprend où vous en étiez. Une seule personne à la fois décide \
    dans un dossier.

    Le dossier de --output contient le fichier decisions, avec des numéros \
    d'emprunteurs : gardez-le pour vous. Il reçoit un fichier par bureau de \
    prêt, tel que offcirc fix le fait des mêmes décisions, puis leur lot.
    """
  }

  // MARK: Collect

  var fileHeadings: [String] {
    [
      "Fichier", "Bureau", "Lignes", "Prêts", "Retours", "Lecteurs", "Début",
      "Fin",
    ]
  }

  func fileTotals(_ files: [MorningFile]) -> String {
    let overviews = files.compactMap(\.overview)
    func sum(_ count: (FileOverview) -> Int) -> Int {
      overviews.reduce(0) { $0 + count($1) }
    }
    return
      "\(counting(files.count, "fichier")) : \(counting(sum(\.lineCount), "ligne")), \(counting(sum(\.loanCount), "prêt")), \(counting(sum(\.returnCount), "retour"))."
  }

  func sentence(_ note: MorningFile.Note, of file: StationFile) -> String {
    switch note {
    case .sameStation(let other):
      "Du même poste que \(other.path.printable). L'un des deux est-il une copie ?"
    case .shared(let shared):
      "\(shared.first.path.printable) et \(shared.second.path.printable) ont \(counting(shared.count, "ligne")) en commun. L'un des deux est-il une copie ?"
    case .leftOut(let overlap): leftOut(overlap)
    case .unreadable:
      "\(file.path.printable) n'est pas un fichier de transactions. Apportez l'OffCirc.dat de ce poste."
    }
  }

  // MARK: Look

  func matters(_ count: Int, open: Int, decisions: Int) -> String {
    "\(counting(count, "constat")), dont \(counting.digits(open)) sans décision. \(counting(decisions, "décision"))."
  }

  var noMatters: String { "Aucun constat. Passez à la suite." }

  var matterHeadings: [String] { ["Gravité", "Constat", "Où", "Décidé"] }

  func title(of kind: MorningMatter.Kind) -> String {
    switch kind {
    case .finding(let kind): title(of: kind)
    case .conflict(.sameMinute):
      "exemplaires dans deux fichiers à la même minute"
    case .conflict(.decided):
      "exemplaires dans deux fichiers à la même minute, que les journaux mettent dans l'ordre"
    case .conflict(.lentTwice):
      "exemplaires prêtés dans deux fichiers sans retour"
    case .conflict(.returnedTwice):
      "exemplaires rendus dans deux fichiers sans prêt"
    case .answer(let effect): heading(of: effect).uncapitalizedAtStart
    }
  }

  func sentence(_ answer: RehearsedLine) -> String {
    guard let message = answer.message else {
      let number = answer.transaction.map { " : \($0.item.text.printable)" }
      return "\(heading(of: answer.effect))\(number ?? "")."
    }
    let isCertain = answer.certainty == .certain
    return
      "Alma répondra \(isCertain ? "" : "sans doute ")« \(message.printable) »"
  }

  func lines(_ first: Int, _ last: Int, of name: String) -> String {
    first == last
      ? "\(name), ligne \(first)" : "\(name), lignes \(first)–\(last)"
  }

  var decidedMark: String { "oui" }

  var lineHeadings: [String] {
    [
      "Fichier", "Ligne", "Heure", "Opération", "Exemplaire", "Emprunteur",
      "Décidé",
    ]
  }

  func decision(_ line: DecidedLine) -> String {
    if line.isOut { return "retirée" }
    return [
      line.isChanged ? "corrigée" : nil, line.isMoved ? "décalée" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  var matterFooter: String {
    "\(look(.keepLines)) : garder. \(look(.correctItem)) : exemplaire. \(look(.correctBorrower)) : emprunteur. \(look(.correctReader)) : tous ses prêts. \(look(.takeOut)) : retirer. \(look(.swapNumbers)) : intervertir. \(look(.shiftTimes)) : heures. \(look(.orderLines)) : ordre. \(at(.undoDecision)) : annuler. \(at(.levelUp)) : retour."
  }

  // MARK: Pages with boxes

  var tickHeadings: [String] { ["Fait", "Étape"] }

  func ticked(_ count: Int, of all: Int) -> String {
    "Fait : \(counting.digits(count)) sur \(counting.digits(all))."
  }

  var tickedBox: String {
    "Coché. \(key(.tick, in: .ticking)) de nouveau : décocher."
  }

  var untickedBox: String { "Décoché." }

  var noBox: String { "Cette ligne n'a pas de case. Choisissez-en une autre." }

  var noKit: String {
    "Il n'y a pas encore de lot. \(key(.makeKit, in: .preparing)) le prépare."
  }

  // MARK: Reports

  func awaitsReport(in folder: String) -> String {
    "Pas encore de rapport. Exportez-le d'Alma dans \(folder.printable)."
  }

  var reportTaken: String { "Les rapports ont été lus." }

  var pasteNotAskedFor: String {
    "Rien ne se colle ici. Rien n'a été modifié."
  }

  var correctionsTitle: String { "Corrections pour un second déchargement" }

  func correctionsPurpose(of file: String) -> String {
    "\(file.printable) : cochez les corrections exactes, puis \(report(.writeCorrections)) les écrit dans un fichier."
  }

  var noCorrection: String {
    "Aucune correction n'est cochée. Rien n'a été écrit."
  }

  func copied(_ note: String) -> String {
    "Envoyé au presse-papiers, si le terminal le permet : \(note.printable)"
  }

  var noNote: String {
    "Cette ligne n'a pas de note. Celles des usagers inconnus en ont une."
  }

  var noClipboard: String {
    "Ce terminal ne transmet rien au presse-papiers. Sélectionnez la note à la souris."
  }

  // MARK: Archiving

  var archivingTitle: String { "Archiver" }

  func archivingQuestion(_ file: StationFile, desk: String?) -> String {
    "Archiver le poste du dossier \(file.path.folder.printable)\(desk.map { " (bureau \($0.quotable))" } ?? "") ? Il sera vide ensuite. Si ce dossier est une copie, le poste lui-même reste tel quel."
  }

  var archivingAnswer: String { "archiver ce poste" }
  var nextStationAnswer: String { "pas celui-ci : le suivant" }
  var backToPage: String { "ne plus rien archiver" }

  var noStationAtHand: String {
    "Aucun poste à archiver n'est accessible. Archivez sur chaque poste, d'après la page."
  }

  // MARK: Deciding

  func label(_ entry: MorningEntry) -> String {
    switch entry {
    case .desk: "Bureau"
    case .item: "Exemplaire"
    case .borrower, .reader: "Emprunteur"
    case .times: "Décaler de"
    case .report: "Rapport"
    }
  }

  func prompt(_ entry: MorningEntry) -> String {
    switch entry {
    case .desk: "Tapez le bureau de prêt de ce fichier."
    case .item: "Scannez ou tapez le bon exemplaire."
    case .borrower: "Scannez ou tapez la bonne carte."
    case .reader:
      "Scannez ou tapez la carte qui reçoit tous les prêts de cet emprunteur dans ce fichier."
    case .report: "Tapez le nom du rapport, avec son dossier."
    case .times:
      "Tapez de combien décaler toutes les heures de ce fichier : +01:00."
    }
  }

  func offered(_ nearMisses: [NearMiss]) -> String {
    "\(perhaps(nearMisses.map(suggestion).joined(separator: ", "))) \(key(.lineDown, in: .lineRoom)) le met dans le champ."
  }

  func entryFooter(_ entry: MorningEntry) -> String {
    let (choose, goBack) = (
      key(.choose, in: .lineRoom), key(.goBack, in: .lineRoom)
    )
    return entry == .report
      ? "\(choose) : lire le rapport. \(goBack) : retour."
      : "\(choose) : décider. \(goBack) : ne rien décider."
  }

  func decided(_ act: Decision.Act) -> String {
    let lines = counting(act.lines.count, "ligne")
    let text: String
    switch act {
    case .keep: text = "Gardé : \(lines)"
    case .takeOut: text = "Retiré : \(lines)"
    case .swap: text = "Exemplaire et emprunteur intervertis : \(lines)"
    case .item(_, let item):
      text = "Exemplaire \(item.text.printable) : \(lines)"
    case .borrower(_, let card):
      text = "Emprunteur \(card.text.printable) : \(lines)"
    case .shift: text = "Heures décalées"
    case .order: text = "Ordre décidé"
    case .desk(_, let name): text = "Bureau \(name.printable)"
    case .tick: return tickedBox
    case .archive: return "L'archive de ce poste est consultée aussi."
    case .undo(let number): return "La décision \(number) est annulée."
    }
    return "\(text). \(at(.undoDecision)) : annuler."
  }

  var noDecision: String { "Rien à annuler." }

  func refused(_ fault: DecisionFault, of files: [StationFile]) -> String {
    "Rien n'a été décidé : \(reason(fault, of: files))."
  }

  func notATime(_ text: String) -> String {
    "\(text.quotable) n'est pas un écart d'heures. Tapez par exemple +01:00 ou -00:05."
  }

  func notANumber(_ text: String) -> String {
    "\(text.quotable) ne peut pas être un numéro d'exemplaire ou d'emprunteur. Tapez-le encore une fois."
  }

  var nothingToOrder: String {
    "Ce constat ne porte pas sur deux lignes. Il n'y a rien à ordonner."
  }

  var openFirst: String {
    "Ces constats sont regroupés. Ouvrez-les par \(look(.open)), ou gardez tout par \(look(.keepLines))."
  }

  func notAskedFor(_ number: String) -> String {
    "\(number.quotable) : aucun numéro n'est demandé. Rien n'a été décidé."
  }
}
