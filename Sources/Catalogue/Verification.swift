/// The comparison of what a scanner types with the numbers in the lists.
package struct Verification {
  /// A number as it was before a scanner or a keyboard changed it.
  package struct Form: Hashable, Sendable {
    /// The number.
    package let number: String
    /// The word by which the settings undo the change; nil if they can't.
    package let word: String?

    /// Creates a form.
    package init(number: String, word: String?) {
      self.number = number
      self.word = word
    }
  }

  /// The result of a scan.
  package enum Finding: Hashable, Sendable {
    /// The number is in a list.
    case found
    /// Another form of it is in a list.
    case foundAs(Form)
    /// The rest of it is in a list.
    case foundAfter(NumberCut)
    /// It is in no list, whatever is taken off.
    case notFound
  }

  private let isKnown: (String) throws(CatalogueError) -> Bool
  private let forms: (String) -> [Form]
  /// The findings so far.
  package private(set) var findings: [Finding] = []

  /// Creates a comparison with numbers that are known.
  ///
  /// - Parameters:
  ///   - forms: returns other forms of a number.
  ///   - isKnown: returns true if a number is in a list.
  package init(
    forms: @escaping (String) -> [Form] = { _ in [] },
    _ isKnown: @escaping (String) throws(CatalogueError) -> Bool
  ) {
    self.forms = forms
    self.isKnown = isKnown
  }

  /// Compares a scanned number.
  ///
  /// - Returns: the result.
  /// - Throws: ``CatalogueError``.
  package mutating func add(
    _ number: String
  ) throws(CatalogueError) -> Finding {
    let finding = try find(number)
    findings.append(finding)
    return finding
  }

  private func find(_ number: String) throws(CatalogueError) -> Finding {
    if try isKnown(number) { return .found }
    for form in forms(number) where form.number != number {
      if try isKnown(form.number) { return .foundAs(form) }
    }
    for cut in NumberCut.all(of: number) {
      if let rest = cut.rest(of: number), try isKnown(rest) {
        return .foundAfter(cut)
      }
    }
    return .notFound
  }

  /// The cut that made all numbers known that are; nil if there is none, or if
  /// one number alone shows it: that may be chance.
  package var cut: NumberCut? {
    let found = findings.filter { $0 != .notFound }
    guard found.count > 1, Set(found).count == 1,
      case .foundAfter(let cut) = found[0]
    else { return nil }
    return cut
  }

  /// The word by which the settings undo the change that made all numbers known
  /// that are; nil if there is none, or if one number alone shows it.
  package var word: String? {
    let words = findings.filter { $0 != .notFound }.map { finding -> String? in
      if case .foundAs(let form) = finding { form.word } else { nil }
    }
    guard words.count > 1, Set(words).count == 1 else { return nil }
    return words[0]
  }
}
