import ArgumentParser
import Foundation
import Settings
import Testing

@testable import Languages
@testable import offcirc

/// The commands that the README and the guides show are commands of the program.
struct ShownCommandsTests {
  @Test func theReadmeShowsCommandsThatThereAre() throws {
    let readme = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("README.md")
    try expectCommands(in: String(contentsOf: readme, encoding: .utf8))
  }

  @Test(arguments: Guide.allCases, Language.allCases)
  func theGuidesShowCommandsThatThereAre(
    _ guide: Guide, _ language: Language
  ) throws {
    try expectCommands(in: guide.markdown(in: language))
  }

  private func expectCommands(in text: String) throws {
    let blocks = Markdown.blocks(of: text).flatMap { block -> [String] in
      guard case .code(let lines) = block else { return [] }
      return lines.joined(separator: "\n").replacing("\\\n", with: " ")
        .components(separatedBy: "\n")
    }
    let inline = text.matches(of: #/`(offcirc [^`\n]+)`/#).map { String($0.1) }
    for line in blocks + inline {
      guard let words = Self.words(ofCommandIn: line) else { continue }
      try expectCommand(words, line)
    }
  }

  /// The words after `offcirc` in a line of a shell, up to what is another
  /// command's; nil if it does not run it.
  private static func words(ofCommandIn line: String) -> [String]? {
    let words = line.matches(of: #/[^\s"]*"[^"]*"|'[^']*'|\S+/#).map {
      String($0.0).replacing("\"", with: "")
    }
    guard let start = words.firstIndex(of: "offcirc") else { return nil }
    return Array(
      words[(start + 1)...].prefix { !["|", ">", "&&"].contains($0) })
  }

  private func expectCommand(_ words: [String], _ line: String) throws {
    let order = CommandLineOrder(words)
    #expect(
      order.unknownCommand == nil && order.unknownOption == nil, "\(line)")
    // In a sentence, the name of a command stands for it.
    if words.count == 1, CommandLineOrder.commands.contains(words[0]) { return }
    do {
      _ = try Offcirc.parseAsRoot(order.arguments)
    } catch {
      let message = Offcirc.fullMessage(for: error)
      #expect(Offcirc.exitCode(for: error) == .success, "\(line): \(message)")
    }
  }
}
