import Circulation
import Scanning
import Station
import Typesetting

extension French {
  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String {
    let why =
      switch reason {
      case .pattern:
        "n'a pas la forme d'un numéro \(kind == .item ? "d'exemplaire" : "de carte")"
      case .undecided(let pattern):
        "prend trop de temps avec le motif \(pattern.text.quotable)"
      case .length(let length): "a \(counting(length, "caractère"))"
      case .leadingZero: "commence par un zéro"
      case .slash: "contient une barre oblique"
      case .checkDigit: "a une clé de contrôle incorrecte"
      }
    return
      "NON enregistré : \(number.quotable) \(why). \(again)"
  }

  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String {
    let number = number.quotable
    switch reason {
    case .isOther:
      let other =
        kind == .item ? "est la carte d'un emprunteur" : "est un exemplaire"
      return
        "NON enregistré : \(number) \(other). \(otherwise(kind, operation)) Si c'est aussi \(name(kind)), appuyez sur \(key(.enter, in: .field))."
    case .looksLikeOther:
      let other = kind == .item ? "une carte" : "un exemplaire"
      return
        "NON enregistré : \(number) ressemble à \(other). \(otherwise(kind, operation)) Si c'est bien \(name(kind)), appuyez sur \(key(.enter, in: .field))."
    case .looksUnlike:
      let others =
        kind == .item ? "exemplaires précédents" : "cartes précédentes"
      return
        "NON enregistré : \(number) n'a pas la forme des \(others). \(again)"
    case .spelling(let spelling, let other, _):
      let hint =
        spelling == .capitals ? " Verr. Maj est-il activé ?" : ""
      return
        "NON enregistré : \(number) ressemble à \(other.quotable), mais \(difference(spelling)).\(hint) \(again)"
    case .twoNumbers(let first, let second):
      let what =
        first == second
        ? "\(first.quotable) deux fois"
        : "deux numéros, \(first.quotable) et \(second.quotable)"
      return
        "NON enregistré : \(number) semble contenir \(what). Scannez chaque étiquette une fois. Si c'est un seul numéro, scannez-le à nouveau."
    }
  }

  /// The way to confirm a number.
  var again: String { "S'il est exact, scannez-le à nouveau." }

  private func name(_ kind: Scan.Kind) -> String {
    kind == .item ? "un exemplaire" : "une carte"
  }

  /// Returns what to do with a number that seems to be of the other kind.
  private func otherwise(_ kind: Scan.Kind, _ operation: Operation?) -> String {
    switch (kind, operation) {
    case (.borrower, nil): "Scannez une carte."
    case (.item, nil): "Scannez un exemplaire."
    case (.borrower, _):
      "Scannez d'abord la carte. Ou scannez-le à nouveau : il attendra la carte."
    case (.item, .loan): "Emprunteur suivant : scannez-la à nouveau."
    case (.item, .return):
      "Scannez les exemplaires, ou \(key(.switchOperation)) pour le mode Prêt."
    }
  }

  func notRecorded(_ item: String, before card: String) -> String {
    "NON enregistré : \(item.quotable). Si \(card.quotable) est la carte suivante, scannez-la d'abord à nouveau. Si c'est un exemplaire, appuyez sur \(key(.enter, in: .field))."
  }

  /// Returns the difference between two numbers that are nearly the same.
  func difference(_ spelling: Spelling) -> String {
    switch spelling {
    case .capitals: "les majuscules et les minuscules diffèrent"
    case .blanks: "les espaces à l'intérieur diffèrent"
    case .letterInFront: "l'un commence par une lettre de plus"
    case .envelope: "l'un a des caractères ajoutés par une douchette"
    case .leadingZero: "les zéros au début diffèrent"
    }
  }

  func isTitle(
    _ number: String, _ title: TitleNumber, _ kind: Scan.Kind, isFinal: Bool
  ) -> String {
    let number = number.quotable
    let whose =
      switch title.kind {
      case .isbn: "l'ISBN du livre"
      case .issn: "l'ISSN de la revue"
      case .ismn: "l'ISMN de la partition"
      }
    let instead =
      kind == .item
      ? "Scannez l'étiquette de la bibliothèque."
      : "Scannez la carte de l'emprunteur."
    let again =
      isFinal
      ? ""
      : " S'il figure sur l'étiquette de la bibliothèque, scannez-le à nouveau."
    return "NON enregistré : \(number) est \(whose). \(instead)\(again)"
  }

  func accepted(_ number: String) -> String {
    "\(number.quotable) accepté tel quel."
  }

  func confirmationDropped(_ number: String) -> String {
    "\(number.quotable) ignoré, NON enregistré : il n'a pas été confirmé."
  }

  func itemWarning(_ warning: Desk.ItemWarning) -> String {
    switch warning {
    case .lentToAnother(let loan):
      "Déjà prêté : \(loan.item.text) à \(loan.borrower?.text ?? "") (\(dates.clock(loan.recorded))), sans retour sur ce poste."
    case .lentElsewhere(let line, let today):
      lentElsewhere(line, today: today)
    case .justLent(let loan):
      "\(loan.item.text) prêté ici à \(dates.clock(loan.recorded)) : est-ce bien un retour ?"
    }
  }

  func repetition(of transaction: Transaction) -> String {
    let what =
      switch transaction.operation {
      case .loan: "a déjà été prêté au même emprunteur"
      case .return: "a déjà été rendu ici"
      }
    return
      "\(transaction.item.text) \(what) à \(dates.clock(transaction.recorded))."
  }

  // MARK: In a file

  func names(_ title: TitleNumber) -> String {
    let what =
      switch title.kind {
      case .isbn: "un ISBN : il désigne le livre, pas l'exemplaire"
      case .issn: "un ISSN : il désigne la revue, pas le numéro"
      case .ismn: "un ISMN : il désigne la partition, pas l'exemplaire"
      }
    return title.mayBeChance ? "est peut-être \(what)." : "est \(what)."
  }

  /// Returns the end of a sentence about a number like one of another line.
  func isRespelled(_ place: String, _ spelling: Spelling) -> String {
    "ressemble à celui de la \(place), mais \(difference(spelling))."
  }

  /// Returns the end of a sentence about a number that is two, of which another
  /// line may have one.
  func isTwo(
    _ first: String, _ second: String, in place: String?
  ) -> String {
    let what =
      first == second
      ? "\(first.quotable) deux fois"
      : "\(first.quotable) et \(second.quotable)"
    let line = place.map { " (voir la \($0))" } ?? ""
    return "semble contenir \(what), en un seul code\(line)."
  }
}
