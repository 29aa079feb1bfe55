import Circulation
import Exchange
import Typesetting

extension French {
  /// The paragraphs of `--help` about the conversion of files.
  var discussionOfConvert: String {
    """
    Les fichiers peuvent venir d'Alma, Koha, Evergreen, Sierra, Destiny ou \
    PMB. Leurs lignes vont dans un seul fichier, dans l'ordre des heures. \
    destiny et pmb prennent des fichiers sans heures : le dossier en a un ou \
    plusieurs par jour.

    Chaque ligne refusée est signalée avec son numéro et la raison. S'il \
    devait manquer des lignes, rien n'est écrit, sauf avec --accept-losses. \
    Les autres changements sont signalés avec leur nombre et leurs lignes.

    Koha a des heures locales, Evergreen des heures UTC. --zone donne le \
    fuseau, par exemple Europe/Paris, ou un décalage fixe, par exemple \
    +01:00. --date donne une heure aux lignes de destiny et de pmb. --due \
    donne une date de retour aux prêts qui n'en ont pas, comme sierra \
    l'exige. --due none supprime toutes les dates de retour.

    Le registre liste ce qui est écrit pour un autre système qu'Alma. S'il \
    liste déjà des lignes des fichiers, rien n'est écrit, sauf avec --again.

    Le nouveau fichier est vérifié avant de recevoir son nom. Code de sortie 1 : \
    des lignes manquent, ou manqueraient. FICHIER n'est pas modifié.
    """
  }

  func recognized(_ notes: FileNotes, as path: String) -> String {
    let program =
      notes.generator.map { $0.isEmpty ? "" : ", écrit par \($0.quotable)" }
      ?? ""
    return
      "\(path.printable) : fichier pour \(notes.format.title)\(program), \(counting(notes.lineCount, "ligne"))."
  }

  func sentence(_ notice: FileNotice, of path: String) -> String {
    let path = path.printable
    return switch notice {
    case .byteOrderMark:
      "\(path) : il commence par une marque d'ordre des octets, ajoutée par un éditeur. Le système peut refuser le fichier."
    case .notUTF8:
      "\(path) : il n'est pas en UTF-8. Les lettres accentuées ont été lues comme sous Windows. Vérifiez-les."
    case .noVersion:
      "\(path) : la première ligne ne commence pas par Version=. Elle a été lue comme une transaction. Koha la perdrait."
    case .version(let version):
      "\(path) : la version n'est pas 1.0\(version.isEmpty ? "" : ", mais \(version.quotable)")."
    case .name:
      "\(path) : le nom ne commence pas par rdy. Sierra ne trouve pas le fichier."
    case .outerBlanks(let line):
      "\(path) : des espaces autour des numéros ont été retirés, d'abord à la ligne \(line)."
    case .dueDate(let line):
      "\(path) : une date de la ligne \(line) n'est pas valable et n'est pas gardée. Il peut y en avoir d'autres."
    }
  }

  func sentence(_ fault: LineFault) -> String {
    switch fault {
    case .empty: "la ligne est vide."
    case .tooLong: "la ligne est trop longue."
    case .innerReturn:
      "la ligne contient un retour chariot. Enregistrez le fichier avec les fins de ligne de Windows ou de Linux."
    case .time: "il n'y a pas de date et d'heure valables."
    case .fields(let found, let expected):
      "il y a \(counting(found, "champ")), au lieu de \(expected)."
    case .emptyNumber: "un numéro est vide."
    case .controlCharacter: "un numéro contient un caractère de contrôle."
    case .noBorrower: "le prêt n'a pas d'emprunteur."
    case .noItem: "il n'y a pas d'exemplaire."
    case .dataFile(let error): sentence(error)
    case .command(let word):
      word.isEmpty
        ? "le type de transaction manque."
        : "\(word.quotable) n'est pas un type de transaction connu."
    case .amount: "le montant n'est pas un nombre comme 2.50."
    case .notJSON: "la ligne n'est pas un objet JSON."
    case .notAnObject: "la ligne est du JSON, mais pas un objet."
    case .bareNumber:
      "un numéro est écrit sans guillemets, et peut avoir été arrondi."
    case .inventory: "la ligne vient d'un inventaire, sans transaction."
    case .noDue: "le prêt n'a pas de date de retour."
    case .group: "le groupe statistique n'est pas entre 1 et 999."
    case .prefix: "la lettre b manque devant un numéro."
    case .innerBlank: "le numéro contient un espace."
    case .code(let code):
      "\(code.quotable) n'est pas un code connu. Les numéros qui suivent ne sont pas pris."
    case .resources: "la ligne concerne une ressource, qui n'est pas lue."
    case .beforeCode: "aucun code ne précède le numéro."
    case .borrowerWithoutItems: "aucun exemplaire ne suit l'emprunteur."
    case .blockWithoutBorrower: "les prêts n'ont pas d'emprunteur."
    case .nearHead:
      "la commande s'écrit autrement : PRET SECOURU ou RETOUR SECOURU, sans accent."
    case .zero: "PMB ignore le numéro 0."
    }
  }

  func moreFaults(_ count: Int) -> String {
    "\(counting(count, "autre ligne n'est pas prise", "autres lignes ne sont pas prises"))."
  }

  func sentence(
    _ loss: Losses.Entry, of paths: [String], in zone: String
  ) -> String {
    let count = loss.places.count
    let rows = counting(count, "ligne")
    func form(_ singular: String, _ plural: String) -> String {
      counting.form(of: count, singular, plural)
    }
    let sentence =
      switch loss.loss {
      case .leftOut(.payment):
        "\(counting(count, "paiement n'est pas", "paiements ne sont pas")) dans le nouveau fichier : \(form("refaites-le", "refaites-les")) à la main"
      case .leftOut(let reason):
        "\(rows) \(form("laissée", "laissées")) de côté : \(clause(reason))"
      case .renewals:
        "\(counting(count, "renouvellement est écrit comme un prêt", "renouvellements sont écrits comme des prêts"))"
      case .dueDates:
        "\(counting(count, "date de retour est supprimée", "dates de retour sont supprimées")) : le système \(form("la", "les")) calcule"
      case .secondsMadeUp:
        "des secondes ont été inventées pour \(rows), pour garder l'ordre"
      case .minutesPassed:
        "parmi elles, \(rows) \(form("passe", "passent")) à une minute suivante"
      case .seconds: "les secondes de \(rows) sont supprimées"
      case .times:
        "\(rows) \(form("n'a", "n'ont")) plus d'heure : chargez chaque fichier le jour que donne son nom"
      case .timeGiven: "\(rows) \(form("a reçu", "ont reçu")) l'heure de --date"
      case .takenAsLocal:
        "les heures de \(rows) ont été prises pour l'heure locale de \(zone.printable)"
      case .moved(let seconds):
        "\(rows) en UTC ou d'un autre fuseau \(form("a été décalée", "ont été décalées")) de \(distance(seconds)), à l'heure locale de \(zone.printable)"
      case .hourTwice(let day):
        "\(rows) \(form("tombe", "tombent")) dans l'heure qui existe deux fois le \(self.day(day)). Vérifiez l'ordre"
      case .hourMissing(let day):
        "\(rows) \(form("tombe", "tombent")) dans l'heure qui n'existe pas le \(self.day(day)), et \(form("passe", "passent")) à l'heure suivante"
      case .returnTimes:
        "de \(counting(count, "retour")), Evergreen ne garde que le jour"
      case .twice:
        "\(counting(count, "ligne est en double. Elle l'est", "lignes sont en double. Elles le sont")) aussi dans le nouveau fichier"
      case .order:
        "\(rows) \(form("n'était pas", "n'étaient pas")) dans l'ordre des heures, et \(form("l'est", "le sont")) maintenant"
      }
    return "\(sentence.capitalizedAtStart) (\(lines(loss.places, of: paths)))."
  }

  private func clause(_ reason: LeftOutReason) -> String {
    switch reason {
    case .payment: "un paiement"
    case .amount: "le montant d'un paiement n'est pas supérieur à 0"
    case .registration: "l'inscription d'un emprunteur"
    case .inHouseUse: "une consultation sur place"
    case .uncatalogued: "des exemplaires sans code-barres"
    case .tooMany: "plus de 99 exemplaires ou consultations par ligne"
    case .noBorrower: "un renouvellement qui ne nomme pas l'emprunteur"
    case .letters: "un numéro contient des lettres hors ASCII"
    case .separator: "un numéro contient un signe qui y mettrait fin"
    case .longItem: "le numéro d'exemplaire est trop long pour le système"
    case .longBorrower: "le numéro d'emprunteur est trop long pour le système"
    case .reserved: "le système ne prendrait pas le numéro pour un numéro"
    case .year: "le système ne garde pas l'année"
    }
  }

  func converted(
    _ file: ConversionReport.WrittenFile, for format: ExchangeFormat
  ) -> String {
    let written =
      "Écrit pour \(format.title) : \(file.path.printable), \(counting(file.rowCount, "ligne"))."
    let day = file.day.map { dates.day($0) }
    let advice =
      switch format {
      case .alma, .sierra: ""
      case .koha:
        " À charger une seule fois : Koha le prendrait une seconde fois."
      case .evergreen:
        " Avant de l'importer dans un navigateur, choisissez-y Clear Transactions."
      case .destiny:
        day.map { " Indiquez le \($0) comme date des transactions." } ?? ""
      case .pmb:
        (day.map { " PMB prend le jour du chargement à la place du \($0)." }
          ?? "") + " Si PMB y signale une erreur, ne forcez pas."
      }
    return written + advice
  }

  func balance(_ report: ConversionReport) -> String {
    let faults = report.faults.count
    let leftOut = report.losses.leftOutCount
    return
      "\(counting(report.readCount, "ligne lue", "lignes lues")), \(counting(report.writtenCount, "écrite")), \(counting(leftOut, "laissée")) de côté."
      + (faults == 0
        ? ""
        : " \(counting(faults, "ligne n'est pas prise", "lignes ne sont pas prises")).")
  }

  func sentence(_ error: ConversionError) -> String {
    switch error {
    case .unknownFormat(let path):
      "\(path.printable) n'est pas reconnu. Si c'est un fichier hors ligne, indiquez son système avec --from."
    case .needsTime(let path):
      "\(path.printable) n'a pas d'heures. Indiquez la date et l'heure des lignes avec --date."
    case .needsDue(let path, let line):
      "Le prêt de la ligne \(line) de \(path.printable) n'a pas de date de retour. Sierra l'exige : indiquez-la avec --due."
    case .needsDues:
      "Sierra exige une date de retour pour tous les prêts. Indiquez-la avec --due."
    case .needsGroup:
      "Sierra exige le groupe statistique du poste. Indiquez-le avec --stat."
    case .name(let path):
      "Sierra ne prend que des fichiers dont le nom commence par rdy. Choisissez un autre nom que \(path.printable)."
    case .inTheWay(let path):
      "\(path.printable) existe déjà. Choisissez un autre nom."
    case .noRows:
      "Rien n'est écrit : aucune ligne n'est pour le nouveau fichier."
    case .losses(let report):
      "Rien n'est écrit : il manquerait \(counting(report.faults.count + report.losses.leftOutCount, "ligne")). Pour écrire le fichier sans elles, ajoutez --accept-losses."
    case .notReadBack(let path):
      "\(path.printable) n'est pas créé : à la vérification, il n'avait pas toutes ses lignes. Écrivez sur un autre disque."
    }
  }

  // MARK: Parts of sentences

  private func lines(_ places: RowPlaces, of paths: [String]) -> String {
    let shown = places.runs.prefix(10)
    var parts: [String] = []
    for index in paths.indices {
      let runs = shown.filter { $0.file == index }
      guard !runs.isEmpty else { continue }
      let numbers = runs.map {
        $0.lines.count == 1
          ? "\($0.lines.lowerBound)"
          : "\($0.lines.lowerBound) à \($0.lines.upperBound)"
      }
      let isOne = runs.count == 1 && runs[0].lines.count == 1
      let name = paths.count > 1 ? " de \(paths[index].printable)" : ""
      parts.append(
        (isOne ? "ligne " : "lignes ") + numbers.joined(separator: ", ") + name)
    }
    let isWhole = !places.isCut && shown.count == places.runs.count
    return (parts + (isWhole ? [] : ["…"])).joined(separator: ", ")
  }

  private func day(_ number: Int64) -> String {
    dates.day(LocalTime(secondsSince1970: number * 86_400, utcOffset: 0))
  }

  private func distance(_ seconds: Int) -> String {
    let minutes = Int(seconds.magnitude) / 60
    let rest = minutes % 60 == 0 ? "" : " \(minutes % 60) min"
    return (seconds < 0 ? "−" : "+") + "\(minutes / 60) h" + rest
  }
}
