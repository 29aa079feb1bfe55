import Terminal

/// An action of a key, a button or a click.
package enum Act: Hashable, Sendable, CaseIterable {
  // Everywhere.
  case help
  case afterOutage
  case day
  case save
  case switchOperation
  case clear
  case delete
  case undo
  case find
  case amend
  case reader
  case close
  case redraw
  // From control to control.
  case next
  case previous
  // In a field.
  case enter
  case fieldLeft
  case fieldRight
  case fieldHome
  case fieldEnd
  case eraseBefore
  case eraseAfter
  case eraseField
  // On a button, and on the choice of the transaction.
  case press
  case chooseLoan
  case chooseReturn
  case chooseOther
  // In the list and on the pages to be read.
  case lineUp
  case lineDown
  case pageUp
  case pageDown
  case first
  case last
  // In a room with a field or a list of its own.
  case choose
  // On the pages over the desk.
  case saveAndClose
  case keepAndClose
  case loseAndClose
  case goBack
  case putAside
  case recordBatch
  case dropBatch
  // Where a scanner is tested.
  case writeSettings
  case skipScan
  case stepBack
  case leave
}

/// A line of the one table of keys: what they do, and where.
package struct Command: Hashable, Sendable {
  /// A place where a key counts.
  package enum Context: Hashable, Sendable, CaseIterable {
    /// At the desk, whatever has the focus.
    case desk
    /// In a field.
    case field
    /// On a button.
    case button
    /// On the choice of the transaction.
    case choice
    /// In the list.
    case list
    /// In Find, Amend, or on a reader's page.
    case room
    /// While a page to be read is open.
    case leaf
    /// While the station asks how to close.
    case closing
    /// While the station shows what was pasted.
    case batch
    /// In the test of a scanner.
    case scanner
  }

  let act: Act
  let keys: [Key]
  let context: Context

  private init(_ act: Act, _ keys: Key..., in context: Context = .desk) {
    self.act = act
    self.keys = keys
    self.context = context
  }

  /// All keys.
  ///
  /// Dispatch, the hints on the buttons and the Help page read it.
  static let table: [Command] = [
    Command(.help, .function(1)),
    Command(.save, .function(2), .control("s")),
    Command(.switchOperation, .function(3)),
    Command(.clear, .function(4)),
    Command(.find, .function(5)),
    Command(.amend, .function(6)),
    Command(.reader, .function(7)),
    Command(.delete, .function(8)),
    Command(.undo, .control("z")),
    Command(.afterOutage, .function(9)),
    Command(.close, .function(10), .control("c"), .control("q")),
    Command(.day, .function(12)),
    Command(.redraw, .control("l")),
    Command(.next, .tab),
    Command(.previous, .backTab),
    Command(.pageUp, .pageUp),
    Command(.pageDown, .pageDown),

    Command(.enter, .enter, in: .field),
    Command(.fieldLeft, .left, in: .field),
    Command(.fieldRight, .right, in: .field),
    Command(.fieldHome, .home, in: .field),
    Command(.fieldEnd, .end, in: .field),
    Command(.eraseBefore, .backspace, in: .field),
    Command(.eraseAfter, .delete, in: .field),
    Command(.eraseField, .escape, .control("u"), in: .field),
    Command(.lineUp, .up, in: .field),
    Command(.lineDown, .down, in: .field),

    Command(.press, .enter, .character(" "), in: .button),
    Command(.previous, .left, .up, in: .button),
    Command(.next, .right, .down, in: .button),

    Command(.chooseLoan, .left, in: .choice),
    Command(.chooseReturn, .right, in: .choice),
    Command(.chooseOther, .enter, .character(" "), in: .choice),
    Command(.previous, .up, in: .choice),
    Command(.next, .down, in: .choice),

    Command(.lineUp, .up, in: .list),
    Command(.lineDown, .down, in: .list),
    Command(.first, .home, in: .list),
    Command(.last, .end, in: .list),
    Command(.amend, .enter, in: .list),
    Command(.delete, .delete, in: .list),

    Command(.choose, .enter, in: .room),
    Command(.goBack, .escape, in: .room),
    Command(.lineUp, .up, in: .room),
    Command(.lineDown, .down, in: .room),

    Command(.goBack, .escape, in: .leaf),
    Command(.putAside, .function(8), in: .leaf),
    Command(.lineUp, .up, in: .leaf),
    Command(.lineDown, .down, in: .leaf),
    Command(.pageUp, .pageUp, in: .leaf),
    Command(.pageDown, .pageDown, in: .leaf),
    Command(.first, .home, in: .leaf),
    Command(.last, .end, in: .leaf),

    Command(.saveAndClose, .function(2), .control("s"), in: .closing),
    Command(
      .keepAndClose, .function(10), .control("c"), .control("q"),
      in: .closing),
    // A key of its own: F10 twice is soon pressed.
    Command(.loseAndClose, .function(9), in: .closing),
    Command(.goBack, .escape, in: .closing),
    Command(.redraw, .control("l"), in: .closing),

    Command(.recordBatch, .function(2), .control("s"), in: .batch),
    Command(.dropBatch, .escape, in: .batch),
    Command(.redraw, .control("l"), in: .batch),

    Command(.help, .function(1), in: .scanner),
    Command(.writeSettings, .function(2), in: .scanner),
    Command(.skipScan, .function(3), in: .scanner),
    Command(.stepBack, .function(4), in: .scanner),
    Command(
      .leave, .escape, .function(10), .control("c"), .control("q"),
      in: .scanner),
    Command(.redraw, .control("l"), in: .scanner),
  ]

  private static let acts: [Context: [Key: Act]] = {
    var acts: [Context: [Key: Act]] = [:]
    for command in table {
      for key in command.keys {
        acts[command.context, default: [:]][key] = command.act
      }
    }
    return acts
  }()

  /// Returns the action of a key in the first of the contexts that knows it.
  static func act(of key: Key, in contexts: [Context]) -> Act? {
    contexts.lazy.compactMap { acts[$0]?[key] }.first
  }

  /// The keys of an act, the one shown on its button first.
  static func keys(of act: Act, in context: Context) -> [Key] {
    table.filter { $0.act == act && $0.context == context }.flatMap(\.keys)
  }
}
