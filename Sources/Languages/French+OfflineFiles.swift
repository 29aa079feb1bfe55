import Circulation
import Exchange
import Typesetting

extension French {
  func name(of act: Entry.Act) -> String {
    switch act {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .renewal: "Renouvellement"
    case .payment: "Paiement"
    case .registration: "Inscription"
    case .inHouseUse: "Sur place"
    case .uncatalogued: "Non catalogué"
    }
  }

  func details(of entry: Entry) -> String {
    let due = entry.due.map { "à rendre le \(tableTime($0.shown))" }
    let number =
      switch entry.act {
      case .payment: entry.amount?.replacing(".", with: ",") ?? ""
      case .inHouseUse(_, let count): counting(count, "consultation")
      case .uncatalogued(_, _, let count): counting(count, "exemplaire")
      case .loan, .return, .renewal, .registration: ""
      }
    return [number, due ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func listedInLocalTime(of zone: String) -> String {
    "Les heures UTC sont listées à l'heure locale de \(zone.printable)."
  }

  func rowsWithoutTimes(_ count: Int) -> String {
    count == 1
      ? "Une ligne n'a pas d'heure et n'est pas listée."
      : "\(counting(count, "ligne")) n'ont pas d'heure et ne sont pas listées."
  }

  func headline(_ finding: OfflineFinding, of path: String) -> String {
    let lines = finding.lines.map {
      $0.count == 1
        ? ", ligne \($0.lowerBound)"
        : ", lignes \($0.lowerBound) à \($0.upperBound)"
    }
    return
      "\(path.printable)\(lines ?? "") : \(name(of: finding.severity.ofCheck)) : \(sentence(finding))"
  }

  func sentence(_ finding: OfflineFinding) -> String {
    switch finding.issue {
    case .fault(let fault): sentence(fault)
    case .notice(let notice): clause(notice)
    case .trap(let trap): clause(trap)
    }
  }

  private func clause(_ notice: FileNotice) -> String {
    switch notice {
    case .byteOrderMark:
      "il commence par une marque d'ordre des octets, ajoutée par un éditeur."
    case .notUTF8: "il n'est pas en UTF-8."
    case .noVersion: "la première ligne ne commence pas par Version=."
    case .version(let version):
      version.isEmpty
        ? "la version manque."
        : "la version est \(version.quotable), et non 1.0."
    case .name: "le nom ne commence pas par rdy."
    case .outerBlanks:
      "des espaces entourent un numéro, à partir de cette ligne."
    case .dueDate:
      "une date n'est pas valable. Il peut y en avoir d'autres plus bas."
    }
  }

  private func clause(_ trap: Trap) -> String {
    switch trap {
    case .longItem: "le numéro d'exemplaire a plus de 20 caractères."
    case .longBorrower: "le numéro d'emprunteur a plus de 32 caractères."
    case .letters: "un numéro contient des lettres hors ASCII."
    case .year: "l'année n'est pas entre 1971 et 2037."
    case .amount: "le montant n'est pas supérieur à 0."
    case .tooMany: "il y a plus de 99 exemplaires ou consultations."
    case .renewal: "Koha ne connaît les renouvellements que comme prêts."
    case .dueDate: "une date de retour est indiquée."
    case .returnTime: "l'heure d'un retour est indiquée."
    case .hourMissing:
      "l'heure n'existe pas, à cause du passage à l'heure d'été."
    case .hourTwice:
      "l'heure existe deux fois, à cause du passage à l'heure d'hiver."
    case .future: "la date est dans le futur."
    case .beforeOutage: "la date est antérieure à la panne."
    case .sameSecond: "une ligne précédente a la même seconde."
    case .twice: "une ligne précédente est identique."
    case .order: "l'heure est antérieure à celle d'une ligne précédente."
    case .consecutive:
      "la dernière ligne de l'exemplaire est du même type."
    case .stillLent:
      "l'exemplaire est déjà prêté plus haut, sans retour."
    case .severalOfItem:
      "l'exemplaire a déjà une ligne dans ce fichier."
    case .longFile: "le fichier a plus de 300 lignes."
    case .noTimes: "le fichier n'a ni dates ni heures."
    }
  }

  func inSystemHeading(_ format: ExchangeFormat) -> String {
    "\(format.title) : "
  }

  func inSystem(_ finding: OfflineFinding) -> String {
    switch finding.consequence {
    case .skipped: "ignore la ligne."
    case .takenUnread: "traite la ligne. OffCirc ne la lit pas."
    case .onlyWarned: "affiche un avertissement, et prend les lignes."
    case .sorted: "traite les lignes dans l'ordre des heures."
    case .dayOnly:
      "ne garde que le jour. Le jour du prêt, l'heure du chargement compte."
    case .eitherHour: "peut prendre l'autre heure."
    case .slow:
      "peut s'arrêter avant la fin du fichier, sur un serveur lent."
    case .dayOfLoading: "prend le jour du chargement."
    case .dayAsked:
      "demande la date. Les numéros inconnus deviennent des exemplaires temporaires."
    case .nothingLent: "ne fait rien pour l'emprunteur."
    case .notFound: "peut ne pas trouver le numéro, à cause des espaces."
    case .otherDate: "peut prendre une autre date, ou minuit."
    case .amountTaken: "prend le montant tel quel."
    case .orderLost: "mélange les lignes d'une même seconde."
    case .fileOrder: "peut traiter les lignes dans l'ordre du fichier."
    case .doneTwice: "traite les deux lignes. Un paiement compte deux fois."
    case .permission:
      "exige un droit pour les dates de retour. Sans lui, le prêt échoue."
    case .otherHour: "peut prendre une autre heure."
    case .timeTaken: "prend l'heure telle quelle."
    case .loadedBefore: "ne sait pas si la ligne a déjà été chargée."
    case .logged:
      "note seulement dans son journal la seconde de deux lignes égales."
    case .runAgain: "traite le fichier à nouveau si sa page est rechargée."
    case .secondRefused: "refuse le second prêt."
    case .lettersUnknown: "peut ne pas trouver le numéro."
    case .uploadEnds:
      "le chargement s'arrête ici. Aucune ligne suivante n'arrive."
    case .noDate:
      "prend la ligne sans date, ou arrête ici le chargement."
    case .rowFails: "ne prend pas la ligne."
    case .otherAmount: "prend un autre montant, par exemple 2.00 pour 2,50."
    case .sessionStops:
      "arrête la session de tous les postes. Aucune ligne n'est traitée."
    case .wrongPlace: "traite la ligne avant ou après toutes les autres."
    case .mayRefuse: "peut refuser la ligne ou tout le fichier."
    case .takenForOther: "peut prendre un numéro pour un autre."
    case .lentToOther:
      "prête les exemplaires qui suivent à l'emprunteur précédent, même les retours."
    case .refused: "refuse le fichier."
    case .rowSkipped: "ignore le numéro."
    case .firstLost: "prend la première ligne pour l'en-tête, et la perd."
    case .otherLetters:
      "comprend d'autres lettres, et ne trouve pas le numéro."
    case .cut:
      "coupe le numéro. Ce peut être celui d'un autre exemplaire ou emprunteur."
    case .fileNotFound: "ne trouve pas le fichier."
    }
  }

  func advice(on finding: OfflineFinding) -> String {
    let format = finding.format
    let again =
      "écrivez un nouveau fichier avec offcirc convert --to \(format.rawValue)."
    return switch finding.consequence {
    case .skipped, .onlyWarned, .sorted, .dayOnly: "rien."
    case .takenUnread:
      "chargez le fichier tel quel. Fusionné ou converti, il perd cette ligne."
    case .eitherHour: "vérifiez l'ordre de ces lignes."
    case .slow, .notFound, .orderLost, .fileOrder, .firstLost: again
    case .permission:
      "écrivez un nouveau fichier avec offcirc convert --to evergreen --due none."
    case .dayOfLoading: "chargez-le une seule fois, le jour de ses lignes."
    case .dayAsked:
      "indiquez le jour de ses lignes, et cochez Do not create temporary records."
    case .nothingLent: "vérifiez s'il manque un exemplaire plus bas."
    case .otherDate:
      "corrigez la date, ou vérifiez ensuite la date de retour."
    case .amountTaken: "vérifiez le montant."
    case .doneTwice: "supprimez l'une des deux si c'est une répétition."
    case .otherHour, .timeTaken:
      "vérifiez l'horloge de l'ordinateur qui a écrit le fichier."
    case .loadedBefore:
      "supprimez les lignes chargées après une panne précédente."
    case .logged: "vérifiez ensuite l'exemplaire dans \(format.title)."
    case .runAgain: "chargez la page une seule fois. Ou " + again
    case .secondRefused: "cherchez qui a l'exemplaire."
    case .lettersUnknown:
      "vérifiez dans \(format.title) que de tels numéros existent."
    case .uploadEnds:
      "corrigez ou supprimez la ligne. Si le fichier est déjà chargé, ne chargez que la suite."
    case .noDate: "corrigez la date et l'heure."
    case .rowFails, .cut, .rowSkipped, .otherLetters:
      "corrigez la ligne, ou saisissez-la à la main."
    case .otherAmount:
      "écrivez le montant avec un point, par exemple 2.50."
    case .sessionStops:
      "corrigez la ligne. Si le fichier est déjà chargé, ouvrez une nouvelle session."
    case .wrongPlace: "écrivez les secondes depuis 1970 dans timestamp."
    case .mayRefuse: "corrigez la ligne avant le chargement."
    case .takenForOther:
      "écrivez la commande et l'emprunteur avant les exemplaires."
    case .lentToOther:
      "écrivez l'emprunteur sous PRET SECOURU. Ne forcez pas le fichier."
    case .refused: "corrigez la ligne. Ne forcez pas le fichier."
    case .fileNotFound: "choisissez un nom qui commence par rdy."
    }
  }

  func moreFindings(_ count: Int) -> String {
    "\(counting(count, "autre constat", "autres constats")). Pour tout voir, ajoutez --format csv."
  }

  func conclusion(_ summary: OfflineCheck.Summary, of path: String) -> String {
    let title = summary.notes.format.title
    let counts = OfflineFinding.Severity.allCases.reversed().map {
      counting(summary.count(of: $0), name(of: $0.ofCheck))
    }
    let next =
      summary.count(of: .error) > 0
      ? "Corrigez les erreurs avant de le charger dans \(title)."
      : summary.count(of: .warning) > 0
        ? "Vérifiez les avertissements avant de le charger dans \(title)."
        : "Prêt pour \(title). À charger une seule fois."
    return
      "\(recognized(summary.notes, as: path))\n\(counts.joined(separator: ", ")). \(next)"
  }

  // MARK: Help

  /// The paragraph of `offcirc list --help` about other systems' files.
  var listOfOfflineFiles: String {
    """
    FICHIER peut aussi être un fichier de Koha, Evergreen, Sierra, Destiny ou \
    PMB : son contenu montre lequel. CSV et JSON ont alors aussi le format, \
    la ligne, la date de retour, le montant et le nombre. Les heures UTC sont \
    listées à l'heure locale, celle de --zone.
    """
  }

  /// The paragraph of `offcirc check --help` about other systems' files.
  var checkOfOfflineFiles: String {
    """
    Les fichiers de Koha, Evergreen, Sierra, Destiny et PMB sont vérifiés \
    séparément, chacun pour son système. CSV et JSON ont alors le format dans \
    une colonne de plus.
    """
  }

  /// The paragraph of `offcirc merge --help` about other systems' files.
  var mergeOfOfflineFiles: String {
    """
    Il peut y avoir des fichiers de Koha, Evergreen, Sierra, Destiny et PMB. \
    Toutes les lignes sont alors triées par heure, et chaque perte est \
    signalée avec ses lignes. Rien n'est écrit s'il devait manquer des \
    lignes, sauf avec --accept-losses. Un fichier présent n'est alors pas \
    remplacé. Vérifiez le nouveau fichier avec offcirc check.
    """
  }
}
