/// What a scanner and the keyboard between do to the numbers, found out from
/// scans and from what stands under their bars.
public struct Diagnosis: Hashable, Sendable {
  /// One thing that was found.
  public enum Finding: Hashable, Sendable {
    /// What the scanner adds at the end; nil if it is not always the same.
    case end(Arrival.End?)
    /// How many milliseconds it takes for a character.
    case pace(Int)
    /// What stands around the number and is none of it.
    case wrapping(ScannerRules.Wrapping)
    /// The control characters around it.
    case frame(Frame)
    /// It holds Alt for the code of each character.
    case altCodes
    /// The keyboard that the computer has, and the scanner does not know of.
    case layout(ScannerRules.Layout)
    /// The capitals are locked.
    case capitals
    /// What arrives is what stands under the bars.
    case unchanged
    /// What arrives is not what stands under the bars, and nobody knows why.
    case unexplained(arrived: String, printed: String)
    /// The last digit tells whether the others of such a number are right.
    case checkDigit(Scan.Kind)
    /// Cards and items can't be told from one another.
    case alike
    /// A number that has fewer characters than silence ends.
    case tooShort(String, least: Int)
  }

  /// How many scans of a kind it takes to say what they look like.
  public static let enough = 5

  /// What arrived, by kind.
  public private(set) var arrivals: [Scan.Kind: [Arrival]] = [:]
  /// What stands under the bars of the first one, by kind.
  public private(set) var printed: [Scan.Kind: String] = [:]

  /// Nothing is known yet.
  public init() {}

  /// Takes a scan.
  public mutating func add(_ arrival: Arrival, of kind: Scan.Kind) {
    arrivals[kind, default: []].append(arrival)
  }

  /// Takes what stands under the bars of the first scan of a kind.
  public mutating func add(printed number: String, of kind: Scan.Kind) {
    printed[kind] = number.trimmed
  }

  /// What was found, the most telling first.
  public var findings: [Finding] {
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
    let all = Scan.Kind.allCases.flatMap { arrivals[$0, default: []] }
    findings += Frame.allCases.filter { frame in
      all.contains { $0.frames.contains(frame) }
    }.map { .frame($0) }
    if all.contains(where: \.hasAltCodes) { findings.append(.altCodes) }
    if let first = all.first {
      if !all.allSatisfy({ $0.end == .silence && $0.endsItself }) {
        findings.append(.end(isSameEnd ? first.end : nil))
      }
      let paces = all.map(\.pace).sorted()
      findings.append(.pace(paces[paces.count / 2]))
    }
    findings += Scan.Kind.allCases.filter(hasCheckDigit).map { .checkDigit($0) }
    if hasEnough, !isUnexplained, patterns == nil { findings.append(.alike) }
    return findings
  }

  /// A number that a desk with these rules does not take for a scan, if there
  /// is any.
  public func tooShort(for rules: ScanRules) -> Finding? {
    guard
      rules.scanner.suffix == .none,
      let shortest = arrivals.values.joined().map(\.text).min(by: {
        ($0.count, $0) < ($1.count, $1)
      }),
      shortest.count < rules.shortestScan()
    else { return nil }
    return .tooShort(shortest, least: rules.shortestScan())
  }

  /// Whether a scan of either kind brought this.
  public func knows(_ text: String) -> Bool {
    arrivals.values.joined().contains { $0.text == text }
  }

  /// Whether a reason is known for which this arrives of what stands under the
  /// bars.
  public static func explains(_ arrived: String, as printed: String) -> Bool {
    Change.explaining(arrived, as: printed.trimmed) != nil
  }

  /// Whether what arrives as one of a kind is such as all of the other kind, and
  /// as none of its own, are.
  public func looksLikeOther(_ text: String, than kind: Scan.Kind) -> Bool {
    let own = arrivals[kind, default: []].map { Shape($0.text) }
    let others = arrivals[kind.other, default: []].map { Shape($0.text) }
    let shape = Shape(text)
    return !own.isEmpty && !others.isEmpty && !own.contains(shape)
      && others.allSatisfy { $0 == shape }
  }

  /// What one number of a kind tells of the others.
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

  /// The rules with what was found put in; the rest as it is in these.
  public func proposal(beside rules: ScanRules = ScanRules()) -> ScanRules {
    var rules = rules
    for finding in findings {
      switch finding {
      case .wrapping(let wrapping):
        if !rules.scanner.strip.contains(wrapping) {
          rules.scanner.strip.append(wrapping)
        }
      case .layout(let layout): rules.scanner.layout = layout
      case .end(.enter?): rules.scanner.suffix = .enter
      case .end(.tab?): rules.scanner.suffix = .tab
      case .end(.silence?): rules.scanner.suffix = .none
      case .end(nil): rules.scanner.suffix = .auto
      case .checkDigit(.borrower): rules.borrower.checkDigit = .mod10
      case .checkDigit(.item): rules.item.checkDigit = .mod10
      case .pace, .frame, .altCodes, .capitals, .unchanged, .unexplained,
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
    Set(arrivals.values.joined().map(\.end)).count == 1
  }

  /// What arrived of the first scan of each kind, what stands under its bars,
  /// and what makes the one of the other, if that is known.
  private var labels: [(arrived: String, printed: String, change: Change?)] {
    Scan.Kind.allCases.compactMap { kind in
      guard
        let printed = printed[kind], let arrived = arrivals[kind]?.first?.text
      else { return nil }
      return (arrived, printed, Change.explaining(arrived, as: printed))
    }
  }

  /// Whether what arrives is not what is printed: then it says nothing of what
  /// the numbers look like.
  private var isUnexplained: Bool {
    labels.contains { $0.change == nil }
  }

  private var hasEnough: Bool { Scan.Kind.allCases.allSatisfy(hasEnough) }

  private func hasEnough(of kind: Scan.Kind) -> Bool {
    arrivals[kind, default: []].count >= Self.enough
  }

  private func hasCheckDigit(_ kind: Scan.Kind) -> Bool {
    hasEnough(of: kind) && !isUnexplained
      && numbers(of: kind).allSatisfy(\.hasSoundMod10Digit)
  }

  /// The numbers of a kind as they stand under their bars.
  private func numbers(of kind: Scan.Kind) -> [String] {
    let change = labels.compactMap(\.change).first { !$0.isNone } ?? Change()
    return arrivals[kind, default: []].map { change.undone(in: $0.text) }
  }

  private func lengths(of kind: Scan.Kind) -> [Int] {
    Set(numbers(of: kind).map(\.count)).sorted()
  }

  /// What cards and items look like, if that tells them from one another.
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

/// What was done to a number on its way.
private struct Change: Hashable {
  var keyboard: FrenchKeyboard?
  var isCapitalized = false
  var wrappings: [ScannerRules.Wrapping] = []

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
    return findings + wrappings.map { .wrapping($0) }
  }

  /// The number before it.
  func undone(in text: String) -> String {
    var number = text.trimmed
    if isCapitalized { number = number.caseSwapped }
    if let keyboard { number = keyboard.american(number) }
    return wrappings.reduce(number) { $1.taken(off: $0) }
  }

  /// What makes the one of the other; nil if that is not known.
  static func explaining(_ arrived: String, as printed: String) -> Change? {
    for keyboard in [nil] + FrenchKeyboard.allCases.map(Optional.some) {
      for isCapitalized in [false, true] {
        var change = Change(keyboard: keyboard, isCapitalized: isCapitalized)
        if change.undone(in: arrived).isSame(as: printed) { return change }
        for wrapping in ScannerRules.Wrapping.allCases {
          let before = change.undone(in: arrived)
          guard wrapping.taken(off: before) != before else { continue }
          change.wrappings.append(wrapping)
          if change.undone(in: arrived).isSame(as: printed) { return change }
        }
      }
    }
    return nil
  }
}

extension String {
  /// Whether the numbers are the same but for blanks, which labels often have.
  fileprivate func isSame(as printed: String) -> Bool {
    // Blanks that arrive are no part of the number.
    !contains(" ") && self == printed.filter { $0 != " " }
  }
}

extension Pattern {
  /// What these numbers look like, and the others do not.
  ///
  /// As little as possible is taken for certain: only if others look the same,
  /// the characters that all of these begin with.
  init?(of numbers: [String], unlike others: [String]) {
    let prefix = numbers.commonPrefix
    for length in 0...prefix.count {
      let rest = numbers.map { Array($0.dropFirst(length)) }
      let text =
        "^" + String(prefix.prefix(length)).escapedForPattern
        + rest.look + "$"
      // What can be anything is no pattern.
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
  /// An expression that matches all of them.
  fileprivate var look: String {
    let counts = Set(map(\.count)).sorted()
    guard let least = counts.first, let most = counts.last, most > 0 else {
      return ""
    }
    guard least == most else {
      return joined().look + "{\(least),\(most)}"
    }
    // Characters of one look in a row.
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
