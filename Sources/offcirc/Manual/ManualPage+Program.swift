import ArgumentParser
import Languages
import Settings
import Station
import Typesetting

extension ManualPage {
  /// The page on the program: its commands, options and statuses.
  static func ofProgram(in words: any Words, date: String) -> String {
    var page = ManPage(
      program.rawValue, section: program.section, date: date,
      program: Offcirc.version)
    page.chapter(words.heading(of: .name))
    page.name(program.rawValue, is: words.programAbstract.withoutPeriod)
    page.chapter(words.heading(of: .synopsis))
    let options = "[<\(words.text(.options).asWord)>]"
    let command = "<\(words.text(.command))>"
    page.synopsis("offcirc [station] \(options)")
    page.synopsis("offcirc \(command) \(options)")
    page.chapter(words.heading(of: .description))
    page.text(
      words.programDiscussion.replacing(words.exitStatuses, with: ""))
    page.chapter(words.heading(of: .options))
    page.text(words.optionsOfAllCommands)
    for item in CommandHelpText(of: StationCommand.self, in: words).items
    where CommandHelpText.isOfAll(item) {
      page.item(item.label, item.text)
    }
    page.chapter(words.heading(of: .commands))
    for (command, type) in commands { page.add(command, type, in: words) }
    page.chapter(words.heading(of: .exitStatus))
    for status in ExitStatus.allCases {
      page.item(
        String(status.rawValue),
        words.meaning(of: status).capitalizedAtStart + ".")
    }
    page.chapter(words.heading(of: .environment))
    for key in SettingsKey.table {
      guard let variable = key.variable else { continue }
      page.item(variable, words.explanation(of: key.id.name))
    }
    for variable in ManualVariable.allCases {
      page.item(variable.rawValue, words.sentence(about: variable))
    }
    page.chapter(words.heading(of: .files))
    page.text(words.placeOfFiles)
    for file in ManualFile.allCases {
      page.item(file.rawValue, words.sentence(about: file))
    }
    page.chapter(words.heading(of: .seeAlso))
    page.synopsis("offcirc.toml(5), offcirc guide")
    return page.text
  }

  /// All commands with their types, in the order of the help.
  static var commands: [(Subcommand, any ParsableCommand.Type)] {
    func all(
      _ types: [any ParsableCommand.Type], of parent: String
    ) -> [(Subcommand, any ParsableCommand.Type)] {
      types.flatMap { type in
        let name = parent + (type.configuration.commandName ?? "")
        let own = Subcommand(rawValue: name).map { [($0, type)] } ?? []
        return own + all(type.configuration.subcommands, of: name + " ")
      }
    }
    return all(Offcirc.configuration.subcommands, of: "")
  }
}

extension ManPage {
  /// Adds a command.
  fileprivate mutating func add(
    _ command: Subcommand, _ type: any ParsableCommand.Type,
    in words: any Words
  ) {
    let help = CommandHelpText(of: type, in: words)
    part("offcirc \(command.rawValue)")
    synopsis(help.usage)
    text(words.abstract(of: command))
    text(words.discussion(of: command))
    for entry in help.items where !CommandHelpText.isOfAll(entry) {
      item(entry.label, entry.text)
    }
  }
}

extension String {
  fileprivate var withoutPeriod: String {
    hasSuffix(".") ? String(dropLast()) : self
  }

  /// A heading as a word: `OPTIONS:` as `options`.
  fileprivate var asWord: String {
    lowercased().filter(\.isLetter)
  }
}
