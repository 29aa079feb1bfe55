/// A difference between two spellings of one number.
package enum Spelling: String, CaseIterable, Hashable, Sendable {
  /// Upper and lower case.
  case capitals
  /// Spaces inside.
  case blanks
  /// A letter in front.
  case letterInFront = "letter-in-front"
  /// A scanner's additions around it.
  case envelope
  /// Leading zeros.
  case leadingZero = "leading-zero"

  /// True if two spellings may both differ from the plain form.
  package var isMutual: Bool {
    switch self {
    case .capitals, .blanks, .leadingZero: true
    case .letterInFront, .envelope: false
    }
  }

  /// True if two different numbers of a usual length may differ like this.
  package var mayBeUsual: Bool {
    switch self {
    case .letterInFront, .envelope, .leadingZero: true
    case .capitals, .blanks: false
    }
  }

  /// The plain form of a spelling.
  package struct Form: Hashable, Sendable {
    /// The difference.
    package let spelling: Spelling
    /// The plain number.
    package let number: String
  }

  /// The minimum length: shorter numbers are similar by chance.
  package static let minimumLength = 4
  /// The minimum length of a common prefix that is not chance.
  private static let minimumShared = 5

  /// Returns the plain forms of a number; most numbers have none.
  package static func plainForms(of number: String) -> [Form] {
    let bytes = Array(number.utf8)
    guard bytes.count >= minimumLength, !isPlain(bytes.span) else { return [] }
    var forms: [Form] = []
    func add(_ spelling: Spelling, _ plain: some Sequence<UInt8>) {
      let plain = Array(plain)
      guard plain.count >= minimumLength, plain != bytes else { return }
      forms.append(
        Form(
          spelling: spelling, number: String(decoding: plain, as: UTF8.self)))
    }
    add(.capitals, bytes.map(\.capital))
    add(.blanks, bytes.filter { $0 != UInt8(ascii: " ") })
    if bytes[0].isLetter, bytes[1...].allSatisfy(\.isDigit) {
      add(.letterInFront, bytes[1...])
    }
    if bytes[0] == UInt8(ascii: "0") {
      add(.leadingZero, bytes.drop { $0 == UInt8(ascii: "0") })
    }
    if !bytes[0].isDigit {
      for envelope in ScannerRules.Envelope.allCases {
        add(.envelope, envelope.stripped(from: number).utf8)
      }
    }
    return forms
  }

  /// Returns true if there are only digits and capitals, beginning with a digit
  /// other than zero: such a number has no plainer form.
  package static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard
      bytes.count == 0
        || bytes[0].isDigit && bytes[0] != UInt8(ascii: "0")
    else { return false }
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte.isDigit || byte.isLetter && byte == byte.capital else {
        return false
      }
    }
    return true
  }

  /// Returns the two numbers that a scan seems to consist of, equal or of the
  /// same length and beginning; nil if it does not.
  package static func halves(of number: String) -> (String, String)? {
    let bytes = Array(number.utf8)
    let length = bytes.count / 2
    guard length > minimumShared else { return nil }
    // The character in between may be an addition of the scanner.
    let (first, second) = (bytes[..<length], bytes[(bytes.count - length)...])
    let shared = zip(first, second).prefix { $0 == $1 }.map(\.0)
    guard
      shared.count >= max(minimumShared, (length + 1) / 2),
      // Long runs of zeros occur in many numbers.
      Set(shared).count > 1,
      zip(first, second).allSatisfy({ $0.isDigit == $1.isDigit })
    else { return nil }
    return (
      String(decoding: first, as: UTF8.self),
      String(decoding: second, as: UTF8.self)
    )
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= self
  }

  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }

  fileprivate var capital: UInt8 { isLetter ? self & ~0x20 : self }
}
