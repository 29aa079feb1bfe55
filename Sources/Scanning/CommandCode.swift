/// A bar code that does what a key does, so that a desk can be run without a
/// keyboard.
public enum CommandCode: String, CaseIterable, Hashable, Sendable {
  /// Goes over to loans.
  case loan = "%LOAN%"
  /// Goes over to returns.
  case `return` = "%RETURN%"
  /// Lets the borrower go.
  case clear = "%CLEAR%"
  /// Saves to the file.
  case save = "%SAVE%"
  /// Takes the last transaction off the list.
  case deleteLast = "%DELETE-LAST%"
  /// Opens the page of help, and closes it.
  case help = "%HELP%"
}
