/// An incomplete ECMA-48 sequence: a key, a reply of the terminal, or Esc
/// closely followed by a scan.
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
/// Bytes from 0x80 to 0x9f stand for ESC and the byte minus 0x40. A sequence is
/// never typed as a number: complete ones are keys or dropped, and text ended
/// by Enter is a scan only if it consists of characters that a scanner sends.
struct EscapeSequence {
  /// The meaning of a sequence.
  enum Outcome: Hashable {
    case key(Key)
    case mouse(Event)
    case pasteBegin
    case pasteEnd
    /// A reply of the terminal, with its length in bytes.
    case dropped(Int)
    /// Typed bytes, with or without an Esc before them.
    case text(hasEscape: Bool, [UInt8])
    /// Bytes that may be a reply followed by a scan.
    case unclear([UInt8])
    /// More bytes than any reply has: a scan, or its end, may follow.
    case tooLong(Int)
  }

  /// The effect of a byte on the sequence.
  enum Step: Hashable {
    /// The sequence is incomplete.
    case more
    /// The byte completes the sequence.
    case whole(Outcome)
    /// The sequence ended before this byte.
    case over(Outcome)
    /// The byte belongs to another sequence that began with the Esc before it.
    case another(Outcome)
  }

  /// The cause that ends a sequence without a terminator.
  enum Break: Hashable {
    /// A pause, or another complete input.
    case pause
    /// A character that no sequence contains, usually Enter.
    case control
  }

  /// The introducer of a sequence.
  private enum Start: Hashable {
    case escape
    /// The introducer as one byte.
    case control(UInt8)
    /// Esc, already reported.
    case reportedEscape
  }

  private static let esc: UInt8 = 0x1b
  private static let bell: UInt8 = 0x07
  private static let stringEnd: UInt8 = 0x9c
  private static let maximumSequenceLength = 64
  private static let maximumStringLength = 4_096

  private let start: Start
  /// The bytes after Esc.
  private var bytes: [UInt8] = []
  /// The number of bytes missing from a UTF-8 character.
  private var missing = 0
  /// True if part of it arrived later than the rest.
  var isSplit = false

  /// Starts a sequence; nil if the byte does not introduce one.
  ///
  /// - Parameters:
  ///   - byte: the byte received.
  ///   - isBehindEscape: true if an Esc was received before and reported.
  ///   - isInText: true if the byte may be part of a UTF-8 character.
  init?(_ byte: UInt8, isBehindEscape: Bool, isInText: Bool) {
    switch byte {
    case Self.esc: start = .escape
    case 0x8f, 0x90, 0x98, 0x9b, 0x9d, 0x9e, 0x9f:
      guard !isInText else { return nil }
      start = .control(byte)
      bytes = [byte - 0x40]
    case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"):
      guard isBehindEscape else { return nil }
      start = .reportedEscape
      bytes = [byte]
      isSplit = true
    default: return nil
    }
  }

  /// The maximum wait for its next byte, in milliseconds.
  var timeout: Int {
    switch bytes.first {
    case nil: 150
    case UInt8(ascii: "["): bytes.elementsEqual("[M".utf8) ? 150 : 1_000
    case UInt8(ascii: "O"): 150
    default: bytes.count == 1 ? 150 : 1_000
    }
  }

  /// True if it is complete unless more bytes follow at once.
  var isWholeAtEnd: Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "O") { return bytes.count == 2 && !isSplit }
    return !Self.isIntroducer(first)
  }

  private static func isIntroducer(_ byte: UInt8) -> Bool {
    "[O]PX^_".utf8.contains(byte)
  }

  /// Processes the next byte.
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
    if bytes.count > Self.maximumSequenceLength {
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
    // A function key whose Esc arrived earlier does not begin a text.
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
    return bytes.count > Self.maximumStringLength
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

  /// The number of bytes received and not reported.
  private var count: Int { bytes.count + (start == .escape ? 1 : 0) }

  // MARK: What it comes to

  /// Returns the meaning if no more bytes belong to it.
  func ended(by cause: Break) -> Outcome {
    guard let first = bytes.first else { return typed }
    if first == UInt8(ascii: "O"), bytes.count == 2 { return known }
    // As the start of a mouse report it would have more bytes.
    if bytes.elementsEqual("[M".utf8) { return .key(.function(1)) }
    if first != UInt8(ascii: "["), bytes.count == 1 {
      guard start == .escape, !isSplit || Self.isIntroducer(first) else {
        return typed
      }
      return .key(.alt(Character(Unicode.Scalar(first))))
    }
    if isScan { return typed }
    return cause == .pause ? .dropped(count) : .unclear(unreported)
  }

  /// The key that the sequence stands for.
  private var known: Outcome {
    let name = String(decoding: bytes, as: UTF8.self)
    if name == "[200~" { return .pasteBegin }
    if name == "[201~" { return .pasteEnd }
    if let mouse { return .mouse(mouse) }
    return .key(KeySequences.key(of: name) ?? .unknown)
  }

  /// The mouse event, if the sequence is an SGR report of xterm; nil otherwise.
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

  /// The mouse event in the three bytes after `[M`.
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
    .text(hasEscape: start == .escape, unreported)
  }

  /// The bytes to report as text.
  private var unreported: [UInt8] {
    if case .control(let byte) = start { return [byte] + bytes.dropFirst() }
    return bytes
  }

  /// True if it consists of characters that a scanner sends, with or without a
  /// symbology identifier (`]A0`) in front.
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
