import Circulation
import Foundation
import Glibc
import Scanning
import Support
import Testing

@testable import Settings

struct SettingsReadingTests {
  private let folder: TestFolder

  init() throws {
    folder = TestFolder()
  }

  // MARK: What holds

  @Test func withoutAFileAllIsAsItIsWhereNothingIsSet() throws {
    let sources = SettingsSources(environment: folder.environment)
    let resolved = try sources.read()
    #expect(resolved.settings == Settings(environment: folder.environment))
    #expect(resolved.settings.rules == ScanRules())
    #expect(
      resolved.settings.station.files == "/home/m/.local/share/offcirc/files")
    #expect(resolved.files.isEmpty)
    for key in SettingsKey.table {
      #expect(resolved.origin(of: key) == nil)
    }
  }

  @Test func theFileOfTheIssueIsTakenAsItIs() throws {
    let settings = try folder.settings(
      #"""
      [borrower]
      patterns = ['^99\d{11}$']

      [item]
      patterns = ['^\d{11}$']
      lengths = [11]
      check-digit = "mod10"
      forbid-leading-zero = true
      forbid-slash = true

      [scanner]
      layout = "fr-pc"
      strip = ["aim", "code39", "codabar", "clsi"]
      suffix = "tab"
      double-scan-seconds = 5

      [station]
      files = "/desk"
      desk = "Main desk"
      language = "fr"
      bell = "all"
      copy-to = "/media/key"
      ledger = "/share/ledger"
      """#)
    var rules = ScanRules()
    rules.borrower.patterns = [try Pattern(#"^99\d{11}$"#)]
    rules.item.patterns = [try Pattern(#"^\d{11}$"#)]
    rules.item.lengths = [11]
    rules.item.checkDigit = .mod10
    rules.item.forbidsLeadingZero = true
    rules.item.forbidsSlash = true
    rules.scanner.layout = .frenchPC
    rules.scanner.strip = [.aim, .code39, .codabar, .clsi]
    rules.scanner.suffix = .tab
    rules.scanner.doubleScanSeconds = 5
    #expect(settings.rules == rules)
    #expect(settings.station.files == "/desk")
    #expect(settings.station.desk == "Main desk")
    #expect(settings.station.language == .french)
    #expect(settings.station.bell == .all)
    #expect(settings.station.copyTo == "/media/key")
    #expect(settings.station.ledger == "/share/ledger")
  }

  @Test(arguments: [
    "item.lengths = [11]\nscanner.suffix = 'tab'",
    "item = { lengths = [11] }\nscanner = { suffix = 'tab' }",
    "[\"item\"]\n'lengths' = [11]\n[ scanner ]\nsuffix='tab'",
    "\u{feff}[item] # é\r\nlengths = [\r\n  11, # eleven\r\n]\r\n"
      + "[scanner]\r\nsuffix = '''tab'''\r\n",
  ])
  func tomlIsReadHoweverItIsWritten(_ text: String) throws {
    let settings = try folder.settings(text)
    #expect(settings.rules.item.lengths == [11])
    #expect(settings.rules.scanner.suffix == .tab)
  }

  @Test func aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws {
    try folder.write(
      """
      [station]
      desk = "file"
      bell = "all"
      language = "fr"
      """)
    let sources = SettingsSources(
      environment: folder.environment.merging([
        "OFFCIRC_DESK": "environment", "OFFCIRC_BELL": "none",
        "OFFCIRC_FILES": "",
      ]) { $1 },
      flags: [.desk: "flag"])
    let resolved = try sources.read()
    #expect(resolved.settings.station.desk == "flag")
    #expect(resolved.settings.station.bell == .none)
    #expect(resolved.settings.station.language == .french)
    let origins = SettingsKey.keys(of: .station).map(resolved.origin(of:))
    #expect(
      origins.prefix(4) == [
        nil, .flag("--desk"), .file(path: folder.file, line: 4),
        .environment("OFFCIRC_BELL"),
      ])
    #expect(origins.dropFirst(4).allSatisfy { $0 == nil })
  }

  @Test(arguments: [
    ("~", "/home/m"), ("~/files", "/home/m/files"), ("/a/b", "/a/b"),
    ("files", "FOLDER/files"), ("../x", "FOLDER/../x"),
  ])
  func aPathIsFromTheHomeOrFromTheFolderOfTheFile(
    _ path: String, _ whole: String
  ) throws {
    let settings = try folder.settings("[station]\nfiles = '\(path)'\n")
    let place = folder.path + "/offcirc"
    #expect(
      settings.station.files == whole.replacing("FOLDER", with: place))
  }

  @Test func whereTheFileIs() {
    func file(_ environment: [String: String]) -> String {
      SettingsSources(environment: environment).file.path
    }
    #expect(file(["HOME": "/m"]) == "/m/.config/offcirc/offcirc.toml")
    #expect(
      file(["HOME": "/m", "XDG_CONFIG_HOME": "/c"])
        == "/c/offcirc/offcirc.toml")
    #expect(file(["HOME": "/m", "OFFCIRC_CONFIG": "x.toml"]) == "x.toml")
    let flag = SettingsSources(
      environment: ["OFFCIRC_CONFIG": "x.toml"], file: "y.toml")
    #expect(flag.file == ("y.toml", isNamed: true))
  }

  // MARK: What is refused

  @Test func allIssuesAreReportedInTheOrderOfTheLines() throws {
    let issues = try folder.issues(
      #"""
      lengths = [3]
      [itme]

      [item]
      patterns = [
        '^\d{11}$',
        '(',  # this one
        '[a',
      ]
      check_digit = "mod10"
      layout = "us"
      [scanner]
      suffix = "entre"
      double-scan-seconds = 61
      """#)
    #expect(
      issues.map(\.place) == [
        "1 lengths", "2 itme", "7 item patterns", "8 item patterns",
        "10 item check_digit", "11 item layout", "13 scanner suffix",
        "14 scanner double-scan-seconds",
      ])
    #expect(issues[0].error == .misplacedKey(into: [.borrower, .item]))
    #expect(issues[1].error == .unknownSection(near: .item))
    #expect(
      issues[2].error
        == .pattern(
          "(", .notUnderstood(.openParenthesis, place: 2)))
    #expect(issues[4].error == .unknownKey(near: .checkDigit))
    #expect(issues[5].error == .misplacedKey(into: [.scanner]))
    #expect(
      issues[6].error
        == .unknownWord(
          "entre", known: ["auto", "enter", "tab", "none"], near: "enter"))
    #expect(issues[7].error == .outOfRange(61, 0...60))
  }

  @Test(
    arguments: [
      ("item = 3", .notASection),
      ("[[item]]\nlengths = [1]", .notASection),
      ("[item]\nlengths = 11", .wrongType("11", type: .numbers(1...80))),
      ("[item]\nlengths = [0]", .outOfRange(0, 1...80)),
      ("[item]\nlengths = ['1']", .wrongType("\"1\"", type: .numbers(1...80))),
      ("[item]\nforbid-slash = 'yes'", .wrongType("\"yes\"", type: .boolean)),
      ("[item]\npatterns = 'a'", .wrongType("\"a\"", type: .patterns)),
      ("[item]\npatterns = ['']", .empty),
      ("[item]\npatterns = [\"\\bx\"]", .controlCharacter("\u{8}x")),
      ("[item]\npatterns = [\"\\d\"]", .strayBackslash),
      ("[item]\nbarcode = 1", .unknownKey(near: nil)),
      ("[library]\nx = 1", .unknownSection(near: nil)),
      ("[scanner]\ndouble-scan-seconds = -1", .outOfRange(-1, 0...60)),
      (
        "[scanner]\ndouble-scan-seconds = 3.5",
        .wrongType("3.5", type: .number(0...60))
      ),
      ("[station]\nfiles = ''", .empty), ("[station]\ncopy-to = ' '", .empty),
      ("[station]\nfiles = '~root/x'", .otherHome("~root/x")),
      ("[station]\ndesk = 1979-05-27", .wrongType("1979-05-27", type: .text)),
      (
        "[station]\nlanguage = 'de'",
        .unknownWord("de", known: ["en", "fr"], near: nil)
      ),
    ] as [(String, SettingsError)])
  func whatIsWrongIsToldWithItsLine(
    _ text: String, _ error: SettingsError
  ) throws {
    let issue = try #require(try folder.issues(text + "\n").first)
    #expect(issue.error == error)
    let line = text.hasPrefix("[") && text.contains("\n") ? 2 : 1
    let expected =
      error == .notASection || issue.key == nil && line == 2
      ? (error == .strayBackslash ? 2 : 1) : line
    #expect(issue.origin == .file(path: folder.file, line: expected))
  }

  @Test(arguments: [
    ("a = 1\na = 2\n", 2), ("[item]\n\nlengths = [1\nx = 2\n", 4),
    ("[item]\r\nlengths = \r\n", 2), ("x = 1\ny\u{0} = 2\n", 2),
    // On these the library would end the program.
    ("[item]\n[\n", 2), ("a = 1\n[[ \n", 2), ("[[[a]]]", 1), ("[=", 1),
    ("a = [\n[#", 2), ("[é]", 1), ("[", 1), ("a = [\n1,\n}", 3),
    ("\na = [[,", 2), ("a = 1979-05-27 0}", 1), ("a = 197_9-05-27 0 #", 1),
    ("a = 1979-05-27T:\n", 1),
    ("a = b\n[", 1),
    (String(repeating: "[", count: 100_000), 1),
    ("a=" + String(repeating: "[", count: 100_000), 1),
    ("a=" + String(repeating: "{a=", count: 60_000), 1),
  ])
  func whatIsNoTOMLIsToldWithTheLinesNumber(
    _ text: String, _ line: Int
  ) throws {
    let issues = try folder.issues(text)
    #expect(issues.count == 1)
    #expect(issues[0].origin == .file(path: folder.file, line: line))
    guard case .notTOML(let issue) = issues[0].error else {
      Issue.record("\(issues[0])")
      return
    }
    if case .other = issue { Issue.record("\(issue)") }
  }

  @Test func whatIsNoTextIsRefused() throws {
    try folder.write(Array("[item]\n# caf".utf8) + [0xe9, 0x0a])
    #expect(try folder.issues().map(\.place) == ["2"])
    #expect(try folder.issues().map(\.error) == [.notUTF8])
    try folder.write([0xff, 0xfe, 0x5b, 0x00])
    #expect(try folder.issues().map(\.error) == [.notUTF8])
  }

  @Test func aFileThatIsNoneOrTooLargeIsRefused() throws {
    try folder.write(String(repeating: "#\n", count: 100_001))
    #expect(
      try folder.issues().map(\.error) == [.tooLarge(maximum: 200_000)])
    try FileManager.default.removeItem(atPath: folder.file)
    try FileManager.default.createDirectory(
      atPath: folder.file, withIntermediateDirectories: false)
    let failure = FileError(operation: .open, path: folder.file, code: EISDIR)
    #expect(try folder.issues().map(\.error) == [.unreadable(failure)])
  }

  @Test func aFileThatWasNamedHasToBeThere() throws {
    let path = folder.path + "/none.toml"
    let missing = SettingsError.unreadable(
      FileError(operation: .open, path: path, code: ENOENT))
    #expect(try folder.issues(file: path).map(\.error) == [missing])
    #expect(
      try folder.issues(["OFFCIRC_CONFIG": path]).map(\.error) == [missing])
    #expect(try folder.settings("").station.bell == .errors)
  }

  @Test func theEnvironmentIsRefusedBesideTheFile() throws {
    try folder.write("[station]\nbell = 'al'\nlanguage = 'fr'\n")
    let sources = SettingsSources(
      environment: folder.environment.merging(["OFFCIRC_LANGUAGE": "xx"]) {
        $1
      })
    let error = try #require(throws: SettingsIssues.self) {
      try sources.read()
    }
    #expect(
      error.issues.map(\.origin) == [
        .file(path: folder.file, line: 2), .environment("OFFCIRC_LANGUAGE"),
      ])
    // The file's own is the best that is known.
    #expect(error.language == .french)
  }

  // MARK: The table

  @Test func everyKeyWritesWhatItReads() throws {
    let settings = Settings(environment: folder.environment)
    for key in SettingsKey.table {
      guard let value = key.value(in: settings) ?? key.example else {
        Issue.record("\(key.id) has nothing to show")
        continue
      }
      var other = settings
      try key.read(value, &other)
      #expect(key.value(in: other) == value)
      #expect(SettingsKey.key(key.id)?.id == key.id)
    }
    #expect(Set(SettingsKey.table.map(\.id)).count == SettingsKey.table.count)
    #expect(
      Set(SettingsKey.table.map(\.id.name)) == Set(SettingsKey.Name.allCases))
  }

  @Test(arguments: [
    ("check_digit", "check-digit"), ("checkDigit", "check-digit"),
    ("lenghts", "lengths"), ("pattern", "patterns"), ("xyz", nil),
    (String(repeating: "a", count: 90), nil),
  ])
  func theNearestWordIsMeant(_ word: String, _ near: String?) {
    #expect(
      word.nearest(of: SettingsKey.Name.allCases.map(\.rawValue)) == near)
  }
}
