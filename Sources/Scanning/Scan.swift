/// What a scanner typed, and the number that it is taken for.
public struct Scan: Hashable, Sendable {
  /// One of the two things that are scanned at a desk.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A borrower's card.
    case borrower
    /// An item.
    case item
  }

  /// What was typed.
  public let raw: String
  /// The number, with nothing around it.
  public let number: String
  /// The kinds whose patterns it fits.
  public let kinds: Set<Kind>

  /// Whether more was repaired than blanks around it.
  public var isRepaired: Bool { number != raw.trimmed }
}

extension ScanRules {
  /// Whether it is known what either kind of number looks like.
  public var hasPatterns: Bool {
    !borrower.patterns.isEmpty || !item.patterns.isEmpty
  }

  /// The rules for numbers of a kind.
  public func rules(for kind: Scan.Kind) -> NumberRules {
    switch kind {
    case .borrower: borrower
    case .item: item
    }
  }

  /// Takes what was typed for a number.
  ///
  /// What fits a pattern is never changed. Else what the scanner is known to
  /// add is taken off; and what a keyboard has garbled is restored if there is
  /// one way only to make it fit.
  public func scan(_ raw: String) -> Scan {
    let typed = raw.trimmed
    if let kinds = kindsFitted(by: typed) {
      return Scan(raw: raw, number: typed, kinds: kinds)
    }
    let bare = stripped(typed)
    if let kinds = kindsFitted(by: bare) {
      return Scan(raw: raw, number: bare, kinds: kinds)
    }
    let restored = Set(
      typings(of: typed).map { stripped($0) }.filter {
        kindsFitted(by: $0) != nil
      })
    if restored.count == 1, let number = restored.first,
      let kinds = kindsFitted(by: number)
    {
      return Scan(raw: raw, number: number, kinds: kinds)
    }
    return Scan(raw: raw, number: bare, kinds: [])
  }

  /// The command that was typed, also through the wrong keyboard; nil if it is
  /// none.
  public func command(_ raw: String) -> CommandCode? {
    let typed = raw.trimmed
    guard
      let mark = typed.first.map({ "%5]$*8".contains($0) }), mark
    else { return nil }
    // What it may be wrapped in is no matter of settings: nothing else is like
    // it.
    let forms = [typed] + FrenchKeyboard.allCases.map { $0.american(typed) }
    return forms.lazy.compactMap { form in
      CommandCode.typings[
        ScannerRules.Wrapping.code39.taken(
          off: ScannerRules.Wrapping.aim.taken(off: form)
        ).uppercased()]
    }.first
  }

  private func kindsFitted(by number: String) -> Set<Scan.Kind>? {
    let kinds = Scan.Kind.allCases.filter { rules(for: $0).fits(number) }
    return kinds.isEmpty ? nil : Set(kinds)
  }

  private func stripped(_ number: String) -> String {
    ScannerRules.Wrapping.allCases.filter(scanner.strip.contains)
      .reduce(number) { $1.taken(off: $0) }
  }

  /// What a scanner may have typed for this to arrive.
  private func typings(of text: String) -> [String] {
    guard hasPatterns else { return [] }
    // By itself, a French keyboard is known by the signs that digits come as,
    // and an American one by its digits.
    let hasSigns = FrenchKeyboard.allCases.contains { $0.hasDigitSign(text) }
    let hasDigits = text.contains { $0.isASCII && $0.isNumber }
    let keyboards: [FrenchKeyboard] =
      switch scanner.layout {
      case .auto: hasSigns ? FrenchKeyboard.allCases : []
      case .us: []
      case .frenchPC: [.pc]
      case .frenchMac: [.mac]
      }
    if keyboards.isEmpty {
      return hasDigits && !hasSigns ? [text.caseSwapped] : []
    }
    let unlocked = keyboards.map { $0.american(text) }
    // Where the capitals are locked, M's key has a sign on a French keyboard:
    // Linux leaves it alone, Windows shifts it like the letters.
    return unlocked + unlocked.map(\.caseSwapped)
      + keyboards.map { $0.american(text.caseSwapped) }
  }
}

extension CommandCode {
  /// What each of them is typed as, in capitals, through the keyboards.
  fileprivate static let typings = Dictionary(
    allCases.flatMap { code in
      ([code.rawValue]
        + FrenchKeyboard.allCases.map { $0.french(code.rawValue) })
        .map { ($0.uppercased(), code) }
    }
  ) { first, _ in first }
}

extension String {
  /// The text without the blanks around it.
  var trimmed: String {
    guard
      let first = firstIndex(where: { $0 != " " }),
      let last = lastIndex(where: { $0 != " " })
    else { return "" }
    return String(self[first...last])
  }
}
