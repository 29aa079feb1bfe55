/// A scanned text, and the number it stands for.
package struct Scan: Hashable, Sendable {
  /// The kinds of numbers scanned at a desk.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A borrower's card.
    case borrower
    /// An item.
    case item

    /// The other kind.
    var other: Kind { self == .borrower ? .item : .borrower }
  }

  /// The scanned text.
  package let raw: String
  /// The number, after repair.
  package let number: String
  /// The kinds whose patterns the number matches.
  package let kinds: Set<Kind>
  /// A pattern that took too long, if no other matches; nil otherwise.
  package let undecided: Pattern?

  /// True if more than outer spaces was changed.
  package var isRepaired: Bool { number != raw.trimmed }

  fileprivate init(raw: String, number: String, _ fit: ScanRules.Fit) {
    self.raw = raw
    self.number = number
    kinds = fit.kinds
    undecided = fit.undecided
  }
}

extension ScanRules {
  /// True if there are patterns for at least one kind.
  package var hasPatterns: Bool {
    !borrower.patterns.isEmpty || !item.patterns.isEmpty
  }

  /// True if there are patterns for both kinds.
  package var hasAllPatterns: Bool {
    !borrower.patterns.isEmpty && !item.patterns.isEmpty
  }

  /// Returns the reason to suspect a scan as a number of a kind; nil if there
  /// is none.
  package func warning(
    _ scan: Scan, as kind: Scan.Kind
  ) -> NumberRules.Warning? {
    let rules = rules(for: kind)
    // Patterns are not matched twice.
    let warning =
      scan.kinds.contains(kind)
      ? rules.warning(ofFitting: scan.number) : rules.warning(scan.number)
    return warning ?? scan.undecided.map { .undecided($0) }
  }

  /// Returns the rules for numbers of a kind.
  package func rules(for kind: Scan.Kind) -> NumberRules {
    switch kind {
    case .borrower: borrower
    case .item: item
    }
  }

  /// Finds the number that a scanned text stands for.
  ///
  /// A text that matches a pattern is never changed. Otherwise, known additions
  /// of the scanner are removed, and a wrong keyboard layout is undone if
  /// exactly one way makes the number match.
  package func scan(_ raw: String) -> Scan {
    if let practice = code(raw, in: PracticeNumber.typings) {
      let number = practice.number
      if isOfExercise {
        return Scan(raw: number, number: number, fit(of: number))
      }
      // A real desk refuses it as it is, by name.
      return Scan(raw: raw, number: practice.code, Fit())
    }
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
      // Nothing more is tried after one timeout: a desk has to respond.
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

  /// Returns the command that was scanned, even through a wrong layout; nil if
  /// it is not one.
  package func command(_ raw: String) -> CommandCode? {
    code(raw, in: CommandCode.typings)
  }

  /// Finds a text between percent signs among those that are known, by their
  /// typings.
  private func code<Code>(
    _ raw: String, in typings: [String: Code]
  ) -> Code? {
    let typed = raw.trimmed
    guard
      let mark = typed.first.map({ "%5]$*8".contains($0) }), mark
    else { return nil }
    // The settings do not matter here: nothing else looks like a command.
    let forms =
      [typed] + FrenchKeyboard.allCases.map { $0.restoringUSLayout(typed) }
    return forms.lazy.compactMap { form in
      typings[
        ScannerRules.Envelope.code39.stripped(
          from: ScannerRules.Envelope.aim.stripped(from: form)
        ).uppercased()]
    }.first
  }

  /// The patterns that a number matches.
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
    ScannerRules.Envelope.allCases.filter(scanner.strip.contains)
      .reduce(number) { $1.stripped(from: $0) }
  }

  /// Returns the texts that the scanner may have sent.
  private func typings(of text: String) -> [String] {
    guard hasPatterns else { return [] }
    // A French layout shows by punctuation in place of digits, a US one by
    // digits.
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
    let unlocked = keyboards.map { $0.restoringUSLayout(text) }
    // With Caps Lock on, M's key is punctuation on a French layout: Linux
    // leaves it unshifted, Windows shifts it.
    return unlocked + unlocked.map(\.caseSwapped)
      + keyboards.map { $0.restoringUSLayout(text.caseSwapped) }
  }
}

extension CommandCode {
  /// The commands by their text through each layout, in upper case.
  fileprivate static let typings = Dictionary(
    allCases.flatMap { code in code.rawValue.typings.map { ($0, code) } }
  ) { first, _ in first }
}

extension String {
  /// The text through each keyboard layout, in upper case.
  var typings: [String] {
    ([self] + FrenchKeyboard.allCases.map { $0.garbled(self) })
      .map { $0.uppercased() }
  }

  /// The text without outer spaces.
  var trimmed: String {
    guard
      let first = firstIndex(where: { $0 != " " }),
      let last = lastIndex(where: { $0 != " " })
    else { return "" }
    return String(self[first...last])
  }
}
