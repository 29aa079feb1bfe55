/// A parser that turns bytes, and keys recognized by curses, into events.
///
/// Curses waits 50 ms after Esc for the rest of a sequence. Later bytes, and
/// sequences that no key sends, are assembled here, across calls.
struct KeyParser {
  /// An input read from curses.
  enum Code: Hashable {
    case byte(UInt8)
    case event(Event)
    case pasteBegin
    case pasteEnd
  }

  private var decoder = CharacterDecoder()
  private var lastWasReturn = false
  /// The text of the current paste; nil outside of one.
  private var paste: String?
  /// The incomplete sequence; nil if there is none.
  private var sequence: EscapeSequence?
  /// True if the last input was Esc.
  private var isBehindEscape = false

  /// True during a paste.
  var isInPaste: Bool { paste != nil }

  /// The maximum wait for the rest of a sequence, in milliseconds; nil if there
  /// is none.
  var timeout: Int? { sequence?.timeout }

  /// Returns the events of everything read at once.
  mutating func events(of codes: [Code]) -> [Event] {
    var events: [Event] = []
    for code in codes { take(code, &events) }
    if let rest = sequence, rest.isWholeAtEnd {
      sequence = nil
      report(rest.ended(by: .pause), &events)
    }
    sequence?.isSplit = true
    return events
  }

  /// Ends a sequence whose rest did not arrive in time.
  mutating func release() -> [Event] {
    var events: [Event] = []
    if let sequence {
      self.sequence = nil
      report(sequence.ended(by: .pause), &events)
    }
    return events
  }

  /// Ends a paste whose end did not arrive; nil outside of one.
  mutating func endPaste() -> Event? {
    defer { paste = nil }
    return paste.map { .paste($0) }
  }

  private mutating func take(_ code: Code, _ events: inout [Event]) {
    if isInPaste { return addToPaste(code, &events) }
    if var sequence {
      self.sequence = nil
      guard case .byte(let byte) = code else {
        report(sequence.ended(by: .pause), &events)
        return take(code, &events)
      }
      switch sequence.take(byte) {
      case .more: self.sequence = sequence
      case .whole(let outcome): report(outcome, &events)
      case .over(let outcome):
        report(outcome, &events)
        take(code, &events)
      case .another(let outcome):
        report(outcome, &events)
        take(.byte(0x1b), &events)
        take(code, &events)
      }
      return
    }
    defer { isBehindEscape = events.last == .key(.escape) }
    switch code {
    case .pasteBegin: paste = ""
    case .pasteEnd: report(.pasteEnd, &events)
    case .event(let event): events.append(event)
    case .byte(let byte):
      if let begun = EscapeSequence(
        byte, isBehindEscape: isBehindEscape, isInText: decoder.isWithin)
      {
        sequence = begun
      } else {
        events += self.events(of: byte)
      }
    }
  }

  private mutating func report(
    _ outcome: EscapeSequence.Outcome, _ events: inout [Event]
  ) {
    switch outcome {
    case .key(let key): events.append(.key(key))
    case .mouse(let event): events.append(event)
    case .pasteBegin: paste = ""
    // The end of a paste that never began.
    case .pasteEnd: events.append(.dropped("\u{1b}[201~".utf8.count))
    case .dropped(let count): events.append(.dropped(count))
    case .text(let hasEscape, let bytes):
      if hasEscape { events.append(.key(.escape)) }
      for byte in bytes { events += self.events(of: byte) }
    case .unclear(let bytes):
      for byte in bytes { events += self.events(of: byte) }
      // A character that no number contains, so that the scan is refused.
      events.append(.key(.character("\u{fffd}")))
    case .tooLong(let count):
      events += [.dropped(count), .key(.character("\u{fffd}"))]
    }
    isBehindEscape = events.last == .key(.escape)
  }

  private mutating func addToPaste(_ code: Code, _ events: inout [Event]) {
    switch code {
    case .pasteEnd:
      if let event = endPaste() { events.append(event) }
    case .byte(let byte):
      for event in self.events(of: byte) {
        switch event {
        case .key(.character(let character)): paste?.append(character)
        case .key(.enter): paste?.append("\n")
        case .key(.tab): paste?.append("\t")
        // A character that no number contains, so that the text is refused.
        default: paste?.append("\u{fffd}")
        }
      }
    case .event(.key): paste?.append("\u{fffd}")
    case .event(let event): events.append(event)
    case .pasteBegin: break
    }
  }

  private mutating func events(of byte: UInt8) -> [Event] {
    // CR LF after a scanned number is a single Enter.
    let isSecondHalf = lastWasReturn && byte == 0x0a
    lastWasReturn = byte == 0x0d
    if isSecondHalf { return [] }
    return decoder.scalars(adding: byte).map { .key(Self.key(of: $0)) }
  }

  private static func key(of scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x08, 0x7f: .backspace
    case 0x1b: .escape
    case 0x01...0x1a:
      .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    default: .character(Character(scalar))
    }
  }
}

/// An incremental UTF-8 decoder that loses nothing: an invalid byte, as a
/// terminal with another encoding sends it, becomes U+FFFD.
struct CharacterDecoder {
  private var pending: [UInt8] = []
  private var missing = 0

  /// True while a character is incomplete.
  var isWithin: Bool { missing > 0 }

  /// Returns the scalars that the byte completes.
  mutating func scalars(adding byte: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return begin(byte) }
    guard 0x80...0xbf ~= byte else {
      (pending, missing) = ([], 0)
      return ["\u{fffd}"] + begin(byte)
    }
    pending.append(byte)
    missing -= 1
    guard missing == 0 else { return [] }
    defer { pending = [] }
    return Array(String(decoding: pending, as: UTF8.self).unicodeScalars)
  }

  private mutating func begin(_ byte: UInt8) -> [Unicode.Scalar] {
    switch byte {
    case 0x00...0x7f: return [Unicode.Scalar(byte)]
    case 0xc2...0xdf: missing = 1
    case 0xe0...0xef: missing = 2
    case 0xf0...0xf4: missing = 3
    default: return ["\u{fffd}"]
    }
    pending = [byte]
    return []
  }
}
