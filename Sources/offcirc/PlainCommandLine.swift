import Languages
import Settings

/// A command line that only chooses settings: the station's, or `record`'s.
///
/// It is read without the parser, which would take half of the start. Anything
/// else, and anything wrong, is left to the parser.
struct PlainCommandLine {
  /// The command.
  let command: Command
  /// The sources of the command's settings.
  let sources: SettingsSources

  /// A command that runs without the parser.
  enum Command: String {
    case station
    case record

    fileprivate func accepts(_ name: SettingsKey.Name) -> Bool {
      switch self {
      case .station: true
      case .record: [.files, .language, .copyTo].contains(name)
      }
    }
  }

  /// Reads a command line; nil if it is one for the parser.
  init?(_ arguments: [String]) {
    var command: Command?
    var flags: [SettingsKey.Name: String] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if command == nil, let named = Command(rawValue: argument) {
        command = named
        continue
      }
      let sign = argument.firstIndex(of: "=")
      let flag = String(argument[..<(sign ?? argument.endIndex)])
      guard
        let key = SettingsKey.table.first(where: { $0.flag == flag }),
        let value =
          sign.map({ String(argument[argument.index(after: $0)...]) })
          ?? rest.popFirst(),
        key.isSurelyValid(value)
      else { return nil }
      flags[key.id.name] = value
    }
    self.command = command ?? .station
    sources = SettingsSources(flags: flags)
    guard flags.keys.allSatisfy(self.command.accepts) else { return nil }
  }

  /// Runs the command.
  func run() throws {
    switch command {
    case .station: try StationCommand.open(by: sources)
    case .record: try RecordCommand.record(by: sources)
    }
  }
}

extension SettingsKey {
  /// True for a value that the parser would accept, and would not take for an
  /// option.
  fileprivate func isSurelyValid(_ value: String) -> Bool {
    guard let first = value.utf8.first, first != UInt8(ascii: "-") else {
      return false
    }
    return switch type {
    case .text, .folder, .file: true
    case .word(let words): words.contains(value)
    case .boolean: Bool(value) != nil
    default: false
    }
  }
}
