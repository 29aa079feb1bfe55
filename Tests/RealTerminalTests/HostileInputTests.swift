import Circulation
import Foundation
import Settings
import Station
import Support
import Testing

@testable import Languages

/// Hostile settings, names, sizes and answers, as the built program takes them.
@Suite(.serialized, .ownThread)
struct HostileInputTests {
  private let folder = TestFolder()
  private let card = "9921000000164"

  private func settings(_ text: String) throws -> String {
    let path = folder.path + "/s.toml"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private func offcirc(
    _ arguments: String..., input: String = "",
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(arguments, input: input, environment: environment)
  }

  // MARK: Patterns

  @Test func aPatternThatNeverEndsLeavesTheStationOpenWithAWarning() throws {
    let file = try settings("[item]\npatterns = ['^([0-9]+-?)+$']\n")
    let screen = try Screen("--config \(file)", in: folder)
    try screen.waitToSay("s.toml, line 2: [item] patterns: the pattern")
    try screen.scan(card, "3700003417937000034180x")
    try screen.waitFor("Recorded: loan of 3700003417937000034180x ")
    try screen.waitToSay("takes too long with some numbers")
    try screen.press("F2")
    try screen.waitFor("Saved 1 transaction in ")
  }

  @Test func aPatternIsToldByEveryCommandThatDoesNotOpenADesk() throws {
    for pattern in ["^([0-9]+-?)+$", "(", String(repeating: "[", count: 5_000)]
    {
      let file = try settings("[item]\npatterns = ['\(pattern)']\n")
      for command in [["settings"], ["check", file], ["list"], ["status"]] {
        let result = try Program.run(command + ["--config", file])
        #expect(result.status == 78)
        #expect(
          result.errors.hasPrefix(
            "offcirc: \(file), line 2: [item] patterns: the pattern "))
      }
      let record = try offcirc(
        "record", "--files", folder.files, "--config", file,
        input: "return 1\n")
      #expect(record.output.hasPrefix("ok "))
      #expect(record.status == 1)
      #expect(record.errors.contains("the station ignores it"))
      let save = try offcirc("save", "--files", folder.files, "--config", file)
      #expect(save.output.hasPrefix("Saved 1 "))
      #expect(save.status == 1)
    }
  }

  @Test func settingsBehindADeadLinkAreToldByCommandsAndByTheOpenStation()
    throws
  {
    let place = folder.path + "/offcirc"
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: place + "/offcirc.toml",
      withDestinationPath: "/nowhere/offcirc.toml")
    for command in ["record", "settings", "status"] {
      let result = try offcirc(
        command, input: "return 1\n",
        environment: [
          "XDG_CONFIG_HOME": folder.path, "XDG_DATA_HOME": folder.path,
        ])
      #expect(result.status == 78)
      #expect(result.output.isEmpty)
      #expect(
        result.errors.contains(
          "offcirc.toml is a link to /nowhere/offcirc.toml, which does not")
      )
    }
    #expect(!FileManager.default.fileExists(atPath: place + "/files"))
    let screen = try Screen(
      environment: ["XDG_CONFIG_HOME": folder.path], in: folder)
    try screen.waitFor("Borrower:")
    try screen.waitToSay("is a link to /nowhere/offcirc.toml, which does not")
    try screen.waitToSay(Language.english.words.settingsLeftOut(others: 0))
  }

  // MARK: Names

  /// Runs a command of the shell, in which `$0` is the program.
  private func sh(_ command: String, input: String = "") throws
    -> Program.Result
  {
    try Program.run(
      ["-c", "cd '\(folder.path)' && \(command)", Program.path], of: "/bin/sh",
      input: input)
  }

  @Test(arguments: [
    #""$0" record --files "$(printf 'u\351')""#,
    #""$0" record --files "$(printf 'u\350')/x""#,
    #""$0" merge OffCirc.dat --output "$(printf 'all\351.dat')""#,
    #""$0" check "$(printf '\351')""#,
    #""$0" "--files=$(printf '\351')""#,
    #""$0" kit "$(printf '\351=')OffCirc.dat" --output kit"#,
    #""$0" --desk "$(printf '\303')""#,
  ])
  func anArgumentThatIsNotUTF8IsRefusedByItsName(_ command: String) throws {
    let before = try FileManager.default.contentsOfDirectory(
      atPath: folder.path)
    let result = try sh(command, input: "return 1\n")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("offcirc: the argument $'"))
    #expect(result.errors.contains(#"\x"#))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .count == before.count)
  }

  @Test(arguments: [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "OFFCIRC_FILES",
    "OFFCIRC_CONFIG", "OFFCIRC_DESK", "OFFCIRC_LEDGER",
  ])
  func aVariableThatIsNotUTF8IsRefusedByItsName(_ name: String) throws {
    let result = try sh(
      #"env \#(name)="$(printf '/tmp/u\351')" LC_ALL=fr_FR.UTF-8 "$0" record"#,
      input: "return 1\n")
    #expect(result.status == 78)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("offcirc: $\(name) "))
    #expect(result.errors.contains(#"$'/tmp/u\xe9'"#))
  }

  @Test func aCurrentFolderThatIsNotUTF8IsUsedAndNeverTold() throws {
    let begin = #"mkdir -p "$(printf 'u\351')" && cd "$(printf 'u\351')" && "#
    let record = try sh(
      begin + #""$0" record --files d"#, input: "return 1\n")
    #expect(record.output == "ok 1\n")
    #expect(try sh(begin + #""$0" save --files ./d"#).status == 0)
    let kit = try sh(
      begin + #""$0" kit d/OffCirc.dat --output kit --ledger l"#)
    #expect(kit.status == 74)
    #expect(kit.errors.contains(#"u\xe9"#))
    #expect(try sh(begin + #""$0" settings"#).status == 74)
    #expect(try sh(begin + "ls -A d").output.contains("OffCirc.dat"))
    #expect(try sh("ls | wc -l").output.contains("1"))
  }

  @Test func whatANameMayHaveBesideIsTakenOrRefused() throws {
    let longest = String(repeating: "x", count: 255)
    for name in ["-d", "a b", "é", longest] {
      let result = try sh(
        #""$0" record "--files=./\#(name)""#, input: "return 1\n")
      #expect(result.output == "ok 1\n", "\(name)")
    }
    let tooLong = try offcirc("record", "--files", longest + "x")
    #expect(tooLong.status == 74)
    #expect(tooLong.errors.contains("the name is too long"))
    let newline = try offcirc("record", "--files", "a\nb")
    #expect(newline.status == 78)
  }

  // MARK: Numbers

  @Test(arguments: [
    ["purge", "--older-than", "99999999999999d"],
    ["purge", "--older-than", "99999999999999999999999999d"],
    ["purge", "--older-than", "-1d"], ["purge", "--older-than", "d"],
    ["record", "--clock-offset", "+500001:00"],
    ["record", "--clock-offset", "-99999999999999999999:00"],
    ["record", "--clock-offset", "+1:60"], ["record", "--clock-offset", "+"],
    ["record", "--clock-offset", "+:::"],
    ["check", "x", "--since", "10000-01-01"],
    ["check", "x", "--since", "2026-02-31"],
    ["check", "x", "--since", "99999999999999999999-01-01"],
    ["check", "x", "--since", "2026-01-01T24:00"],
  ])
  func anAbsurdNumberEndsInASentence(_ command: [String]) throws {
    let result = try Program.run(command)
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test func theLargestOffsetAndAgeAreTaken() throws {
    for offset in ["+10000:59:59", "-10000:59:59"] {
      let result = try offcirc(
        "record", "--files", folder.files, "--clock-offset", offset,
        input: "return 1\n")
      #expect(result.output.hasPrefix("ok "))
    }
    #expect(
      try offcirc(
        "purge", "--files", folder.files, "--older-than", "36500w"
      ).status == 0)
    #expect(
      try offcirc("list", "--unsaved", "--files", folder.files).status == 0)
  }

  // MARK: The terminal

  @Test(arguments: [
    (65_535, 80), (80, 65_535), (65_535, 65_535), (0, 0), (0, 80), (24, 0),
    (1, 1),
  ])
  func aWindowOfAnySizeIsBorne(_ rows: Int, _ columns: Int) throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Borrower")
    pty.resize(rows: rows, columns: columns)
    pty.type("\(card)\r37000034179\r")
    #expect(
      try HangGuard.waits {
        pty.look(for: 50)
        return try folder.unsaved().map(\.item.text) == ["37000034179"]
      })
    #expect(pty.megabytes < 400)
  }

  @Test func anAnswerOfTheTerminalIsNoNumber() throws {
    let pty = try Pty(in: folder)
    try pty.look(for: "Borrower")
    pty.type("\(card)\r\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\37000034179\r")
    try pty.look(for: "Recorded: loan of 37000034179 ")
  }
}
