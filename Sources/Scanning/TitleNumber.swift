/// A number that publishers print on their products: it identifies a title, not
/// the library's copy.
package struct TitleNumber: Hashable, Sendable {
  /// The kinds of title numbers.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The number of a book.
    case isbn = "ISBN"
    /// The number of a journal.
    case issn = "ISSN"
    /// The number of printed music.
    case ismn = "ISMN"
  }

  /// The form of a number that may be a title number by chance.
  struct Form: Hashable, Sendable {
    let digitCount: Int
    let isHyphened: Bool

    /// Nil for any other form.
    init?(_ number: String) {
      guard
        8...13 ~= number.utf8.count,
        let digits = Digits(Array(number.utf8).span)
      else { return nil }
      switch digits.count {
      case 10:
        self.init(digitCount: 10, isHyphened: digits.gapCount > 0)
      case 8 where digits.onlyGap == 4:
        self.init(digitCount: 8, isHyphened: true)
      default: return nil
      }
    }

    private init(digitCount: Int, isHyphened: Bool) {
      self.digitCount = digitCount
      self.isHyphened = isHyphened
    }
  }

  /// The kind.
  package let kind: Kind
  /// True if it may be a library's own number: one in eleven numbers of its
  /// length has a valid check digit.
  package let mayBeChance: Bool

  /// Recognizes a title number with or without hyphens, spaces and the add-on
  /// code (two or five digits); nil if it is not one.
  package init?(_ number: String) {
    self.init(Array(number.utf8).span)
  }

  /// Recognizes a title number in UTF-8 bytes.
  package init?(_ number: Span<UInt8>) {
    // Most numbers are excluded by their length or beginning.
    guard 8...Self.maximumLength ~= number.count else { return nil }
    guard number[0] | 0x20 == UInt8(ascii: "i") else {
      self.init(Digits(number), name: nil)
      return
    }
    var text = number.withUnsafeBufferPointer {
      Substring(decoding: $0, as: UTF8.self)
    }
    let name = Self.name(takenOff: &text)
    self.init(Digits(Array(text.utf8).span), name: name)
  }

  private init?(_ digits: Digits?, name: Kind?) {
    guard let digits else { return nil }
    switch digits.count {
    case 13, 15, 18:
      guard let kind = digits.kind, digits.hasSoundCheckDigit else {
        return nil
      }
      self.init(kind, mayBeChance: false)
    case 10:
      guard name ?? .isbn == .isbn, digits.isDivisibleByEleven else {
        return nil
      }
      self.init(.isbn, mayBeChance: name == nil && digits.gapCount != 3)
    case 8:
      // Without hyphen, too many numbers would match.
      guard
        name == .issn || name == nil && digits.onlyGap == 4,
        digits.isDivisibleByEleven
      else { return nil }
      self.init(.issn, mayBeChance: name == nil)
    default: return nil
    }
  }

  private init(_ kind: Kind, mayBeChance: Bool) {
    self.kind = kind
    self.mayBeChance = mayBeChance
  }

  private static let maximumLength = 40

  /// Removes a name before the digits, such as `ISBN-13: `; nil if there is
  /// none.
  private static func name(takenOff text: inout Substring) -> Kind? {
    let name = Kind(rawValue: text.prefix(4).uppercased())
    guard name != nil else { return nil }
    text = text.dropFirst(4)
    if text.hasPrefix("-13") || text.hasPrefix("-10") {
      text = text.dropFirst(3)
    }
    text = text.drop { $0 == ":" || $0 == " " }
    return name
  }
}

/// The digits of a number, without hyphens and spaces.
private struct Digits {
  private var values: [18 of UInt8] = .init(repeating: 0)
  private(set) var count = 0
  /// The number of hyphens and spaces.
  private(set) var gapCount = 0
  /// The number of digits before the first of them.
  private var firstGap = 0

  /// Parses a text of only digits, hyphens and spaces; a final X stands for
  /// ten.
  init?(_ text: Span<UInt8>) {
    var hasEnded = false
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard !hasEnded, add(byte - UInt8(ascii: "0")) else { return nil }
      case UInt8(ascii: "X"), UInt8(ascii: "x"):
        guard !hasEnded, count == 7 || count == 9, add(10) else { return nil }
        hasEnded = true
      case UInt8(ascii: "-"), .space:
        guard !hasEnded, count > 0 else { return nil }
        if gapCount == 0 { firstGap = count }
        gapCount += 1
      default: return nil
      }
    }
  }

  private mutating func add(_ digit: UInt8) -> Bool {
    guard count < values.count else { return false }
    values[count] = digit
    count += 1
    return true
  }

  /// The number of digits before the only hyphen; nil if there is not exactly
  /// one.
  var onlyGap: Int? { gapCount == 1 ? firstGap : nil }

  /// The kind of a 13-digit number with this prefix; nil if there is none.
  var kind: TitleNumber.Kind? {
    guard values[0] == 9, values[1] == 7 else { return nil }
    return switch (values[2], values[3]) {
    case (7, _): .issn
    case (8, _): .isbn
    case (9, 0): .ismn
    case (9, _): .isbn
    default: nil
    }
  }

  /// True if the check digit of the first 13 digits is valid (EAN-13).
  var hasSoundCheckDigit: Bool {
    var sum = 0
    for place in 0..<13 {
      sum += Int(values[place]) * (place.isMultiple(of: 2) ? 1 : 3)
    }
    return sum.isMultiple(of: 10)
  }

  /// True if the weighted sum of the digits is a multiple of eleven (ISBN-10,
  /// ISSN).
  var isDivisibleByEleven: Bool {
    var sum = 0
    for place in 0..<count { sum += Int(values[place]) * (count - place) }
    return sum.isMultiple(of: 11)
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
}
