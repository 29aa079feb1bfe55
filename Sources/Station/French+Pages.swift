import Circulation
import Terminal

extension French: PageWords {
  func amendEnded(isSaved: Bool) -> String {
    "La ligne n'a pas été corrigée : elle est \(isSaved ? "maintenant dans OffCirc.dat" : "supprimée"). Le prochain numéro scanné sera enregistré."
  }

  func nothingToAmend() -> String {
    "Rien ne change encore : scannez ou tapez un autre numéro, ou appuyez sur Échap."
  }

  func notAmendedAsSaved(_ number: Barcode) -> String {
    "NON corrigé en \(number.text) : une sauvegarde interrompue vient d'être terminée, et la ligne est dans OffCirc.dat. Scannez de nouveau \(number.text) pour l'enregistrer."
  }

  func isSameCard(_ card: Barcode) -> String {
    "\(card.text) est la carte qui a ces prêts. Scannez-en une autre, ou appuyez sur Échap."
  }

  func answerIsHeld(_ key: Key) -> String {
    "\(name(of: key)) a ouvert cette question. Relâchez la touche, puis appuyez de nouveau pour répondre."
  }

  func whereabouts(_ last: Transaction, today: LocalTime) -> String {
    let time = savedTime(last.recorded, today: today)
    let isToday = last.recorded.isSameDay(as: today)
    return last.borrower.map { "C'est \($0.text) qui l'a." }
      ?? "Il est revenu \(isToday ? "à" : "le") \(time)."
  }

  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ failure: FileFailure
  ) -> String {
    "NON donné à \(new.text) : \(count == 1 ? "1 prêt reste" : "\(count) prêts restent") à \(old.text). \(sentence(failure))"
  }
}
