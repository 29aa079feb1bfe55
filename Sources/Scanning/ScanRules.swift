/// All that is known of the numbers and of the scanner of a desk.
public struct ScanRules: Hashable, Sendable {
  /// What the cards' numbers look like.
  public var borrower = NumberRules()
  /// What the items' numbers look like.
  public var item = NumberRules()
  /// What the scanner does to them.
  public var scanner = ScannerRules()

  /// Rules that know nothing of the numbers.
  public init() {}

  /// The fewest characters that a scan may have, to judge by the lengths and
  /// the patterns; nil if they tell nothing.
  public var shortestNumber: Int? {
    [borrower, item].flatMap { numbers in
      numbers.lengths + numbers.patterns.map(\.leastLength)
    }.filter { $0 > 0 }.min()
  }

  /// The fewest characters that silence ends: those of the shortest number that
  /// these rules tell of, or that is known otherwise, if it is shorter than most;
  /// and never so few that a hand might type as fast.
  public func shortestScan(beside known: Int? = nil) -> Int {
    max(min(shortestNumber ?? 6, known ?? 6, 6), 3)
  }
}

/// What a scanner does to the numbers that it types.
public struct ScannerRules: Hashable, Sendable {
  /// What types through which keyboard.
  public enum Layout: String, CaseIterable, Hashable, Sendable {
    /// Whichever makes a number that fits a pattern.
    case auto
    /// The computer takes the scanner's keys for what they are.
    case us
    /// The computer has a French keyboard, the scanner types on an American.
    case frenchPC = "fr-pc"
    /// The same, with the digits of the French keyboard of a Mac, or of the
    /// Belgian one.
    case frenchMac = "fr-mac"
  }

  /// What may stand around a number and is none of it.
  public enum Wrapping: String, CaseIterable, Hashable, Sendable {
    /// The identifier of the symbology, `]A0` say (ISO/IEC 15424).
    case aim
    /// The asterisks that begin and end Code 39.
    case code39
    /// The letters from A to D that begin and end Codabar.
    case codabar
    /// Blanks after the characters 1, 5 and 10 of 14, as CLSI scanners add.
    case clsi
  }

  /// What ends a scan.
  public enum Suffix: String, CaseIterable, Hashable, Sendable {
    /// Enter, Tab, or silence after characters that nobody types so fast; once
    /// it was Enter or Tab, silence no more.
    case auto
    /// Enter.
    case enter
    /// Tab, and Enter from the keyboard.
    case tab
    /// Silence, and Enter from the keyboard.
    case none
  }

  /// Through which keyboard it types.
  public var layout = Layout.auto
  /// What is taken off.
  public var strip: [Wrapping] = []
  /// What ends a scan.
  public var suffix = Suffix.auto
  /// Within how many seconds the same again is one scan that beeped twice.
  public var doubleScanSeconds = 3

  /// A scanner of which nothing is known.
  public init() {}
}
