import Scanning
import Terminal

// What each key comes to, by the table of keys and the page that is open.
extension Station {
  mutating func press(_ key: Key) {
    switch page {
    case .leaf(let leaf, let line): press(key, on: leaf, at: line)
    case .closing, .batch: pressOnQuestion(key)
    case .find, .amend, .reader:
      if let room { press(key, in: room) }
    case nil: pressAtDesk(key)
    }
  }

  private mutating func pressAtDesk(_ key: Key) {
    if key == .tab, endsScanWithTab { return perform(.enter) }
    if let act = Command.act(of: key, in: focus.context, .desk) {
      return perform(act)
    }
    switch key {
    case .alt(let letter):
      if let control = button(of: letter) {
        use(control)
      } else if beginsScan(letter) {
        type(letter)
      }
    // Nobody begins a number with a blank on a line of the list.
    case .character(" ") where focus == .list: break
    case .character(let character): type(character)
    case .control(let letter):
      // Nothing that comes with a scan vanishes: the number will be refused.
      if let character = letter.withControl { type(character) }
    default: break
    }
  }

  /// Says that the terminal sent what is no key, if somebody was typing.
  mutating func tellDropped(_ count: Int) {
    if isTyping { remarks.append(words.answerDropped(byteCount: count)) }
  }

  /// Whether Tab is what the scanner adds, as the settings say.
  private var endsScanWithTab: Bool {
    rules.scanner.suffix == .tab && isTyping
  }

  /// Whether what came with Alt may be the beginning of a scan close behind
  /// Esc: no button's letter, and none that is typed with Alt.
  private func beginsScan(_ character: Character) -> Bool {
    button(of: character) == nil && !character.isLowercase
  }

  /// The button that has a letter underlined.
  private func button(of letter: Character) -> Control? {
    let small = letter.lowercased().first
    return layout.buttons.first { $0.mnemonic == small }?.control
  }

  private mutating func press(_ key: Key, on leaf: Leaf, at line: Int) {
    guard
      let act = Command.act(of: key, in: .leaf, .desk),
      act != .next, act != .previous
    else { return typeBeneath(key) }
    let page = LeafView.lineCount(of: leaf, in: self)
    switch act {
    case .lineUp: show(leaf, from: line - 1)
    case .lineDown: show(leaf, from: line + 1)
    case .pageUp: show(leaf, from: line - page)
    case .pageDown: show(leaf, from: line + page)
    case .first: show(leaf, from: 0)
    case .last: show(leaf, from: .max)
    case .goBack,
      .help where leaf == .help,
      .afterOutage where leaf == .afterOutage:
      self.page = nil
    // The page Help says nothing of what could be put aside.
    case .putAside where leaf != .afterOutage: break
    case .switchOperation, .clear, .find, .amend, .reader:
      leavePage()
      perform(act)
    default: perform(act)
    }
  }

  /// Takes a stroke of a key that closes, answers or undoes: one that is held
  /// down, or comes again before its first repeat would, does no more.
  mutating func isHeld() -> Bool {
    let stroke = heldKey.stroke(at: moment(), after: Self.repeatPause)
    if case .press = stroke { return false }
    return true
  }

  mutating func show(_ leaf: Leaf, from line: Int) {
    let last = LeafView.lastFirstLine(of: leaf, in: self)
    page = .leaf(leaf, firstLine: min(max(line, 0), last))
  }

  private mutating func pressOnQuestion(_ key: Key) {
    guard let question, let act = Command.act(of: key, in: question.context)
    else { return typeBeneath(key) }
    // Not while nobody sees what is asked.
    guard isLargeEnough || act == .redraw else { return }
    guard question.offers(act) else { return }
    if act != .redraw, isHeld() { return say(words.answerIsHeld(key)) }
    answer(act)
  }

  /// A page over the desk takes no scan away from it.
  ///
  /// What a scanner types goes to the fields; whatever else has the focus would
  /// take it for an answer.
  mutating func typeBeneath(_ key: Key) {
    switch key {
    case .alt(let letter) where beginsScan(letter):
      if case .batch(let batch) = page { drop(batch) }
      page = nil
      type(letter)
    case .character(let character): type(character)
    case .backspace: pressAtDesk(key)
    case .enter where focus.isField || focus == .record: pressAtDesk(key)
    case .tab where focus.isField: pressAtDesk(key)
    default: break
    }
  }
}
