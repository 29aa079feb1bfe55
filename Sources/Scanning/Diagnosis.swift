/// A diagnosis of scanner and keyboard layout, from scans and the numbers
/// printed under the bar codes.
package struct Diagnosis: Hashable, Sendable {
  /// A result of the diagnosis.
  package enum Finding: Hashable, Sendable {
    /// The key sent after a scan; nil if it varies.
    case end(ScanInput.End?)
    /// The median time between characters, in milliseconds.
    case medianInterval(Int)
    /// Characters that the scanner adds to the number.
    case envelope(ScannerRules.Envelope)
    /// Control characters around the number.
    case frame(Frame)
    /// Each character comes as Alt and its code.
    case altCodes
    /// The keyboard layout of the computer, which the scanner does not follow.
    case layout(ScannerRules.Layout)
    /// Caps Lock is on.
    case capitals
    /// The scan equals the printed number.
    case unchanged
    /// The scan differs from the printed number for an unknown reason.
    case unexplained(arrived: String, printed: String)
    /// The numbers of this kind end with a check digit.
    case checkDigit(Scan.Kind)
    /// Borrowers and items look alike.
    case alike
    /// A number shorter than the shortest scan that ends without Enter or Tab.
    case tooShort(String, minimum: Int)
  }

  /// The number of scans of each kind that are required.
  package static let requiredScans = 5

  /// The scans of each kind.
  package private(set) var inputs: [Scan.Kind: [ScanInput]] = [:]
  /// The printed number of the first scan of each kind.
  package private(set) var printed: [Scan.Kind: String] = [:]

  /// Creates an empty diagnosis.
  package init() {}

  /// Adds a scan.
  package mutating func add(_ input: ScanInput, of kind: Scan.Kind) {
    inputs[kind, default: []].append(input)
  }

  /// Adds the printed number of the first scan of a kind.
  package mutating func add(printed number: String, of kind: Scan.Kind) {
    printed[kind] = number.trimmed
  }

  /// The results, the most important first.
  package var findings: [Finding] {
    var findings: [Finding] = []
    for label in labels {
      let found =
        label.change?.findings
        ?? [.unexplained(arrived: label.arrived, printed: label.printed)]
      for finding in found where !findings.contains(finding) {
        findings.append(finding)
      }
    }
    if findings.count > 1 { findings.removeAll { $0 == .unchanged } }
    let all = Scan.Kind.allCases.flatMap { inputs[$0, default: []] }
    findings += Frame.allCases.filter { frame in
      all.contains { $0.frames.contains(frame) }
    }.map { .frame($0) }
    if all.contains(where: \.hasAltCodes) { findings.append(.altCodes) }
    if let first = all.first {
      if !all.allSatisfy({ $0.end == .silence && $0.endsItself }) {
        findings.append(.end(isSameEnd ? first.end : nil))
      }
      let paces = all.map(\.medianInterval).sorted()
      findings.append(.medianInterval(paces[paces.count / 2]))
    }
    findings += Scan.Kind.allCases.filter(hasCheckDigit).map { .checkDigit($0) }
    if hasEnough, !isUnexplained, patterns == nil { findings.append(.alike) }
    return findings
  }

  /// Returns a scanned number that is too short to be recognized as a scan
  /// under these rules; nil if there is none.
  package func tooShort(for rules: ScanRules) -> Finding? {
    guard
      rules.scanner.suffix == .none,
      let shortest = inputs.values.joined().map(\.text).min(by: {
        ($0.count, $0) < ($1.count, $1)
      }),
      shortest.count < rules.minimumScanLength()
    else { return nil }
    return .tooShort(shortest, minimum: rules.minimumScanLength())
  }

  /// Returns true if a scan of either kind had this text.
  package func knows(_ text: String) -> Bool {
    inputs.values.joined().contains { $0.text == text }
  }

  /// Returns true if a known alteration turns the printed number into the
  /// scanned one.
  package static func explains(_ arrived: String, as printed: String) -> Bool {
    Change.explaining(arrived, as: printed.trimmed) != nil
  }

  /// Returns true if a scan looks like all scans of the other kind, and like
  /// none of its own.
  package func looksLikeOther(_ text: String, than kind: Scan.Kind) -> Bool {
    let own = inputs[kind, default: []].map { Shape($0.text) }
    let others = inputs[kind.other, default: []].map { Shape($0.text) }
    let shape = Shape(text)
    return !own.isEmpty && !others.isEmpty && !own.contains(shape)
      && others.allSatisfy { $0 == shape }
  }

  /// The appearance of a number.
  private struct Shape: Equatable {
    let length: Int
    let alphabet: Look.Alphabet
    let beginning: Substring

    init(_ text: String) {
      let look = Look(text)
      (length, alphabet) = (look.length, look.alphabet)
      beginning = text.prefix(2)
    }
  }

  /// Returns the rules with the results applied; the rest is unchanged.
  package func proposal(beside rules: ScanRules = ScanRules()) -> ScanRules {
    var rules = rules
    for finding in findings {
      switch finding {
      case .envelope(let envelope):
        if !rules.scanner.strip.contains(envelope) {
          rules.scanner.strip.append(envelope)
        }
      case .layout(let layout): rules.scanner.layout = layout
      case .end(.enter?): rules.scanner.suffix = .enter
      case .end(.tab?): rules.scanner.suffix = .tab
      case .end(.silence?): rules.scanner.suffix = .none
      case .end(nil): rules.scanner.suffix = .auto
      case .checkDigit(.borrower): rules.borrower.checkDigit = .mod10
      case .checkDigit(.item): rules.item.checkDigit = .mod10
      case .medianInterval, .frame, .altCodes, .capitals, .unchanged,
        .unexplained,
        .alike, .tooShort:
        break
      }
    }
    if let patterns {
      rules.borrower.patterns = [patterns.borrower]
      rules.borrower.lengths = lengths(of: .borrower)
      rules.item.patterns = [patterns.item]
      rules.item.lengths = lengths(of: .item)
    }
    return rules
  }

  private var isSameEnd: Bool {
    Set(inputs.values.joined().map(\.end)).count == 1
  }

  /// The first scan of each kind with its printed number, and the alteration
  /// between them; nil if that is unknown.
  private var labels: [(arrived: String, printed: String, change: Change?)] {
    Scan.Kind.allCases.compactMap { kind in
      guard
        let printed = printed[kind], let arrived = inputs[kind]?.first?.text
      else { return nil }
      return (arrived, printed, Change.explaining(arrived, as: printed))
    }
  }

  /// True if a scan differs from its printed number for an unknown reason: then
  /// scans do not show the numbers' form.
  private var isUnexplained: Bool {
    labels.contains { $0.change == nil }
  }

  private var hasEnough: Bool { Scan.Kind.allCases.allSatisfy(hasEnough) }

  private func hasEnough(of kind: Scan.Kind) -> Bool {
    inputs[kind, default: []].count >= Self.requiredScans
  }

  private func hasCheckDigit(_ kind: Scan.Kind) -> Bool {
    hasEnough(of: kind) && !isUnexplained
      && numbers(of: kind).allSatisfy(\.hasSoundMod10Digit)
  }

  /// Returns the numbers of a kind as printed.
  private func numbers(of kind: Scan.Kind) -> [String] {
    let change = labels.compactMap(\.change).first { !$0.isNone } ?? Change()
    return inputs[kind, default: []].map { change.undone(in: $0.text) }
  }

  private func lengths(of kind: Scan.Kind) -> [Int] {
    Set(numbers(of: kind).map(\.count)).sorted()
  }

  /// Patterns that distinguish borrowers from items; nil if there are none.
  private var patterns: (borrower: Pattern, item: Pattern)? {
    guard hasEnough, !isUnexplained else { return nil }
    let cards = numbers(of: .borrower)
    let items = numbers(of: .item)
    guard
      let borrower = Pattern(of: cards, unlike: items),
      let item = Pattern(of: items, unlike: cards)
    else { return nil }
    return (borrower, item)
  }
}

/// The alteration of a number between bar code and computer.
private struct Change: Hashable {
  var keyboard: FrenchKeyboard?
  var isCapitalized = false
  var envelopes: [ScannerRules.Envelope] = []

  var isNone: Bool { self == Change() }

  var findings: [Diagnosis.Finding] {
    if isNone { return [.unchanged] }
    var findings: [Diagnosis.Finding] = []
    switch keyboard {
    case .pc: findings.append(.layout(.frenchPC))
    case .mac: findings.append(.layout(.frenchMac))
    case nil: break
    }
    if isCapitalized { findings.append(.capitals) }
    return findings + envelopes.map { .envelope($0) }
  }

  /// Returns the number before the alteration.
  func undone(in text: String) -> String {
    var number = text.trimmed
    if isCapitalized { number = number.caseSwapped }
    if let keyboard { number = keyboard.restoringUSLayout(number) }
    return envelopes.reduce(number) { $1.stripped(from: $0) }
  }

  /// Returns the alteration that turns the printed text into the scanned one;
  /// nil if it is unknown.
  static func explaining(_ arrived: String, as printed: String) -> Change? {
    for keyboard in [nil] + FrenchKeyboard.allCases.map(Optional.some) {
      for isCapitalized in [false, true] {
        var change = Change(keyboard: keyboard, isCapitalized: isCapitalized)
        if change.undone(in: arrived).isSame(as: printed) { return change }
        for envelope in ScannerRules.Envelope.allCases {
          let before = change.undone(in: arrived)
          guard envelope.stripped(from: before) != before else { continue }
          change.envelopes.append(envelope)
          if change.undone(in: arrived).isSame(as: printed) { return change }
        }
      }
    }
    return nil
  }
}

extension String {
  /// Returns true if the numbers are equal apart from spaces, which labels
  /// often have.
  fileprivate func isSame(as printed: String) -> Bool {
    // Spaces in the scan are not part of the number.
    !contains(" ") && self == printed.filter { $0 != " " }
  }
}

extension Pattern {
  /// Creates the most general pattern that matches these numbers and none of
  /// the others; nil if there is none.
  ///
  /// Only if others match as well, more of the common prefix is included.
  init?(of numbers: [String], unlike others: [String]) {
    let prefix = numbers.commonPrefix
    for length in 0...prefix.count {
      let rest = numbers.map { Array($0.dropFirst(length)) }
      let text =
        "^" + String(prefix.prefix(length)).escapedForPattern
        + rest.look + "$"
      // A pattern with a wildcard for any character means nothing.
      if !text.replacing(#"\."#, with: "").contains("."),
        let pattern = try? Pattern(text),
        !others.contains(where: { pattern.matches($0) })
      {
        self = pattern
        return
      }
    }
    return nil
  }
}

extension [String] {
  fileprivate var commonPrefix: [Character] {
    guard let first else { return [] }
    return first.enumerated().prefix { index, character in
      allSatisfy { $0.dropFirst(index).first == character }
    }.map(\.element)
  }
}

extension [[Character]] {
  /// A regular expression that matches all of them.
  fileprivate var look: String {
    let counts = Set(map(\.count)).sorted()
    guard let least = counts.first, let most = counts.last, most > 0 else {
      return ""
    }
    guard least == most else {
      return joined().look + "{\(least),\(most)}"
    }
    // Runs of positions with the same class of characters.
    var runs: [(look: String, count: Int)] = []
    for place in 0..<most {
      let look = map { $0[place] }.look
      if runs.last?.look == look {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((look, 1))
      }
    }
    return runs.map { $0.count == 1 ? $0.look : "\($0.look){\($0.count)}" }
      .joined()
  }
}

extension Sequence<Character> {
  fileprivate var look: String {
    if allSatisfy({ $0.isASCII && $0.isNumber }) { return #"\d"# }
    if allSatisfy({ ("A"..."Z").contains($0) }) { return "[A-Z]" }
    if allSatisfy({ ("0"..."9").contains($0) || ("A"..."Z").contains($0) }) {
      return "[0-9A-Z]"
    }
    let same = Set(self)
    if same.count == 1, let only = same.first {
      return String(only).escapedForPattern
    }
    if allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) {
      return "[0-9A-Za-z]"
    }
    return "."
  }
}

extension String {
  fileprivate var escapedForPattern: String {
    map { character in
      character.isLetter || character.isNumber
        ? String(character) : "\\\(character)"
    }.joined()
  }
}
