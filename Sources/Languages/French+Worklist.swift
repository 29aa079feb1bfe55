import Circulation
import Offload
import SharedLibraries
import Station
import Typesetting

extension French {
  // MARK: The page

  var worklistTitle: String { "Liste de travail après le déchargement" }

  func worklistOrigin(_ file: String, _ head: JobReport.Head) -> String {
    let job = [
      head.process.map { "numéro \($0)" }, head.started, head.status,
    ].compactMap(\.self).joined(separator: ", ")
    return "Fichier : \(file.printable)."
      + (job.isEmpty ? "" : " Traitement : \(job).")
  }

  func worklistCounts(_ worklist: Worklist) -> String {
    let head = worklist.report.head
    let nothing = worklist.tasks(in: .nothing).count
    let counts = [
      head.processed.map { "Enregistrements terminés : \($0)." },
      head.exceptions.map { "Enregistrements avec échecs : \($0)." },
      "Messages lus : \(worklist.tasks.count).",
      "À faire ou à vérifier : \(worklist.tasks.count - nothing).",
      "Rien à faire : \(nothing).",
    ]
    return counts.compactMap(\.self).joined(separator: " ")
  }

  func sentence(_ warning: Worklist.Warning) -> String {
    switch warning {
    case .incomplete(let present, let all):
      "Le rapport ne contient que \(counting(present, "échec")) sur \(all) : la page a plus de lignes que la copie. Exportez le rapport ou ouvrez ses autres pages, puis recommencez."
    case .otherCount(let processed, let inFile):
      "Le rapport annonce \(counting(processed, "enregistrement")), mais le fichier a \(counting(inFile, "ligne")). Vérifiez que c'est bien le fichier déchargé."
    case .cut(let count, let length):
      "\(counting(count, "message")) du rapport \(counting.form(of: count, "dépasse", "dépassent")) \(length) caractères et \(counting.form(of: count, "a été coupé", "ont été coupés")). Cherchez la suite dans le rapport."
    case .unread(let count, let first): unread(count, first)
    case .waiting(let count):
      "\(counting(count, "ligne")) de la liste \(counting.form(of: count, "n'a", "n'ont")) pas de résultat : le système ne \(counting.form(of: count, "l'a", "les a")) pas encore \(counting.form(of: count, "traitée", "traitées")). Cochez toutes les lignes, lancez le traitement, et enregistrez à nouveau la page."
    case .noEnd:
      "La page ne se termine pas par « Récupération terminée » : PMB s'est arrêté, ou la page est incomplète. Cherchez le dernier exemplaire de la page, et vérifiez les suivants dans PMB. Ne chargez pas le fichier une deuxième fois."
    }
  }

  func heading(of section: Worklist.Section) -> String {
    switch section {
    case .swapped: "Exemplaire et emprunteur intervertis"
    case .unknownUsers: "Exemplaires prêtés à des usagers introuvables"
    case .unknownItems: "Exemplaires introuvables : usagers à contacter"
    case .unknownReturns: "Exemplaires introuvables qui ont été rendus"
    case .neither: "Exemplaires et usagers introuvables"
    case .otherBorrowers: "Exemplaires prêtés à un autre emprunteur"
    case .refusedLoans: "Prêts refusés : l'exemplaire est déjà en prêt"
    case .returnsAgain: "Exemplaires à rendre encore une fois"
    case .unclear: "Messages qui ne correspondent à aucune ligne"
    case .unknownMessages: "Messages inconnus"
    case .nothing: "Rien à faire"
    case .corrected: "Lignes corrigées"
    }
  }

  func advice(
    on section: Worklist.Section, in system: LibrarySystem
  ) -> String? {
    let name = system.title
    return switch section {
    case .swapped:
      "Sur ces lignes, la carte a été scannée comme exemplaire, et l'exemplaire comme carte. Prêtez les exemplaires à la main, ou corrigez les lignes avec --retry."
    case .unknownUsers:
      "\(name) n'a pas enregistré ces prêts. Ajoutez la note à chaque exemplaire, ou prêtez-les tous au même usager fictif."
    case .unknownItems:
      "Ces usagers ont emprunté un exemplaire introuvable dans \(name). Ajoutez une note à leur dossier, et demandez-leur de rapporter l'exemplaire."
    case .unknownReturns:
      "Ces exemplaires sont à la bibliothèque. Cherchez-les sur le chariot, et vérifiez leur code-barres."
    case .otherBorrowers:
      "\(name) n'a pas trouvé ces emprunteurs, et a prêté leurs exemplaires à l'emprunteur précédent. Faites le retour des exemplaires dans \(name). Prêtez-les ensuite aux emprunteurs de cette liste, sous leur bon numéro."
    case .refusedLoans:
      "Dans \(name), ces exemplaires sont déjà en prêt. Si c'est à un autre emprunteur, faites le retour, puis prêtez l'exemplaire à l'emprunteur de cette liste."
    case .returnsAgain:
      "Cherchez ces exemplaires, et faites leur retour dans \(name) même. Ils étaient perdus, déclarés rendus ou réservés, ou sont d'une autre bibliothèque."
    case .neither:
      "Cherchez ces numéros dans vos notes sur papier. Le fichier n'a pas d'autre information."
    case .unclear:
      "Pour ces lignes, le rapport ne correspond pas au fichier. Vérifiez-les une à une."
    case .unknownMessages:
      "Examinez-les un à un."
    case .nothing, .corrected: nil
    }
  }

  var lineColumn: String { "Ligne" }
  var itemColumn: String { "Exemplaire" }
  var borrowerColumn: String { "Emprunteur" }
  var dateColumn: String { "Date" }
  var noteColumn: String { "Note" }
  var suggestionColumn: String { "Suggestion" }

  var worklistHeading: [String] {
    [
      "Ligne", "Objet", "Date et heure", "Opération", "Exemplaire",
      "Emprunteur", "Note", "Suggestion", "Message",
    ]
  }

  func unknownUser(_ number: String) -> String {
    "Usager introuvable : \(number)."
  }

  func knownUser(_ number: String) -> String { "Usager : \(number)." }

  func unknownUserNote(_ loan: LocalTime) -> String {
    "Prêté à un usager inconnu (\(day(loan)))"
  }

  private func line(_ numbered: NumberedTransaction) -> String {
    "ligne \(numbered.line), \(content(numbered.transaction))"
  }

  private func content(_ transaction: Transaction) -> String {
    let numbers =
      transaction.borrower.map {
        "prêt de \(transaction.item.text) à \($0.text)"
      } ?? "retour de \(transaction.item.text)"
    return "\(numbers), \(date(transaction.recorded, isShort: true))"
  }

  func describe(_ task: Worklist.Task) -> String {
    let message = task.entry.message
    let text =
      task.entry.joined == nil ? message.textWithNumbers : message.text
    let said = "« \(text) »"
    return switch task.entry.match {
    case .transaction(let joined): "\(said) : \(line(joined))."
    case .oneOf(let several):
      "\(said) : \(several.prefix(10).map(line).joined(separator: " ; ou "))\(several.count > 10 ? " ; ou \(counting(several.count - 10, "autre"))" : "")."
    case .otherNumber(let other):
      "\(said), mais la ligne \(other.line) du fichier est un \(content(other.transaction)). Ce message vient d'un autre fichier."
    case .malformed(let line, let error):
      "\(said), mais la ligne \(line) du fichier est illisible : \(sentence(error))"
    case .beyondEnd(let line):
      "\(said), mais le fichier n'a pas de ligne \(line). Ce message vient d'un autre fichier."
    case .nowhere:
      switch (message.line, message.said.number, message.said.kind) {
      case (nil, .some, _):
        "\(said) : le numéro n'est pas dans le fichier."
      case (_, _, .unknown): said
      default: "\(said) : aucun numéro indiqué."
      }
    }
  }

  func nothingToDo(
    _ kind: ReportMessage.Kind, count: Int, in system: LibrarySystem
  ) -> String {
    let lines = counting(count, "ligne")
    return switch kind {
    case .notOnLoan:
      "\(lines) : retour d'un exemplaire qui n'était pas en prêt. \(system == .alma ? "Alma compte une consultation sur place." : "\(system.title) n'a rien modifié.")"
    case .laterAction:
      "\(lines) : il existe une transaction plus récente. \(system.title) n'a rien modifié."
    case .held:
      "\(lines) : l'emprunteur a déjà l'exemplaire. \(system.title) n'a pas renouvelé le prêt."
    case .itemNotFound, .userNotFound, .otherBorrower, .onLoan, .returnAgain,
      .unknown:
      "\(lines)."
    }
  }

  // MARK: Suggestions

  func reason(_ reason: NearMiss.Reason) -> String {
    switch reason {
    case .garbled: "déformé par le clavier ou la douchette"
    case .swapped: "exemplaire et emprunteur sont intervertis"
    case .capitals: "majuscules et minuscules diffèrent"
    case .leadingZero: "un zéro de tête perdu ou ajouté"
    case .transposed: "deux caractères intervertis"
    case .oneDiffers: "un caractère diffère"
    case .oneMissing: "il manque un caractère"
    case .oneTooMany: "un caractère de trop"
    case .cutShort: "le numéro est tronqué"
    case .overlong: "des caractères ajoutés au numéro"
    }
  }

  func suggestion(_ nearMiss: NearMiss) -> String {
    "\(nearMiss.number) (\(reason(nearMiss.reason)))"
  }

  func perhaps(_ suggestions: String) -> String {
    "Peut-être \(suggestions)."
  }

  func otherKind(_ kind: ReportMessage.Kind, line: Int) -> String {
    kind == .itemNotFound
      ? "C'est le numéro d'un emprunteur à la ligne \(line)."
      : "C'est le numéro d'un exemplaire à la ligne \(line)."
  }

  // MARK: Corrected lines

  func describe(_ correction: Retry.Correction) -> String {
    let (old, new) = (correction.old, correction.new)
    var changes: [String] = []
    if old.item != new.item {
      changes.append("exemplaire \(old.item.text) → \(new.item.text)")
    }
    if let before = old.borrower, let after = new.borrower, before != after {
      changes.append("emprunteur \(before.text) → \(after.text)")
    }
    let why = correction.reasons.map(reason).joined(separator: ", ")
    return
      "Ligne \(correction.line) : \(changes.joined(separator: ", ")) (\(why))."
  }

  func leftAsItIs(_ reason: Retry.OmissionReason, lines: [Int?]) -> String {
    let known = lines.compactMap(\.self)
    let unknown = lines.count - known.count
    var places = known.isEmpty ? [] : [self.lines(known)]
    if unknown > 0 { places.append("\(unknown) sans numéro de ligne") }
    let why =
      switch reason {
      case .nothingNear: "aucun numéro proche dans le fichier"
      case .several: "plusieurs numéros sont possibles ; choisissez"
      case .uncertain:
        "la ressemblance est peut-être un hasard ; si c'est le bon numéro, corrigez la ligne à la main"
      case .recorded(let line): "la ligne \(line) l'a déjà enregistré"
      case .contradicted(let line):
        "d'après la ligne \(line), un autre emprunteur avait l'exemplaire"
      case .reported: "le rapport signale aussi le numéro proche"
      case .unclear: "la ligne n'est pas connue"
      }
    return
      "\(counting.form(of: lines.count, "Non corrigée", "Non corrigées")) : \(places.joined(separator: " ; ")) (\(why))."
  }

  func retryWritten(_ path: String, count: Int) -> String {
    "\(path.printable) : \(counting(count, "ligne corrigée", "lignes corrigées")), à vérifier, puis à décharger comme OffCirc.dat."
  }

  func nothingToRetry(_ path: String) -> String {
    "\(path.printable) n'a pas été écrit : aucune ligne ne peut être corrigée avec certitude."
  }

  // MARK: The result

  func worklistWritten(_ folder: String, names: [String]) -> String {
    "Fichiers écrits dans \(folder.printable) : \(names.joined(separator: ", "))."
  }

  func inTheWay(_ path: String) -> String {
    "\(path.printable) existe déjà, et vous l'avez peut-être modifié. Rien n'a été écrit. Déplacez-le, ou indiquez un autre nom."
  }

  func sentence(_ error: ReportError, file: String) -> String {
    let what =
      switch error {
      case .pdf:
        "est un fichier PDF. Ouvrez-le, copiez son texte dans un fichier, et indiquez ce fichier"
      case .picture:
        "est une image. Copiez le texte du rapport dans un fichier, et indiquez ce fichier"
      case .oldOffice:
        "est un ancien classeur Excel, un classeur avec mot de passe ou un message d'Outlook. Enregistrez-le en .xlsx sans mot de passe, en .csv ou en texte, et indiquez ce fichier"
      case .openDocument:
        "est un classeur LibreOffice. Enregistrez-le en .xlsx ou en .csv, et indiquez ce fichier"
      case .damaged:
        "est abîmé et illisible. Enregistrez à nouveau le rapport, ou copiez son texte dans un fichier"
      case .missing(let library):
        "ne peut être lu sans le paquet \(library.debianPackage). Installez-le, ou copiez le texte du rapport dans un fichier et indiquez ce fichier"
      case .tooLarge(let maximum):
        "est trop gros pour un rapport (plus de \(maximum / 1_000_000) Mo). Indiquez d'abord le rapport de traitement, puis le fichier déchargé"
      case .tooMany(let thing, let maximum):
        "est trop gros pour un rapport (plus de \(counting.digits(maximum)) \(name(of: thing))). Exportez à nouveau le rapport, ou copiez son texte dans un fichier, et indiquez ce fichier"
      case .noMessage:
        "n'est pas un rapport de traitement : aucune ligne ne contient de message. Ouvrez le rapport dans le système, copiez toute la page dans un fichier, et indiquez ce fichier. \(expectedForm)"
      case .unread(let count):
        "contient un code-barres dans \(counting(count, "ligne")), mais ces messages sont illisibles. \(expectedForm)"
      }
    return "\(file.printable) \(what)."
  }

  private func name(of thing: ReportError.Thing) -> String {
    switch thing {
    case .rows: "lignes"
    case .cells: "cellules"
    case .characters: "caractères"
    case .elements: "éléments"
    case .attributes: "attributs"
    case .headLines: "lignes d'en-tête"
    case .parts: "parties"
    }
  }

  func sentence(_ error: OtherFile, report: String) -> String {
    let message = error.example.message.textWithNumbers
    let place =
      switch error.example.match {
      case .otherNumber(let other):
        "il contient « \(message) » pour la ligne \(other.line), mais cette ligne du fichier est un \(content(other.transaction))"
      case .malformed(let line, _):
        "il contient « \(message) » pour la ligne \(line), mais cette ligne du fichier n'est pas une transaction"
      case .beyondEnd(let line):
        "il contient un message pour la ligne \(line), mais le fichier en a moins"
      case .nowhere, .oneOf, .transaction:
        "il contient « \(message) », mais ce numéro n'est pas dans le fichier"
      }
    return
      "\(report.printable) n'est pas le rapport de \(error.file.printable) : \(place). Rien n'a été écrit. Cherchez le fichier dont parle ce rapport."
  }
}
