/// A reason for which the parser of the command line refuses it.
///
/// Options are as they are written, with the name of their value, as in
/// `--files <folder>`.
package enum ParserFault: Hashable, Sendable {
  /// An option does not exist; a similar one may have been meant.
  case unknownOption(String, near: String?)
  /// An option has no value.
  case missingValue(of: String)
  /// An option that takes no value has one.
  case unexpectedValue(String, of: String)
  /// There are more arguments than the command takes.
  case unexpectedArguments([String])
  /// An argument or an option is required.
  case missingArgument(String)
  /// A value can't be understood.
  case invalidValue(String, of: String)
  /// A value is not one of those that an option takes.
  case unknownValue(String, of: String, known: [String])
  /// A value is refused, with the reason as a sentence.
  case refusedValue(String, of: String, reason: String)
  /// A shell without completions, and the shells that have them.
  case unknownShell(String?, known: [String])
  /// The program is called as a login shell that is to run a command.
  case noShell(String)

  /// The options that make a login shell run a command.
  package static let ofShells = ["-c", "-l", "-lc"]
}

/// A text that the parser writes itself around the texts of the commands.
package enum ParserText: CaseIterable, Sendable {
  /// Before an error.
  case error
  /// Before the explanation of the option that an error is about.
  case help
  /// Before the synopsis of a command, after an error.
  case usage
  /// Before the synopsis of a command, as a heading of its help.
  case usageHeading
  /// The heading of the arguments.
  case arguments
  /// The heading of the options.
  case options
  /// The heading of the commands.
  case commands
  /// The help of `--help`.
  case showHelp
  /// The help of `--version`.
  case showVersion
  /// In the place of a command's name, in angle brackets.
  case command
}

/// The words of the parser of the command line.
package protocol ParserWords {
  /// An error in the command line.
  func sentence(_ error: ParserFault) -> String
  /// A text around those of the commands.
  func text(_ text: ParserText) -> String
  /// The value of an option that is not given, in parentheses.
  func defaultValue(_ value: String) -> String
  /// The line after an error, with the command that explains more.
  func seeMore(_ command: String) -> String
  /// The line after the list of commands.
  func seeDetails(_ command: String) -> String
}
