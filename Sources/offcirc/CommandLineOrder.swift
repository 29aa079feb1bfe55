import ArgumentParser
import Settings

/// The arguments in the order that the parser requires: the subcommand first,
/// although people also write options before it.
struct CommandLineOrder {
  /// The arguments, with the subcommand moved to the front.
  private(set) var arguments: [String]
  /// The command that the arguments name, if it has no subcommands, with the
  /// arguments after its name; nil for help and otherwise.
  private(set) var named:
    (command: any ParsableCommand.Type, arguments: [String])?
  /// An argument in place of the subcommand that is not one; nil if there is
  /// none.
  private(set) var unknownCommand: String?
  /// An unknown option before such an argument, which may be its value; nil if
  /// there is none.
  private(set) var unknownOption: String?

  /// The options with a value: those of the station and of the parser.
  private static let optionsWithValue = Set(
    SettingsKey.table.compactMap(\.flag) + [
      "--clock-offset", "--config", "--format", "--generate-completion-script",
    ])

  /// The options without a value: those of the station and of the parser.
  private static let optionsWithoutValue: Set = [
    "--no-settings", "--help", "-h", "--version",
  ]

  /// The names of the subcommands, in the order of the help.
  static let commands =
    Offcirc.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }

  /// Reorders arguments.
  init(_ arguments: [String]) {
    self.arguments = arguments
    // Shells use their own syntax to request completions.
    guard let first = arguments.first, !first.hasPrefix("---") else { return }
    var place = 0
    var strange: String?
    while place < arguments.count, arguments[place].hasPrefix("-") {
      guard arguments[place] != "--" else { return }
      let name = String(arguments[place].prefix { $0 != "=" })
      if !Self.optionsWithValue.contains(name),
        !Self.optionsWithoutValue.contains(name)
      {
        strange = strange ?? name
      }
      place += Self.optionsWithValue.contains(arguments[place]) ? 2 : 1
    }
    guard place < arguments.count else {
      // Otherwise the parser shows the help of the default subcommand.
      if Self.asksForHelp(arguments[...]) { self.arguments = ["--help"] }
      return
    }
    let word = arguments[place]
    if word == "help" {
      let topic = arguments[place...].firstIndex(where: Self.commands.contains)
      self.arguments =
        topic.map { Self.help(of: Self.path(of: arguments[$0...])) }
        ?? ["--help"]
    } else if Self.commands.contains(word) {
      let path = Self.path(of: arguments[place...])
      let rest = arguments[..<place] + arguments[(place + path.count)...]
      if Self.asksForHelp(rest) {
        self.arguments = Self.help(of: path)
        return
      }
      self.arguments = Self.names(of: path) + rest
      if let command = path.last, command.configuration.subcommands.isEmpty {
        named = (command, Array(rest))
      }
    } else if let strange {
      unknownOption = strange
    } else {
      unknownCommand = word
    }
  }

  /// Returns true if options ask for help.
  private static func asksForHelp(_ options: ArraySlice<String>) -> Bool {
    options.prefix { $0 != "--" }.contains { ["--help", "-h"].contains($0) }
  }

  /// Returns the arguments that ask for the help of a command; with options, the
  /// parser would show that of its default subcommand.
  private static func help(of path: [any ParsableCommand.Type]) -> [String] {
    ["help"] + names(of: path)
  }

  private static func names(of path: [any ParsableCommand.Type]) -> [String] {
    path.compactMap { $0.configuration.commandName }
  }

  /// Returns the command that words begin with, and its subcommand if they name
  /// one.
  private static func path(
    of words: ArraySlice<String>
  ) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = []
    for word in words {
      let commands = (path.last ?? Offcirc.self).configuration.subcommands
      guard
        let command = commands.first(where: {
          $0.configuration.commandName == word
        })
      else { break }
      path.append(command)
    }
    return path
  }

  /// Returns the subcommand that was probably meant; nil if none is similar.
  static func nearest(to word: String) -> String? {
    word.nearest(of: commands)
  }

  /// Returns the option that was probably meant; nil if none is similar.
  static func nearest(toOption option: String) -> String? {
    option.nearest(
      of: optionsWithValue.union(optionsWithoutValue).sorted())
  }
}
