import Algorithms
import Circulation
import Scanning

/// A search for near misses of rejected numbers among all numbers of a file.
///
/// Each number of the file is processed in a time independent of how many were
/// rejected: a near miss shares a hashed form with the rejected number, which
/// is the number itself, a prefix, a suffix, or the number with one character
/// deleted.
package struct NearMissSearch: ~Copyable {
  /// The maximum number of suggestions for a number.
  package static let maximumCount = 3

  /// A number of the file that is near a rejected one.
  private struct Known {
    let number: String
    /// The number of lines that have it.
    var sightings: Int32
    /// True if it fits the rules for its kind.
    let isFit: Bool
  }

  /// A rejected number, with what it may have been.
  private struct Rejected {
    let number: String
    /// The scans that may have become this number.
    let typings: [String]
    /// The numbers that follow from the patterns alone.
    let guesses: [(number: String, reason: NearMiss.Reason)]
  }

  /// The facts about a rejected number for each of millions of comparisons,
  /// close together.
  private struct Compared: BitwiseCopyable {
    /// The bytes of the number among those of all.
    let start: Int32
    let length: Int32
    let hasTypings: Bool
    /// The last known number that was compared with it.
    var lastKnown: Int32 = -1
    /// The last of its near numbers, by the place among those of all; -1 for
    /// none.
    var lastNear: Int32 = -1
  }

  /// A known number that is near a rejected one.
  private struct Near {
    let known: Int32
    let reason: NearMiss.Reason
    /// The one before it of the same rejected number; -1 for none.
    let previous: Int32
  }

  private let kind: Scan.Kind
  private let rules: ScanRules
  private let fingerprints = Fingerprints()
  private var rejected: [Rejected] = []
  private var compared: [Compared] = []
  /// The rejected numbers as UTF-8, one after the other.
  private var spelling: [UInt8] = []
  private var near: [Near] = []
  /// The rejected numbers by hash, including their possible keyboard input.
  private var wholes = FormTable()
  /// The rejected numbers by hash with one character deleted.
  private var shortened = FormTable()
  /// The rejected numbers by hash of their prefixes and suffixes.
  private var parts = FormTable()
  /// The places of known numbers by fingerprint; of rejected ones -1.
  private var places = FingerprintTable<Int32>(initial: -1)
  private var known: [Known] = []
  private var hash = FoldedHash(minimumPart: NearMiss.Reason.minimumLength)

  /// Prepares a search for near misses of these numbers.
  package init(
    rejected numbers: Set<String>, of kind: Scan.Kind, rules: ScanRules
  ) {
    self.kind = kind
    self.rules = rules
    let own = rules.rules(for: kind)
    for number in numbers {
      let place = Int32(rejected.count)
      let bytes = Array(number.utf8)
      let one = Rejected(
        number: number, typings: Self.typings(of: number),
        guesses: Self.guesses(for: number, kind, rules).filter {
          !numbers.contains($0.number) && own.warning($0.number) == nil
        })
      rejected.append(one)
      compared.append(
        Compared(
          start: Int32(spelling.count), length: Int32(bytes.count),
          hasTypings: !one.typings.isEmpty))
      spelling += bytes
      _ = places.place(of: fingerprints.of(bytes.span))
      let forms =
        [bytes, Array(number.withoutZeros.utf8)]
        + one.typings.map { Array($0.utf8) }
      for form in forms.uniqued() {
        wholes.add(place, FoldedHash.whole(form.span))
      }
      guard bytes.count >= NearMiss.Reason.minimumLength else { continue }
      hash.read(bytes.span)
      for form in hash.shortened.uniqued() { shortened.add(place, form) }
      for form in hash.parts { parts.add(place, form) }
    }
  }

  /// Processes a number of the file, which so many lines have.
  package mutating func consider(_ number: String, lineCount: Int = 1) {
    guard !rejected.isEmpty else { return }
    var text = number
    let fingerprints = fingerprints
    let fingerprint = text.withUTF8 {
      fingerprints.of(Span(_unsafeBytes: UnsafeRawBufferPointer($0)))
    }
    if let place = places.value(of: fingerprint) {
      if place >= 0 { known[Int(place)].sightings += Int32(lineCount) }
      return
    }
    let bytes = Array(number.utf8)
    let near = rejectedNumbers(near: bytes.span)
    guard !near.isEmpty else { return }
    let isFit = rules.rules(for: kind).warning(number) == nil
    let place = Int32(known.count)
    known.append(
      Known(number: number, sightings: Int32(lineCount), isFit: isFit))
    places[places.place(of: fingerprint)] = place
    guard isFit else { return }
    let spelling = spelling
    for index in near.map(Int.init) {
      let one = compared[index]
      let isTyped =
        one.hasTypings && rejected[index].typings.contains(number)
      let other = spelling.span.extracting(
        Int(one.start)..<Int(one.start + one.length))
      if let reason = NearMiss.Reason(
        turning: bytes.span, into: other, isTyped: isTyped)
      {
        compared[index].lastNear = Int32(self.near.count)
        self.near.append(
          Near(known: place, reason: reason, previous: one.lastNear))
      }
    }
  }

  /// Returns the places of the rejected numbers that share a form with a
  /// number, each once.
  private mutating func rejectedNumbers(
    near bytes: Span<UInt8>
  ) -> [Int32] {
    hash.read(bytes)
    var near: [Int32] = []
    wholes.collect(hash.whole, &near)
    shortened.collect(hash.whole, &near)
    parts.collect(hash.whole, &near)
    let zeros = bytes.leadingZeroCount
    if zeros > 0 {
      wholes.collect(FoldedHash.whole(bytes.extracting(zeros...)), &near)
    }
    for form in hash.shortened {
      wholes.collect(form, &near)
      shortened.collect(form, &near)
    }
    for part in hash.parts { wholes.collect(part, &near) }
    let new = Int32(known.count)
    near.removeAll {
      exchange(&compared[Int($0)].lastKnown, with: new) == new
    }
    return near
  }

  /// Returns the near misses of each rejected number, the likeliest first.
  package consuming func nearMisses() -> [String: [NearMiss]] {
    Dictionary(
      uniqueKeysWithValues: zip(rejected, compared).map {
        ($0.number, nearMisses(of: $0, after: $1.lastNear))
      })
  }

  private func nearMisses(
    of one: Rejected, after lastNear: Int32
  ) -> [NearMiss] {
    let guessed = one.guesses.map { guess in
      let bytes = Array(guess.number.utf8)
      let place = places.value(of: fingerprints.of(bytes.span))
      return NearMiss(
        number: guess.number, reason: guess.reason,
        sightings: place.map { Int(known[Int($0)].sightings) } ?? 0)
    }
    let guesses = Set(guessed.map(\.number))
    var all: [Near] = []
    var place = lastNear
    while place >= 0 {
      all.append(near[Int(place)])
      place = near[Int(place)].previous
    }
    let likeliest =
      all
      .filter { !guesses.contains(known[Int($0.known)].number) }
      .min(count: Self.maximumCount) { one, other in
        let (first, second) = (known[Int(one.known)], known[Int(other.known)])
        return (one.reason, second.sightings, first.number)
          < (other.reason, first.sightings, second.number)
      }
      .map {
        NearMiss(
          number: known[Int($0.known)].number, reason: $0.reason,
          sightings: Int(known[Int($0.known)].sightings))
      }
    return (guessed + likeliest).likeliest
  }

  /// Returns the numbers that follow from the patterns alone.
  private static func guesses(
    for number: String, _ kind: Scan.Kind, _ rules: ScanRules
  ) -> [(number: String, reason: NearMiss.Reason)] {
    let own = rules.rules(for: kind)
    guard !own.patterns.isEmpty, !own.fits(number) else { return [] }
    let scan = rules.scan(number)
    let zeros = (1...3).map { String(repeating: "0", count: $0) + number }
    return
      (scan.isRepaired && scan.kinds.contains(kind)
      ? [(scan.number, .garbled)] : [])
      + (zeros + [number.withoutZeros]).filter(own.fits)
      .map { ($0, .leadingZero) }
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
}

/// The places of rejected numbers by the hash of one of their forms.
private struct FormTable: ~Copyable {
  private var heads = FingerprintTable<Int32>(initial: -1)
  private var links: [(rejected: Int32, next: Int32)] = []
  /// A bit for each of the forms: nearly all forms that are looked for are not
  /// there, and this is small enough to stay near the processor.
  private var marks = [UInt64](repeating: 0, count: 1 << 16)

  @inline(__always)
  private static func mark(_ form: UInt64) -> (word: Int, bit: UInt64) {
    (Int(truncatingIfNeeded: form >> 48), 1 << (form >> 42 & 63))
  }

  /// Adds a form of a rejected number.
  mutating func add(_ rejected: Int32, _ form: UInt64) {
    let (word, bit) = Self.mark(form)
    marks[word] |= bit
    let head = heads.place(of: max(form, 1))
    links.append((rejected, heads[head]))
    heads[head] = Int32(links.count - 1)
  }

  /// Appends the rejected numbers that have a form.
  @inline(__always)
  func collect(_ form: UInt64, _ numbers: inout [Int32]) {
    let (word, bit) = Self.mark(form)
    guard marks[word] & bit != 0 else { return }
    var link = heads.value(of: max(form, 1)) ?? -1
    while link >= 0 {
      numbers.append(links[Int(link)].rejected)
      link = links[Int(link)].next
    }
  }
}

extension String {
  /// The number without leading zeros; a number of zeros keeps one.
  fileprivate var withoutZeros: String {
    let rest = drop { $0 == "0" }
    return rest.isEmpty ? String(suffix(1)) : String(rest)
  }
}
