import Scanning
import Terminal

// The keys at the desk, by the table of keys and what has the focus.
extension DeskRoom {
  mutating func press(_ key: Key, _ shared: inout Shared) {
    if key == .tab, endsScanWithTab(shared) { return perform(.enter, &shared) }
    if let action = action(of: key) { return perform(action, &shared) }
    switch key {
    case .alt(let letter):
      if let control = button(of: letter, shared) {
        use(control, &shared)
      } else if beginsScan(letter, shared) {
        type(letter, &shared)
      }
    // Nobody begins a number with a space on a line of the list.
    case .character(" ") where focus == .list: break
    case .character(let character): type(character, &shared)
    case .control(let letter):
      // Nothing that comes with a scan vanishes: the number will be refused.
      if let character = letter.withControl { type(character, &shared) }
    default: break
    }
  }

  /// Takes a key that a room over the desk has let fall: no scan is taken away
  /// from it, and whatever else has the focus would take it for an answer.
  mutating func pressBeneath(_ key: Key, _ shared: inout Shared) {
    if let action = KeyBinding.action(of: key, in: [.desk]),
      !Self.ofFocus.contains(action)
    {
      return perform(action, &shared)
    }
    switch key {
    case .alt(let letter) where beginsScan(letter, shared):
      shared.enqueue(.leaveAll)
      type(letter, &shared)
    case .character(let character): type(character, &shared)
    case .backspace: press(key, &shared)
    case .enter where focus.isField || focus == .record: press(key, &shared)
    case .tab where focus.isField: press(key, &shared)
    default: break
    }
  }

  /// Actions whose effect nobody would see beneath a room.
  private static let ofFocus: Set<Action> = [
    .next, .previous, .pageUp, .pageDown,
  ]

  /// True if Tab ends a scan, by the settings.
  private func endsScanWithTab(_ shared: Shared) -> Bool {
    shared.rules.scanner.suffix == .tab && isTyping
  }

  /// Returns true if a character with Alt may be the beginning of a scan right
  /// after Esc: no button's letter, and none that is typed with Alt.
  private func beginsScan(_ character: Character, _ shared: Shared) -> Bool {
    button(of: character, shared) == nil && !character.isLowercase
  }

  /// The button that has a letter underlined.
  private func button(of letter: Character, _ shared: Shared) -> Control? {
    let small = letter.lowercased().first
    return shared.layout.buttons.first {
      $0.button.label.mnemonic == small
    }?.control
  }
}

extension Character {
  /// The control character that the letter makes with Ctrl.
  var withControl: Character? {
    asciiValue.map { Character(Unicode.Scalar($0 & 0x1f)) }
  }
}
