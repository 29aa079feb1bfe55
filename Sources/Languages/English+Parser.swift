import Typesetting

// What the parser of the command line says.
extension English {
  func sentence(_ error: ParserFault) -> String {
    switch error {
    case .unknownOption(let option, let near?):
      "Unknown option \(option.quotable). Did you mean \(near)?"
    case .unknownOption(let option, nil): "Unknown option \(option.quotable)."
    case .missingValue(let option): "\(option) needs a value."
    case .unexpectedValue(let value, let option):
      "\(option) takes no value, but was given \(value.quotable)."
    case .unexpectedArguments(let arguments):
      "\(arguments.count == 1 ? "Unexpected argument" : "Unexpected arguments"): \(arguments.map(\.quotable).joined(separator: ", "))."
    case .missingArgument(let argument): "\(argument) is missing."
    case .invalidValue(let value, let option):
      "The value \(value.quotable) is invalid for \(option)."
    case .unknownValue(let value, let option, let known):
      "The value \(value.quotable) is invalid for \(option). Write \(counting.list(known, .or))."
    case .refusedValue(let value, let option, let reason):
      "The value \(value.quotable) is invalid for \(option). \(reason)"
    case .unknownShell(let shell?, let known):
      "There are no completions for the shell \(shell.quotable). Write \(counting.list(known, .or))."
    case .unknownShell(nil, let known):
      "Cannot tell which shell this is. Write \(counting.list(known, .or))."
    case .noShell(let option):
      "\(option) is for shells. offcirc is not a shell: it runs no commands."
    }
  }

  func text(_ text: ParserText) -> String {
    switch text {
    case .error: "Error: "
    case .help: "Help: "
    case .usage: "Usage: "
    case .usageHeading: "USAGE: "
    case .arguments: "ARGUMENTS:"
    case .options: "OPTIONS:"
    case .commands: "COMMANDS:"
    case .showHelp: "Show help."
    case .showVersion: "Show the version."
    case .command: "command"
    }
  }

  func defaultValue(_ value: String) -> String { "(default: \(value))" }

  func seeMore(_ command: String) -> String { "For help, run \(command)." }

  func seeDetails(_ command: String) -> String {
    "For help on a command, run \(command)."
  }
}
