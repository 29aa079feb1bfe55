import ArgumentParser
import Foundation
import Glibc
import Offload
import Settings
import Station

/// The command `offcirc`: opens the station, or runs a subcommand.
@main
struct Offcirc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offcirc",
    abstract: """
      Keeps a circulation desk lending while the library system is down.
      """,
    usage: """
      offcirc [station] [--files <dir>] [--desk <name>] [--language <en|fr>]
                      [--bell <errors|all|none>] [--theme <blue|contrast|mono>]
                      [--learn <true|false>] [--copy-to <dir>]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
                      [--ledger <file>] [--config <file>] [--no-settings]
      offcirc record  [--files <dir>] [--copy-to <dir>]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
      offcirc save    [--files <dir>] [--copy-to <dir>]
      offcirc list    [<file> | --files <dir>] [--unsaved | --deleted]
                      [--doubtful] [--item <number>] [--borrower <number>]
                      [--format <text|csv|json>]
      offcirc recover <source> [--files <dir>]
      offcirc sheet   --output <file.svg|.pdf> [--language <en|fr>]
      offcirc settings [--example]
      offcirc scanner
      offcirc guide   [<name>]
      offcirc status  [--files <dir>] [--ledger <file>]
                      [--format <text|csv|json>]
      offcirc check   <file> ... [--since <yyyy-mm-dd[Thh:mm]>]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
                      [--format <text|csv|json>]
      offcirc redate  <file> --output <file> [--lines <first-last>]
                      (--first <yyyy-mm-dd[Thh:mm]> | --by <±HH:MM>)
      offcirc merge   <file> ... --output <file>
      offcirc kit     [<desk>=]<file> ... --output <folder> [--desk <name>]
                      [--ledger <file>] [--again | --rest]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
      offcirc reconcile <report> <file> [--output <folder>] [--retry <file>]
                      [--format <text|csv|json>]
      offcirc archive [--files <dir>] [--ledger <file>] [--uploaded]
                      [--report <file|folder>] ... [--kit <folder>]
                      [--trust-clock] [--damaged]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
      offcirc archive --restore [<name>] [--files <dir>]
      offcirc list    archive [--files <dir>] [--format <text|csv|json>]
      offcirc purge   --older-than <time> [--yes] [--trust-clock]
                      [--clock-offset <±HH:MM[:SS]|yyyy-mm-dd[Thh:mm]>]
                      [--files <dir>]
      """,
    discussion: """
      Without a subcommand it opens the station in the terminal. What is \
      recorded there is on disk at once; Save To File adds it to OffCirc.dat, \
      which the library system reads after the outage.

      The files are in the folder that --files names, else $OFFCIRC_FILES, \
      else the settings, else in $XDG_DATA_HOME/offcirc/files, else in \
      ~/.local/share/offcirc/files.

      The settings are in the file that --config names, else $OFFCIRC_CONFIG, \
      else in $XDG_CONFIG_HOME/offcirc/offcirc.toml, else in \
      ~/.config/offcirc/offcirc.toml; see offcirc settings --example.

      Exit status: 0 done, 1 something was refused, damaged or has to be looked \
      at, 2 errors found (check) or a report on another file (reconcile), 64 \
      usage, 74 input/output error, 78 wrong settings.
      """,
    version: "OffCirc 0.1.0",
    subcommands: [
      StationCommand.self, RecordCommand.self, SaveCommand.self,
      ListCommand.self, RecoverCommand.self, ScannerCommand.self,
      SheetCommand.self, SettingsCommand.self, GuideCommand.self,
      // The morning after, in its order.
      StatusCommand.self, CheckCommand.self, MergeCommand.self,
      KitCommand.self, ReconcileCommand.self, ArchiveCommand.self,
      PurgeCommand.self, RedateCommand.self,
    ],
    defaultSubcommand: StationCommand.self)

  static func main() {
    prepareSurroundings()
    if let name = UnusableName.find() { refuse(name) }
    let order = CommandLineOrder(Array(CommandLine.arguments.dropFirst()))
    if let name = order.unknownOption { refuse(option: name) }
    if let name = order.unknownCommand { refuse(command: name) }
    do {
      var command = try parseAsRoot(order.arguments)
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Reports an unusable name before anything is done.
  private static func refuse(_ name: UnusableName) -> Never {
    let environment = ProcessInfo.processInfo.environment
    printError(Language(environment: environment).words.sentence(name))
    let code: ExitCode
    switch name {
    case .argument: code = .validationFailure
    default: code = .badSettings
    }
    Glibc.exit(code.rawValue)
  }

  /// Reports an unknown option, with a suggestion.
  private static func refuse(option name: String) -> Never {
    let environment = ProcessInfo.processInfo.environment
    let words = Language(environment: environment).words
    printError(
      words.unknownOption(
        name, nearest: CommandLineOrder.nearest(toOption: name)))
    Glibc.exit(ExitCode.validationFailure.rawValue)
  }

  /// Reports an unknown subcommand, with a suggestion and all names.
  private static func refuse(command name: String) -> Never {
    let environment = ProcessInfo.processInfo.environment
    let words = Language(environment: environment).words
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
    let message = fullMessage(for: error).harmless
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
