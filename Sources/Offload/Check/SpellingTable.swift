import Scanning

/// Finds the numbers that are another one of their kind, written otherwise.
///
/// It keeps nothing of a number that is no spelling of a plainer one, as most
/// are.
struct SpellingTable {
  /// What is remembered of a plain number that was written otherwise.
  private struct Trace: BitwiseCopyable {
    /// The line of it, from 1.
    var line = 0
    /// The place of the spelling among all.
    var spelling = 0
  }

  private var plainForms = FingerprintTable(initial: Trace())

  /// Looks for the number of a kind that one is a spelling of, or that is a
  /// spelling of it, among those that were there before; and takes it in.
  ///
  /// Where numbers of its length are usual, some that are alike are others.
  ///
  /// - Returns: how they differ, and the line of the other.
  mutating func find(
    _ number: String, _ bytes: ArraySlice<UInt8>, _ kind: Problem.NumberKind,
    on line: Int, isUsual: Bool, among numbers: FingerprintTable<NumberTrace>,
    _ fingerprints: Fingerprints
  ) -> (spelling: Spelling, line: Int)? {
    func isTelling(_ spelling: Spelling) -> Bool {
      !(isUsual && spelling.mayBeUsual)
    }
    var found: (spelling: Spelling, line: Int)?
    if plainForms.count > 0,
      let trace = plainForms.value(of: fingerprints.of(bytes, kind)),
      isTelling(Spelling.allCases[trace.spelling])
    {
      found = (Spelling.allCases[trace.spelling], trace.line)
    }
    if Spelling.isPlain(bytes) { return found }
    for form in Spelling.plainForms(of: number) {
      let plain = Array(form.number.utf8)
      let isThere =
        numbers.value(of: fingerprints.of(plain.span))
        .flatMap { $0.marks.isDisjoint(with: .of(kind)) ? nil : $0.line }
      let key = fingerprints.of(plain[...], kind)
      let before = plainForms.value(of: key)
      let spelling = Spelling.allCases.firstIndex(of: form.spelling) ?? 0
      let isSpelling = before?.spelling == spelling && form.spelling.isMutual
      if found == nil, isTelling(form.spelling),
        let line = isThere ?? (isSpelling ? before?.line : nil)
      {
        found = (form.spelling, line)
      }
      if before == nil {
        plainForms[plainForms.place(of: key)] = Trace(
          line: line, spelling: spelling)
      }
    }
    return found
  }

  /// Where a number ends in two that were there before, as items or borrowers,
  /// and the line of the first; nil if it is not made of two.
  func knownParts(
    of bytes: ArraySlice<UInt8>, among numbers: FingerprintTable<NumberTrace>,
    _ fingerprints: Fingerprints
  ) -> (length: Int, line: Int)? {
    func line(of part: ArraySlice<UInt8>) -> Int? {
      let trace = numbers.value(of: fingerprints.of(part.span))
      return trace.flatMap { $0.line > 0 ? $0.line : nil }
    }
    let least = Spelling.leastLength
    guard bytes.count >= 2 * least else { return nil }
    for length in least...bytes.count - least {
      if let first = line(of: bytes.prefix(length)),
        line(of: bytes.dropFirst(length)) != nil
      {
        return (length, first)
      }
    }
    return nil
  }
}

extension Fingerprints {
  /// A number for bytes that are of a kind.
  fileprivate func of(
    _ bytes: ArraySlice<UInt8>, _ kind: Problem.NumberKind
  ) -> UInt64 {
    of(of(bytes.span), kind == .item ? 1 : 2, 0)
  }
}

extension NumberTrace.Marks {
  /// The marks of numbers of a kind.
  fileprivate static func of(_ kind: Problem.NumberKind) -> Self {
    kind == .item ? .item : .borrower
  }
}
