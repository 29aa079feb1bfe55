import Circulation
import Offload
import Typesetting

extension French {
  // MARK: The page

  func rehearsalTitle(_ system: LibrarySystem) -> String {
    "Répétition du déchargement dans \(system.title)"
  }

  func rehearsalOrigin(_ files: [String], lineCount: Int) -> String {
    "\(counting.list(files.map(\.printable), .and)) : \(counting(lineCount, "ligne"))."
  }

  func sentences(on basis: ListBasis, openReturnCount: Int) -> [String] {
    let lists = [
      listSentence("d'exemplaires", basis.items),
      listSentence("de lecteurs", basis.borrowers),
    ]
    guard openReturnCount > 0 else { return lists }
    return lists + [
      "Pour \(counting(openReturnCount, "retour")), impossible de savoir si l'exemplaire était en prêt. Importez une liste des prêts."
    ]
  }

  private func listSentence(_ name: String, _ kind: ListBasis.Kind?) -> String {
    guard let kind else {
      return
        "Aucune liste \(name) : ceux qui sont introuvables ne peuvent être reconnus."
    }
    let day = kind.date.map { " du \(self.day($0))" } ?? ""
    return kind.isComplete
      ? "Liste \(name)\(day), complète."
      : "Liste \(name)\(day), importée sans --complete."
  }

  func remark(on system: LibrarySystem) -> String? {
    switch system {
    case .alma: nil
    case .koha:
      "Koha efface chaque ligne de sa file après traitement, même en cas d'échec. Conservez cette page."
    case .koc:
      "La page de Koha affiche des prêts qui ne sont pas enregistrés. Conservez cette page."
    case .evergreen:
      "Le retour d'un exemplaire d'une autre bibliothèque affiche ROUTE_ITEM. Un exemplaire modifié depuis affiche SKIP_ASSET_CHANGED si ce contrôle est activé : ses lignes suivantes sont ignorées aussi. Cette page ne peut prévoir ni l'un ni l'autre."
    case .pmb:
      "PMB s'arrête au premier numéro introuvable. Cette page montre ce qui arrive si vous continuez. PMB date chaque prêt du jour du déchargement."
    }
  }

  func firstReading(_ screen: SecouruScreen) -> String {
    screen.isSound
      ? "PMB accepte le fichier : \(screen.check.printable)"
      : "PMB s'arrête et pose une question : \(screen.check.printable)"
  }

  func secondReading(_ screen: SecouruScreen) -> String {
    let done =
      "\(counting(screen.lent.count, "prêt")) et \(counting(screen.returnCount, "retour"))"
    let failed = screen.failureCount
    let rest =
      failed == 0
      ? ""
      : " \(counting(failed, "mouvement")) \(counting.form(of: failed, "échoue", "échouent"))."
    return screen.isSound
      ? "Il enregistre \(done).\(rest)"
      : "Si vous continuez, il enregistre \(done).\(rest) Cliquez sur « Annuler », et corrigez le fichier."
  }

  func givenToPrevious(_ loans: [SecouruMovement]) -> String {
    let all = loans.map {
      "\($0.item.printable) → \(($0.reader ?? "").printable)"
    }
    return
      "PMB prêterait à l'emprunteur précédent : \(counting.list(all, .and, maximum: 10))."
  }

  func secouruAlone(_ file: String) -> String {
    "\(file.printable) est pour la page de PMB. N'indiquez que de tels fichiers, sans --report ni --compare."
  }

  func firstAnswer(_ message: String, in file: String?) -> String {
    let place = file.map { "\($0.printable) : " } ?? ""
    return
      "\(place)PMB affiche d'abord « \(message.printable) ». Il compte les lignes de son propre format, avec un bloc par lecteur."
  }

  func rehearsalCounts(_ summary: Rehearsal.Summary) -> String {
    [
      "Échecs : \(counting.digits(summary.count(of: .fails))).",
      "À examiner : \(counting.digits(summary.count(of: .look))).",
      "Messages sans suite : \(counting.digits(summary.count(of: .nothing))).",
    ].joined(separator: " ")
  }

  func heading(of effect: LineEffect, count: Int) -> String {
    "\(heading(of: effect)) (\(counting.digits(count)))"
  }

  func heading(of effect: LineEffect) -> String {
    switch effect {
    case .unreadable: "Lignes qui ne sont pas des transactions"
    case .itemUnknown: "Exemplaires introuvables"
    case .borrowerUnknown: "Lecteurs introuvables"
    case .givenToPrevious: "Prêts qu'un autre lecteur recevrait"
    case .refused: "Exemplaires en prêt chez un autre lecteur : refusés"
    case .notRenewed: "Exemplaires déjà chez ce lecteur : non renouvelés"
    case .unfit: "Lignes impossibles dans un fichier pour le système"
    case .dropped: "Prêts ignorés sans message"
    case .lost: "Retours d'exemplaires perdus"
    case .claimed: "Retours d'exemplaires déclarés rendus"
    case .notForLoan: "Prêts d'exemplaires exclus du prêt"
    case .pastDue: "Prêts en retard dès le déchargement"
    case .blocked: "Prêts à des lecteurs bloqués"
    case .expired: "Prêts sur une carte expirée"
    case .lentToOther: "Exemplaires peut-être en prêt chez un autre lecteur"
    case .takenFromOther: "Exemplaires en prêt chez un autre lecteur"
    case .requested: "Retours d'exemplaires réservés"
    case .notOnLoan: "Retours d'exemplaires qui n'étaient pas en prêt"
    }
  }

  func advice(on effect: LineEffect, in system: LibrarySystem) -> String {
    let name = system.title
    return switch effect {
    case .unreadable:
      "Lancez offcirc check : il montre ce qui ne va pas dans chaque ligne."
    case .itemUnknown:
      "Examinez ces exemplaires dès maintenant. Corrigez le code-barres dans le fichier, ou créez l'exemplaire dans \(name) avant le déchargement."
    case .borrowerUnknown:
      "Cherchez les bons numéros, ou créez ces lecteurs dans \(name) avant le déchargement."
    case .givenToPrevious:
      "Retirez ces lignes du fichier, et prêtez les exemplaires à la main. PMB les prêterait à l'emprunteur précédent."
    case .refused:
      "Rendez ces exemplaires dans \(name) avant le déchargement, ou prêtez-les à la main ensuite."
    case .notRenewed:
      "Renouvelez ces prêts à la main après le déchargement."
    case .dropped:
      "Rendez ces exemplaires dans Koha avant le déchargement, ou prêtez-les à la main ensuite."
    case .unfit:
      "Saisissez ces lignes à la main après le déchargement. \(name) couperait leurs numéros, ou les lirait autrement."
    case .lost, .claimed:
      "Rendez ces exemplaires à la main après le déchargement."
    case .notForLoan:
      system == .alma
        ? "Aucun rapport ne nomme ces prêts. Ils sont à rendre aussitôt : modifiez leur date de retour à la main après le déchargement."
        : "Aucun rapport ne nomme ces prêts. Vérifiez-les à la main après le déchargement."
    case .pastDue:
      system == .alma
        ? "Alma fixe leur retour à l'heure du déchargement. Modifiez ensuite leur date de retour à la main."
        : "Ces prêts sont aussitôt en retard. Modifiez leur date de retour à la main après le déchargement."
    case .blocked, .expired:
      "\(name) enregistre ces prêts sans message. Contactez ces lecteurs au besoin."
    case .lentToOther:
      "Un réglage de blocage d'Alma en décide. Suivez la liste de contrôle avant le déchargement, puis vérifiez ces exemplaires."
    case .takenFromOther:
      "\(name) met fin au prêt de l'autre lecteur. Vérifiez que c'est juste."
    case .requested:
      "Mettez ces exemplaires de côté. Scannez-les à nouveau dans \(name) après le déchargement."
    case .notOnLoan:
      system == .alma
        ? "Rien à faire : Alma compte une consultation." : "Rien à faire."
    }
  }

  func expectedMessage(_ message: String) -> String {
    "Le message, par exemple : « \(message.printable) »"
  }

  var certaintyColumn: String { "Certitude" }

  func name(of certainty: Certainty) -> String {
    switch certainty {
    case .certain: "sûr"
    case .likely: "probable"
    case .unknowable: "ouvert"
    }
  }

  func sentence(_ doubt: Certainty.Doubt) -> String {
    switch doubt {
    case .incomplete:
      "La liste a été importée sans --complete : le numéro existe peut-être."
    case .older(let day):
      "La liste est du \(self.day(.day(day))). Le système en sait peut-être plus."
    case .newer(let day):
      "La liste est du \(self.day(.day(day))), après le prêt ou le retour."
    case .gone:
      "Le numéro n'est pas dans la dernière liste complète, mais dans une autre."
    case .holder: "Les listes ne montrent pas qui a l'exemplaire."
    case .both:
      "Exemplaire et lecteur sont introuvables. Le rapport n'en nomme qu'un."
    case .estimate: "Les dates de retour sont estimées selon les réglages."
    case .setting: "Un réglage du système de la bibliothèque en décide."
    }
  }

  func moreRehearsed(_ count: Int) -> String {
    "\(counting(count, "autre ligne", "autres lignes")). Pour les avoir toutes : --format csv."
  }

  // MARK: The report

  func rehearsalWritten(_ path: String, count: Int) -> String {
    "\(path.printable) : \(counting(count, "message attendu", "messages attendus")). Pour une liste de travail : offcirc reconcile \(path.printable) FICHIER."
  }

  func notARehearsal(_ path: String) -> String {
    "\(path.printable) existe déjà et n'est pas le rapport d'une répétition. Donnez un autre nom."
  }

  // MARK: In a kit

  func stepBeforeUpload(_ rehearsal: KitRehearsal) -> String {
    "Examinez rehearsal.txt, et corrigez ce qu'il montre. \(rehearsalCounts(rehearsal.summary))"
  }

  func stepAfterUpload(_ rehearsal: KitRehearsal) -> String? {
    let count = rehearsal.itemsNotForLoan.count
    guard count > 0 else { return nil }
    return
      "Modifiez à la main la date de retour \(counting.form(of: count, "de l'exemplaire", "des \(counting.digits(count)) exemplaires")) de not-for-loan.csv. Aucun rapport ne les nomme."
  }

  func rehearsed(_ rehearsal: KitRehearsal) -> String {
    "Répétition avec le catalogue (rehearsal.txt). \(rehearsalCounts(rehearsal.summary))"
  }

  // MARK: The comparison

  var comparisonTitle: String { "Le rapport et la répétition" }

  func comparisonCounts(_ comparison: RehearsalComparison) -> String {
    "Comme prévu : \(counting(comparison.sameCount, "message")). Différences : \(counting(comparison.differences.count, "ligne"))."
  }

  func heading(
    of cause: RehearsalComparison.Cause, _ basis: ListBasis
  ) -> String {
    switch cause {
    case .list(.items):
      "La liste des exemplaires n'est plus à jour\(dated(basis.items))"
    case .list(.borrowers):
      "La liste des lecteurs n'est plus à jour\(dated(basis.borrowers))"
    case .list(.loans), .list(.lines):
      "La liste des prêts n'est plus à jour\(dated(basis.loans ?? basis.items))"
    case .rule: "Une règle de la répétition est fausse"
    case .earlierLine: "À cause d'une différence sur une ligne précédente"
    case .notForetold: "Messages impossibles à prévoir"
    }
  }

  private func dated(_ kind: ListBasis.Kind?) -> String {
    kind?.date.map { " (\(day($0)))" } ?? ""
  }

  func describe(_ difference: RehearsalComparison.Difference) -> String {
    let place = difference.line.map { "Ligne \($0) : " } ?? ""
    let expected = difference.expected.map { "« \($0.printable) »" } ?? "rien"
    let reported = difference.reported.map { "« \($0.printable) »" } ?? "rien"
    return "\(place)prévu \(expected), rapporté \(reported)."
  }
}
