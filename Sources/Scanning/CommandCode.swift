/// A command bar code, which replaces a key at a desk without a keyboard.
///
/// The raw value is the text of the bar code. The percent signs at both ends
/// distinguish it from numbers of items and borrowers.
package enum CommandCode: String, CaseIterable, Sendable {
  /// Switches to loans.
  case loan = "%LOAN%"
  /// Switches to returns.
  case `return` = "%RETURN%"
  /// Clears the borrower.
  case clear = "%CLEAR%"
  /// Saves to the file.
  case save = "%SAVE%"
  /// Deletes the transaction recorded last.
  case deleteLast = "%DELETE-LAST%"
  /// Undoes the last deletions, or the last amendment.
  case undo = "%UNDO%"
  /// Opens Help.
  case help = "%HELP%"
}
