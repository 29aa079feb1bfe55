/// How a number may be another one that is written otherwise.
public enum Spelling: String, CaseIterable, Hashable, Sendable {
  /// Capitals and small letters differ.
  case capitals
  /// One has blanks inside.
  case blanks
  /// One has a letter in front.
  case letterInFront = "letter-in-front"
  /// One has a scanner's signs around it.
  case wrapping
  /// Zeros in front are missing in one.
  case leadingZero = "leading-zero"

  /// Whether two spellings of a number may both differ from its plain form.
  package var isMutual: Bool {
    switch self {
    case .capitals, .blanks, .leadingZero: true
    case .letterInFront, .wrapping: false
    }
  }

  /// Whether two different numbers may differ like this where both are usual.
  package var mayBeUsual: Bool {
    switch self {
    case .letterInFront, .wrapping, .leadingZero: true
    case .capitals, .blanks: false
    }
  }

  /// A number that another may be a spelling of.
  public struct Form: Hashable, Sendable {
    /// How they differ.
    public let spelling: Spelling
    /// The number.
    public let number: String
  }

  /// Fewer characters are alike by chance.
  package static let leastLength = 4
  /// Fewer characters that two numbers share may be shared by chance.
  private static let leastShared = 5

  /// The plainer numbers that a number may be a spelling of; most have none.
  public static func plainForms(of number: String) -> [Form] {
    let bytes = Array(number.utf8)
    guard bytes.count >= leastLength, !isPlain(bytes) else { return [] }
    var forms: [Form] = []
    func add(_ spelling: Spelling, _ plain: some Sequence<UInt8>) {
      let plain = Array(plain)
      guard plain.count >= leastLength, plain != bytes else { return }
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
      for wrapping in ScannerRules.Wrapping.allCases {
        add(.wrapping, wrapping.taken(off: number).utf8)
      }
    }
    return forms
  }

  /// Whether there are nothing but digits and capitals, and in front a digit
  /// that is no zero: such a number is no spelling of a plainer one.
  package static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
    var isFirst = true
    for byte in bytes {
      if isFirst, !byte.isDigit || byte == UInt8(ascii: "0") { return false }
      isFirst = false
      guard byte.isDigit || byte.isLetter && byte == byte.capital else {
        return false
      }
    }
    return true
  }

  /// The two numbers that a scan seems to be made of, one behind the other: two
  /// that are the same, or as long and with the same beginning; nil if it does
  /// not.
  public static func halves(of number: String) -> (String, String)? {
    let bytes = Array(number.utf8)
    let length = bytes.count / 2
    guard length > leastShared else { return nil }
    // What is between them may be a sign of the scanner's.
    let (first, second) = (bytes[..<length], bytes[(bytes.count - length)...])
    let shared = zip(first, second).prefix { $0 == $1 }.map(\.0)
    guard
      shared.count >= max(leastShared, (length + 1) / 2),
      // Long rows of zeros are in many numbers.
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
