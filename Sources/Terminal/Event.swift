/// What a person, or the system, does to the program.
public enum Event: Hashable, Sendable {
  /// A key was pressed, or a scanner typed a character.
  case key(Key)
  /// The mouse's left button was pressed at a place.
  case click(Position)
  /// A button of the mouse was released, or one was pressed that means nothing.
  case otherMouse
  /// The mouse's wheel was turned, by a number of notches: down is positive.
  case wheel(Int)
  /// The screen has another size.
  case resize(Size)
  /// The terminal was given a text as a whole; its lines end with LF.
  case paste(String)
  /// The terminal sent so many bytes that no key sends; they are no text.
  case dropped(Int)
  /// Keys came faster than a hand presses them.
  case burst(Burst)
  /// Nothing came for as long as was to be waited.
  case tick
  /// The system ends the program: a signal, or the terminal is gone.
  case end(Ending)
}

/// Why the system ends the program.
public enum Ending: Hashable, Sendable {
  /// A signal, by its number.
  case signal(Int32)
  /// The terminal is gone.
  case hangup
}

/// A key of a keyboard.
public enum Key: Hashable, Sendable {
  /// A character, of those that are not printed the ones that no key types.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
  /// F1 to F12.
  case function(Int)
  /// Enter, or the end of a line in a paste.
  case enter
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Esc.
  case escape
  /// Backspace.
  case backspace
  /// Del.
  case delete
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Home.
  case home
  /// End.
  case end
  /// PgUp.
  case pageUp
  /// PgDn.
  case pageDown
  /// A key that nobody knows.
  case unknown
}
