import Catalogue
import Circulation
import Foundation
import Glibc
import Scanning
import Settings
import Sheet
import Support
import Testing
import Textbooks

@testable import Languages
@testable import Station

/// The settings in words, and as files.
struct SettingsWordsTests {
  private let folder = TestFolder()

  private func resolved(
    _ text: String, _ flags: [SettingsKey.Name: String] = [:]
  ) throws -> ResolvedSettings {
    let path = folder.path + "/offcirc.toml"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return try SettingsSources(
      environment: ["HOME": "/home/m", "OFFCIRC_BELL": "all"], flags: flags,
      file: path
    ).read()
  }

  // MARK: The example

  @Test(arguments: Language.allCases)
  func theExampleSetsNothing(_ language: Language) throws {
    var settings = Settings(environment: ["HOME": "/home/m"])
    settings.station.language = language
    let text = language.words.exampleFile(of: settings)
    let resolved = try resolved(text)
    for key in SettingsKey.table {
      let isSet = key.id == .init(.station, .bell)
      #expect((resolved.origin(of: key) != nil) == isSet)
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: Language.allCases)
  func theExampleWithoutItsMarksIsAFileOfEveryKey(
    _ language: Language
  ) throws {
    var settings = Settings(environment: ["HOME": "/home/m"])
    settings.station.language = language
    let text = language.words.exampleFile(of: settings)
      .replacing(/(?m)^#(?=[a-z])/, with: "")
    let resolved = try resolved(text)
    settings.station.copyTo = "/media/key"
    settings.station.bell = .all
    settings.catalogue.due.date = "2026-12-18"
    settings.catalogue.due.days = 21
    settings.textbooks.tariff.price = Money(cents: 2_500)
    settings.textbooks.year = 2026
    settings.printing.printer = .device(path: "/dev/usb/lp0")
    #expect(resolved.settings == settings)
    for key in SettingsKey.table where key.id != .init(.station, .bell) {
      let origin = try #require(resolved.origin(of: key))
      guard case .file = origin else {
        Issue.record("\(key.id): \(origin)")
        continue
      }
    }
  }

  // MARK: What is in force

  @Test func whatIsInForceSaysWhereItComesFrom() throws {
    let resolved = try resolved(
      "[item]\npatterns = ['^\\d+$']\nlengths = [11]\n[station]\nfiles = '~/x'",
      [.copyTo: "key"])
    let text = English().file(of: resolved, currentFolder: "/here")
    let lines = text.split(separator: "\n").map {
      String($0).replacing(#/ {2,}# /#, with: "  # ")
    }
    for line in [
      "files = \"/home/m/x\"  # \(folder.path)/offcirc.toml, line 5",
      "bell = \"all\"  # $OFFCIRC_BELL", "copy-to = \"/here/key\"  # --copy-to",
      "patterns = ['^\\d+$']  # \(folder.path)/offcirc.toml, line 2",
      "layout = \"auto\"  # default",
    ] {
      #expect(lines.contains(line), "\(line) in:\n\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func whatIsInForceIsAFileThatSetsTheSame(_ language: Language) throws {
    let first = try resolved(
      """
      [station]
      files = "/a \\"b\\" é"
      desk = 'a\\b'
      [borrower]
      patterns = ["^a'b", '^\\d"$']
      [scanner]
      strip = ["clsi", "aim"]
      """, [.language: language.rawValue])
    let text = language.words.file(of: first, currentFolder: "/here")
    #expect(try resolved(text).settings == first.settings)
    let unset = try resolved("")
    let plain = language.words.file(of: unset, currentFolder: "/here")
    #expect(try resolved(plain).settings == unset.settings)
  }

  // MARK: What is wrong

  @Test func whatIsWrongIsToldInBothLanguages() throws {
    let text = """
      [itme]
      [item]
      patterns = ['^(']
      """
    let error = try #require(throws: SettingsIssues.self) {
      try resolved(text)
    }
    let path = folder.path + "/offcirc.toml"
    #expect(
      English().sentences(error) == [
        "\(path), line 1: [itme]: there is no such section. Did you mean [item]?",
        "\(path), line 3: [item] patterns: the pattern ^( is not valid (missing closing parenthesis, at character 3). Correct it, or remove it.",
      ])
    #expect(
      French().sentences(error) == [
        "\(path), ligne 1 : [itme] : cette section n'existe pas. Vouliez-vous dire [item] ?",
        "\(path), ligne 3 : [item] patterns : le motif ^( n'est pas valable (il manque une parenthèse fermante, au caractère 3). Corrigez-le, ou supprimez-le.",
      ])
  }

  @Test func everyErrorIsReportedInBothLanguages() {
    let failure = FileError(operation: .open, path: "/x", code: ENOENT)
    let errors: [SettingsError] = [
      .unreadable(failure), .tooLarge(maximum: 1_000_000), .notUTF8,
      .notTOML(.definedTwice("4711")), .strayBackslash, .notChangeable,
      .unknownSection(near: .item), .unknownSection(near: nil), .notASection,
      .unknownKey(near: .bell), .unknownKey(near: nil),
      .misplacedKey(into: [.item, .borrower]),
      .wrongType("4711", type: .boolean), .wrongType("4711", type: .text),
      .wrongType("4711", type: .folder), .wrongType("4711", type: .patterns),
      .wrongType("4711", type: .word(["a", "b"])),
      .wrongType("4711", type: .words(["a", "b"])),
      .wrongType("4711", type: .number(1...9)),
      .wrongType("4711", type: .numbers(1...9)),
      .unknownWord("4711", known: ["a", "b"], near: "a"),
      .unknownWord("4711", known: ["a", "b"], near: nil),
      .pattern("4711", .notUnderstood(.openBracket, place: 3)),
      .pattern("4711", .tooLong(byteCount: 501, maximum: 500)),
      .pattern("4711", .tooCostly), .tooManyPatterns(maximum: 4_711),
      .deadLink("/4711", to: "/x"), .outOfRange(4_711, 1...9),
      .outOfRange(-4_711, 1...9), .empty, .controlCharacter("4711\u{7}"),
      .otherHome("~4711"), .wrongType("4711", type: .money),
      .wrongType("4711", type: .fee), .wrongType("4711", type: .chargeRules),
      .wrongType("4711", type: .printer), .wrongType("4711", type: .letters),
      .wrongType("4711", type: .courses),
      .statusLabel(.form("4711")), .statusLabel(.number(4_711)),
      .statusLabel(.slash("4711")), .statusLabel(.long("4711")),
      .statusLabel(.repeated("4711")), .chargeRule(.form("4711")),
      .chargeRule(.state(4_711)), .chargeRule(.charge("4711")),
      .chargeRule(.notWorse("4711")),
    ]
    for error in errors {
      let sentences = [English().sentence(error), French().sentence(error)]
      #expect(sentences[0] != sentences[1])
      for sentence in sentences {
        #expect(sentence.last == "." || sentence.last == "?")
        #expect(!sentence.contains("\u{7}"))
        if "\(error)".contains("4711") { #expect(sentence.contains("4711")) }
      }
    }
  }

  @Test func everyKeyIsExplainedInBothLanguages() {
    for name in SettingsKey.Name.allCases {
      #expect(
        English().explanation(of: name) != French().explanation(of: name))
    }
    for section in SettingsSection.allCases {
      #expect(
        English().explanation(of: section) != French().explanation(of: section))
    }
  }
}
