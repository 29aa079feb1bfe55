import Terminal

extension ScanGate {
  /// Something that came, and when.
  struct Keystroke {
    let event: Event
    let moment: Instant

    init(_ event: Event, at moment: Instant) {
      self.event = event
      self.moment = moment
    }

    var isEnter: Bool { event == .key(.enter) }

    var isCharacter: Bool {
      if case .key(.character) = event { true } else { false }
    }

    var isControl: Bool {
      if case .key(let key) = event { key.controlName != nil } else { false }
    }

    var isAltDigit: Bool { event.altDigit != nil }

    /// True if it is a key that does not type a character.
    var isKeyOfNoNumber: Bool {
      if case .key = event { !isCharacter } else { false }
    }

    /// True if a hand may do so many times in the time of one.
    var isRepeatable: Bool {
      switch event {
      case .key(let key):
        [
          .tab, .backTab, .escape, .backspace, .left, .right, .up, .down,
          .home, .end, .pageUp, .pageDown,
        ].contains(key)
      default: true
      }
    }

    var isOfMouse: Bool {
      switch event {
      case .click, .wheel, .otherMouse: true
      default: false
      }
    }

    /// The event that a hand meant: Alt with a digit is a function key, as in
    /// programs that know Esc with a digit for one.
    var asPressed: Event {
      event.altDigit.map { .key(.function($0)) } ?? event
    }

    var functionKeyBehindEscape: Key? {
      if case .key(.character(let digit)) = event {
        Event.key(.alt(digit)).altDigit.map { .function($0) }
      } else {
        nil
      }
    }

    /// Returns true if it is a repeat of a key that is held down.
    func repeats(_ strokes: [Keystroke], from minimum: Duration) -> Bool {
      guard let last = strokes.last, !isCharacter, !isAltDigit else {
        return false
      }
      return strokes.allSatisfy { $0.event == event }
        && last.moment.duration(to: moment) >= minimum
    }
  }
}

extension [ScanGate.Keystroke] {
  /// True if a hand does them in no time: one key that is held on a line that
  /// halts, or the mouse.
  var isOfOneHand: Bool {
    allSatisfy(\.isOfMouse)
      || allSatisfy { $0.isRepeatable && $0.event == self[0].event }
  }
}

extension Event {
  /// The number of the function key that Alt with a digit stands for.
  fileprivate var altDigit: Int? {
    guard
      case .key(.alt(let character)) = self, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    return digit == 0 ? 10 : digit
  }
}
