/// What a scanner typed, and the number that it is taken for.
public struct Scan: Hashable, Sendable {
  /// One of the two things that are scanned at a desk.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A borrower's card.
    case borrower
    /// An item.
    case item

    /// The one that it is not.
    var other: Kind { self == .borrower ? .item : .borrower }
  }

  /// What was typed.
  public let raw: String
  /// The number, with nothing around it.
  public let number: String
  /// The kinds whose patterns it fits.
  public let kinds: Set<Kind>
  /// A pattern that took too long with it, if it fits no other.
  public let undecided: Pattern?

  /// Whether more was repaired than blanks around it.
  public var isRepaired: Bool { number != raw.trimmed }

  fileprivate init(raw: String, number: String, _ fit: ScanRules.Fit) {
    self.raw = raw
    self.number = number
    kinds = fit.kinds
    undecided = fit.undecided
  }
}

extension ScanRules {
  /// Whether it is known what either kind of number looks like.
  public var hasPatterns: Bool {
    !borrower.patterns.isEmpty || !item.patterns.isEmpty
  }

  /// Whether it is known what both kinds of numbers look like.
  public var hasAllPatterns: Bool {
    !borrower.patterns.isEmpty && !item.patterns.isEmpty
  }

  /// Why a scan may be wrong as a number of a kind; nil if it is as they are.
  public func doubt(
    _ scan: Scan, as kind: Scan.Kind
  ) -> NumberRules.Doubt? {
    let rules = rules(for: kind)
    // What was compared is not compared again.
    let doubt =
      scan.kinds.contains(kind)
      ? rules.doubt(ofFitting: scan.number) : rules.doubt(scan.number)
    return doubt ?? scan.undecided.map { .undecided($0) }
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
    let bare = stripped(typed)
    var doubtful = Fit()
    for number in typed == bare ? [typed] : [typed, bare] {
      let fit = fit(of: number)
      if !fit.kinds.isEmpty { return Scan(raw: raw, number: number, fit) }
      if fit.undecided != nil { doubtful = fit }
    }
    var restored: [String: Fit] = [:]
    for number in Set(typings(of: typed).map { stripped($0) }) {
      // No more is tried once one takes too long: a desk has to answer.
      if doubtful.undecided != nil { break }
      let fit = fit(of: number)
      if fit.undecided != nil { doubtful = fit }
      if !fit.kinds.isEmpty { restored[number] = fit }
    }
    guard
      doubtful.undecided == nil, restored.count == 1,
      let (number, fit) = restored.first
    else { return Scan(raw: raw, number: bare, doubtful) }
    return Scan(raw: raw, number: number, fit)
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

  /// What a number fits.
  fileprivate struct Fit {
    var kinds: Set<Scan.Kind> = []
    var undecided: Pattern?
  }

  private func fit(of number: String) -> Fit {
    var fit = Fit()
    for kind in Scan.Kind.allCases {
      switch rules(for: kind).comparison(with: number) {
      case .fits: fit.kinds.insert(kind)
      case .differs: break
      case .undecided(let pattern): fit.undecided = pattern
      }
    }
    if !fit.kinds.isEmpty { fit.undecided = nil }
    return fit
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
