import Terminal

/// A question over the desk, which only function keys, Esc and the mouse answer:
/// a scanner types none of them.
protocol QuestionRoom: Room {
  func content(_ look: Look) -> QuestionContent
  mutating func answer(_ action: Action, _ shared: inout Shared)
  /// Takes a text that is pasted while it asks, or lets it fall.
  mutating func paste(_ text: String, _ shared: inout Shared) -> Outcome
}

/// All that is to be seen of a question.
struct QuestionContent {
  let title: String
  let text: String
  /// The answers, with what is said of each.
  let answers: [(action: Action, text: String)]
}

extension QuestionRoom {
  var isQuestion: Bool { true }

  mutating func paste(_ text: String, _ shared: inout Shared) -> Outcome {
    .ignored
  }

  func draw(_ look: Look, on surface: inout Surface) {
    QuestionView(content(look), in: contexts, look).draw(on: &surface)
  }

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    switch event {
    case .key(let key): return press(key, &shared)
    case .click(let position): click(position, &shared)
    case .wheel: break
    case .paste(let text): return paste(text, &shared)
    default: return .ignored
    }
    return .handled
  }

  private mutating func click(_ position: Position, _ shared: inout Shared) {
    guard shared.isLargeEnough else { return }
    let look = Look(shared, Palette())
    let view = QuestionView(content(look), in: contexts, look)
    let clicked = view.answers.first { $0.area.contains(position) }
    if let clicked { answer(clicked.action, &shared) }
  }

  private mutating func press(_ key: Key, _ shared: inout Shared) -> Outcome {
    guard let action = action(of: key) else {
      // A page beneath would take it for itself.
      if key == .enter, !shared.isDesk, !shared.pending.isTyping {
        return .handled
      }
      return key.maySendScan ? .ignored : .handled
    }
    if action == .redraw {
      shared.turn.effects.append(.redraw)
      return .handled
    }
    // Not while nobody sees what is asked.
    guard
      shared.isLargeEnough,
      content(Look(shared, Palette())).answers.contains(where: {
        $0.action == action
      }
      )
    else { return .handled }
    if shared.isHeld() {
      shared.say(shared.words.answerIsHeld(key))
    } else {
      answer(action, &shared)
    }
    return .handled
  }
}

extension Key {
  /// True if a scanner may type it: then it falls to the desk.
  fileprivate var maySendScan: Bool {
    switch self {
    case .character, .alt, .backspace, .enter, .tab: true
    default: false
    }
  }
}
