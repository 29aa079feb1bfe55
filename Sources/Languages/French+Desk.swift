import Circulation
import Offload
import Station
import Typesetting

extension French {
  // MARK: Loans and returns

  func ready(_ operation: Operation, borrower: Barcode?) -> String {
    switch (operation, borrower) {
    case (.loan, nil):
      "Mode Prêt : scannez la carte de l'emprunteur, puis les exemplaires."
    case (.loan, let borrower?):
      "Emprunteur \(borrower.text) : scannez les exemplaires. \(key(.clear)) pour l'emprunteur suivant."
    case (.return, _): "Mode Retour : scannez les exemplaires."
    }
  }

  func recorded(_ transaction: Transaction) -> String {
    "Enregistré : \(phrase(transaction))."
  }

  func recorded(_ count: Int, last: Transaction) -> String {
    "\(counting(count, "transaction enregistrée", "transactions enregistrées")) (dernier exemplaire : \(last.item.text))."
  }

  func notRecorded(_ count: Int, _ error: FileError) -> String {
    "NON enregistré : \(counting(count, "numéro")) en attente, nouvel essai automatique. \(sentence(error))"
  }

  func dropped(_ transaction: Transaction) -> String {
    "Ignoré, NON enregistré : \(transaction.item.text)."
  }

  func borrowerFirst(_ item: String) -> String {
    "NON enregistré : \(item.quotable) n'a pas d'emprunteur. Scannez la carte, puis \(key(.enter, in: .field))."
  }

  func borrowerIdentified(_ borrower: Barcode, pendingItem: String?) -> String {
    if let pendingItem {
      "Emprunteur \(borrower.text). Appuyez sur \(key(.enter, in: .field)) pour enregistrer \(pendingItem.quotable)."
    } else {
      "Emprunteur \(borrower.text) : scannez les exemplaires."
    }
  }

  func cleared() -> String { "Emprunteur suivant : scannez sa carte." }

  func numberReplaced(_ number: String) -> String {
    "\(number.quotable) n'est PAS enregistré : le numéro suivant l'a remplacé."
  }

  func moreRefused(_ count: Int) -> String {
    counting(count, "autre numéro refusé", "autres numéros refusés") + "."
  }

  func moreRemarks(_ count: Int) -> String {
    counting(count, "autre remarque", "autres remarques")
      + " : voir \(key(.afterOutage))."
  }

  func spacesTrimmed(_ number: String) -> String {
    "Espaces retirés autour de \(number.quotable)."
  }

  // MARK: The list

  func deleted(_ transaction: Transaction) -> String {
    "Supprimé : \(phrase(transaction)). \(key(.undo)) pour annuler."
  }

  func nothingToDelete() -> String {
    "Il n'y a rien à supprimer dans la liste."
  }

  func notDeleted(_ error: FileError) -> String {
    "NON supprimé. \(sentence(error))"
  }

  func savedNow(_ count: Int, path: String) -> String {
    "\(counting(count, "transaction sauvegardée", "transactions sauvegardées")) dans \(path.printable)."
  }

  func nothingToSave() -> String { "Tout est déjà sauvegardé." }

  func notSaved(_ error: FileError) -> String {
    if error.operation == .noteSave {
      return
        "Les transactions sont dans OffCirc.dat. Laissez-le en place tant que ce problème n'est pas réglé. \(sentence(error))"
    }
    return "NON sauvegardé. Tout est encore dans la liste. \(sentence(error))"
  }

  // MARK: Scans

  func cardAmongReturns(_ number: String) -> String {
    "NON enregistré : \(number.quotable) est une carte, en mode Retour. \(key(.switchOperation)) pour le mode Prêt."
  }

  func nextBorrower(_ borrower: Barcode) -> String {
    "Emprunteur suivant : \(borrower.text). Scannez les exemplaires."
  }

  func itemsAwaitCard(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) en attente. Scannez la carte de l'emprunteur."
      : "\(counting(count, "exemplaire")) en attente (dernier : \(last.quotable)). Scannez la carte."
  }

  func itemsDropped(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) ignoré, NON enregistré : aucune carte scannée."
      : "\(counting(count, "exemplaire")) ignorés, NON enregistrés : aucune carte scannée. Dernier exemplaire : \(last.quotable)."
  }

  func repaired(_ raw: String, _ number: String) -> String {
    "\(raw.quotable) → \(number.quotable)"
  }

  func doubleScan(_ item: Barcode) -> String {
    "\(item.text) scanné deux fois de suite : enregistré une seule fois."
  }

  func answerDropped(byteCount: Int) -> String {
    "\(counting(byteCount, "octet ignoré", "octets ignorés")), venus du terminal : ni touche, ni partie du numéro."
  }
}
