/// Makes events of what a terminal sends, which is bytes, and keys that curses
/// has known among them.
struct KeyParser {
  /// One thing that curses reads.
  enum Code: Hashable {
    case byte(UInt8)
    case event(Event)
    case pasteBegin
    case pasteEnd
  }

  private var decoder = CharacterDecoder()
  private var lastWasReturn = false
  /// What has come of a text that is being pasted.
  private var paste: String?

  /// Whether a text is being pasted.
  var isInPaste: Bool { paste != nil }

  /// The events of all that was read at once.
  ///
  /// What belongs together on a slow line comes together: curses waits after
  /// Esc.
  mutating func events(of codes: [Code]) -> [Event] {
    var events: [Event] = []
    var rest = codes[...]
    while let code = rest.popFirst() {
      if isInPaste {
        addToPaste(code, &events)
        continue
      }
      switch code {
      case .pasteBegin: paste = ""
      case .pasteEnd: break
      case .event(let event): events.append(event)
      case .byte(0x1b): events += eventsAfterEscape(&rest)
      case .byte(let byte): events += self.events(of: byte)
      }
    }
    return events
  }

  /// Ends a paste of which the end did not come.
  mutating func endPaste() -> Event? {
    defer { paste = nil }
    return paste.map { .paste($0) }
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
        // What no number has, so that it will be refused.
        default: paste?.append("\u{fffd}")
        }
      }
    case .event(.key): paste?.append("\u{fffd}")
    case .event(let event): events.append(event)
    case .pasteBegin: break
    }
  }

  private mutating func events(of byte: UInt8) -> [Event] {
    // A scanner that ends a number with CR LF presses Enter once.
    let isSecondHalf = lastWasReturn && byte == 0x0a
    lastWasReturn = byte == 0x0d
    if isSecondHalf { return [] }
    return decoder.scalars(adding: byte).map { .key(Self.key(of: $0)) }
  }

  /// Tells Alt, and the keys that nobody knows, from Esc with a scan close
  /// behind it.
  private mutating func eventsAfterEscape(
    _ rest: inout ArraySlice<Code>
  ) -> [Event] {
    guard case .byte(let next)? = rest.first, next >= 0x20, next != 0x7f else {
      return [.key(.escape)]
    }
    if next == UInt8(ascii: "["), let end = endOfSequence(in: rest) {
      rest = rest[end...]
      return []
    }
    let isAlone = !rest.dropFirst().startsPrintable
    if next == UInt8(ascii: "O"), !isAlone,
      !rest.dropFirst(2).startsPrintable
    {
      rest = rest.dropFirst(2)
      return []
    }
    guard isAlone, next < 0x7f else { return [.key(.escape)] }
    rest = rest.dropFirst()
    return [.key(.alt(Character(Unicode.Scalar(next))))]
  }

  /// Where a control sequence of ECMA-48 that begins here with `[` ends.
  private func endOfSequence(in codes: ArraySlice<Code>) -> Int? {
    var index = codes.startIndex + 1
    while index < codes.endIndex, case .byte(let byte) = codes[index] {
      index += 1
      if 0x40...0x7e ~= byte { return index }
      guard 0x20...0x3f ~= byte else { return nil }
    }
    return nil
  }

  private static func key(of scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x08, 0x7f: .backspace
    case 0x01...0x1a:
      .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    default: .character(Character(scalar))
    }
  }
}

extension ArraySlice<KeyParser.Code> {
  fileprivate var startsPrintable: Bool {
    if case .byte(let byte)? = first {
      byte >= 0x20 && byte != 0x7f
    } else {
      false
    }
  }
}

/// Makes characters of bytes, and loses none: a byte that is no UTF-8, as a
/// terminal of another encoding sends, becomes U+FFFD.
struct CharacterDecoder {
  private var pending: [UInt8] = []
  private var missing = 0

  /// The characters that the byte completes.
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
