/// The part of a scanned number that its list does not have: imprint,
/// column and scanned value may be three different numbers.
package struct NumberCut: Hashable, Sendable {
  /// The number of characters at the beginning.
  package let start: Int
  /// The number of characters at the end: a check digit, for example.
  package let end: Int
  /// True if zeros are taken off that then begin the number.
  package let dropsZeros: Bool

  /// Creates a cut; of nothing by default.
  package init(start: Int = 0, end: Int = 0, dropsZeros: Bool = false) {
    self.start = start
    self.end = end
    self.dropsZeros = dropsZeros
  }

  /// Reads a cut from the words of the settings, such as `start 1`, `end 2` and
  /// `zeros`.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - word: takes a word that is not one of a cut.
  package init(words: [String], unknown word: (String) -> Void) {
    var (start, end, dropsZeros) = (0, 0, false)
    for text in words {
      let parts = text.split(separator: " ")
      let count = parts.count == 2 ? Int(parts[1]) : nil
      switch (parts.first, count) {
      case ("start", let count?) where 0...Self.maximum ~= count: start = count
      case ("end", let count?) where 0...Self.maximum ~= count: end = count
      case ("zeros", nil) where parts.count == 1: dropsZeros = true
      default: word(text)
      }
    }
    self.init(start: start, end: end, dropsZeros: dropsZeros)
  }

  /// The most characters at one end.
  private static let maximum = 40
  /// The least characters that are left of a number.
  private static let minimumLength = 3

  /// The cut as the settings have it.
  package var words: [String] {
    (start > 0 ? ["start \(start)"] : []) + (end > 0 ? ["end \(end)"] : [])
      + (dropsZeros ? ["zeros"] : [])
  }

  /// Returns what is left of a number; nil if nothing is taken off, or too
  /// little is left.
  package func rest(of number: String) -> String? {
    guard number.count - start - end >= Self.minimumLength else { return nil }
    var rest = number.dropFirst(start).dropLast(end)
    if dropsZeros { rest = rest.drop { $0 == "0" } }
    return rest.isEmpty || rest.count == number.count ? nil : String(rest)
  }

  /// All cuts of a number, those of the fewest characters first.
  package static func all(of number: String) -> [NumberCut] {
    let longest = min(number.count - minimumLength, maximum)
    guard longest >= 0 else { return [] }
    return (0...longest).flatMap { count in
      (0...count).reversed().map { start in
        NumberCut(start: start, end: count - start)
      }
      .flatMap {
        [
          $0, NumberCut(start: $0.start, end: $0.end, dropsZeros: true),
        ]
      }
    }
    .filter { $0.rest(of: number) != nil }
  }
}
