import Circulation
import Offload

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
      head.exceptions.map { "Avec échecs : \($0)." },
      "Messages lus : \(worklist.tasks.count).",
      "À faire ou à examiner : \(worklist.tasks.count - nothing).",
      "Rien à faire : \(nothing).",
    ]
    return counts.compactMap(\.self).joined(separator: " ")
  }

  func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count < 2 ? "" : "s")"
  }

  func sentence(_ doubt: Worklist.Doubt) -> String {
    switch doubt {
    case .incomplete(let present, let all):
      "Le rapport ne contient que \(counted(present, "échec")) sur \(all) : la page en montre plus que ce qui a été copié. Exportez le rapport, ou ouvrez ses autres pages, et recommencez."
    case .otherCount(let processed, let inFile):
      "Le rapport parle de \(counted(processed, "enregistrement")), et le fichier a \(counted(inFile, "ligne")) : vérifiez que c'est bien le fichier qui a été téléchargé dans Alma."
    case .cut(let count, let length):
      count == 1
        ? "1 message du rapport n'était pas fini après \(length) caractères et a été coupé là : cherchez la suite dans le rapport."
        : "\(count) messages du rapport n'étaient pas finis après \(length) caractères et ont été coupés là : cherchez la suite dans le rapport."
    case .unread(let count, let first): unread(count, first)
    }
  }

  func heading(of section: Worklist.Section) -> String {
    switch section {
    case .swapped: "Exemplaire et emprunteur intervertis"
    case .unknownUsers: "Exemplaires prêtés à des usagers inconnus"
    case .unknownItems: "Exemplaires introuvables : usagers à contacter"
    case .unknownReturns: "Exemplaires introuvables qui sont revenus"
    case .neither: "Ni l'exemplaire ni l'usager ne sont connus"
    case .unclear: "Messages qui ne correspondent à aucune ligne"
    case .unknownMessages: "Messages inconnus"
    case .nothing: "Rien à faire"
    case .corrected: "Lignes corrigées"
    }
  }

  func advice(on section: Worklist.Section) -> String? {
    switch section {
    case .swapped:
      "Sur ces lignes, la carte a été lue comme exemplaire, et l'exemplaire comme carte. Prêtez les exemplaires à la main, ou faites corriger les lignes avec --retry."
    case .unknownUsers:
      "Ces prêts ne sont pas dans le système de la bibliothèque. Mettez la note sur chaque exemplaire, ou prêtez-les tous à un même usager fictif."
    case .unknownItems:
      "Ces usagers ont emprunté un exemplaire que le système ne connaît pas. Mettez une note dans leur dossier, et demandez-leur de rapporter l'exemplaire."
    case .unknownReturns:
      "Ces exemplaires sont dans la bibliothèque. Cherchez-les sur le chariot, et voyez quel numéro ils portent."
    case .neither:
      "Cherchez ces numéros dans vos notes sur papier ; le fichier n'en dit pas plus."
    case .unclear:
      "Ce que le rapport dit de ces lignes ne correspond pas au contenu du fichier. Examinez-les une à une."
    case .unknownMessages:
      "Lisez-les un à un ; ils sont tels que dans le rapport."
    case .nothing, .corrected: nil
    }
  }

  var lineColumn: String { "Ligne" }
  var itemColumn: String { "Exemplaire" }
  var borrowerColumn: String { "Emprunteur" }
  var dateColumn: String { "Date" }
  var noteColumn: String { "Note" }
  var suggestionColumn: String { "Suggestion" }

  var worklistHead: [String] {
    [
      "Ligne", "Objet", "Date et heure", "Opération", "Exemplaire",
      "Emprunteur", "Note", "Suggestion", "Message",
    ]
  }

  func unknownUser(_ number: String) -> String {
    "Usager inconnu \(number)."
  }

  func knownUser(_ number: String) -> String { "Usager \(number)." }

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
      "\(said) : l'une de ces lignes : \(several.prefix(10).map(line).joined(separator: " ; "))\(several.count > 10 ? " ; ou de \(several.count - 10) autres" : "")."
    case .otherNumber(let other):
      "\(said), pour la ligne \(other.line) : le fichier y a : \(content(other.transaction)). Ce message vient d'un autre fichier."
    case .malformed(let line, let fault):
      "\(said), pour la ligne \(line) : cette ligne du fichier est illisible, \(sentence(fault))"
    case .beyondEnd(let line):
      "\(said), pour la ligne \(line) : le fichier n'a pas cette ligne. Ce message vient d'un autre fichier."
    case .nowhere:
      switch (message.line, message.said.number, message.said.kind) {
      case (nil, .some, _):
        "\(said) : le numéro n'est nulle part dans le fichier."
      case (_, _, .unknown): said
      default: "\(said) : il ne donne pas de numéro."
      }
    }
  }

  func nothingToDo(_ kind: ReportMessage.Kind, count: Int) -> String {
    let times = count == 1 ? "1 ligne" : "\(count) lignes"
    return switch kind {
    case .notOnLoan:
      "\(times) : l'exemplaire est revenu sans avoir été en prêt ; c'est compté comme une consultation sur place."
    case .laterAction:
      "\(times) : une opération plus récente a déjà eu lieu sur l'exemplaire ; rien n'a été changé."
    case .itemNotFound, .userNotFound, .unknown: "\(times)."
    }
  }

  // MARK: What a number may have been meant for

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
    case .cutShort: "il est tronqué"
    case .overlong: "quelque chose y est ajouté"
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

  // MARK: What is uploaded again

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

  func leftAsItIs(_ obstacle: Retry.Obstacle, lines: [Int?]) -> String {
    let known = lines.compactMap(\.self).map(String.init)
    let unknown = lines.count - known.count
    let numbers =
      known.isEmpty
      ? "\(unknown) sans numéro de ligne"
      : (known.count == 1 ? "ligne " : "lignes ")
        + known.joined(separator: ", ")
        + (unknown == 0 ? "" : " et \(unknown) sans numéro de ligne")
    let why =
      switch obstacle {
      case .nothingNear: "aucun numéro du fichier n'en est proche"
      case .several: "plusieurs numéros sont possibles ; choisissez"
      case .uncertain:
        "le numéro proche l'est peut-être par hasard ; corrigez à la main si c'est bien lui"
      case .recorded(let line): "la ligne \(line) l'a déjà enregistré"
      case .contradicted(let line):
        "d'après la ligne \(line), l'exemplaire était chez un autre emprunteur"
      case .reported: "le rapport signale aussi le numéro proche"
      case .unclear: "on ne sait pas de quelle ligne il s'agit"
      }
    return
      "\(lines.count == 1 ? "Non corrigée" : "Non corrigées") : \(numbers) (\(why))."
  }

  func retryWritten(_ path: String, count: Int) -> String {
    let lines = count == 1 ? "1 ligne corrigée" : "\(count) lignes corrigées"
    return
      "\(path.printable) : \(lines), à vérifier, puis à télécharger dans Alma comme OffCirc.dat."
  }

  func nothingToRetry(_ path: String) -> String {
    "\(path.printable) n'a pas été créé : aucune ligne ne peut être corrigée avec certitude."
  }

  // MARK: What was written, or can't be

  func worklistWritten(_ folder: String, names: [String]) -> String {
    "Dans \(folder.printable) : \(names.joined(separator: ", "))."
  }

  func inTheWay(_ path: String) -> String {
    "\(path.printable) existe déjà, et vous y avez peut-être travaillé. Rien n'a été écrit : déplacez-le, ou donnez un autre nom."
  }

  func sentence(_ fault: ReportFault, file: String) -> String {
    let what =
      switch fault {
      case .pdf:
        "est un PDF. Ouvrez-le, copiez son texte dans un fichier, et donnez ce fichier"
      case .picture:
        "est une image. Copiez le texte du rapport dans un fichier, et donnez ce fichier"
      case .oldOffice:
        "est un ancien classeur Excel, un classeur avec mot de passe ou un message d'Outlook. Enregistrez-le en .xlsx sans mot de passe, en .csv ou en texte, et donnez ce fichier"
      case .openDocument:
        "est un classeur de LibreOffice. Enregistrez-le en .xlsx ou en .csv, et donnez ce fichier"
      case .damaged:
        "est abîmé et ne peut pas être lu. Enregistrez le rapport de nouveau, ou copiez son texte dans un fichier"
      case .noMailLibrary:
        "est un message électronique, et la bibliothèque qui les lit manque. Installez libgmime-3.0-0, ou copiez le texte du message dans un fichier et donnez ce fichier"
      case .tooLarge(let most):
        "dépasse \(most / 1_000_000) Mo, ce qu'un rapport ne fait jamais. Donnez d'abord le rapport de traitement, puis le fichier téléchargé dans Alma"
      case .tooMany(let thing, let most):
        "contient plus de \(most) \(name(of: thing)), ce qu'un rapport ne fait jamais. Exportez le rapport de nouveau, ou copiez son texte dans un fichier, et donnez ce fichier"
      case .noMessage:
        "n'est pas un rapport de traitement : aucune ligne ne contient de message. Ouvrez le rapport dans Alma, copiez toute la page dans un fichier, et indiquez ce fichier. \(expectedForm)"
      case .unread(let count):
        "contient un code-barres dans \(counted(count, "ligne")), mais ces messages sont illisibles. \(expectedForm)"
      }
    return "\(file.printable) \(what)."
  }

  private func name(of thing: ReportFault.Thing) -> String {
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
        "pour la ligne \(other.line) il dit « \(message) », et le fichier y a : \(content(other.transaction))"
      case .malformed(let line, _):
        "pour la ligne \(line) il dit « \(message) », et le fichier n'y a pas de transaction"
      case .beyondEnd(let line):
        "il parle de la ligne \(line), et le fichier en a moins"
      case .nowhere, .oneOf, .transaction:
        "il dit « \(message) », et ce numéro n'est pas dans le fichier"
      }
    return
      "\(report.printable) vient d'un autre fichier que \(error.file.printable) : \(place). Rien n'a été écrit : cherchez le fichier qui a été téléchargé dans Alma avec ce rapport."
  }
}
