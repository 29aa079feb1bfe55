import Foundation

/// What a protocol requires, read from its source: the compiler tells that a
/// language has all of it, and this, that the tests ask for all of it.
struct Requirements {
  /// Each with single blanks between its words.
  private(set) var all: Set<String> = []

  /// Reads a protocol, and those that it refines, from the sources.
  init(of name: String) throws {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(
      at: sources, includingPropertiesForKeys: nil)
    let texts = try (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent.hasSuffix("Words.swift") }
      .map { try String(contentsOf: $0, encoding: .utf8) }
    read(name, in: texts.joined(separator: "\n"))
  }

  private mutating func read(_ name: String, in text: String) {
    let pattern = "protocol \(name)\\b([^{]*)\\{(\\}|.*?\n\\}\n)"
    guard
      let match = try? Regex(pattern).dotMatchesNewlines()
        .firstMatch(in: text),
      let parents = match[1].substring, let body = match[2].substring
    else { return }
    for parent in parents.split(whereSeparator: { ":, \n".contains($0) })
    where parent != "Sendable" {
      read(String(parent), in: text)
    }
    var requirement = ""
    for line in body.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("//") || line == "}" { continue }
      if line.hasPrefix("func ") || line.hasPrefix("var ") { end(&requirement) }
      requirement += (requirement.isEmpty ? "" : " ") + line
    }
    end(&requirement)
  }

  private mutating func end(_ requirement: inout String) {
    let plain = requirement.replacing("( ", with: "(")
      .replacing(" )", with: ")")
    if !plain.isEmpty { all.insert(plain) }
    requirement = ""
  }
}
