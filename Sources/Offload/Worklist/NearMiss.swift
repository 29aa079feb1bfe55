import Circulation
import Scanning

/// A number that may have been meant by a rejected one.
package struct NearMiss: Hashable, Sendable {
  /// The kinds of misreading, the likeliest first.
  package enum Reason: String, CaseIterable, Comparable, Hashable, Sendable {
    /// A wrong keyboard layout altered it, or characters that the scanner adds.
    case garbled
    /// Item and borrower were scanned in the wrong order.
    case swapped
    /// Upper and lower case are exchanged.
    case capitals
    /// Leading zeros were lost or added.
    case leadingZero = "leading-zero"
    /// Two adjacent characters are exchanged.
    case transposed
    /// One character differs.
    case oneDiffers = "one-differs"
    /// One character is missing.
    case oneMissing = "one-missing"
    /// There is one extra character.
    case oneTooMany = "one-too-many"
    /// More than one character is missing at one end.
    case cutShort = "cut-short"
    /// There is more than one extra character at one end.
    case overlong

    package static func < (one: Reason, other: Reason) -> Bool {
      allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
    }
  }

  /// The number.
  package let number: String
  /// The kind of misreading.
  package let reason: Reason
  /// The number of lines in the file with this number.
  package var sightings: Int

  /// True if the rejected number contains all information of this one.
  ///
  /// If a character was lost or changed, numbers that are not in the file may
  /// be as close, for example the next barcode on the roll.
  package var isCertain: Bool {
    switch reason {
    case .garbled, .swapped, .capitals, .leadingZero: true
    // Short numbers are similar by chance, and so are those of a whole library.
    case .transposed, .oneTooMany, .overlong:
      number.utf8.count >= 8 && sightings > 0
    case .oneDiffers, .oneMissing, .cutShort: false
    }
  }
}

/// A search for near misses of rejected numbers among all numbers of a file.
///
/// Each number of the file is processed in a time independent of how many were
/// rejected: a near miss shares a hashed form with the rejected number, which
/// is the number itself, a prefix, a suffix, or the number with one character
/// deleted.
package struct NearMissSearch {
  private let kind: Scan.Kind
  private let rules: ScanRules
  private let rejected: Set<String>
  /// The rejected numbers by hash, including their possible keyboard input.
  private var wholes: [UInt64: [String]] = [:]
  /// The rejected numbers by hash with one character deleted.
  private var shortened: [UInt64: [String]] = [:]
  /// The rejected numbers by hash of their prefixes and suffixes.
  private var parts: [UInt64: [String]] = [:]
  private var found: [String: [String: NearMiss]] = [:]

  /// The maximum number of suggestions for a number.
  package static let maximumCount = 3
  /// Shorter numbers are similar to everything.
  private static let minimumLength = 4

  /// Prepares a search for near misses of these numbers.
  package init(
    rejected: Set<String>, of kind: Scan.Kind, rules: ScanRules
  ) {
    self.kind = kind
    self.rules = rules
    self.rejected = rejected
    for number in rejected {
      suggestByRules(for: number)
      let typings = Self.typings(of: number)
      for form in [number, number.withoutZeros] + typings {
        wholes[FoldedHash.whole(form), default: []].append(number)
      }
      guard number.utf8.count >= Self.minimumLength else { continue }
      let hash = FoldedHash(number, minimumPart: Self.minimumLength)
      for form in hash.shortened { shortened[form, default: []].append(number) }
      for part in hash.parts { parts[part, default: []].append(number) }
    }
  }

  /// Processes a number of the file.
  package mutating func consider(_ known: String) {
    guard !wholes.isEmpty else { return }
    var near: Set<String> = []
    func look(_ hash: UInt64, _ forms: [UInt64: [String]]) {
      if let numbers = forms[hash] { near.formUnion(numbers) }
    }
    let hash = FoldedHash(known, minimumPart: Self.minimumLength)
    look(hash.whole, wholes)
    look(hash.whole, shortened)
    look(hash.whole, parts)
    if known.utf8.first == UInt8(ascii: "0") {
      look(FoldedHash.whole(known.withoutZeros), wholes)
    }
    for form in hash.shortened {
      look(form, wholes)
      look(form, shortened)
    }
    for part in hash.parts { look(part, wholes) }
    guard !near.isEmpty, !rejected.contains(known) else { return }
    for number in near {
      if found[number]?[known] != nil {
        found[number]?[known]?.sightings += 1
      } else if let reason = Self.reason(for: number, being: known),
        rules.rules(for: kind).warning(known) == nil
      {
        found[number, default: [:]][known] = NearMiss(
          number: known, reason: reason, sightings: 1)
      }
    }
  }

  /// Returns the near misses of a rejected number, the likeliest first.
  package func nearMisses(of number: String) -> [NearMiss] {
    let all = (found[number] ?? [:]).values.sorted {
      ($0.reason, $1.sightings, $0.number) < (
        $1.reason, $0.sightings, $1.number
      )
    }
    return Array(all.prefix(Self.maximumCount))
  }

  /// Adds suggestions that follow from the patterns alone.
  private mutating func suggestByRules(for number: String) {
    let own = rules.rules(for: kind)
    guard !own.patterns.isEmpty, !own.fits(number) else { return }
    let scan = rules.scan(number)
    let zeros = (1...3).map { String(repeating: "0", count: $0) + number }
    let guesses =
      (scan.isRepaired && scan.kinds.contains(kind)
        ? [(scan.number, NearMiss.Reason.garbled)] : [])
      + (zeros + [number.withoutZeros]).filter(own.fits)
      .map { ($0, .leadingZero) }
    for (guess, reason) in guesses
    where !rejected.contains(guess) && own.warning(guess) == nil {
      found[number, default: [:]][guess] = NearMiss(
        number: guess, reason: reason, sightings: 0)
    }
  }

  /// Returns the scans from which a wrong layout or a scanner's additions may
  /// have made the number.
  private static func typings(of number: String) -> [String] {
    // If the digits arrived as digits, the letters were not altered either.
    (FrenchKeyboard.allCases.filter { $0.hasDigitSign(number) }
      .map { $0.restoringUSLayout(number) }
      + ScannerRules.Envelope.allCases.map { $0.stripped(from: number) })
      .filter { $0 != number }
  }

  /// Returns the misreading that turns another number into the rejected one;
  /// nil if there is none.
  private static func reason(
    for number: String, being known: String
  ) -> NearMiss.Reason? {
    guard number != known else { return nil }
    if number.lowercased() == known.lowercased() { return .capitals }
    if typings(of: number).contains(known) { return .garbled }
    if number.withoutZeros == known.withoutZeros { return .leadingZero }
    let (one, other) = (Array(number.utf8), Array(known.utf8))
    guard min(one.count, other.count) >= minimumLength else { return nil }
    switch other.count - one.count {
    case 0:
      let places = one.indices.filter { one[$0] != other[$0] }
      if places.count == 1 { return .oneDiffers }
      guard
        places.count == 2, places[1] == places[0] + 1,
        one[places[0]] == other[places[1]], one[places[1]] == other[places[0]]
      else { return nil }
      return .transposed
    case 1: return one.isLeft(of: other) ? .oneMissing : nil
    case -1: return other.isLeft(of: one) ? .oneTooMany : nil
    case 2...:
      // Half a number or less could be many numbers.
      let isEnd = other.starts(with: one) || other.suffix(one.count) == one[...]
      return isEnd && one.count * 2 > other.count ? .cutShort : nil
    default:
      let isEnd =
        one.starts(with: other) || one.suffix(other.count) == other[...]
      return isEnd && other.count * 2 > one.count ? .overlong : nil
    }
  }
}

extension [UInt8] {
  /// Returns true if deleting one of the longer bytes leaves these.
  fileprivate func isLeft(of longer: [UInt8]) -> Bool {
    let same = zip(self, longer).prefix { $0 == $1 }.count
    return self[same...] == longer[(same + 1)...]
  }
}

extension String {
  /// The number without leading zeros; a number of zeros keeps one.
  fileprivate var withoutZeros: String {
    let rest = drop { $0 == "0" }
    return rest.isEmpty ? String(suffix(1)) : String(rest)
  }
}

/// Case-insensitive hashes of a number and its forms: values of a polynomial,
/// so that each form costs one step.
private struct FoldedHash {
  /// The hash of all characters.
  let whole: UInt64
  /// The hashes with one character deleted.
  private(set) var shortened: [UInt64] = []
  /// The hashes of the prefixes and suffixes.
  private(set) var parts: [UInt64] = []

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func value(_ byte: UInt8) -> UInt64 {
    let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    return UInt64(isCapital ? byte | 0x20 : byte) &+ 1
  }

  static func whole(_ text: String) -> UInt64 {
    text.utf8.reduce(0) { $0 &* base &+ value($1) }
  }

  init(_ text: String, minimumPart: Int) {
    let bytes = Array(text.utf8)
    var beginnings: [UInt64] = [0]
    beginnings.reserveCapacity(bytes.count + 1)
    var hash: UInt64 = 0
    for byte in bytes {
      hash = hash &* Self.base &+ Self.value(byte)
      beginnings.append(hash)
    }
    whole = hash
    // The hash and power of the suffix after the position.
    var end: UInt64 = 0
    var power: UInt64 = 1
    for place in bytes.indices.reversed() {
      shortened.append(beginnings[place] &* power &+ end)
      if place >= minimumPart { parts.append(beginnings[place]) }
      end = Self.value(bytes[place]) &* power &+ end
      power = power &* Self.base
      if place > 0, bytes.count - place >= minimumPart { parts.append(end) }
    }
  }
}
