/// Control characters that a scanner sends around a number and that are not
/// part of it.
package enum Frame: CaseIterable, Hashable, Sendable {
  /// STX before and ETX after the number.
  case text
  /// STX before and EOT after the number.
  case transmission
  /// GS, FS or RS before or after the number.
  case separator
  /// EOT after the number, without Enter.
  case endOfTransmission
  /// FF after the number, without Enter.
  case formFeed
  /// VT after the number, without Enter.
  case verticalTab
}

/// A number separated from its control characters.
package struct Framed: Hashable, Sendable {
  /// The number.
  package let number: String
  /// The control characters around it.
  package let frames: [Frame]
  /// True if it ended with Tab.
  package let hasTab: Bool
}

/// An error: the control characters do not form a known frame.
package struct FrameError: Error, Hashable, Sendable {
  /// The first control character outside of a known frame.
  package let character: Character
}

extension Framed {
  /// Creates a number without control characters.
  package init(_ number: String) {
    self.number = number
    frames = []
    hasTab = false
  }

  private static let ends = "\t\u{3}\u{4}\u{b}\u{c}"

  /// Separates the numbers in scanned text from their control characters.
  ///
  /// With Enter at the end it is one number; without, it may be several with
  /// the same end.
  ///
  /// - Throws: ``FrameError``.
  package static func numbers(
    in text: some Sequence<Character>, hasEnter: Bool
  ) throws(FrameError) -> [Framed] {
    var characters = Array(text)
    let end = characters.last.flatMap { ends.contains($0) ? $0 : nil }
    if end != nil { characters.removeLast() }
    var parts = [characters[...]]
    if let end, !hasEnter {
      parts = characters.split(
        separator: end, omittingEmptySubsequences: false)
    }
    var numbers: [Framed] = []
    for part in parts {
      numbers.append(try Framed(part, end: end, hasEnter: hasEnter))
    }
    return numbers
  }

  /// Separates one number from the control characters around it.
  private init(
    _ text: ArraySlice<Character>, end: Character?, hasEnter: Bool
  ) throws(FrameError) {
    var text = text
    var frames: [Frame] = []
    let isOpen = text.first == "\u{2}"
    switch (end, isOpen) {
    case ("\u{3}"?, true): frames.append(.text)
    case ("\u{4}"?, true): frames.append(.transmission)
    case ("\u{4}"?, false) where !hasEnter: frames.append(.endOfTransmission)
    case ("\u{b}"?, false) where !hasEnter: frames.append(.verticalTab)
    case ("\u{c}"?, false) where !hasEnter: frames.append(.formFeed)
    case ("\t"?, false), (nil, false): break
    default: throw FrameError(character: isOpen ? "\u{2}" : end ?? "\0")
    }
    if isOpen { text.removeFirst() }
    let bare = text.trimmingSeparators
    if bare.count < text.count { frames.append(.separator) }
    if let bad = bare.first(where: \.isControl) {
      throw FrameError(character: bad)
    }
    guard !bare.isEmpty else {
      throw FrameError(character: text.first ?? end ?? "\0")
    }
    number = String(bare)
    self.frames = frames
    hasTab = end == "\t"
  }
}

extension ArraySlice<Character> {
  /// The characters without one GS, FS or RS at either end.
  fileprivate var trimmingSeparators: Self {
    func isSeparator(_ character: Character?) -> Bool {
      character.map { "\u{1c}\u{1d}\u{1e}".contains($0) } ?? false
    }
    let bare = isSeparator(first) ? dropFirst() : self
    return isSeparator(bare.last) ? bare.dropLast() : bare
  }
}

extension Character {
  /// True for an ASCII control character.
  package var isControl: Bool {
    guard let code = asciiValue else { return false }
    return code < 0x20 || code == 0x7f
  }
}
