import Scanning
import Terminal

/// A burst that is not a scan, with the reason.
package struct BurstError: Error, Hashable, Sendable {
  /// The reasons to refuse a burst.
  package enum Reason: Hashable, Sendable {
    /// It has a key in it, or what else is no character.
    case stroke(Event)
    /// It is codes that Alt is held for, and not all of them.
    case altCodes
    /// A hand typed right before it, or it halted on its way.
    case torn
  }

  /// The events of the burst, in order.
  package let events: [Event]
  /// The reason to refuse it.
  package let reason: Reason

  /// True if there was nothing but keys.
  package var hasNoCharacter: Bool {
    events.allSatisfy { event in
      if case .key(let key) = event {
        key.typed?.isControl ?? true
      } else {
        true
      }
    }
  }
}

extension Burst {
  /// One scan in it.
  struct Reading: Hashable {
    let framed: Framed
    /// True if Alt was held for the code of each character.
    var hasAltCodes = false
    /// The number of bytes before it that no key sends.
    var droppedCount = 0
  }

  /// The scans in it: a number, or several that end alike.
  ///
  /// - Throws: ``BurstError``, if a key is in it: then all of it is refused.
  func readings() throws(BurstError) -> [Reading] {
    if let digits = altDigits {
      guard let text = AltCodes.text(of: digits) else {
        throw refused(.altCodes)
      }
      return [Reading(framed: Framed(text), hasAltCodes: true)]
    }
    let rest = strokes.drop { $0.event.droppedCount != nil }
    let dropped = strokes.dropLast(rest.count).compactMap(\.event.droppedCount)
    var characters: [Character] = []
    for stroke in rest {
      guard case .key(let key) = stroke.event, let typed = key.typed else {
        throw refused(.stroke(stroke.event))
      }
      characters.append(typed)
    }
    let numbers: [Framed]
    do throws(FrameError) {
      numbers = try Framed.numbers(in: characters, hasEnter: end == .enter)
    } catch {
      let index = characters.firstIndex(of: error.character)
      throw refused(
        index.map { .stroke(rest[rest.startIndex + $0].event) } ?? .torn)
    }
    if isTorn { throw refused(.torn) }
    return numbers.map {
      Reading(framed: $0, droppedCount: dropped.reduce(0, +))
    }
  }

  private func refused(_ reason: BurstError.Reason) -> BurstError {
    BurstError(events: strokes.map(\.event), reason: reason)
  }

  /// The digits that Alt was held for, if there is nothing else.
  private var altDigits: String? {
    let digits = strokes.compactMap { stroke -> Character? in
      if case .key(.alt(let digit)) = stroke.event, digit.isWholeNumber {
        digit
      } else {
        nil
      }
    }
    return digits.count == strokes.count && digits.count > 1
      ? String(digits) : nil
  }
}

extension Event {
  fileprivate var droppedCount: Int? {
    if case .dropped(let count) = self { count } else { nil }
  }
}

extension Key {
  /// The character of ASCII that the key types, or stands for among control
  /// characters.
  var typed: Character? {
    switch self {
    case .character(let character): character
    case .control(let letter):
      letter.asciiValue.map { Character(Unicode.Scalar($0 & 0x1f)) }
    case .tab: "\t"
    case .escape: "\u{1b}"
    case .backspace: "\u{8}"
    default: nil
    }
  }

  /// The name in ASCII of the control character, if it is one.
  var controlName: String? {
    guard let code = typed?.asciiValue, code < 0x20 || code == 0x7f else {
      return nil
    }
    return code == 0x7f ? "DEL" : Self.controlNames[Int(code)]
  }

  private static let controlNames = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF",
    "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
    "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
  ]
}
