import ArgumentParser
import Settings

/// The words of the command line, in the order in which the parser takes them:
/// it wants the subcommand first, and people also write an option before it.
struct CommandLineOrder {
  /// The words, the subcommand before the options that stood before it.
  private(set) var arguments: [String]
  /// A word that stands where a subcommand should, and is none.
  private(set) var unknownCommand: String?
  /// An option before such a word that is none, and may have it for its value.
  private(set) var unknownOption: String?

  /// The options that are followed by a value, as the station has them, and the
  /// parser's own.
  private static let optionsWithValue = Set(
    SettingsKey.table.compactMap(\.flag) + [
      "--clock-offset", "--config", "--format", "--generate-completion-script",
    ])

  /// The other options of the station, and the parser's own.
  private static let optionsWithoutValue: Set = [
    "--no-settings", "--help", "-h", "--version",
  ]

  /// The subcommands, in the order of the help.
  static let commands =
    Offcirc.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }

  /// Orders words.
  init(_ arguments: [String]) {
    self.arguments = arguments
    // A shell asks for completions in its own way.
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
    guard place < arguments.count else { return }
    let word = arguments[place]
    if Self.commands.contains(word) || word == "help" {
      self.arguments =
        [word] + arguments[..<place] + arguments[(place + 1)...]
    } else if let strange {
      unknownOption = strange
    } else {
      unknownCommand = word
    }
  }

  /// The subcommand that is meant by a word, most likely.
  static func nearest(to word: String) -> String? {
    nearest(to: word, among: commands)
  }

  /// The option that is meant by one, most likely.
  static func nearest(toOption option: String) -> String? {
    nearest(
      to: option,
      among: (optionsWithValue.union(optionsWithoutValue)).sorted())
  }

  private static func nearest(
    to word: String, among words: [String]
  ) -> String? {
    let word = Array(word.lowercased().utf8)
    let near = words.map { ($0, word.distance(to: Array($0.utf8))) }
      .min { $0.1 < $1.1 }
    guard let (meant, distance) = near, distance <= 2, distance < word.count
    else { return nil }
    return meant
  }
}

extension [UInt8] {
  /// The characters to add, remove, change or exchange with their neighbours to
  /// make one word of another.
  fileprivate func distance(to other: [UInt8]) -> Int {
    var rows = [[Int](0...other.count)]
    for (line, byte) in enumerated() {
      var row = [line + 1]
      for (column, otherByte) in other.enumerated() {
        var least = Swift.min(
          rows[line][column] + (byte == otherByte ? 0 : 1),
          rows[line][column + 1] + 1, row[column] + 1)
        if line > 0, column > 0, byte == other[column - 1],
          self[line - 1] == otherByte
        {
          least = Swift.min(least, rows[line - 1][column - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[count][other.count]
  }
}
