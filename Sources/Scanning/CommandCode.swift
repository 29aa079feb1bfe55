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
  /// Prints the slip of the borrower.
  case slip = "%SLIP%"
  /// Notes state 1 of the chosen return.
  case state1 = "%STATE-1%"
  /// Notes state 2 of the chosen return.
  case state2 = "%STATE-2%"
  /// Notes state 3 of the chosen return.
  case state3 = "%STATE-3%"
  /// Notes state 4 of the chosen return.
  case state4 = "%STATE-4%"
  /// Notes state 5 of the chosen return.
  case state5 = "%STATE-5%"

  /// The number of the state of a copy that it notes; nil for another command.
  package var state: Int? {
    switch self {
    case .state1: 1
    case .state2: 2
    case .state3: 3
    case .state4: 4
    case .state5: 5
    case .loan, .return, .clear, .save, .deleteLast, .undo, .help, .slip: nil
    }
  }

  /// The commands of all desks.
  package static let commands = allCases.filter {
    $0.state == nil && $0 != .slip
  }
  /// The states of copies, for the desks of a school.
  package static let states = allCases.filter { $0.state != nil }
}
