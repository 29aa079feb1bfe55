import Circulation
import Station
import Terminal

extension French: PageWords {
  func amendEnded(isSaved: Bool) -> String {
    "Ligne non corrigée : elle est \(isSaved ? "maintenant dans OffCirc.dat" : "supprimée"). Le prochain numéro scanné sera enregistré."
  }

  func nothingToAmend() -> String {
    "Même numéro. Scannez-en ou tapez-en un autre, ou appuyez sur \(key(.goBack, in: .lineRoom))."
  }

  func notAmendedAsSaved(_ number: Barcode) -> String {
    "NON corrigé en \(number.text) : une sauvegarde interrompue vient d'être terminée, et la ligne est dans OffCirc.dat. Scannez à nouveau \(number.text) pour l'enregistrer."
  }

  func isSameCard(_ card: Barcode) -> String {
    "\(card.text) a déjà ces prêts. Scannez une autre carte, ou appuyez sur \(key(.goBack, in: .lineRoom))."
  }

  func answerIsHeld(_ key: Key) -> String {
    "\(name(of: key)) a ouvert cette question. Relâchez la touche, puis appuyez à nouveau pour répondre."
  }

  func whereabouts(_ last: Transaction, today: LocalTime) -> String {
    let time = savedTime(last.recorded, today: today)
    let isToday = last.recorded.isSameDay(as: today)
    return last.borrower.map { "Emprunté par \($0.text)." }
      ?? "Rendu \(isToday ? "à" : "le") \(time)."
  }

  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ error: FileError
  ) -> String {
    "NON transféré à \(new.text) : \(counting(count, "prêt reste", "prêts restent")) à \(old.text). \(sentence(error))"
  }
}
