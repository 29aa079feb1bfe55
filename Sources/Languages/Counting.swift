/// A language's way to write counts, and lists of words.
struct Counting: Hashable, Sendable {
  /// A word before the last of a list.
  enum Conjunction: Hashable, Sendable {
    case and, or
  }

  /// The counts whose noun is in the singular.
  let singular: ClosedRange<Int>
  /// The sign between thousands, in numbers of five digits or more.
  let thousandsSeparator: String
  let and: String
  let or: String

  static let english = Counting(
    singular: 1...1, thousandsSeparator: ",", and: "and", or: "or")
  static let french = Counting(
    singular: 0...1, thousandsSeparator: "\u{a0}", and: "et", or: "ou")

  /// Returns a count with its noun: `1 line`, `12,000 lines`.
  ///
  /// The plural is the singular with an s, unless it is given.
  func callAsFunction(
    _ count: Int, _ singular: String, _ plural: String? = nil
  ) -> String {
    digits(count) + " "
      + form(of: count, singular, plural ?? singular + "s")
  }

  /// Returns the word that agrees with a count.
  func form(of count: Int, _ singular: String, _ plural: String) -> String {
    self.singular.contains(count) ? singular : plural
  }

  /// Returns a number with its thousands set apart.
  func digits(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      digits.prefix(end).suffix(min(3, end))
    }
    return (number < 0 ? "-" : "")
      + groups.reversed().joined(separator: thousandsSeparator)
  }

  /// Returns a list like `a, b or c`; `a, b, …` if it has more words than it
  /// may.
  func list(
    _ words: [String], _ conjunction: Conjunction, maximum: Int = .max
  ) -> String {
    guard words.count <= maximum else {
      return (words.prefix(maximum) + ["…"]).joined(separator: ", ")
    }
    guard words.count > 1, let last = words.last else { return words.joined() }
    let word = conjunction == .and ? and : or
    return words.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
