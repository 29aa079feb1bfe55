/// A bar code that does what a key does, so that a desk runs without a
/// keyboard.
///
/// The raw value is what the scanner types. The percent signs at both ends set
/// it apart from the numbers of items and borrowers.
public enum CommandCode: String, CaseIterable, Sendable {
  /// From now on items are lent.
  case loan = "%LOAN%"
  /// From now on items are returned.
  case `return` = "%RETURN%"
  /// The next borrower.
  case clear = "%CLEAR%"
  /// Save To File.
  case save = "%SAVE%"
  /// Deletes the transaction that was recorded last.
  case deleteLast = "%DELETE-LAST%"
  /// Takes back the last deletions, or the last amendment.
  case undo = "%UNDO%"
  /// Opens Help.
  case help = "%HELP%"
}
