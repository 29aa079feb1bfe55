import ArgumentParser
import Scanning
import Settings
import Station
import Terminal

/// Finds out what a scanner does, and has the settings say so.
struct ScannerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scanner",
    abstract: "Find out what a scanner does, and write it into the settings.",
    discussion: """
      Shows what arrives of a few scans, says what the scanner and the keyboard \
      do to it, and on F2 writes what is right for them into the file of \
      settings. It records nothing.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = Workplace(settings: try common.settings().settings)
    let path = common.settingsFile
    let words = place.words
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw place.failure(error)
    }
    var doctor = ScannerDoctor(
      size: terminal.size, words: words, rules: place.settings.rules
    ) { rules in
      do {
        try write(rules, to: path)
        return words.settingsWritten(path)
      } catch {
        return words.sentence(error)
      }
    }
    let ending = doctor.run(on: terminal)
    terminal.close()
    if let ending { Terminal.end(ending) }
  }

  /// Puts what was found out into the file, and leaves the rest of it alone.
  private func write(_ rules: ScanRules, to path: String) throws {
    var file = try SettingsFile(at: path) ?? SettingsFile()
    func set(
      _ section: SettingsSection, _ name: SettingsKey.Name,
      _ value: SettingsValue
    ) throws {
      file = try file.setting(SettingsKey.ID(section, name), to: value)
    }
    for (section, numbers) in [
      (SettingsSection.borrower, rules.borrower), (.item, rules.item),
    ] where !numbers.patterns.isEmpty {
      try set(
        section, .patterns, .array(numbers.patterns.map { .string($0.text) }))
      try set(section, .lengths, .array(numbers.lengths.map { .integer($0) }))
    }
    try set(.scanner, .layout, .string(rules.scanner.layout.rawValue))
    try set(
      .scanner, .strip,
      .array(rules.scanner.strip.map { .string($0.rawValue) }))
    try set(.scanner, .suffix, .string(rules.scanner.suffix.rawValue))
    try file.write(to: path)
  }
}
