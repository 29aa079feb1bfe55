import Circulation
import Scanning
import Station
import Typesetting

extension English {
  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String {
    let why =
      switch reason {
      case .pattern:
        "does not look like \(kind == .item ? "an item barcode" : "a card number")"
      case .undecided(let pattern):
        "takes too long with the pattern \(pattern.text.quotable)"
      case .length(let length): "is \(counting(length, "character")) long"
      case .leadingZero: "begins with a zero"
      case .slash: "contains a slash"
      case .checkDigit: "has the wrong check digit"
      }
    return
      "NOT recorded: \(number.quotable) \(why). \(again)"
  }

  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String {
    let number = number.quotable
    switch reason {
    case .isOther:
      let other = kind == .item ? "is a borrower's card" : "is an item"
      return
        "NOT recorded: \(number) \(other). \(otherwise(kind, operation)) If it is also \(name(kind)), press \(key(.enter, in: .field))."
    case .looksLikeOther:
      let other = kind == .item ? "a card" : "an item"
      return
        "NOT recorded: \(number) looks like \(other). \(otherwise(kind, operation)) If it is \(name(kind)), press \(key(.enter, in: .field))."
    case .looksUnlike:
      let others = kind == .item ? "items" : "cards"
      return
        "NOT recorded: \(number) does not look like earlier \(others). \(again)"
    case .spelling(let spelling, let other, _):
      let hint = spelling == .capitals ? " Is Caps Lock on?" : ""
      return
        "NOT recorded: \(number) looks like \(other.quotable), but \(difference(spelling)).\(hint) \(again)"
    case .twoNumbers(let first, let second):
      let what =
        first == second
        ? "\(first.quotable) twice"
        : "two numbers, \(first.quotable) and \(second.quotable)"
      return
        "NOT recorded: \(number) seems to be \(what). Scan each label once. If it is one number, scan it again."
    }
  }

  /// The way to confirm a number.
  var again: String { "If it is right, scan it again." }

  private func name(_ kind: Scan.Kind) -> String {
    kind == .item ? "an item" : "a card"
  }

  /// Returns what to do with a number that seems to be of the other kind.
  private func otherwise(_ kind: Scan.Kind, _ operation: Operation?) -> String {
    switch (kind, operation) {
    case (.borrower, nil): "Scan a card."
    case (.item, nil): "Scan an item."
    case (.borrower, _):
      "Scan the card first. Or scan it again, and it waits for the card."
    case (.item, .loan): "For the next borrower, scan it again."
    case (.item, .return):
      "Scan the items, or press \(key(.switchOperation)) for loans."
    }
  }

  func notRecorded(_ item: String, before card: String) -> String {
    "NOT recorded: \(item.quotable). If \(card.quotable) is the next card, scan it again first. If it is an item, press \(key(.enter, in: .field))."
  }

  /// Returns the difference between two numbers that are nearly the same.
  func difference(_ spelling: Spelling) -> String {
    switch spelling {
    case .capitals: "upper and lower case differ"
    case .blanks: "the spaces inside differ"
    case .letterInFront: "one has an extra letter in front"
    case .envelope: "one has characters that scanners add"
    case .leadingZero: "the leading zeros differ"
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
    return "NOT recorded: \(number) is \(whose). \(instead)\(again)"
  }

  func accepted(_ number: String) -> String {
    "\(number.quotable) accepted as it is."
  }

  func confirmationDropped(_ number: String) -> String {
    "\(number.quotable) discarded, NOT recorded: it was not scanned again."
  }

  func itemWarning(_ warning: Desk.ItemWarning) -> String {
    switch warning {
    case .lentToAnother(let loan):
      "Already lent: \(loan.item.text) to \(loan.borrower?.text ?? "") (\(dates.clock(loan.recorded))), not returned here."
    case .lentElsewhere(let line, let today):
      lentElsewhere(line, today: today)
    case .justLent(let loan):
      "\(loan.item.text) was lent here at \(dates.clock(loan.recorded)). Is this a return?"
    }
  }

  func repetition(of transaction: Transaction) -> String {
    let what =
      switch transaction.operation {
      case .loan: "was already lent to the same borrower"
      case .return: "was already returned here"
      }
    return
      "\(transaction.item.text) \(what) at \(dates.clock(transaction.recorded))."
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

  /// Returns the end of a sentence about a number like one of another line.
  func isRespelled(_ place: String, _ spelling: Spelling) -> String {
    "looks like the one in \(place), but \(difference(spelling))."
  }

  /// Returns the end of a sentence about a number that is two, of which another
  /// line may have one.
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
