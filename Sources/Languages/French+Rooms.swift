import Circulation
import Station
import Typesetting

extension French: RoomWords {
  // MARK: Find

  var findTitle: String { "Chercher" }
  var findExplanation: String {
    "Scannez l'exemplaire ou la carte. Ou tapez un numéro, entier ou en partie, puis \(enter). Ce numéro ne sera pas enregistré. Le suivant le sera."
  }
  var findPrompt: String { "Chercher : scannez ou tapez un numéro." }
  var numberName: String { "Numéro" }

  var findFooter: String { "\(enter) : chercher. \(back) : revenir au poste." }

  func foundFooter(_ count: Int, isSaved: Bool?) -> String {
    let next = "\(key(.find)) : \(count > 1 ? "suivante" : "autre numéro")."
    return switch isSaved {
    case true?: "\(enter) : où elle est. \(next) \(back) : revenir."
    case false?:
      "\(enter) : y aller. \(key(.amend)) : corriger. \(next) \(back) : revenir."
    case nil: "\(next) \(back) : revenir au poste."
    }
  }

  func found(_ number: String, in count: Int) -> String {
    "\(number.quotable) : \(counting(count, "ligne trouvée", "lignes trouvées")). Le prochain numéro scanné sera enregistré."
  }

  func answer(_ number: String, _ count: Int, shown: Int) -> String {
    "\(number.quotable) : \(counting(count, "ligne"))"
      + (shown < count ? ", dont voici les \(shown) plus récentes." : ".")
  }

  func notFound(_ number: String) -> String {
    "\(number.quotable) n'est ni dans la liste ni dans OffCirc.dat. \(key(.find)) : autre numéro."
  }

  func found(_ transaction: Transaction, savedInLine line: Int?) -> String {
    let what = phrase(transaction)
    let time = moment(transaction.recorded)
    return line.map {
      "Sauvegardé : \(what), \(time), ligne \($0) d'OffCirc.dat. Impossible de la corriger ici."
    } ?? "Dans la liste : \(what), \(time)."
  }

  var listHeading: String { "Dans la liste :" }
  var savedHeading: String { "Dans OffCirc.dat (impossible à corriger ici) :" }

  func answerCameTwice(_ number: String) -> String {
    "\(number.quotable) scanné deux fois : c'était la réponse, il n'est PAS enregistré. Scannez-le à nouveau pour l'enregistrer."
  }

  // MARK: Amend

  var amendTitle: String { "Corriger" }

  func amendExplanation(_ transaction: Transaction) -> String {
    "\(name(of: transaction.operation)), \(moment(transaction.recorded)). Le prochain numéro scanné corrige cette ligne. Ou tapez-le, puis \(enter). La ligne garde son heure. Le numéro suivant sera enregistré."
  }

  var amendPrompt: String { "Corriger : scannez ou tapez le bon numéro." }

  func amendFooter(_ operation: Operation) -> String {
    operation == .loan
      ? "\(enter) : corriger. \(key(.next)) : autre champ. \(back) : revenir."
      : "\(enter) : corriger. \(back) : revenir au poste."
  }

  func recordedAs(_ original: Transaction) -> String {
    "Enregistré d'abord : \(phrase(original))."
  }

  func amended(_ old: Transaction, to new: Transaction) -> String {
    "Corrigé : \(phrase(new)), au lieu \(old.item == new.item ? "de l'emprunteur \(old.borrower?.text ?? "")" : "de l'exemplaire \(old.item.text)"). \(key(.undo)) pour annuler."
  }

  func notChanged(_ transaction: Transaction) -> String {
    "Rien à corriger, déjà enregistré : \(phrase(transaction))."
  }

  func notAmended(_ number: Barcode, _ error: FileError) -> String {
    "NON corrigé en \(number.text). \(sentence(error))"
  }

  func cardForReturn(_ card: String) -> String {
    "\(card.quotable) est une carte, mais un retour n'a pas d'emprunteur. Scannez un exemplaire."
  }

  func noLineChosen() -> String { "Il n'y a pas de ligne à corriger." }

  func lineIsSaved(_ line: Int) -> String {
    "La ligne \(line) d'OffCirc.dat est sauvegardée : impossible de la corriger ici. Prévenez la personne référente."
  }

  // MARK: The reader

  func readerTitle(_ borrower: Barcode) -> String {
    "Emprunteur \(borrower.text)"
  }

  var readerShown: String {
    "Vous pouvez scanner pendant que cette page est ouverte."
  }

  func readerFooter(isMoving: Bool) -> String {
    isMoving
      ? "\(enter) : transférer. \(back) : revenir au poste."
      : "\(key(.reader)) : transférer. \(key(.amend)) : corriger. \(back) : revenir."
  }

  func readerItems(_ count: Int, listed: Int, saved: Int) -> String {
    "Cet emprunteur \(count == 0 ? "n'a aucun exemplaire" : "a \(items(count))"). Prêts : \(listed) dans la liste, \(saved) dans OffCirc.dat."
  }

  var nextHeading: String { "Ensuite" }
  var cardName: String { "Autre carte" }

  func moveExplanation(_ count: Int) -> String {
    "Scannez la carte qui reçoit \(counting(count, "prêt")) de la liste. Ce numéro ne sera pas enregistré. Le suivant le sera."
  }

  func movePrompt(_ count: Int, from borrower: Barcode) -> String {
    "Scannez la carte qui reçoit \(counting(count, "prêt")) de \(borrower.text)."
  }

  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String {
    let saved =
      savedCount == 0
      ? ""
      : " Dans OffCirc.dat, \(counting(savedCount, "prêt reste", "prêts restent")) à \(old.text)."
    return
      "\(counting(count, "prêt transféré", "prêts transférés")) de \(old.text) à \(new.text). \(key(.undo)) pour annuler.\(saved)"
  }

  func nothingToMove(from borrower: Barcode) -> String {
    "La liste ne contient pas de prêt de \(borrower.text) à transférer."
  }

  func noReader() -> String {
    "Il n'y a pas d'emprunteur à montrer. Scannez une carte, ou choisissez un prêt."
  }

  func notACard(_ number: String) -> String {
    "\(number.quotable) n'est pas une carte. Scannez l'autre carte, ou appuyez sur \(back)."
  }

  private var enter: String { key(.choose, in: .lineRoom) }
  private var back: String { key(.goBack, in: .lineRoom) }
}
