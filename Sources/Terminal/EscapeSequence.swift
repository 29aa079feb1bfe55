/// A sequence of ECMA-48 on its way in: a key, an answer of the terminal, or Esc
/// with a scan close behind it.
///
/// ```
/// ESC [ parameters final      a key, or an answer
/// ESC [ M byte byte byte      the mouse, as the first xterm sends it
/// ESC [ < b ; x ; y M or m    the mouse, as today's terminals do
/// ESC O character             a key
/// ESC ] P X ^ or _, text, BEL or ESC \      an answer
/// ESC character               Alt
/// ```
///
/// The bytes from 0x80 to 0x9f are ESC and the byte that is 0x40 less. None of
/// it is ever typed as a number: what is whole is a key or dropped, and a text
/// that ends with Enter is a scan only if it has nothing in it but what a
/// scanner types.
struct EscapeSequence {
  /// What a sequence comes to.
  enum Outcome: Hashable {
    case key(Key)
    case mouse(Event)
    case pasteBegin
    case pasteEnd
    /// An answer of so many bytes.
    case dropped(Int)
    /// Bytes that were typed, after Esc or not.
    case text(hasEscape: Bool, [UInt8])
    /// Bytes that may be an answer with a scan behind it.
    case unclear([UInt8])
    /// More bytes than any answer has: what follows may be a scan, or its end.
    case tooLong(Int)
  }

  /// What a byte does to it.
  enum Step: Hashable {
    /// There is more to come.
    case more
    /// The byte is its last.
    case whole(Outcome)
    /// The byte belongs to it no more.
    case over(Outcome)
    /// The byte belongs to another that began with the Esc before it.
    case another(Outcome)
  }

  /// What ends a sequence that has no end of its own.
  enum Break: Hashable {
    /// Nothing more came, or something else that is whole.
    case pause
    /// A character that no sequence has, Enter most often.
    case control
  }

  /// What it has begun with.
  private enum Start: Hashable {
    case escape
    /// The same as one byte.
    case control(UInt8)
    /// Esc, which was told already.
    case toldEscape
  }

  private static let esc: UInt8 = 0x1b
  private static let bell: UInt8 = 0x07
  private static let stringEnd: UInt8 = 0x9c
  private static let longestSequence = 64
  private static let longestString = 4_096

  private let start: Start
  /// The bytes behind Esc.
  private var bytes: [UInt8] = []
  /// The bytes that are missing of a character in a text.
  private var missing = 0
  /// Whether some of it came later than the rest.
  var isSplit = false

  /// The beginning of a sequence; nil if the byte is none.
  ///
  /// - Parameters:
  ///   - byte: what has come.
  ///   - isBehindEscape: whether Esc came before it, and was told.
  ///   - isInText: whether it may be a part of a character.
  init?(_ byte: UInt8, isBehindEscape: Bool, isInText: Bool) {
    switch byte {
    case Self.esc: start = .escape
    case 0x8f, 0x90, 0x98, 0x9b, 0x9d, 0x9e, 0x9f:
      guard !isInText else { return nil }
      start = .control(byte)
      bytes = [byte - 0x40]
    case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"):
      guard isBehindEscape else { return nil }
      start = .toldEscape
      bytes = [byte]
      isSplit = true
    default: return nil
    }
  }

  /// How long to wait for its next byte, in milliseconds.
  var patience: Int {
    switch bytes.first {
    case nil: 150
    case UInt8(ascii: "["): bytes.elementsEqual("[M".utf8) ? 150 : 1_000
    case UInt8(ascii: "O"): 150
    default: bytes.count == 1 ? 150 : 1_000
    }
  }

  /// Whether nothing is to be waited for, if it came at once and as the last.
  var isWholeAtEnd: Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "O") { return bytes.count == 2 && !isSplit }
    return !Self.isIntroducer(first)
  }

  private static func isIntroducer(_ byte: UInt8) -> Bool {
    "[O]PX^_".utf8.contains(byte)
  }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) -> Step {
    switch bytes.first {
    case nil: takeFirst(byte)
    case UInt8(ascii: "["): takeInSequence(byte)
    case UInt8(ascii: "O"): takeKey(byte)
    case let first? where Self.isIntroducer(first): takeInText(byte)
    default: .over(Self.isPrintable(byte) ? typed : ended(by: .pause))
    }
  }

  private mutating func takeFirst(_ byte: UInt8) -> Step {
    guard 0x20...0x7e ~= byte, !isSplit || Self.isIntroducer(byte) else {
      return .over(typed)
    }
    bytes.append(byte)
    return .more
  }

  private mutating func takeInSequence(_ byte: UInt8) -> Step {
    if bytes.starts(with: "[M".utf8) {
      guard byte >= 0x20 else { return .over(ended(by: .control)) }
      bytes.append(byte)
      return bytes.count == 5 ? .whole(.mouse(oldMouse)) : .more
    }
    let isConsoleKey = bytes.elementsEqual("[[".utf8)
    guard 0x20...0x7e ~= byte else { return .over(ended(by: .control)) }
    bytes.append(byte)
    if bytes.count > Self.longestSequence {
      return .whole(.tooLong(count))
    }
    if bytes.elementsEqual("[[".utf8) || bytes.elementsEqual("[M".utf8) {
      return .more
    }
    return isConsoleKey || byte >= 0x40 ? .whole(known) : .more
  }

  private mutating func takeKey(_ byte: UInt8) -> Step {
    guard Self.isPrintable(byte) else { return .over(ended(by: .pause)) }
    let isKey = "ABCDFHMPQRSTUVWXYZ[jklmnopqrstuvwxy".utf8.contains(byte)
    // A key of which the line brought Esc first is no beginning of a text.
    let isTorn = bytes.count == 2 && isSplit && start == .escape
    guard bytes.count == 1, byte < 0x7f, isKey || !isSplit else {
      return .over(isTorn ? known : typed)
    }
    bytes.append(byte)
    return .more
  }

  private mutating func takeInText(_ byte: UInt8) -> Step {
    if bytes.last == Self.esc {
      bytes.removeLast()
      guard byte == UInt8(ascii: "\\") else {
        return .another(ended(by: .pause))
      }
      return .whole(.dropped(count + 2))
    }
    let isWithin = missing > 0 && 0x80...0xbf ~= byte
    switch byte {
    case Self.bell: return .whole(.dropped(count + 1))
    case Self.stringEnd where !isWithin: return .whole(.dropped(count + 1))
    case Self.esc: bytes.append(byte)
    case 0..<0x20, 0x7f: return .over(ended(by: .control))
    default: bytes.append(byte)
    }
    missing = isWithin ? missing - 1 : Self.missing(behind: byte)
    return bytes.count > Self.longestString
      ? .whole(.tooLong(count)) : .more
  }

  private static func missing(behind byte: UInt8) -> Int {
    switch byte {
    case 0xc2...0xdf: 1
    case 0xe0...0xef: 2
    case 0xf0...0xf4: 3
    default: 0
    }
  }

  /// How many bytes have come that were not told.
  private var count: Int { bytes.count + (start == .escape ? 1 : 0) }

  // MARK: What it comes to

  /// What it is if no more belongs to it.
  func ended(by cause: Break) -> Outcome {
    guard let first = bytes.first else { return typed }
    if first == UInt8(ascii: "O"), bytes.count == 2 { return known }
    // As the first byte of the mouse it would have more behind it.
    if bytes.elementsEqual("[M".utf8) { return .key(.function(1)) }
    if first != UInt8(ascii: "["), bytes.count == 1 {
      guard start == .escape, !isSplit || Self.isIntroducer(first) else {
        return typed
      }
      return .key(.alt(Character(Unicode.Scalar(first))))
    }
    if isScan { return typed }
    return cause == .pause ? .dropped(count) : .unclear(untold)
  }

  /// The key that it is, or is taken for.
  private var known: Outcome {
    let name = String(decoding: bytes, as: UTF8.self)
    if name == "[200~" { return .pasteBegin }
    if name == "[201~" { return .pasteEnd }
    if let mouse { return .mouse(mouse) }
    return .key(KeySequences.key(of: name) ?? .unknown)
  }

  /// What the mouse did, if the sequence is one of xterm's SGR reports.
  private var mouse: Event? {
    guard bytes.starts(with: "[<".utf8), let last = bytes.last else {
      return nil
    }
    let numbers = bytes.dropFirst(2).dropLast()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard
      numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], column > 0, row > 0
    else { return nil }
    switch last {
    case UInt8(ascii: "M"):
      return Self.mouse(button, Position(column: column - 1, row: row - 1))
    case UInt8(ascii: "m"): return .otherMouse
    default: return nil
    }
  }

  /// What the mouse did, by the three bytes behind `[M`.
  private var oldMouse: Event {
    let numbers = bytes.suffix(3).map { Int($0) - 0x20 }
    return Self.mouse(
      numbers[0], Position(column: numbers[1] - 1, row: numbers[2] - 1))
  }

  private static func mouse(_ button: Int, _ position: Position) -> Event {
    switch button {
    case 0: .click(position)
    case 64: .wheel(-1)
    case 65: .wheel(1)
    default: .otherMouse
    }
  }

  private var typed: Outcome {
    .text(hasEscape: start == .escape, untold)
  }

  /// The bytes that are to be told as a text.
  private var untold: [UInt8] {
    if case .control(let byte) = start { return [byte] + bytes.dropFirst() }
    return bytes
  }

  /// Whether there is nothing but what a scanner types, with an identifier of
  /// the symbology (`]A0`) before it or not.
  private var isScan: Bool {
    if case .control = start { return false }
    guard let first = bytes.first, first != UInt8(ascii: "[") else {
      return false
    }
    let rest = bytes.dropFirst()
    if first == UInt8(ascii: "]") {
      guard
        let code = rest.first, Self.isLetter(code), rest.count > 2
      else { return false }
    }
    return rest.allSatisfy {
      Self.isLetter($0) || 0x30...0x39 ~= $0 || " $%*+-./".utf8.contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5a ~= byte || 0x61...0x7a ~= byte
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7f
  }
}
