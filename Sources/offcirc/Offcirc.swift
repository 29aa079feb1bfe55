import ArgumentParser
import Glibc
import Languages
import Offload
import Settings
import Station
import Typesetting

/// The command `offcirc`: opens the station, or runs a subcommand.
@main
struct Offcirc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offcirc",
    abstract: words.programAbstract,
    usage: usage,
    discussion: words.programDiscussion,
    version: version,
    subcommands: [
      StationCommand.self, RecordCommand.self, SaveCommand.self,
      ListCommand.self, RecoverCommand.self, ScannerCommand.self,
      ReadyCommand.self, DrillCommand.self, SheetCommand.self,
      SlipCommand.self,
      SettingsCommand.self, GuideCommand.self, ManualCommand.self,
      // The morning after, in its order.
      StatusCommand.self, MorningCommand.self, CheckCommand.self,
      RehearseCommand.self,
      MergeCommand.self, FixCommand.self, KitCommand.self,
      ReconcileCommand.self,
      ArchiveCommand.self, AccountCommand.self,
      PurgeCommand.self, RedateCommand.self, ConvertCommand.self,
      CatalogueCommand.self, CopiesCommand.self, BorrowersCommand.self,
      ShareCommand.self,
      FinesCommand.self,
      HandOutCommand.self, PapersCommand.self, SwapsCommand.self,
      MissingCommand.self, WearCommand.self, ClosingCommand.self,
    ],
    defaultSubcommand: StationCommand.self)

  /// The name of the program, with its version.
  static let version = "OffCirc 0.1.0"

  static func main() {
    prepareSurroundings()
    if let name = UnusableName.find() { refuse(name) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments == ["--version"] {
        try? StandardOutput.write(version + "\n")
      } else if let plain = PlainCommandLine(arguments) {
        try plain.run()
      } else {
        try parse(arguments)
      }
    } catch {
      end(with: error)
    }
  }

  /// Runs the command of a command line that needs the parser.
  private static func parse(_ arguments: [String]) throws {
    if let option = arguments.first, ParserFault.ofShells.contains(option) {
      printError(words.sentence(.noShell(option)))
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
    let order = CommandLineOrder(arguments)
    if let name = order.unknownOption { refuse(option: name) }
    if let name = order.unknownCommand { refuse(command: name) }
    var command = try command(by: order)
    try command.run()
  }

  /// Parses the arguments of the command that is named.
  ///
  /// From the root, the parser would look at the options of the station first,
  /// and an error tells the whole name of the command.
  private static func command(
    by order: CommandLineOrder
  ) throws -> any ParsableCommand {
    if let (type, arguments) = order.named,
      let command = try? type.parseAsRoot(arguments),
      Swift.type(of: command) == type
    {
      return command
    }
    return try parseAsRoot(order.arguments)
  }

  /// Reports an unusable name before anything is done.
  private static func refuse(_ name: UnusableName) -> Never {
    printError(words.sentence(name))
    let code: ExitCode
    switch name {
    case .argument: code = .validationFailure
    default: code = .badSettings
    }
    Glibc.exit(code.rawValue)
  }

  /// Reports an unknown option, with a suggestion.
  private static func refuse(option name: String) -> Never {
    let error = ParserFault.unknownOption(
      name, near: CommandLineOrder.nearest(toOption: name))
    printError(words.sentence(error) + " " + words.seeMore("offcirc --help"))
    Glibc.exit(ExitCode.validationFailure.rawValue)
  }

  /// Reports an unknown subcommand, with a suggestion and all names.
  private static func refuse(command name: String) -> Never {
    printError(
      words.unknownCommand(
        name, nearest: CommandLineOrder.nearest(to: name),
        all: CommandLineOrder.commands))
    Glibc.exit(ExitCode.validationFailure.rawValue)
  }

  /// Writes the parser's message, made harmless since it may quote the command
  /// line.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let stream = code == .success ? STDOUT_FILENO : STDERR_FILENO
    let message = ParserMessage(of: error)
      .text(in: words, columns: min(columns(of: stream) ?? 80, 80)).harmless
    if !message.isEmpty {
      if code == .success {
        try? StandardOutput.write(message + "\n")
      } else {
        writeError(message + "\n")
      }
    }
    Glibc.exit(code.rawValue)
  }
}
