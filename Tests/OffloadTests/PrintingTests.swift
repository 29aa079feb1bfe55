import Foundation
import Glibc
import Seeded
import Testing
import Typesetting

@testable import Offload

/// Nothing that a terminal obeys is printed.
struct PrintingTests {
  private static let evil =
    "/tmp/\u{1b}]0;x\u{7}\u{9b}31m\u{202e}é 'q' \\ \u{85}3"

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.isObeyed || "\n\t\r".unicodeScalars.contains($0)
    }
  }

  /// What a shell makes of a word.
  private func shell(_ word: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "printf %s \(word)"]
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  @Test func aShellMakesTheSameBytesOfAQuotedPath() throws {
    var random = SeededGenerator(seed: 15)
    let parts: [Character] = [
      "a", "7", "'", "\"", "\\", " ", "$", "`", "\n", "\t", "\u{1b}", "\u{7}",
      "\u{9b}", "\u{202e}", "é", "\u{200b}", "!", "*", "~", "(", "\u{10ffff}",
    ]
    var texts = [Self.evil, "a/b", "a b", "it's", ""]
    for _ in 0..<60 {
      texts.append(
        String((0..<8).map { _ in parts.randomElement(using: &random) ?? "a" }))
    }
    for text in texts {
      let word = text.quotedForShell
      #expect(word.printable == word, "\(word)")
      #expect(try shell(word) == Array(text.utf8), "\(word)")
    }
    #expect("/a/b.dat".quotedForShell == "/a/b.dat")
    #expect("a b".quotedForShell == "'a b'")
    #expect("a\u{1b}7".quotedForShell == "$'a\\0337'")
  }

  @Test func objectsHaveTheSameTextInOtherLetters() throws {
    for value in [Self.evil, "\u{e0001}", "say \"no\"", "a\\b", "a/b", ""] {
      let text = JSON.text(value)
      #expect(isHarmless(text))
      #expect(
        try JSONDecoder().decode(String.self, from: Data(text.utf8)) == value)
    }
  }

  @Test func whatGoesOutHasLinesAndTabsAndNothingElse() {
    let text = "a\tb\r\nc\n\u{1b}[2J\rd\u{9b}\u{feff}é"
    #expect(text.harmless == "a\tb\r\nc\n^[[2J^MdU+009BU+FEFFé")
    #expect("plain\n".harmless == "plain\n")
  }
}
