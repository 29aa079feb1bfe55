import Foundation
import Settings
import Testing

@testable import Station

/// The README's tables are those of the code.
struct ReadmeTests {
  private let readme: String
  private let words = Language.english.words

  init() throws {
    readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("README.md"),
      encoding: .utf8)
  }

  @Test func theReadmeHasEveryKey() {
    let rows = Command.table.map { command in
      let keys = command.keys.map(words.name(of:)).joined(separator: ", ")
      let context = words.name(of: command.context)
      return "| \(context) | \(keys) | \(words.explanation(of: command.act)) |"
    }
    expect(rows)
  }

  @Test func theReadmeHasEverySetting() {
    let settings = Settings(environment: ["HOME": "~"])
    let sections = SettingsSection.allCases.map { section in
      SettingsKey.keys(of: section).map { key in
        // The language has no default of its own.
        let isLocale = key.id.name == .language
        let value = isLocale ? nil : key.value(in: settings)
        return [
          key.id.name.rawValue, words.name(of: key.takes),
          value.map { "`\($0)`" } ?? "",
          words.explanation(of: key.id.name),
        ]
        .joined(separator: " | ")
      }
    }
    // The keys of cards and of items are the same.
    #expect(sections[1] == sections[2])
    let rows = zip(["station", "borrower, item", "scanner"], [0, 1, 3])
      .flatMap { name, index in sections[index].map { "| \(name) | \($0) |" } }
    expect(rows)
  }

  private func expect(_ rows: [String]) {
    #expect(
      readme.contains(rows.joined(separator: "\n")),
      "the rows are to be:\n\(rows.joined(separator: "\n"))")
  }
}
