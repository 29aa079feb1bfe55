import ArgumentParser
import Languages
import Settings
import Station

extension Offcirc {
  /// The words of the help and of errors in the command line.
  static var words: any Words { Language.ofCommandLine.words }
}

extension CommandConfiguration {
  /// Creates the configuration of a command, with its help.
  init(
    _ command: Subcommand, subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: command.name,
      abstract: Offcirc.words.abstract(of: command),
      discussion: Offcirc.words.discussion(of: command),
      subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}

extension ArgumentHelp {
  /// Creates the help of an option or an argument with a value.
  init(_ parameter: Parameter, _ value: ValueName) {
    self.init(parameter, valueName: Offcirc.words.name(of: value))
  }

  /// Creates the help of an option; its values are not translated.
  init(_ parameter: Parameter, valueName: String? = nil) {
    self.init(
      stringLiteral: Offcirc.words.help(for: parameter))
    self.valueName = valueName
  }
}

extension ValidationError {
  /// Creates the error of a wrong command line.
  init(_ error: OptionFault) {
    self.init(Offcirc.words.sentence(error))
  }
}
