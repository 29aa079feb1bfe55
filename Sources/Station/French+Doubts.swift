import Circulation
import Scanning

extension French {
  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String {
    let why =
      switch reason {
      case .pattern:
        "ne ressemble pas à \(kind == .item ? "un exemplaire" : "une carte")"
      case .undecided(let pattern):
        "prend trop de temps avec le motif \(pattern.text.quotable)"
      case .length(let length): "a une longueur inhabituelle (\(length))"
      case .leadingZero: "commence par un zéro"
      case .slash: "contient une barre oblique"
      case .checkDigit: "a une clé de contrôle fausse"
      }
    return
      "Non enregistré : \(number.quotable) \(why). C'est bien lui ? Lisez-le encore une fois."
  }

  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String {
    let number = number.quotable
    switch reason {
    case .isOther:
      let other =
        kind == .item ? "est la carte d'un emprunteur" : "est un exemplaire"
      return
        "Non enregistré : \(number) \(other). \(otherwise(kind, operation)) Si c'est aussi \(name(kind)), appuyez sur Entrée."
    case .looksLikeOther:
      let other = kind == .item ? "une carte" : "un exemplaire"
      return
        "Non enregistré : \(number) ressemble à \(other). \(otherwise(kind, operation)) Si c'est bien \(name(kind)), appuyez sur Entrée."
    case .looksUnlike:
      let others =
        kind == .item ? "exemplaires précédents" : "cartes précédentes"
      return
        "Non enregistré : \(number) n'a pas la forme des \(others). S'il est exact, scannez-le à nouveau."
    case .spelling(let spelling, let other, _):
      let hint =
        spelling == .capitals ? " Verr. Maj est-il activé ?" : ""
      return
        "Non enregistré : \(number) ressemble à \(other.quotable), mais \(difference(spelling)).\(hint) S'il est exact, scannez-le à nouveau."
    case .twoNumbers(let first, let second):
      let what =
        first == second
        ? "\(first.quotable) deux fois"
        : "deux numéros, \(first.quotable) et \(second.quotable)"
      return
        "Non enregistré : \(number) semble contenir \(what). Scannez chaque étiquette une fois. Si c'est un seul numéro, scannez-le à nouveau."
    }
  }

  private func name(_ kind: Scan.Kind) -> String {
    kind == .item ? "un exemplaire" : "une carte"
  }

  /// What to do if a number is of the other kind, as it seems.
  private func otherwise(_ kind: Scan.Kind, _ operation: Operation?) -> String {
    switch (kind, operation) {
    case (.borrower, nil): "Scannez une carte."
    case (.item, nil): "Scannez un exemplaire."
    case (.borrower, _):
      "Scannez d'abord la carte ; ou scannez-le à nouveau, et il attendra la carte."
    case (.item, .loan): "Emprunteur suivant : scannez-la à nouveau."
    case (.item, .return): "Scannez les exemplaires. F3 : mode Prêt."
    }
  }

  func notRecorded(_ item: String, before card: String) -> String {
    "NON enregistré : \(item.quotable). Scannez d'abord \(card.quotable) à nouveau si c'est la carte suivante, ou appuyez sur Entrée si c'est un exemplaire."
  }

  /// In what a number differs from another one.
  func difference(_ spelling: Spelling) -> String {
    switch spelling {
    case .capitals: "les majuscules et les minuscules diffèrent"
    case .blanks: "les espaces à l'intérieur diffèrent"
    case .letterInFront: "l'un a une lettre devant"
    case .envelope: "l'un a des signes qu'ajoute une douchette"
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
    return "Non enregistré : \(number) est \(whose). \(instead)\(again)"
  }

  func accepted(_ number: String) -> String {
    "\(number.quotable) a été accepté tel quel."
  }

  func doubtDropped(_ number: String) -> String {
    "\(number.quotable) n'a pas été relu : abandonné, NON enregistré."
  }

  func contradiction(_ contradiction: Desk.Contradiction) -> String {
    switch contradiction {
    case .lentToAnother(let loan):
      "\(loan.item.text) a été prêté à \(loan.borrower?.text ?? "") \(clock(loan.recorded)) et n'est pas revenu ici."
    case .justLent(let loan):
      "\(loan.item.text) vient d'être prêté ici \(clock(loan.recorded)) : est-ce bien un retour ?"
    }
  }

  func repetition(of transaction: Transaction) -> String {
    let what =
      switch transaction.operation {
      case .loan: "a déjà été prêté au même emprunteur"
      case .return: "a déjà été rendu ici"
      }
    return "\(transaction.item.text) \(what) \(clock(transaction.recorded))."
  }

  private func clock(_ time: LocalTime) -> String {
    "à \(time.iso8601.dropFirst(11).prefix(5))"
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

  /// What is said of a number that is that of another place.
  func isRespelled(_ place: String, _ spelling: Spelling) -> String {
    "semble être celui de la \(place), mais \(difference(spelling))."
  }

  /// What is said of a number that is two, of which a place may have one.
  func isTwo(
    _ first: String, _ second: String, in place: String?
  ) -> String {
    let what =
      first == second
      ? "\(first.quotable) deux fois"
      : "\(first.quotable) et \(second.quotable)"
    let line = place.map { " (voir la \($0))" } ?? ""
    return "semble contenir \(what), en une seule lecture\(line)."
  }
}
