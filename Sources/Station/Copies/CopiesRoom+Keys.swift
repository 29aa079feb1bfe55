import Circulation
import Scanning
import Terminal

// What happens in the room of copies, and beneath the pages over it.
extension CopiesRoom {
  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key): press(key, &shared)
    case .click(let position): click(position, &shared)
    case .wheel(let notches): move(by: 3 * notches)
    case .paste(let text): paste(text, &shared)
    case .dropped(let count):
      if filter.isTyped {
        shared.remark(shared.words.answerDropped(byteCount: count))
      }
    case .end(let ending): shared.turn.effects.append(.quit(ending))
    case .burst, .resize, .tick, .otherMouse: break
    }
    return .handled
  }

  mutating func answer(with reading: Burst.Reading, _ shared: inout Shared)
    -> Outcome
  {
    if reading.droppedCount > 0 {
      shared.remark(
        shared.words.answerDropped(byteCount: reading.droppedCount))
    }
    take(reading.framed.number, &shared)
    return .handled
  }

  /// Takes a text that was pasted: words are typed, lines are numbers.
  private mutating func paste(_ text: String, _ shared: inout Shared) {
    let lines = PastedScans.lines(of: text)
    if lines.count == 1, !text.contains(where: \.isNewline), !isCovered {
      for character in text where !character.isControl {
        type(character, shared)
      }
    } else {
      for line in lines { take(line, &shared) }
    }
  }

  /// Takes a number that came as a whole.
  private mutating func take(_ number: String, _ shared: inout Shared) {
    if !open(number, &shared) {
      shared.refuse(shared.words.unknownHere(number))
    }
  }

  private mutating func press(_ key: Key, _ shared: inout Shared) {
    // Many a scanner ends a number so.
    if key == .tab { return filter.isTyped ? enter(&shared) : () }
    if let action = action(of: key) { return perform(action, key, &shared) }
    switch key {
    case .character(let character): type(character, shared)
    case .control(let letter):
      if let character = letter.withControl { type(character, shared) }
    default: break
    }
  }

  private mutating func type(_ character: Character, _ shared: Shared) {
    _ = filter.type(character)
    // Beneath a page, it is a number that is scanned slowly.
    if !isCovered { find(shared) }
  }

  private mutating func perform(
    _ action: Action, _ key: Key, _ shared: inout Shared
  ) {
    switch action {
    case .help: openHelp(&shared)
    case .leave:
      if !shared.isHeld() { shared.turn.effects.append(.quit(nil)) }
    case .redraw: shared.turn.effects.append(.redraw)
    case .open where key == .enter && filter.isTyped: enter(&shared)
    case .eraseBefore where isCovered: filter.edit(action)
    // The rest is about what nobody sees beneath a page.
    case _ where isCovered: break
    case .open: openChosen(&shared)
    case .holder:
      if let copy = shelf?.chosenCopy {
        ReaderRoom.open(holderOf: copy.item, desk, &shared)
      }
    case .levelUp: goUp(&shared)
    case .lineUp: move(by: -1)
    case .lineDown: move(by: 1)
    case .pageUp: move(by: -rowCount(shared))
    case .pageDown: move(by: rowCount(shared))
    case .fieldLeft, .fieldRight, .fieldHome, .fieldEnd, .eraseBefore,
      .eraseAfter, .eraseField:
      let text = filter.text
      filter.edit(action)
      if filter.text != text { find(shared) }
    default: break
    }
  }

  /// Takes the number that stands in the field; words lead to the chosen row.
  private mutating func enter(_ shared: inout Shared) {
    let text = filter.text
    let isKnown = open(text, &shared)
    guard isKnown || isCovered else { return openChosen(&shared) }
    if !isKnown { shared.refuse(shared.words.unknownHere(text)) }
    filter.erase()
    find(shared)
  }

  private mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough, !isCovered else { return }
    let view = view(shared)
    if let line = view.line(at: position.row) { move(by: line - view.chosen) }
  }

  private func rowCount(_ shared: Shared) -> Int { view(shared).rowCount }

  private func view(_ shared: Shared) -> LineRoomView {
    let look = Look(shared, Palette())
    return LineRoomView(content(look), look)
  }
}
