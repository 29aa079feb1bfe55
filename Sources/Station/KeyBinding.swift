import Terminal

/// A line of the one table of keys: what they do, and where.
package struct KeyBinding: Hashable, Sendable {
  let action: Action
  let keys: [Key]
  let context: KeyContext

  private init(_ action: Action, _ keys: Key..., in context: KeyContext = .desk)
  {
    self.action = action
    self.keys = keys
    self.context = context
  }

  /// All keys.
  ///
  /// Dispatch, the hints on the buttons and the Help page read it.
  static let all: [KeyBinding] = [
    KeyBinding(.help, .function(1)),
    KeyBinding(.save, .function(2), .control("s")),
    KeyBinding(.switchOperation, .function(3)),
    KeyBinding(.clear, .function(4)),
    KeyBinding(.find, .function(5)),
    KeyBinding(.amend, .function(6)),
    KeyBinding(.reader, .function(7)),
    KeyBinding(.delete, .function(8)),
    KeyBinding(.undo, .control("z")),
    KeyBinding(.afterOutage, .function(9)),
    KeyBinding(.close, .function(10), .control("c"), .control("q")),
    KeyBinding(.day, .function(12)),
    KeyBinding(.slip, .control("p")),
    KeyBinding(.redraw, .control("l")),
    KeyBinding(.next, .tab),
    KeyBinding(.previous, .backTab),
    KeyBinding(.pageUp, .pageUp),
    KeyBinding(.pageDown, .pageDown),

    KeyBinding(.enter, .enter, in: .field),
    KeyBinding(.fieldLeft, .left, in: .field),
    KeyBinding(.fieldRight, .right, in: .field),
    KeyBinding(.fieldHome, .home, in: .field),
    KeyBinding(.fieldEnd, .end, in: .field),
    KeyBinding(.eraseBefore, .backspace, in: .field),
    KeyBinding(.eraseAfter, .delete, in: .field),
    KeyBinding(.eraseField, .escape, .control("u"), in: .field),
    KeyBinding(.lineUp, .up, in: .field),
    KeyBinding(.lineDown, .down, in: .field),

    KeyBinding(.betterState, .left, in: .state),
    KeyBinding(.worseState, .right, in: .state),

    KeyBinding(.press, .enter, .character(" "), in: .button),
    KeyBinding(.previous, .left, .up, in: .button),
    KeyBinding(.next, .right, .down, in: .button),

    KeyBinding(.chooseLoan, .left, in: .choice),
    KeyBinding(.chooseReturn, .right, in: .choice),
    KeyBinding(.chooseOther, .enter, .character(" "), in: .choice),
    KeyBinding(.previous, .up, in: .choice),
    KeyBinding(.next, .down, in: .choice),

    KeyBinding(.lineUp, .up, in: .list),
    KeyBinding(.lineDown, .down, in: .list),
    KeyBinding(.first, .home, in: .list),
    KeyBinding(.last, .end, in: .list),
    KeyBinding(.amend, .enter, in: .list),
    KeyBinding(.delete, .delete, in: .list),

    KeyBinding(.choose, .enter, in: .lineRoom),
    KeyBinding(.goBack, .escape, in: .lineRoom),
    KeyBinding(.lineUp, .up, in: .lineRoom),
    KeyBinding(.lineDown, .down, in: .lineRoom),

    KeyBinding(.amend, .enter, .function(6), in: .itemRoom),
    KeyBinding(.reader, .function(7), in: .itemRoom),

    KeyBinding(.betterState, .left, in: .copyState),
    KeyBinding(.worseState, .right, in: .copyState),
    KeyBinding(.undoState, .control("z"), in: .copyState),

    KeyBinding(.help, .function(1), in: .copies),
    KeyBinding(.open, .enter, .function(6), in: .copies),
    KeyBinding(.holder, .function(7), in: .copies),
    KeyBinding(.toDelete, .function(8), in: .copies),
    KeyBinding(.lineUp, .up, in: .copies),
    KeyBinding(.lineDown, .down, in: .copies),
    KeyBinding(.pageUp, .pageUp, in: .copies),
    KeyBinding(.pageDown, .pageDown, in: .copies),
    KeyBinding(.levelUp, .escape, in: .copies),
    KeyBinding(
      .leave, .function(10), .control("c"), .control("q"), in: .copies),
    KeyBinding(.redraw, .control("l"), in: .copies),

    KeyBinding(.toDelete, .function(8), in: .marking),
    KeyBinding(.goBack, .escape, in: .marking),
    KeyBinding(.redraw, .control("l"), in: .marking),

    KeyBinding(.goBack, .escape, in: .page),
    KeyBinding(.dismissWarning, .function(8), in: .page),
    KeyBinding(.lineUp, .up, in: .page),
    KeyBinding(.lineDown, .down, in: .page),
    KeyBinding(.pageUp, .pageUp, in: .page),
    KeyBinding(.pageDown, .pageDown, in: .page),
    KeyBinding(.first, .home, in: .page),
    KeyBinding(.last, .end, in: .page),

    KeyBinding(.saveAndClose, .function(2), .control("s"), in: .closing),
    KeyBinding(
      .keepAndClose, .function(10), .control("c"), .control("q"),
      in: .closing),
    // A key of its own: F10 twice is soon pressed.
    KeyBinding(.discardAndClose, .function(9), in: .closing),
    KeyBinding(.goBack, .escape, in: .closing),
    KeyBinding(.redraw, .control("l"), in: .closing),

    KeyBinding(.recordPaste, .function(2), .control("s"), in: .paste),
    KeyBinding(.dropPaste, .escape, in: .paste),
    KeyBinding(.redraw, .control("l"), in: .paste),

    KeyBinding(.help, .function(1), in: .scanner),
    KeyBinding(.writeSettings, .function(2), in: .scanner),
    KeyBinding(.skipScan, .function(3), in: .scanner),
    KeyBinding(.stepBack, .function(4), in: .scanner),
    KeyBinding(
      .leave, .escape, .function(10), .control("c"), .control("q"),
      in: .scanner),
    KeyBinding(.redraw, .control("l"), in: .scanner),

    KeyBinding(.give, .enter, in: .handOut),
    KeyBinding(.switchOrder, .function(3), in: .handOut),
    KeyBinding(.markAbsent, .function(6), in: .handOut),
    KeyBinding(.refuseTitle, .function(8), in: .handOut),
    KeyBinding(.nextTurn, .pageDown, in: .handOut),
    KeyBinding(.previousTurn, .pageUp, in: .handOut),
    KeyBinding(.lineUp, .up, in: .handOut),
    KeyBinding(.lineDown, .down, in: .handOut),
    KeyBinding(.takeBack, .control("z"), in: .handOut),
    KeyBinding(.leave, .escape, in: .handOut),

    KeyBinding(.help, .function(1), in: .morning),
    KeyBinding(.nextStage, .function(2), in: .morning),
    KeyBinding(.previousStage, .function(3), in: .morning),
    KeyBinding(.undoDecision, .control("z"), in: .morning),
    KeyBinding(.lineUp, .up, in: .morning),
    KeyBinding(.lineDown, .down, in: .morning),
    KeyBinding(.pageUp, .pageUp, in: .morning),
    KeyBinding(.pageDown, .pageDown, in: .morning),
    KeyBinding(.first, .home, in: .morning),
    KeyBinding(.last, .end, in: .morning),
    KeyBinding(.levelUp, .escape, in: .morning),
    KeyBinding(
      .leave, .function(10), .control("c"), .control("q"), in: .morning),
    KeyBinding(.redraw, .control("l"), in: .morning),

    KeyBinding(.nameDesk, .enter, .function(6), in: .collecting),

    KeyBinding(.open, .enter, in: .looking),
    KeyBinding(.keepLines, .function(4), in: .looking),
    KeyBinding(.correctItem, .function(5), in: .looking),
    KeyBinding(.correctBorrower, .function(6), in: .looking),
    KeyBinding(.correctReader, .function(7), in: .looking),
    KeyBinding(.takeOut, .function(8), in: .looking),
    KeyBinding(.swapNumbers, .function(9), in: .looking),
    KeyBinding(.shiftTimes, .function(12), in: .looking),
    KeyBinding(.orderLines, .control("o"), in: .looking),

    KeyBinding(.makeKit, .function(5), in: .preparing),

    KeyBinding(.tick, .enter, .character(" "), in: .ticking),

    KeyBinding(.giveReport, .function(5), in: .reporting),
    KeyBinding(.writeCorrections, .function(6), in: .reporting),
    KeyBinding(.copyNote, .function(7), in: .reporting),

    KeyBinding(.archiveStations, .function(5), in: .puttingAway),

    // Keys of their own: F5 twice is soon pressed.
    KeyBinding(.archiveStation, .function(2), in: .archiving),
    KeyBinding(.skipStation, .function(3), in: .archiving),
    KeyBinding(.goBack, .escape, in: .archiving),
    KeyBinding(.redraw, .control("l"), in: .archiving),
  ]

  private static let actions: [KeyContext: [Key: Action]] = {
    var actions: [KeyContext: [Key: Action]] = [:]
    for binding in all {
      for key in binding.keys {
        actions[binding.context, default: [:]][key] = binding.action
      }
    }
    return actions
  }()

  /// Returns the action of a key in the first of the contexts that knows it.
  static func action(of key: Key, in contexts: [KeyContext]) -> Action? {
    contexts.lazy.compactMap { actions[$0]?[key] }.first
  }

  /// The keys of an action, the one shown on its button first.
  static func keys(of action: Action, in context: KeyContext) -> [Key] {
    all.filter { $0.action == action && $0.context == context }.flatMap(\.keys)
  }
}
