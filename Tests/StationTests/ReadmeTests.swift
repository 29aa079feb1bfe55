import Foundation
import Testing

@testable import Station

/// The README's table of keys is the one table of keys.
struct ReadmeTests {
  @Test func theReadmeHasEveryKey() throws {
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("README.md"),
      encoding: .utf8)
    let words = Language.english.words
    let rows = Command.table.map { command in
      let keys = command.keys.map(words.name(of:)).joined(separator: ", ")
      let context = words.name(of: command.context)
      return "| \(context) | \(keys) | \(words.explanation(of: command.act)) |"
    }
    #expect(
      readme.contains(rows.joined(separator: "\n")),
      "the rows are to be:\n\(rows.joined(separator: "\n"))")
  }
}
