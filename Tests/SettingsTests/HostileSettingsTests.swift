import Circulation
import Foundation
import Glibc
import Scanning
import Seeded
import Support
import Testing

@testable import Settings

/// Settings that are no settings end in a sentence with the line, and a desk
/// opens whatever a pattern is.
struct HostileSettingsTests {
  private let folder: TestFolder

  init() throws {
    folder = TestFolder()
  }

  // MARK: Patterns

  private func forDesk(_ text: String) throws -> ResolvedSettings {
    try folder.write(text)
    return try SettingsSources(environment: folder.environment).readForDesk()
  }

  @Test func aDeskOpensWithoutThePatternsThatAreRefused() throws {
    let resolved = try forDesk(
      #"""
      [item]
      lengths = [11]
      patterns = [
        '^\d{11}$', '^([0-9]+-?)+$',
        '(', '3\d{10}',
      ]
      [borrower]
      patterns = ['[']
      """#)
    let rules = resolved.settings.rules
    #expect(rules.item.patterns.map(\.text) == [#"^\d{11}$"#, #"3\d{10}"#])
    #expect(rules.item.lengths == [11])
    #expect(rules.borrower.patterns.isEmpty)
    #expect(
      resolved.leftOut.map(\.place) == [
        "4 item patterns", "5 item patterns", "8 borrower patterns",
      ])
    #expect(
      rules.item.patterns.map { resolved.patterns[$0] } == [
        .file(path: folder.file, line: 4), .file(path: folder.file, line: 5),
      ])
    // Every other command refuses them.
    #expect(try folder.issues() == resolved.leftOut)
  }

  @Test func whatElseIsWrongKeepsADeskFromOpening() throws {
    for text in ["patterns = [3]", "patterns = ['(', 3]", "lengths = [0]"] {
      #expect(throws: SettingsIssues.self) {
        try forDesk("[item]\n\(text)\n[borrower]\npatterns = ['(']\n")
      }
    }
    // Then all of it is told.
    #expect(
      try folder.issues("[item]\npatterns = ['(', 3]\n").map(\.place) == [
        "2 item patterns", "2 item patterns",
      ])
  }

  @Test func fiftyPatternsAreTaken() throws {
    let fifty = (1...50).map { "'\($0)'" }.joined(separator: ", ")
    #expect(
      try folder.settings("[item]\npatterns = [\(fifty)]")
        .rules.item.patterns.count == 50)
    let more = try forDesk("[item]\npatterns = [\(fifty), 'a',\n 'b']")
    #expect(more.settings.rules.item.patterns.count == 50)
    #expect(
      more.leftOut.map(\.error) == [
        .tooManyPatterns(maximum: 50), .tooManyPatterns(maximum: 50),
      ])
    #expect(more.leftOut.map(\.place).last == "3 item patterns")
  }

  // MARK: Depth and length

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static let deep: [(String, Int)] = [
    (many("a.", 90_000) + "a = 1", 1), ("\n[" + many("a.", 90_000) + "a]", 2),
    ("\n[[" + many("a .", 31) + "a]]", 2), ("a = " + many("[", 31), 1),
    ("\n\na = " + many("{a=", 31), 3), ("a = [\n" + many("{a.b.c=", 31), 2),
    ("a = " + many("{" + many("b.", 25) + "b=", 9), 1),
  ]

  @Test(arguments: deep)
  func whatIsDeeperThanSettingsAreIsRefusedWithTheLine(
    _ text: String, _ line: Int
  ) throws {
    let issues = try folder.issues(text)
    #expect(issues.map(\.origin) == [.file(path: folder.file, line: line)])
    guard case .notTOML(let issue)? = issues.first?.error else {
      Issue.record("\(issues)")
      return
    }
    #expect([.manyNames(maximum: 30), .deep(maximum: 30)].contains(issue))
  }

  @Test func aPatternOfFiveThousandBracketsIsRefusedWithTheLine() throws {
    let brackets = String(repeating: "[", count: 5_000)
    let issues = try folder.issues("[item]\npatterns = ['\(brackets)']")
    #expect(
      issues.map(\.error) == [
        .pattern(brackets, .tooLong(byteCount: 5_000, maximum: 500))
      ])
    #expect(issues.map(\.place) == ["2 item patterns"])
  }

  // MARK: Files that can't be reached

  @Test func aLinkThatLeadsToNothingIsNotNoSettings() throws {
    try folder.write("")
    try FileManager.default.removeItem(atPath: folder.file)
    let target = "/nowhere/share/offcirc.toml"
    try FileManager.default.createSymbolicLink(
      atPath: folder.file, withDestinationPath: target)
    #expect(
      try folder.issues().map(\.error) == [
        .deadLink(folder.file, to: target)
      ])
  }

  @Test func aFolderThatIsADeadLinkIsNotNoSettings() throws {
    try folder.write("")
    let place = folder.path + "/offcirc"
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(
      atPath: place, withDestinationPath: "share")
    #expect(
      try folder.issues().map(\.error) == [.deadLink(place, to: "share")])
    // With the drive back, there are no settings on it.
    try FileManager.default.createDirectory(
      atPath: folder.path + "/share", withIntermediateDirectories: false)
    #expect(
      try SettingsSources(environment: folder.environment).read().files
        .isEmpty)
  }

  @Test func aFileInThePlaceOfTheFolderIsNotNoSettings() throws {
    try folder.write("")
    let place = folder.path + "/offcirc"
    try FileManager.default.removeItem(atPath: place)
    try Data().write(to: URL(fileURLWithPath: place))
    let failure = FileError(operation: .open, path: folder.file, code: ENOTDIR)
    #expect(try folder.issues().map(\.error) == [.unreadable(failure)])
  }

  @Test(.enabled(if: geteuid() != 0))
  func aFolderThatMayNotBeReadIsNotNoSettings() throws {
    try folder.write("")
    let place = folder.path + "/offcirc"
    chmod(place, 0)
    defer { chmod(place, 0o700) }
    let failure = FileError(operation: .open, path: folder.file, code: EACCES)
    #expect(try folder.issues().map(\.error) == [.unreadable(failure)])
  }

  // MARK: Anything

  @Test func anyTextIsReadOrRefused() throws {
    var random = SeededGenerator(seed: 26)
    let parts = [
      "[item]", "[", "]", "[[", "]]", "=", "\n", "\r\n", "'", "\"", "'''",
      "\"\"\"", "patterns", "lengths", "desk", ".", ",", "{", "}", "#", "\\",
      "\\u0000", "\\uD800", "1", "-9223372036854775808", "0x", "1e999", "nan",
      "1979-05-27", "T07:32:00Z", "true", "é", "\u{0}", "\u{7f}", "\u{feff}",
      " ", "\t", "(", "*", "files", "[station]", "copy-to", "~", "$",
      "double-scan-seconds", "[scanner]", "suffix",
    ]
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 0...30, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      try folder.write(text)
      do {
        _ = try SettingsSources(environment: folder.environment).read()
      } catch {
        #expect(!error.issues.isEmpty)
      }
    }
  }
}
