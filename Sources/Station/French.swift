import Circulation
import Glibc
import Offload
import Scanning
import Settings
import Terminal

/// The words in French, those of the user's own document where it has them.
struct French: Words {
  // MARK: The window

  let title = "Offline Circulation"
  let subtitle = "Prêt secouru"
  let borrower = "Emprunteur"
  let item = "Code-barres de l'exemplaire"
  let clearLabel = "_Nettoyer"
  let loanLabel = "_Prêt"
  let returnLabel = "_Retour"
  let chooseTransaction = "Choisissez la transaction"
  let barcodeHead = "Code-barres"
  let operationHead = "Opération"
  let borrowerHead = "Emprunteur"
  let timeHead = "Heure"
  let saveLabel = "_Sauvegarder dans le fichier"
  let deleteLabel = "S_upprimer"
  let helpLabel = "_Aide"
  let closeLabel = "_Fermer"

  func label(_ name: String) -> String { name + " :" }

  func name(of operation: Operation) -> String {
    switch operation {
    case .loan: "Prêt"
    case .return: "Retour"
    }
  }

  func unsaved(_ count: Int) -> String { "À sauvegarder : \(count)" }

  func waiting(_ count: Int) -> String { "NON enregistré : \(count)" }

  func date(_ time: LocalTime, isShort: Bool) -> String {
    let at = time.fields
    let clock = "\(at.hour.twoDigits):\(at.minute.twoDigits)"
    let date = "\(day(time)) \(clock)"
    return isShort ? date : "\(Self.days[at.weekday]) \(date)"
  }

  func day(_ time: LocalTime) -> String {
    let at = time.fields
    return "\(at.day.twoDigits)/\(at.month.twoDigits)/\(at.year)"
  }

  func listTime(_ time: LocalTime, today: LocalTime) -> String {
    let at = time.fields
    let clock = "\(at.hour.twoDigits):\(at.minute.twoDigits)"
    return time.isSameDay(as: today)
      ? "\(clock):\(at.second.twoDigits)"
      : "\(at.day.twoDigits)/\(at.month.twoDigits) \(clock)"
  }

  private static let days = [
    "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.",
  ]

  func tooSmall(_ present: Size, least: Size) -> String {
    """
    Cette fenêtre fait \(present.columns)×\(present.rows). Il faut à OffCirc \
    \(least.columns)×\(least.rows) : agrandissez-la. Les lectures sont \
    enregistrées malgré tout.
    """
  }

  func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Espace"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let letter): "Alt-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .enter: "Entrée"
    case .tab: "Tab"
    case .backTab: "Maj-Tab"
    case .escape: "Échap"
    case .backspace: "Retour arrière"
    case .delete: "Suppr"
    case .left: "Gauche"
    case .right: "Droite"
    case .up: "Haut"
    case .down: "Bas"
    case .home: "Début"
    case .end: "Fin"
    case .pageUp: "Page haut"
    case .pageDown: "Page bas"
    case .unknown: unknownKey
    }
  }

  // MARK: What just happened

  func ready(_ operation: Operation, borrower: Barcode?) -> String {
    switch (operation, borrower) {
    case (.loan, nil):
      "Prêt : lisez la carte de l'emprunteur, puis les exemplaires."
    case (.loan, let borrower?):
      "Prêt à \(borrower.text) : lisez les exemplaires. F4 pour l'emprunteur suivant."
    case (.return, _): "Retour : lisez les exemplaires."
    }
  }

  func restored(_ count: Int, since: LocalTime) -> String {
    let one =
      "1 transaction du \(date(since, isShort: false)) n'est pas encore sauvegardée : elle est dans la liste."
    let more =
      "\(count) transactions, la première du \(date(since, isShort: false)), ne sont pas encore sauvegardées : elles sont dans la liste."
    return count == 1 ? one : more
  }

  func torn(byteCount: Int, in journal: String) -> String {
    """
    La dernière ligne de \(journal.printable) était coupée (\(byteCount) octets, panne \
    de courant ?) ; elle a été retirée : vérifiez que la dernière lecture est \
    dans la liste.
    """
  }

  func damaged(_ damage: [JournalDamage], in journal: String) -> String {
    let missing = damage.missingCount
    return "\(journal.printable) est abîmé à la ligne \(damage.lineNumbers)"
      + (missing > 0 ? " (\(missing) manquantes)" : "")
      + " : il y a peut-être des transactions en moins ou en trop dans la liste. Gardez une copie du fichier."
  }

  func saveCompleted(_ count: Int) -> String {
    "Une sauvegarde interrompue a été terminée : \(count) dans OffCirc.dat."
  }

  func saveReturned(_ count: Int) -> String {
    """
    Une sauvegarde a été interrompue, et OffCirc.dat a changé depuis ou n'est \
    plus là : \(count) sont de nouveau dans la liste. S'il a été déchargé, \
    vérifiez-le avant de les sauvegarder.
    """
  }

  func saveNotCompleted(_ failure: FileFailure) -> String {
    "Une sauvegarde interrompue ne peut pas encore être terminée. \(sentence(failure))"
  }

  func recorded(_ transaction: Transaction) -> String {
    if let borrower = transaction.borrower {
      "Enregistré : prêt de \(transaction.item.text) à \(borrower.text)."
    } else {
      "Enregistré : retour de \(transaction.item.text)."
    }
  }

  func recorded(_ count: Int, last: Transaction) -> String {
    "Enregistré : \(count) transactions, la dernière pour \(last.item.text)."
  }

  func notRecorded(_ count: Int, _ failure: FileFailure) -> String {
    let what =
      count == 1
      ? "NON enregistré : 1 lecture attend"
      : "NON enregistré : \(count) lectures attendent"
    return "\(what) et on réessaiera. \(sentence(failure))"
  }

  func dropped(_ transaction: Transaction) -> String {
    "Abandonné, non enregistré : \(transaction.item.text)."
  }

  func borrowerFirst(_ item: String) -> String {
    "Non enregistré : pas d'emprunteur pour \(item.quotable). Lisez la carte, puis appuyez sur Entrée."
  }

  func borrowerTaken(_ borrower: Barcode, heldItem: String?) -> String {
    if let heldItem {
      "Emprunteur \(borrower.text). Entrée enregistre \(heldItem.quotable)."
    } else {
      "Emprunteur \(borrower.text) : lisez les exemplaires."
    }
  }

  func cleared() -> String { "Emprunteur suivant : lisez la carte." }

  func gaveWay(_ number: String) -> String {
    "\(number.quotable) était dans le champ, NON enregistré, et a été remplacé par la lecture suivante."
  }

  func moreRefused(_ count: Int) -> String {
    count == 1
      ? "1 autre lecture a été refusée."
      : "\(count) autres lectures ont été refusées."
  }

  func blanksTakenOff(_ number: String) -> String {
    "Les espaces autour de \(number.quotable) ont été retirés."
  }

  func deleted(_ transaction: Transaction) -> String {
    "Supprimé : \(phrase(transaction)). Ctrl-Z le rétablit."
  }

  func nothingToDelete() -> String {
    "Il n'y a rien à supprimer dans la liste."
  }

  func notDeleted(_ failure: FileFailure) -> String {
    "NON supprimé. \(sentence(failure))"
  }

  func savedNow(_ count: Int, path: String) -> String {
    "Sauvegardé : \(count) dans \(path.printable)."
  }

  func nothingToSave() -> String { "Tout est déjà sauvegardé." }

  func notSaved(_ failure: FileFailure) -> String {
    if failure.act == .noteSave {
      return
        "Les lignes sont dans OffCirc.dat : laissez-le en place jusqu'à ce que ceci soit réglé. \(sentence(failure))"
    }
    return
      "NON sauvegardé ; tout est encore dans la liste. \(sentence(failure))"
  }

  // MARK: What was scanned

  func cardAmongReturns(_ number: String) -> String {
    "Non enregistré : \(number.quotable) est une carte, et le poste est en retour. F3 pour le prêt."
  }

  func nextBorrower(_ borrower: Barcode) -> String {
    "Emprunteur suivant : \(borrower.text). Lisez les exemplaires."
  }

  func heldForCard(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) attend la carte : lisez la carte."
      : "\(count) exemplaires attendent la carte, le dernier est \(last.quotable) : lisez la carte."
  }

  func heldDropped(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) n'avait pas de carte : abandonné, NON enregistré."
      : "\(count) exemplaires n'avaient pas de carte : abandonnés, NON enregistrés ; le dernier était \(last.quotable)."
  }

  func repaired(_ raw: String, _ number: String) -> String {
    "\(raw.quotable) → \(number.quotable)"
  }

  func doubleScan(_ item: Barcode) -> String {
    "\(item.text) lu deux fois de suite : enregistré une fois."
  }

  func answerDropped(byteCount: Int) -> String {
    "Le terminal a envoyé \(byteCount) octets qui ne sont pas une touche : écartés, hors du numéro."
  }

  let batchTitle = "Lignes collées"

  func batchQuestion(_ batch: Batch) -> String {
    var sentences = [
      "\(batch.lines.count) lignes. Cartes : \(batch.cardCount). Exemplaires : \(batch.itemCount)."
    ]
    if batch.commandCount > 0 {
      sentences.append("Commandes : \(batch.commandCount).")
    }
    if batch.doubtfulCount > 0 {
      sentences.append("Numéros douteux (?) : \(batch.doubtfulCount).")
    }
    if batch.refusedCount > 0 {
      sentences.append("Impossibles à enregistrer (×) : \(batch.refusedCount).")
    }
    sentences.append("Rien n'en est encore enregistré.")
    return sentences.joined(separator: "\n")
  }

  let recordBatch = "Tout enregistrer"
  let dropBatch = "Abandonner"

  func batchDropped(_ count: Int) -> String {
    "\(count) lignes collées ont été abandonnées, NON enregistrées."
  }

  // MARK: What stays to be looked at

  func clockWarning(_ doubt: ClockWarning, now: LocalTime) -> String {
    let clock = "L'horloge indique \(date(now, isShort: false))"
    return
      switch doubt
    {
    case .beforeLastEvent(let last):
      "\(clock), mais la dernière transaction est du \(date(last, isShort: false)). Prévenez le bibliothécaire."
    case .longAfterLastEvent(let last):
      "\(clock) ; la dernière transaction est du \(date(last, isShort: false)). L'horloge est-elle à l'heure ?"
    case .beforeRelease(let release):
      "\(clock), mais ce programme est du \(date(release, isShort: false)). Prévenez le bibliothécaire."
    }
  }

  func clockJump(from expected: LocalTime, to now: LocalTime) -> String {
    "L'horloge a été changée : il serait \(date(expected, isShort: false)), elle indique \(date(now, isShort: false))."
  }

  func stale(
    _ count: Int, from oldest: LocalTime, to newest: LocalTime
  ) -> String {
    """
    OffCirc.dat a \(count == 1 ? "1 ligne" : "\(count) lignes") du \
    \(days(oldest, newest)). Déjà déchargées ? Voir F9.
    """
  }

  private func days(_ oldest: LocalTime, _ newest: LocalTime) -> String {
    oldest.isSameDay(as: newest)
      ? day(newest) : "\(day(oldest)) au \(day(newest))"
  }

  func strange(_ count: Int, first line: Int) -> String {
    count == 1
      ? "OffCirc.dat, ligne \(line) : ce n'est pas une transaction. Faites-la vérifier avant le déchargement."
      : "OffCirc.dat a \(count) lignes qui ne sont pas des transactions, à partir de la ligne \(line). Faites-le vérifier avant le déchargement."
  }

  func openToOthers(_ folder: StationFolder) -> String {
    "D'autres peuvent lire dans \(folder.path.printable) : chmod 700 les en empêche."
  }

  func scarceSpace(megabytes: Int) -> String {
    "Le disque est presque plein : il reste \(megabytes) Mo. Libérez de la place."
  }

  func copyWarning(_ doubt: CopyWarning, folder: String) -> String {
    switch doubt {
    case .lost(let failure):
      "PAS de deuxième copie : \(sentence(failure)) Vous pouvez continuer."
    case .late:
      "PAS de deuxième copie : \(folder.printable) n'est pas encore à jour. Vous pouvez continuer."
    case .onSameDisk:
      "La copie dans \(folder.printable) est sur le même disque que le journal. La clé est-elle en place ?"
    case .setAside(let path):
      "La copie avait des lignes que le journal n'a pas ; c'est maintenant \(path.printable). Prévenez le bibliothécaire."
    }
  }

  // MARK: Closing

  let closeTitle = "Fermer"

  func closeQuestion(
    unsaved: Int, waiting: Int, heldItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String {
    var sentences: [String] = []
    if unsaved > 0 {
      sentences.append(
        unsaved == 1
          ? "1 transaction n'est pas encore dans OffCirc.dat."
          : "\(unsaved) transactions ne sont pas encore dans OffCirc.dat.")
    }
    if let heldItem {
      sentences.append(
        "\(heldItem.quotable) est dans son champ et n'est PAS enregistré. \(isRecordable ? "F2 l'enregistre aussi." : "Il ne peut pas l'être tel quel : Échap y revient.")"
      )
    }
    if let last = awaitingCard.last {
      sentences.append(
        awaitingCard.count == 1
          ? "\(last.quotable) attend une carte : fermer maintenant le perd."
          : "\(awaitingCard.count) exemplaires attendent une carte, le dernier est \(last.quotable) : fermer maintenant les perd."
      )
    }
    if waiting > 0 {
      sentences.append(
        waiting == 1
          ? "1 lecture ne peut pas être écrite sur le disque : fermer maintenant la perd."
          : "\(waiting) lectures ne peuvent pas être écrites sur le disque : fermer maintenant les perd."
      )
    }
    return sentences.joined(separator: "\n")
  }

  let saveAndClose = "Sauvegarder et fermer"
  let keepAndClose = "Fermer et garder la liste pour plus tard"
  let loseAndClose = "Fermer quand même"
  let goBack = "Revenir à la saisie"

  // MARK: Help

  let helpTitle = "Aide"
  let afterOutageTitle = "Après la panne"

  let afterOutageFoot =
    "Cette page ne change rien. Les commandes sont à taper dans un terminal de cet ordinateur. Vous pouvez lire des codes-barres pendant que la page est ouverte."

  let leafFoot = "Échap : revenir. Haut, Bas, Page haut/bas : défiler."

  func name(of context: Command.Context) -> String {
    switch context {
    case .desk: "Partout"
    case .field: "Dans un champ"
    case .button: "Sur un bouton"
    case .choice: "Sur Prêt/Retour"
    case .list: "Dans la liste"
    case .room: "Dans Chercher, Corriger et Emprunteur"
    case .leaf: "Sur une page à lire"
    case .closing: "À la question avant de fermer"
    case .batch: "Devant des lignes collées"
    case .scanner: "Dans offcirc scanner"
    }
  }

  func explanation(of act: Act) -> String {
    switch act {
    case .help: "Aide"
    case .afterOutage: "Après la panne : la suite"
    case .save: "Sauvegarder dans le fichier"
    case .switchOperation: "du prêt au retour et inversement"
    case .clear: "Nettoyer : emprunteur suivant"
    case .delete: "supprimer la transaction choisie"
    case .find:
      "Chercher : scannez ou tapez un numéro ; encore : ligne suivante"
    case .amend: "corriger la ligne choisie : autre exemplaire ou emprunteur"
    case .reader: "les prêts de l'emprunteur ; encore : à une autre carte"
    case .choose: "prendre le numéro, ou aller à la ligne choisie"
    case .close: "Fermer"
    case .redraw: "redessiner l'écran"
    case .undo: "annuler les dernières suppressions, ou la dernière correction"
    case .next: "à l'élément suivant"
    case .previous: "à l'élément précédent"
    case .enter: "Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer"
    case .fieldLeft: "un caractère à gauche"
    case .fieldRight: "un caractère à droite"
    case .fieldHome: "au premier caractère"
    case .fieldEnd: "après le dernier caractère"
    case .eraseBefore: "effacer le caractère précédent"
    case .eraseAfter: "effacer le caractère ici"
    case .eraseField: "vider le champ"
    case .press: "appuyer dessus"
    case .chooseLoan: "Prêt"
    case .chooseReturn: "Retour"
    case .chooseOther: "l'autre"
    case .lineUp: "une ligne plus haut"
    case .lineDown: "une ligne plus bas"
    case .pageUp: "une page plus haut"
    case .pageDown: "une page plus bas"
    case .first: "à la première ligne"
    case .last: "à la dernière ligne"
    case .saveAndClose: "sauvegarder et fermer"
    case .keepAndClose: "fermer et garder la liste"
    case .loseAndClose: "fermer et perdre ce qui ne peut être gardé"
    case .putAside: "écarter l'avertissement pour ce jour"
    case .goBack: "revenir à la saisie"
    case .recordBatch: "tout enregistrer"
    case .dropBatch: "abandonner"
    case .writeSettings: "enregistrer les réglages"
    case .skipScan: "passer ce code"
    case .stepBack: "revenir au code précédent"
    case .leave: "fermer"
    case .day: "la journée, heure par heure"
    }
  }

  let altKeys = "le bouton dont cette lettre est soulignée"

  // MARK: Errors

  func sentence(_ refusal: RefusedNumber) -> String {
    let value = refusal.value.quotable
    switch refusal.fault {
    case .empty: return "Refusé : le numéro est vide."
    case .tooLong(let columns):
      return
        "Refusé : \(value) a \(columns) caractères, OffCirc.dat en prend \(Barcode.maximumLength) au plus."
    case .character(let character, let column):
      return
        "Refusé : \(value) contient \(String(character).quotable) (\(character.codes), caractère \(column)) ; on ne peut écrire que des lettres sans accent, des chiffres et des signes simples."
    case .outerSpace:
      return "Refusé : \(value) commence ou finit par un espace."
    }
  }

  func sentence(_ failure: FileFailure) -> String {
    if let sentence = isAnothers(failure) { return sentence }
    if failure.isOfLocks { return cannotLock(failure.path) }
    let path = failure.path.printable
    let what =
      switch failure.act {
      case .createFolder: "Impossible de créer le dossier \(path)"
      case .open: "Impossible d'ouvrir \(path)"
      case .read: "Impossible de lire \(path)"
      case .write: "Impossible d'écrire dans \(path)"
      case .synchronize: "\(path) n'a pas pu être écrit sur le disque"
      case .truncate: "Impossible de raccourcir \(path)"
      case .replace: "Impossible de remplacer \(path)"
      case .remove: "Impossible de supprimer \(path)"
      case .lock: "Impossible de verrouiller \(path)"
      case .recognize: "\(path) a changé depuis que ce poste l'a écrit"
      case .noteSave: "Impossible de le noter dans \(path)"
      }
    return "\(what) : \(reason(failure))."
  }

  private func reason(_ failure: FileFailure) -> String {
    switch failure.code {
    case ENOSPC: "le disque est plein ; libérez de la place"
    case EDQUOT: "votre part du disque est épuisée ; libérez de la place"
    case EIO:
      "le disque est défaillant (erreur d'entrée-sortie) ; prenez-en un autre"
    case EACCES: "vous n'en avez pas le droit ; demandez les droits d'accès"
    case EROFS:
      "le disque est en lecture seule ; prenez-en un autre"
    case ENOENT: "ce fichier ou ce dossier n'existe pas"
    case ENOTDIR: "quelque chose sur le chemin n'est pas un dossier"
    case EISDIR where failure.act == .read:
      "c'est un dossier ; indiquez un fichier"
    case EISDIR: "c'est un dossier ; déplacez-le"
    case EINVAL where [.read, .write].contains(failure.act):
      "ce n'est pas un fichier ordinaire ; indiquez-en un autre"
    case EINVAL where failure.act == .open:
      "ce n'est pas un fichier ordinaire ; déplacez-le"
    case EBUSY where failure.act == .read:
      "il a été modifié entre-temps ; attendez que personne n'y travaille et recommencez"
    case EEXIST where failure.act == .replace:
      "c'est un des fichiers à lire, ou celui d'un poste ; indiquez-en un autre"
    case EFBIG where failure.act == .read:
      "il est plus grand qu'un tel fichier ne peut l'être ; remettez le bon"
    case EFBIG: "il dépasserait la taille permise"
    case ELOOP where failure.act == .read:
      "c'est un lien qui ne mène à aucun fichier ; indiquez un fichier"
    case ELOOP: "c'est un lien symbolique ; déplacez-le"
    case EPERM:
      "il appartient à quelqu'un d'autre ; déplacez-le"
    case ENODEV: "son disque n'est pas là ; remettez-le en place"
    case ESTALE:
      "il a été déplacé ou remplacé pendant le travail du programme ; recommencez"
    case EILSEQ: "le nom n'est pas du texte en UTF-8 ; renommez-le"
    case ENAMETOOLONG: "le nom est trop long"
    case ENOMEM: "il n'y a plus de mémoire"
    default: rareReason(failure)
    }
  }

  func sentence(_ error: CirculationError) -> String {
    switch error {
    case .folderHeld(let path, let holder):
      let by = holder.map {
        " (processus \($0.process)\($0.host.map { " sur \($0.printable)" } ?? ""), depuis \($0.readableSince))"
      }
      return
        "Un autre poste travaille dans \(path.printable)\(by ?? ""). Fermez-le, ou prenez un autre dossier avec --files."
    case .newerJournal(let path, let version):
      return
        "\(path.printable) est de la version \(version), d'un OffCirc plus récent. Utilisez celui-là ; le fichier n'a pas été touché."
    case .notAJournal(let path):
      return
        "\(path.printable) n'est pas un journal d'OffCirc. Déplacez-le ; il n'a pas été touché."
    case .noJournal(let path):
      return
        "Il n'y a pas de journal d'OffCirc dans \(path.printable). Donnez le dossier d'un poste, ou de sa copie."
    case .severalJournals(let paths):
      return
        "Lequel de ces \(paths.count) journaux ? Donnez le fichier au lieu du dossier."
    case .inTheWay(let path):
      return
        "\(path.printable) existe déjà. Déplacez-le d'abord, ou récupérez dans un autre dossier avec --files."
    case .noBorrower: return "Un prêt demande un emprunteur."
    case .itemIsBorrower(let number):
      return
        "Refusé : \(number.text) est le numéro de l'emprunteur. Lisez l'exemplaire."
    case .returnHasNoBorrower(let item):
      return
        "Refusé : le retour de \(item.text) n'a pas d'emprunteur. Scannez un exemplaire."
    case .numbersUsedUp(let path, let last):
      return
        "\(path.printable) compte jusqu'à \(last) et ne peut compter plus loin. Gardez-le et faites-en un autre avec offcirc recover --files."
    case .clockBeyondFiles:
      return
        "Non enregistré : l'horloge affiche une année ou un fuseau qu'aucun fichier ne peut contenir. Réglez la date et le fuseau de l'ordinateur."
    case .notInList:
      return
        "Elle est déjà dans OffCirc.dat : une sauvegarde interrompue vient d'être terminée."
    }
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(let stream):
      """
      Le poste de prêt demande un terminal, mais \
      \(stream == .input ? "l'entrée" : "la sortie") standard n'en est pas un. \
      Dans un script, utilisez offcirc record, offcirc save et offcirc list.
      """
    case .unknownKind(let kind):
      """
      Le poste de prêt ne sait pas se servir d'un terminal de type \
      « \(kind.printable) ». Donnez le bon à TERM, par exemple TERM=xterm ou \
      TERM=vt100.
      """
    }
  }

  func sentence(_ fault: DataFormat.Fault) -> String {
    switch fault {
    case .empty: "la ligne est vide."
    case .tooShort(let columns):
      "la ligne finit à la colonne \(columns), avant l'exemplaire à la colonne 14."
    case .time:
      "les colonnes 1 à 12 ne sont pas une date et une heure (AAAAMMJJHHMM)."
    case .operation: "la colonne 13 n'est ni L ni R."
    case .item(let flaw): "l'exemplaire \(clause(flaw, column: 14))."
    case .noBorrower: "le prêt n'a pas d'emprunteur."
    case .borrower(let flaw): "l'emprunteur \(clause(flaw, column: 94))."
    case .afterReturn: "le retour a quelque chose après la colonne 93."
    }
  }

  private func clause(_ flaw: DataFormat.Flaw, column: Int) -> String {
    switch flaw {
    case .late(let start):
      "doit commencer à la colonne \(column), et rien ne commence avant la colonne \(start)"
    case .character(let place):
      "contient à la colonne \(place) un caractère qui n'est pas de l'ASCII imprimable ; il faut des lettres sans accent, des chiffres ou des signes"
    case .tooLong(let columns):
      "occupe \(columns) colonnes ; il peut en avoir \(Barcode.maximumLength)"
    }
  }

  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " ou " + last
  }

  // MARK: Settings

  func place(_ line: Int, of file: String) -> String {
    "\(file.printable), ligne \(line)"
  }

  func name(of kind: SettingsKey.ValueType) -> String {
    switch kind {
    case .text: "du texte entre guillemets"
    case .folder: "le chemin d'un dossier, entre guillemets"
    case .file: "le chemin d'un fichier, entre guillemets"
    case .word(let words): Self.list(words.map { "\"\($0)\"" })
    case .words(let words):
      "une liste de \(Self.list(words.map { "\"\($0)\"" }))"
    case .patterns: "une liste de motifs, entre apostrophes"
    case .numbers(let range):
      "une liste de nombres de \(range.lowerBound) à \(range.upperBound)"
    case .number(let range):
      "un nombre de \(range.lowerBound) à \(range.upperBound)"
    case .boolean: "true (oui) ou false (non)"
    }
  }

  func takes(_ kind: String) -> String { "Prend \(kind)." }

  func explanation(of section: SettingsSection) -> String {
    switch section {
    case .station: "Le poste de prêt."
    case .borrower: "À quoi ressemblent les numéros des cartes."
    case .item: "À quoi ressemblent les numéros des exemplaires."
    case .scanner: "Ce que fait la douchette."
    }
  }

  func explanation(of key: SettingsKey.Name) -> String {
    switch key {
    case .files: "Le dossier des fichiers du poste."
    case .desk: "Le nom du bureau de prêt, pour le titre de la fenêtre."
    case .language: "La langue ; sinon celle du système."
    case .bell:
      "Quand la sonnerie retentit : pour ce qui est refusé (errors), pour tout (all) ou jamais (none)."
    case .theme:
      "Les couleurs de la fenêtre ; mono : aucune, comme avec NO_COLOR."
    case .copyTo:
      "Un dossier pour une copie du journal, sur une clé USB par exemple."
    case .learn:
      "Si les numéros qui contredisent ce qui a été scanné sont redemandés ; les motifs l'emportent."
    case .ledger:
      "Le registre de ce qui a été remis à Alma, sur un disque partagé par exemple, pour que rien ne soit déchargé deux fois."
    case .patterns:
      "Expressions régulières ; chaque numéro en remplit une en entier, comme '^\\d{11}$'. Vide : quelconque."
    case .lengths: "Combien de caractères ont les numéros. Vide : quelconque."
    case .checkDigit:
      "Ce qu'est le dernier chiffre : mod10 (celui de Luhn) dit si les autres ont été bien lus."
    case .forbidLeadingZero: "Si aucun d'eux ne commence par un zéro."
    case .forbidSlash: "Si aucun d'eux ne contient de barre oblique."
    case .layout:
      "Le clavier pour lequel l'ordinateur prend celui de la douchette ; auto : celui qui donne un numéro conforme à un motif."
    case .strip:
      "Ce qui est enlevé : aim, un préfixe comme ]A0 ; code39, des astérisques aux deux bouts ; codabar, des lettres de A à D aux mêmes endroits ; clsi, des espaces à l'intérieur."
    case .suffix:
      "Ce qui termine une lecture ; none : une pause ; auto : Entrée, Tab ou une pause."
    case .doubleScanSeconds:
      "En combien de secondes le même numéro est une seule lecture qui a bipé deux fois ; 0 : jamais."
    }
  }

  func settingsHead(file: String?) -> String {
    file.map { "Ce qui est en vigueur, avec \($0.printable)." }
      ?? "Ce qui est en vigueur ; il n'y a pas de fichier de réglages."
  }

  func exampleHead() -> String {
    """
    Les réglages d'OffCirc, dans $XDG_CONFIG_HOME/offcirc/offcirc.toml, \
    ~/.config/offcirc/offcirc.toml, ou là où le dit --config ou OFFCIRC_CONFIG. \
    Enlevez le # d'une clé pour la régler. Mettez les motifs entre apostrophes. \
    ~ est votre dossier personnel ; un chemin qui ne commence pas par / part du \
    dossier de ce fichier.
    """
  }

  let byDefault = "par défaut"
  let notSet = "non réglé"

  // MARK: Commands

  func line(_ number: Int, of file: String, _ text: String) -> String {
    "\(file.printable), ligne \(number) : \(text)"
  }

  func line(_ number: Int, _ text: String) -> String {
    "ligne \(number) : \(text)"
  }

  func unknownTransaction(_ line: String) -> String {
    """
    « \(line.quotable) » n'est pas une transaction ; écrivez « loan EXEMPLAIRE \
    EMPRUNTEUR » ou « return EXEMPLAIRE ».
    """
  }

  func noSuchFolder(_ path: String) -> String {
    "Le dossier \(path.printable) n'existe pas."
  }

  func listEmpty() -> String { "Aucune transaction." }

  func journalFound(_ path: String, _ replay: JournalReplay) -> String {
    let last = replay.latest.map {
      ", dernier usage \(date($0, isShort: false))"
    }
    return
      "\(path.printable) : \(saved(replay)), \(unsaved(replay))\(last ?? "")."
  }

  func recovered(
    _ recovery: Recovery, into folder: StationFolder
  ) -> [String] {
    let replay = recovery.replay
    var sentences = [
      "Récupéré dans \(folder.path.printable) : \(replay.saved.count) dans OffCirc.dat, \(unsaved(replay)) dans la liste."
    ]
    if !replay.saved.isEmpty {
      sentences.append(
        "Si l'OffCirc.dat perdu a été déchargé, supprimez celui-ci avant la prochaine sauvegarde : sinon ses lignes seront déchargées deux fois."
      )
    }
    if replay.supersededCount > 0 {
      sentences.append(
        "Sauvegardées avant qu'OffCirc.dat ne soit retiré la dernière fois, et absentes de celui-ci : \(replay.supersededCount)."
      )
    }
    if recovery.foreignByteCount > 0 {
      sentences.append(
        "L'OffCirc.dat perdu avait \(recovery.foreignByteCount) octets de plus, que le journal ne connaît pas : d'un autre programme, ou de lignes abîmées."
      )
    }
    return sentences
  }

  // MARK: The sheet of command codes

  let sheetTitle = "OffCirc : codes de commande"
  let sheetPurpose =
    "Lisez un code au lieu d'appuyer sur sa touche : le poste se passe de clavier."

  func name(of code: CommandCode) -> String {
    switch code {
    case .loan: name(of: Operation.loan)
    case .return: name(of: Operation.return)
    case .clear: explanation(of: .clear)
    case .save: explanation(of: .save)
    case .deleteLast: "Supprimer la dernière transaction"
    case .undo: "Annuler"
    case .help: explanation(of: .help)
    }
  }

  func notDrawn(_ reason: String) -> String {
    "La feuille ne peut pas être dessinée (\(reason)). Libérez de la mémoire et recommencez."
  }
}
