import Circulation

/// The numbers of copies that a person names together: one, or the first and
/// the last of a range, as in `27001-27100`.
package enum CopyNumbers {
  /// The maximum number of copies of a range.
  package static let maximumCount = 5_000

  /// Returns the numbers that a text names.
  ///
  /// A range has the same letters before both of its numbers, or before the
  /// first alone; zeros at the start are kept.
  ///
  /// - Throws: ``CopyNumberFlaw``.
  package static func all(
    in text: String
  ) throws(CopyNumberFlaw) -> [String] {
    guard let range = try range(text) else {
      guard (try? Barcode(text)) != nil else { throw .notANumber(text) }
      return [text]
    }
    return range
  }

  private static func range(
    _ text: String
  ) throws(CopyNumberFlaw) -> [String]? {
    let halves = text.split(
      separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, let first = Parts(halves[0]),
      let last = Parts(halves[1]),
      last.letters.isEmpty || last.letters == first.letters
    else { return nil }
    guard let start = Int(first.digits), let end = Int(last.digits) else {
      throw .tooLong(text)
    }
    guard start <= end else { throw .backwards(text) }
    guard end - start < maximumCount else {
      throw .tooMany(text, maximum: maximumCount)
    }
    return (start...end).map { number in
      let digits = String(number)
      let zeros = max(first.digits.count - digits.count, 0)
      return first.letters + String(repeating: "0", count: zeros) + digits
    }
  }

  /// The letters and digits of a number.
  private struct Parts {
    let letters: String
    let digits: String

    /// Takes a number apart; nil if it does not end in digits, or has something
    /// else before them.
    init?(_ text: Substring) {
      letters = String(text.prefix { $0.isASCII && $0.isLetter })
      digits = String(text.dropFirst(letters.count))
      guard !digits.isEmpty,
        digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
    }
  }
}

/// A reason to refuse numbers of copies.
package enum CopyNumberFlaw: Error, Hashable, Sendable {
  /// It can't be the number of a copy.
  case notANumber(String)
  /// The last number of a range is before the first.
  case backwards(String)
  /// A range has more copies than the maximum.
  case tooMany(String, maximum: Int)
  /// The numbers of a range have too many digits to count.
  case tooLong(String)
}
