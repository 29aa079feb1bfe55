import Foundation
import Testing

/// The promises of the README about itself and about the sources.
struct ReadmeTests {
  private let lines: [String]

  init() throws {
    lines = try String(
      contentsOf: GuideText.project.appendingPathComponent("README.md"),
      encoding: .utf8
    ).components(separatedBy: "\n")
  }

  @Test func itIsReadInAFewMinutes() {
    #expect(lines.count <= 121)
    // The commands are made to be copied whole.
    let text = lines.filter { !$0.hasPrefix("$(command -v sudo)") }
    #expect(lines.count - text.count == 2)
    for line in text { #expect(line.count <= 200, "\(line)") }
  }

  @Test func itsTableOfFloorsIsWhatTheyImport() throws {
    let sources = GuideText.project.appendingPathComponent("Sources")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: sources.path)
    let floors = Set(names).subtracting(["Debian", "offcirc-bench"]).filter {
      name in
      !swiftFiles(in: sources.appendingPathComponent(name)).isEmpty
    }
    var told: [String: String] = [:]
    for line in lines {
      let row = line.wholeMatch(of: #/\| `(\w+)` \|.*\| ([^|]+) \|/#)
      if let row { told[String(row.1)] = String(row.2) }
    }
    for floor in floors {
      let imported = try imports(of: sources.appendingPathComponent(floor))
        .intersection(floors).sorted().joined(separator: ", ")
      #expect(told[floor] == (imported.isEmpty ? "–" : imported), "\(floor)")
    }
  }

  private func swiftFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
  }

  private func imports(of folder: URL) throws -> Set<String> {
    let texts = try swiftFiles(in: folder).map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    return Set(
      texts.flatMap { text in
        text.matches(of: #/(?m)^(?:\w+ )?import (\w+)$/#).map { String($0.1) }
      })
  }
}
