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
      one.rank < other.rank
    }

    /// The place in the order of the cases, without a search for it.
    private var rank: Int {
      switch self {
      case .garbled: 0
      case .swapped: 1
      case .capitals: 2
      case .leadingZero: 3
      case .transposed: 4
      case .oneDiffers: 5
      case .oneMissing: 6
      case .oneTooMany: 7
      case .cutShort: 8
      case .overlong: 9
      }
    }

    /// Shorter numbers are similar to everything.
    static let minimumLength = 4
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

extension NearMiss.Reason {
  /// Finds the misreading that turns a known number into the rejected one; nil
  /// if there is none.
  ///
  /// - Parameters:
  ///   - known: the other number, as UTF-8.
  ///   - rejected: the rejected number, as UTF-8.
  ///   - isTyped: true if a wrong layout or a scanner's additions make the
  ///     rejected number from the known one.
  init?(
    turning known: Span<UInt8>, into rejected: Span<UInt8>, isTyped: Bool
  ) {
    let shorter = min(known.count, rejected.count)
    let start = known.sharedPrefix(with: rejected)
    let end = known.sharedSuffix(with: rejected)
    let isSameLength = known.count == rejected.count
    let changed = start..<max(start, shorter - end)
    guard !isSameLength || start < shorter else { return nil }
    if isSameLength,
      changed.allSatisfy({ known[$0].isOtherCase(of: rejected[$0]) })
    {
      self = .capitals
    } else if isTyped {
      self = .garbled
    } else if !isSameLength, known.isZeroes(before: rejected) {
      self = .leadingZero
    } else if shorter < Self.minimumLength {
      return nil
    } else {
      // Half a number or less could be many numbers.
      let isEnd =
        max(start, end) == shorter
        && shorter * 2 > max(known.count, rejected.count)
      switch known.count - rejected.count {
      case 0 where changed.count == 1: self = .oneDiffers
      case 0 where changed.count == 2:
        guard
          known[start] == rejected[start + 1],
          known[start + 1] == rejected[start]
        else { return nil }
        self = .transposed
      case 1 where start + end >= shorter: self = .oneMissing
      case -1 where start + end >= shorter: self = .oneTooMany
      case 2... where isEnd: self = .cutShort
      case ...(-2) where isEnd: self = .overlong
      default: return nil
      }
    }
  }
}

extension Span<UInt8> {
  /// Returns the number of bytes that two numbers share at their beginnings.
  fileprivate func sharedPrefix(with other: Span<UInt8>) -> Int {
    var length = 0
    while length < Swift.min(count, other.count), self[length] == other[length]
    {
      length += 1
    }
    return length
  }

  /// Returns the number of bytes that two numbers share at their ends.
  fileprivate func sharedSuffix(with other: Span<UInt8>) -> Int {
    var length = 0
    while length < Swift.min(count, other.count),
      self[count - 1 - length] == other[other.count - 1 - length]
    {
      length += 1
    }
    return length
  }

  /// Returns true if two numbers differ by leading zeros only.
  fileprivate func isZeroes(before other: Span<UInt8>) -> Bool {
    let one = extracting(leadingZeroCount...)
    let other = other.extracting(other.leadingZeroCount...)
    return one.count == other.count
      && one.sharedPrefix(with: other) == one.count
  }
}

extension UInt8 {
  /// Returns true if both are the same letter of ASCII, in upper and lower case.
  fileprivate func isOtherCase(of other: UInt8) -> Bool {
    let lowered = self | 0x20
    return (lowered == other || self == other | 0x20)
      && UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowered
  }
}
