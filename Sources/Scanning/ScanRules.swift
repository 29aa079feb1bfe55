/// The rules for a desk's numbers and scanner.
package struct ScanRules: Hashable, Sendable {
  /// The rules for borrowers.
  package var borrower = NumberRules()
  /// The rules for items.
  package var item = NumberRules()
  /// The rules for the scanner.
  package var scanner = ScannerRules()
  /// True in an exercise, which takes the barcodes of its sheet.
  package private(set) var isOfExercise = false

  /// Creates rules that know nothing about the numbers.
  package init() {}

  /// These rules as an exercise has them: they know the numbers of its sheet,
  /// and ask again about others only if they match no pattern.
  package var ofExercise: ScanRules {
    var rules = self
    rules.isOfExercise = true
    rules.borrower = borrower.ofExercise(.borrower)
    rules.item = item.ofExercise(.item)
    return rules
  }

  /// The minimum length of a number by lengths and patterns, in characters; nil
  /// if unknown.
  package var minimumNumberLength: Int? {
    [borrower, item].flatMap { numbers in
      numbers.lengths + numbers.patterns.map(\.minimumLength)
    }.filter { $0 > 0 }.min()
  }

  /// Returns the minimum length of a scan that ends without Enter or Tab: that
  /// of the shortest number under these rules or known otherwise, but between 3
  /// and 6.
  ///
  /// Fewer characters could be typed as fast by hand.
  package func minimumScanLength(beside known: Int? = nil) -> Int {
    max(min(minimumNumberLength ?? 6, known ?? 6, 6), 3)
  }
}

/// The properties of a scanner.
package struct ScannerRules: Hashable, Sendable {
  /// The keyboard layouts of scanner and computer.
  package enum Layout: String, CaseIterable, Hashable, Sendable {
    /// Detected by which layout makes a number match a pattern.
    case auto
    /// The same layout on both.
    case us
    /// A US layout on the scanner, French PC on the computer.
    case frenchPC = "fr-pc"
    /// A US layout on the scanner, French Mac or Belgian on the computer.
    case frenchMac = "fr-mac"
  }

  /// Additions around or within a number that are not part of it.
  package enum Envelope: String, CaseIterable, Hashable, Sendable {
    /// The AIM symbology identifier, such as `]A0` (ISO/IEC 15424).
    case aim
    /// The start and stop asterisks of Code 39.
    case code39
    /// The start and stop letters A to D of Codabar.
    case codabar
    /// The spaces that CLSI scanners insert after characters 1, 5 and 10 of 14.
    case clsi
  }

  /// The end of a scan.
  package enum Suffix: String, CaseIterable, Hashable, Sendable {
    /// Enter, Tab, or silence after fast characters; after the first Enter or
    /// Tab, silence no longer ends one.
    case auto
    /// Enter.
    case enter
    /// Tab, or Enter on the keyboard.
    case tab
    /// Silence, or Enter on the keyboard.
    case none
  }

  /// The keyboard layouts.
  package var layout = Layout.auto
  /// The additions to remove.
  package var strip: [Envelope] = []
  /// The end of a scan.
  package var suffix = Suffix.auto
  /// The time in which a repeated number counts as one scan, in seconds.
  package var doubleScanSeconds = 3

  /// Creates the properties of an unknown scanner.
  package init() {}
}
