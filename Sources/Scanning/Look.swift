/// What a number looks like: its length, its characters and its beginning.
struct Look: Hashable, Sendable {
  /// The kinds of characters that are in a number.
  struct Alphabet: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let digits = Alphabet(rawValue: 1)
    static let capitals = Alphabet(rawValue: 2)
    static let smallLetters = Alphabet(rawValue: 4)
    static let signs = Alphabet(rawValue: 8)
  }

  /// How many characters it has.
  let length: Int
  /// The kinds of them.
  let alphabet: Alphabet
  /// The first of them, as bytes from the highest on.
  private let start: UInt64

  /// How many characters of the beginning count.
  static let longestBeginning = 6

  /// What a number of printable ASCII characters looks like.
  init(_ number: String) {
    var alphabet: Alphabet = []
    var start: UInt64 = 0
    var length = 0
    for byte in number.utf8 {
      alphabet.insert(Alphabet(of: byte))
      if length < Self.longestBeginning {
        start |= UInt64(byte) << UInt64(56 - 8 * length)
      }
      length += 1
    }
    self.length = length
    self.alphabet = alphabet
    self.start = start
  }

  /// The first characters, one, two and so on of them, each as a number that no
  /// other beginning has.
  var beginnings: some Sequence<UInt64> {
    (1...max(1, min(length, Self.longestBeginning))).lazy.map { count in
      // No number has a byte of zero: so beginnings of other lengths differ.
      start & ~(UInt64.max >> UInt64(8 * count))
    }
  }

  /// A place for it in a table of so many, a power of two.
  func place(among count: Int) -> Int {
    let mixed = (start ^ UInt64(length)) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  /// Whether it is more likely one of the first numbers than one of the others,
  /// of which then hardly any looks like it.
  ///
  /// It is if a feature of it is had by five of the first at least, and by less
  /// than a twentieth of those of the others that would have it if all looked
  /// alike.
  func isRather(of first: LookTally, than others: LookTally) -> Bool {
    guard
      first.count >= LookTally.enough, others.count >= LookTally.enough
    else { return false }
    func tells(_ count: Int, _ otherCount: Int) -> Bool {
      guard count >= LookTally.enough else { return false }
      let expected = count * others.count
      return expected >= LookTally.enough * first.count
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

/// How many numbers of a kind have which look.
struct LookTally: Sendable {
  /// How many numbers it takes to say what a kind of them looks like.
  static let enough = 5
  /// Of a hundred numbers, how many make it certain.
  private static let nearlyAll = 95

  /// How many there are.
  private(set) var count = 0
  /// The look of the one that was taken last.
  private(set) var last: Look?
  private var lengths: [Int: Int] = [:]
  private var alphabets: [Look.Alphabet: Int] = [:]
  private var beginnings: [UInt64: Int] = [:]

  /// Takes a number, as if there were several like it.
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

  /// Whether numbers of this length and of these characters are usual.
  func isUsual(_ look: Look) -> Bool {
    isUsual(self[length: look.length])
      && alphabets.contains {
        isUsual($0.value) && look.alphabet.isSubset(of: $0.key)
      }
  }

  /// The fewest characters that are usual.
  var shortestLength: Int? {
    lengths.lazy.filter { isUsual($0.value) }.map(\.key).min()
  }

  private func isUsual(_ some: Int) -> Bool {
    some >= Self.enough && 100 * some >= (100 - Self.nearlyAll) * count
  }

  /// Whether nearly all numbers have one length or are of the same characters,
  /// and it is the only one that does not.
  func isUnlikeAll(_ look: Look) -> Bool {
    guard count >= Self.enough else { return false }
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
