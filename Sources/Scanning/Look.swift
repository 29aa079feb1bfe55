/// The appearance of a number: its length, its kinds of characters, and its
/// beginning.
struct Look: Hashable, Sendable {
  /// The kinds of characters in a number.
  struct Alphabet: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let digits = Alphabet(rawValue: 1)
    static let capitals = Alphabet(rawValue: 2)
    static let smallLetters = Alphabet(rawValue: 4)
    static let signs = Alphabet(rawValue: 8)
  }

  /// The length in characters.
  let length: Int
  /// The kinds of characters.
  let alphabet: Alphabet
  /// The first six characters as bytes, the first one highest.
  private let start: UInt64

  /// The maximum length of the beginning that counts, in characters.
  static let maximumBeginning = 6

  /// Creates the appearance of a number in printable ASCII.
  init(_ number: String) {
    self.init(Array(number.utf8).span)
  }

  /// Creates the appearance of a number in bytes of printable ASCII.
  init(_ number: Span<UInt8>) {
    length = number.count
    var alphabet = 0
    for index in number.indices {
      alphabet |= Alphabet(of: number[index]).rawValue
    }
    self.alphabet = Alphabet(rawValue: alphabet)
    var start: UInt64 = 0
    for index in 0..<min(length, Self.maximumBeginning) {
      start |= UInt64(number[index]) &<< UInt64(56 - 8 * index)
    }
    self.start = start
  }

  /// The prefixes of length one, two and so on, each as a unique number.
  var beginnings: some Sequence<UInt64> {
    (1...max(1, min(length, Self.maximumBeginning))).lazy.map { count in
      // No number contains NUL, so prefixes of different lengths differ.
      start & ~(UInt64.max >> UInt64(8 * count))
    }
  }

  /// Returns a slot for it in a table whose size is a power of two.
  func place(among count: Int) -> Int {
    let mixed = (start ^ UInt64(length)) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  /// Returns true if it is typical of the first numbers and rare among the
  /// others.
  ///
  /// A feature must occur in at least five of the first, and among the others
  /// in less than a twentieth of the number expected if both were alike.
  func isRather(of first: LookTally, than others: LookTally) -> Bool {
    guard
      first.count >= LookTally.minimumCount,
      others.count >= LookTally.minimumCount
    else { return false }
    func tells(_ count: Int, _ otherCount: Int) -> Bool {
      guard count >= LookTally.minimumCount else { return false }
      let expected = count * others.count
      return expected >= LookTally.minimumCount * first.count
        && 20 * otherCount * first.count <= expected
    }
    return tells(first[length: length], others[length: length])
      || tells(first[alphabet], others[alphabet])
      || beginnings.contains {
        tells(first[beginning: $0], others[beginning: $0])
      }
  }
}

extension Look.Alphabet {
  fileprivate init(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digits
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .capitals
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .smallLetters
    default: self = .signs
    }
  }
}

/// The frequencies of features among the numbers of a kind.
struct LookTally: Sendable {
  /// The minimum number of numbers to judge by.
  static let minimumCount = 5
  /// The percentage that counts as nearly all.
  private static let nearlyAll = 95

  /// The number of numbers.
  private(set) var count = 0
  /// The appearance added last.
  private(set) var last: Look?
  private var lengths: [Int: Int] = [:]
  private var alphabets: [Look.Alphabet: Int] = [:]
  private var beginnings: [UInt64: Int] = [:]

  /// Adds an appearance, optionally as if there were several.
  mutating func add(_ look: Look, weight: Int = 1) {
    count += weight
    last = look
    lengths[look.length, default: 0] += weight
    alphabets[look.alphabet, default: 0] += weight
    for beginning in look.beginnings {
      beginnings[beginning, default: 0] += weight
    }
  }

  subscript(length length: Int) -> Int { lengths[length] ?? 0 }
  subscript(alphabet: Look.Alphabet) -> Int { alphabets[alphabet] ?? 0 }
  subscript(beginning beginning: UInt64) -> Int { beginnings[beginning] ?? 0 }

  /// Returns true if this length and these kinds of characters are common.
  func isUsual(_ look: Look) -> Bool {
    isUsual(self[length: look.length])
      && alphabets.contains {
        isUsual($0.value) && look.alphabet.isSubset(of: $0.key)
      }
  }

  /// The smallest common length; nil if there is none.
  var minimumLength: Int? {
    lengths.lazy.filter { isUsual($0.value) }.map(\.key).min()
  }

  private func isUsual(_ some: Int) -> Bool {
    some >= Self.minimumCount && 100 * some >= (100 - Self.nearlyAll) * count
  }

  /// Returns true if nearly all numbers share a length or kinds of characters,
  /// and this is the first that does not.
  func isUnlikeAll(_ look: Look) -> Bool {
    guard count >= Self.minimumCount else { return false }
    func isAlone<Feature>(
      _ counts: [Feature: Int], _ fits: (Feature) -> Bool
    ) -> Bool {
      !counts.keys.contains(where: fits)
        && counts.values.contains { 100 * $0 >= Self.nearlyAll * count }
    }
    return isAlone(lengths) { $0 == look.length }
      || isAlone(alphabets) { look.alphabet.isSubset(of: $0) }
  }
}
