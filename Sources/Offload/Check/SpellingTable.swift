import Scanning

/// A table that finds different spellings of a number.
///
/// It stores only numbers that are a spelling of a plainer one, which most are
/// not.
struct SpellingTable: ~Copyable {
  /// The first other spelling found of a plain number.
  struct Trace: BitwiseCopyable {
    /// The line of the spelling, from 1.
    var line = 0
    /// The index in `Spelling.allCases`.
    var spelling = 0
  }

  private var plainForms = FingerprintTable(initial: Trace())

  /// Finds an earlier number of the kind that has the same plain form as this
  /// one, and inserts it.
  ///
  /// Similar numbers of the usual length may be different ones.
  ///
  /// - Returns: the kind of difference, and the line of the other; nil if there
  ///   is none.
  mutating func find(
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind,
    on line: Int, isUsual: Bool,
    among numbers: borrowing FingerprintTable<NumberTrace>,
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
    if Spelling.isPlain(bytes.span) { return found }
    let number = String(decoding: bytes, as: UTF8.self)
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

  /// Returns the length of the first of two earlier numbers that this one is
  /// made of, and its line; nil if it is not made of two.
  func knownParts(
    of bytes: ArraySlice<UInt8>,
    among numbers: borrowing FingerprintTable<NumberTrace>,
    _ fingerprints: Fingerprints
  ) -> (length: Int, line: Int)? {
    func line(of part: ArraySlice<UInt8>) -> Int? {
      let trace = numbers.value(of: fingerprints.of(part.span))
      return trace.flatMap { $0.line > 0 ? $0.line : nil }
    }
    let least = Spelling.minimumLength
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
  /// Returns the fingerprint of bytes as a number of a kind.
  fileprivate func of(
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind
  ) -> UInt64 {
    of(of(bytes.span), kind == .item ? 1 : 2, 0)
  }
}

extension NumberTrace.Marks {
  /// Returns the flags of numbers of a kind.
  fileprivate static func of(_ kind: FileIssue.NumberKind) -> Self {
    kind == .item ? .item : .borrower
  }
}
