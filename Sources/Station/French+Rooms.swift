import Circulation

extension French: RoomWords {
  // MARK: Find

  var findTitle: String { "Chercher" }
  var findExplanation: String {
    "Scannez l'exemplaire ou la carte, ou tapez un numéro entier ou en partie, puis Entrée. Ce seul numéro ne sera pas enregistré. Le suivant le sera."
  }
  var findPrompt: String { "Chercher : scannez ou tapez un numéro." }
  var numberName: String { "Numéro" }

  var findFoot: String { "Entrée : chercher. Échap : revenir à la saisie." }

  func foundFoot(_ count: Int, isSaved: Bool?) -> String {
    let next = "F5 : \(count > 1 ? "suivante" : "chercher")."
    return switch isSaved {
    case true?: "Entrée : où elle est. \(next) Échap : revenir."
    case false?:
      "Entrée : aller à la ligne. F6 : corriger. \(next) Échap : revenir."
    case nil: "\(next) Échap : revenir à la saisie."
    }
  }

  func found(_ number: String, in count: Int) -> String {
    "\(number.quotable) : \(lines(count)) \(count == 1 ? "trouvée" : "trouvées"). Le prochain numéro scanné sera enregistré."
  }

  func answer(_ number: String, _ count: Int, shown: Int) -> String {
    "\(number.quotable) : \(lines(count))"
      + (shown < count ? ", dont voici les \(shown) plus récentes." : ".")
  }

  func notFound(_ number: String) -> String {
    "\(number.quotable) n'est ni dans la liste ni dans OffCirc.dat. F5 cherche un autre numéro."
  }

  func found(_ transaction: Transaction, savedInLine line: Int?) -> String {
    let what = phrase(transaction)
    let time = date(transaction.recorded, isShort: false)
    return line.map {
      "Sauvegardé : \(what), \(time), ligne \($0) d'OffCirc.dat. Elle ne se corrige pas ici."
    } ?? "Dans la liste : \(what), \(time)."
  }

  var listHead: String { "Dans la liste :" }
  var savedHead: String { "Dans OffCirc.dat (ne se corrige pas ici) :" }

  func answerCameTwice(_ number: String) -> String {
    "\(number.quotable) est venu deux fois : c'était la réponse, il n'est pas enregistré. Scannez-le de nouveau pour l'enregistrer."
  }

  // MARK: Amend

  var amendTitle: String { "Corriger" }

  func amendExplanation(_ transaction: Transaction) -> String {
    "\(name(of: transaction.operation)), \(date(transaction.recorded, isShort: false)). Le prochain numéro scanné corrige cette ligne ; ou tapez-le, puis Entrée. Elle garde son heure. Le numéro suivant sera enregistré."
  }

  var amendPrompt: String { "Corriger : scannez ou tapez le bon numéro." }

  func amendFoot(_ operation: Operation) -> String {
    operation == .loan
      ? "Entrée : corriger. Tab : l'autre champ. Échap : revenir."
      : "Entrée : corriger. Échap : revenir à la saisie."
  }

  func recordedAs(_ original: Transaction) -> String {
    "Enregistré d'abord : \(phrase(original))."
  }

  func amended(_ old: Transaction, to new: Transaction) -> String {
    "Corrigé : \(phrase(new)), au lieu \(old.item == new.item ? "de l'emprunteur \(old.borrower?.text ?? "")" : "de l'exemplaire \(old.item.text)"). Ctrl-Z annule."
  }

  func notChanged(_ transaction: Transaction) -> String {
    "Rien n'a changé : \(phrase(transaction))."
  }

  func notAmended(_ number: Barcode, _ failure: FileFailure) -> String {
    "NON corrigé en \(number.text). \(sentence(failure))"
  }

  func cardForReturn(_ card: String) -> String {
    "\(card.quotable) est une carte, et un retour n'a pas d'emprunteur. Scannez un exemplaire."
  }

  func noLineChosen() -> String { "Il n'y a pas de ligne à corriger." }

  func lineIsSaved(_ line: Int) -> String {
    "La ligne \(line) d'OffCirc.dat est sauvegardée et ne se corrige pas ici. Notez-la pour la personne référente."
  }

  // MARK: The reader

  func readerTitle(_ borrower: Barcode) -> String {
    "Emprunteur \(borrower.text)"
  }

  var readerShown: String {
    "Vous pouvez scanner pendant que cette page est ouverte."
  }

  func readerFoot(isMoving: Bool) -> String {
    isMoving
      ? "Entrée : les donner. Échap : revenir à la saisie."
      : "F7 : à une autre carte. F6 : corriger. Échap : revenir."
  }

  func readerItems(_ count: Int, listed: Int, saved: Int) -> String {
    "Cet emprunteur \(count == 0 ? "n'a aucun exemplaire" : "a \(items(count))"). Prêts : \(listed) dans la liste, \(saved) dans OffCirc.dat."
  }

  var nextHead: String { "Ensuite" }
  var cardName: String { "Autre carte" }

  func moveExplanation(_ count: Int) -> String {
    "Scannez l'autre carte : elle aura \(loans(count)) de la liste. Ce seul numéro ne sera pas enregistré. Le suivant le sera."
  }

  func movePrompt(_ count: Int, from borrower: Barcode) -> String {
    "Scannez la carte qui aura \(loans(count)) de \(borrower.text)."
  }

  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String {
    let saved =
      savedCount == 0
      ? ""
      : " Dans OffCirc.dat, \(loans(savedCount)) \(savedCount == 1 ? "reste" : "restent") à \(old.text)."
    return
      "\(loans(count)) de \(old.text) \(count == 1 ? "donné" : "donnés") à \(new.text). Ctrl-Z annule.\(saved)"
  }

  func nothingToMove(from borrower: Barcode) -> String {
    "La liste n'a pas de prêt de \(borrower.text) à donner à une autre carte."
  }

  func noReader() -> String {
    "Il n'y a pas d'emprunteur à montrer. Scannez une carte, ou choisissez un prêt."
  }

  func notACard(_ number: String) -> String {
    "\(number.quotable) n'est pas une carte. Scannez l'autre carte, ou appuyez sur Échap."
  }

  private func lines(_ count: Int) -> String {
    count <= 1 ? "\(count) ligne" : "\(count) lignes"
  }

  private func loans(_ count: Int) -> String {
    count <= 1 ? "\(count) prêt" : "\(count) prêts"
  }
}
