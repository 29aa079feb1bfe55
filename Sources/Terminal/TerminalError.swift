/// An error that prevents using the terminal.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal(TerminalStream)
  /// The terminal type in `TERM` is unknown, or can't move the cursor.
  case unknownKind(String)
}

/// The standard stream that is not a terminal.
package enum TerminalStream: Hashable, Sendable {
  /// Standard input.
  case input
  /// Standard output.
  case output
}
