import Circulation
import Scanning

extension English {
  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String {
    let why =
      switch reason {
      case .pattern:
        "does not look like \(kind == .item ? "an item" : "a card")"
      case .undecided(let pattern):
        "takes too long with the pattern \(pattern.text.quotable)"
      case .length(let length): "has an unusual length (\(length))"
      case .leadingZero: "begins with a zero"
      case .slash: "has a slash in it"
      case .checkDigit: "has a wrong check digit"
      }
    return
      "Not recorded: \(number.quotable) \(why). Right? Then scan it again."
  }

  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String {
    let number = number.quotable
    switch reason {
    case .isOther:
      let other = kind == .item ? "is a borrower's card" : "is an item"
      return
        "Not recorded: \(number) \(other). \(otherwise(kind, operation)) If it is \(name(kind)) too, press Enter."
    case .looksLikeOther:
      let other = kind == .item ? "a card" : "an item"
      return
        "Not recorded: \(number) looks like \(other). \(otherwise(kind, operation)) If it is \(name(kind)), press Enter."
    case .looksUnlike:
      let others = kind == .item ? "items" : "cards"
      return
        "Not recorded: \(number) does not look like the \(others) before it. Right? Then scan it again."
    case .spelling(let spelling, let other, _):
      let hint = spelling == .capitals ? " Is Caps Lock on?" : ""
      return
        "Not recorded: \(number) is like \(other.quotable), but \(difference(spelling)).\(hint) Right? Then scan it again."
    case .twoNumbers(let first, let second):
      let what =
        first == second
        ? "\(first.quotable) twice"
        : "two numbers, \(first.quotable) and \(second.quotable)"
      return
        "Not recorded: \(number) seems to be \(what). Scan each label once. If it is one number, scan it again."
    }
  }

  private func name(_ kind: Scan.Kind) -> String {
    kind == .item ? "an item" : "a card"
  }

  /// What to do if a number is of the other kind, as it seems.
  private func otherwise(_ kind: Scan.Kind, _ operation: Operation?) -> String {
    switch (kind, operation) {
    case (.borrower, nil): "Scan a card."
    case (.item, nil): "Scan an item."
    case (.borrower, _):
      "Scan the card first; or scan it again, and it waits for the card."
    case (.item, .loan): "For the next borrower, scan it again."
    case (.item, .return): "Scan the items. F3 goes to loans."
    }
  }

  func notRecorded(_ item: String, before card: String) -> String {
    "NOT recorded: \(item.quotable). First scan \(card.quotable) again if it is the next card, or press Enter if it is an item."
  }

  /// In what a number differs from another one.
  func difference(_ spelling: Spelling) -> String {
    switch spelling {
    case .capitals: "capitals and small letters differ"
    case .blanks: "the blanks inside differ"
    case .letterInFront: "one has a letter in front"
    case .envelope: "one has signs that a scanner adds"
    case .leadingZero: "the zeros in front differ"
    }
  }

  func isTitle(
    _ number: String, _ title: TitleNumber, _ kind: Scan.Kind, isFinal: Bool
  ) -> String {
    let number = number.quotable
    let whose =
      switch title.kind {
      case .isbn: "the book's ISBN"
      case .issn: "the magazine's ISSN"
      case .ismn: "the score's ISMN"
      }
    let instead =
      kind == .item ? "Scan the library's label." : "Scan the borrower's card."
    let again =
      isFinal ? "" : " If it is on the library's label, scan it again."
    return "Not recorded: \(number) is \(whose). \(instead)\(again)"
  }

  func accepted(_ number: String) -> String {
    "\(number.quotable) was accepted as it is."
  }

  func doubtDropped(_ number: String) -> String {
    "\(number.quotable) was not scanned again and was dropped, NOT recorded."
  }

  func contradiction(_ contradiction: Desk.Contradiction) -> String {
    switch contradiction {
    case .lentToAnother(let loan):
      "\(loan.item.text) was lent to \(loan.borrower?.text ?? "") \(clock(loan.recorded)) and has not come back here."
    case .justLent(let loan):
      "\(loan.item.text) was lent here only \(clock(loan.recorded)): a return?"
    }
  }

  func repetition(of transaction: Transaction) -> String {
    let what =
      switch transaction.operation {
      case .loan: "was lent to the same borrower"
      case .return: "was returned here"
      }
    return
      "\(transaction.item.text) \(what) \(clock(transaction.recorded)) already."
  }

  private func clock(_ time: LocalTime) -> String {
    "at \(time.iso8601.dropFirst(11).prefix(5))"
  }

  // MARK: In a file

  func names(_ title: TitleNumber) -> String {
    let what =
      switch title.kind {
      case .isbn: "an ISBN: it names the book, not the copy"
      case .issn: "an ISSN: it names the magazine, not the issue"
      case .ismn: "an ISMN: it names the score, not the copy"
      }
    return title.mayBeChance ? "may be \(what)." : "is \(what)."
  }

  /// What is said of a number that is that of another place.
  func isRespelled(_ place: String, _ spelling: Spelling) -> String {
    "seems to be that of \(place), but \(difference(spelling))."
  }

  /// What is said of a number that is two, of which a place may have one.
  func isTwo(
    _ first: String, _ second: String, in place: String?
  ) -> String {
    let what =
      first == second
      ? "\(first.quotable) twice"
      : "\(first.quotable) and \(second.quotable)"
    let line = place.map { " (see \($0))" } ?? ""
    return "seems to be \(what) in one scan\(line)."
  }
}
