/// An input of the user, or a notification of the system.
package enum Event: Hashable, Sendable {
  /// A key was pressed, or a scanner sent a character.
  case key(Key)
  /// The left mouse button was pressed at a position.
  case click(Position)
  /// A mouse button was released, or another button was pressed.
  case otherMouse
  /// The mouse wheel was turned by a number of notches; down is positive.
  case wheel(Int)
  /// The size of the screen changed.
  case resize(Size)
  /// A text was pasted; its lines end with LF.
  case paste(String)
  /// This many bytes were dropped, since no key sends them and they are not
  /// text.
  case dropped(Int)
  /// Keys came faster than a hand can press them.
  case burst(Burst)
  /// The wait timed out without input.
  case tick
  /// The system ends the program: by a signal, or the terminal is closed.
  case end(Ending)
}

/// A reason why the system ends the program.
package enum Ending: Hashable, Sendable {
  /// A signal, by number.
  case signal(Int32)
  /// The terminal is closed.
  case hangup
}

/// A key of a keyboard.
package enum Key: Hashable, Sendable {
  /// A character; a non-printing one only if no other key sends it.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
  /// F1 to F12.
  case function(Int)
  /// Enter, or a line end in a paste.
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
  /// An unknown key.
  case unknown
}
