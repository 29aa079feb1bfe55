import Circulation
import Foundation
import Scanning
import Settings
import Station
import Support
import Testing

@testable import Languages

/// The screens as eyes, fingers and ears find them: the built program in a real
/// terminal.
@Suite(.serialized, .ownThread)
struct ScreensTests {
  private let card = "9921000000164"

  private func screen(
    _ language: Language, _ arguments: String = "", columns: Int = 80,
    rows: Int = 24, environment: [String: String] = [:],
    in folder: TestFolder = TestFolder()
  ) throws -> Screen {
    try Screen(
      "--language \(language.rawValue) \(arguments)", columns: columns,
      rows: rows, environment: environment, in: folder)
  }

  // MARK: The cursor

  @Test(arguments: Language.allCases)
  func theCursorIsSeenOnWhateverHasTheFocus(_ language: Language) throws {
    let words = language.words
    let screen = try screen(language)
    try screen.waitFor(words.label(words.borrower))
    try screen.scan(card, "101", "102")
    try screen.waitFor(words.unsaved(2))
    try screen.type("103")
    try screen.waitFor("103")
    for _ in 0..<10 {
      try screen.press("Tab")
      // In a field it is behind what is there; elsewhere on the mark.
      try screen.wait("the cursor on the focus") {
        let (cursor, lines) = (try screen.cursor, screen.lines)
        guard cursor.isShown, cursor.row < lines.count else { return false }
        let line = Array(lines[cursor.row])
        return line.contains("▸")
          && (line[cursor.column] == "▸" || line[1...3].contains("▸"))
      }
    }
    try screen.press("F1")
    try screen.wait("the cursor on the page") {
      try screen.cursor == Screen.Cursor(column: 2, row: 1, isShown: true)
    }
    try screen.press("Escape", "F10")
    try screen.waitFor(words.saveAndClose)
    try screen.wait("the cursor on the question") {
      let cursor = try screen.cursor
      return cursor.isShown && screen.lines[cursor.row].contains("2 transac")
    }
  }

  @Test(arguments: Language.allCases)
  func theCursorIsSeenInTheScannerTest(_ language: Language) throws {
    let screen = try Screen("scanner --language \(language.rawValue)")
    try screen.waitFor(language.words.instruction(.scan(.borrower, number: 1)))
    #expect(try screen.cursor.isShown)
    #expect(try screen.cursor.row == 1)
  }

  // MARK: Colours and signs

  @Test(arguments: Language.allCases)
  func returnsLookOtherThanLoansOnEveryTerminal(_ language: Language) throws {
    let word = language == .english ? "RETURN" : "RETOUR"
    for (environment, arguments) in [
      ([:], ""), (["TERM": "xterm"], ""), (["TERM": "linux"], ""),
      (["NO_COLOR": "1"], ""), ([:], "--theme contrast"),
      ([:], "--theme mono"), (["TERM": "vt100", "LC_ALL": "C"], ""),
    ] as [([String: String], String)] {
      let screen = try screen(language, arguments, environment: environment)
      try screen.waitFor("Offline Circulation")
      #expect(!screen.lines[0].contains(word))
      try screen.press("F3")
      try screen.waitFor(word)
      let isASCII = environment["LC_ALL"] == "C"
      #expect(screen.lines[0].hasPrefix(isASCII ? "+= " : "╔═ "))
      try screen.press("F3")
      try screen.wait("loans") { !screen.lines[0].contains(word) }
    }
  }

  @Test func theColoursAreThoseOfTheTheme() throws {
    // 18 is the blue that is the same on every terminal.
    let blue = try screen(.english)
    try blue.waitFor("Offline Circulation")
    #expect(blue.colored.contains("48;5;18"))
    let contrast = try screen(.english, "--theme contrast")
    try contrast.waitFor("Offline Circulation")
    #expect(contrast.colored.contains("48;5;16"))
    let mono = try screen(.english, "--theme mono")
    try mono.waitFor("Offline Circulation")
    #expect(!mono.colored.contains("48;5"))
  }

  @Test func onTheLinuxConsoleEverySignIsInItsFonts() throws {
    let screen = try screen(
      .french, "--desk \(String(repeating: "Bibliothèque", count: 9))",
      environment: ["TERM": "linux"])
    try screen.waitFor("Offline Circulation")
    #expect(screen.lines[0].contains("~"))
    #expect(!screen.lines.joined().contains("…"))
    #expect(screen.lines.joined().contains("▸"))
  }

  // MARK: Closing

  @Test(arguments: Language.allCases)
  func theShellIsToldWhatIsSavedAndWhatWaits(_ language: Language) throws {
    let words = language.words
    let screen = try screen(language, columns: 132)
    try screen.waitFor(words.label(words.borrower))
    try screen.scan(card, "101")
    try screen.waitFor(words.unsaved(1))
    try screen.press("F2")
    try screen.waitFor(words.unsaved(0))
    try screen.scan("102")
    try screen.waitFor(words.unsaved(1))
    try screen.press("C-c")
    try screen.waitFor(words.keepAndClose)
    try screen.press("F10")
    try screen.waitForEnd()
    try screen.waitFor(words.closed(saved: 1, unsaved: 1, lost: 0))
    #expect(!screen.lines.joined().contains(card))
  }

  // MARK: Always open

  @Test(arguments: Language.allCases)
  func anErrorInTheSettingsIsARedLineThatStays(_ language: Language) throws {
    let folder = TestFolder()
    let file = folder.path + "/offcirc.toml"
    try "[station]\ndesk = \"Accueil\"\nbel = \"all\"\n".write(
      toFile: file, atomically: false, encoding: .utf8)
    let screen = try screen(language, "--config \(file)", in: folder)
    try screen.waitFor("Accueil")
    try screen.waitToSay(language.words.place(3, of: file))
    try screen.waitToSay(language.words.settingsLeftOut(others: 0))
    try screen.scan(card, "101")
    try screen.waitFor(language.words.unsaved(1))
    try screen.waitToSay(language.words.place(3, of: file))
    #expect(screen.colored.contains("48;5;160"))
    let other = try Program.run(["settings", "--config", file])
    #expect(other.status == 78)
    #expect(other.output.isEmpty)
  }

  @Test(arguments: [
    "--config /dev/null", "--no-settings",
  ])
  func theStationOpensWithoutSettings(_ option: String) throws {
    let folder = TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/offcirc", withIntermediateDirectories: true)
    try "[station]\ndesk = \"Accueil\"\nnot TOML".write(
      toFile: folder.path + "/offcirc/offcirc.toml", atomically: false,
      encoding: .utf8)
    let screen = try screen(.english, option, in: folder)
    try screen.waitFor("Borrower:")
    #expect(!screen.said.contains("offcirc.toml"))
    let both = try Program.run(["--no-settings", "--config", "x"])
    #expect(both.status == 64)
    let list = try Program.run(
      ["list", "--unsaved"] + option.components(separatedBy: " "),
      environment: [
        "OFFCIRC_FILES": folder.files, "XDG_CONFIG_HOME": folder.path,
      ])
    #expect(list.status == 0)
  }

  @Test(.enabled(if: OtherUser.canSwitchUser))
  func aHomeThatCanNotBeWrittenToSaysWhatToName() throws {
    for language in Language.allCases {
      let record = try Program.run(
        Array(OtherUser.command.dropFirst()) + [
          Program.path, "record", "--language", language.rawValue,
        ],
        of: OtherUser.command[0],
        environment: ["HOME": "/proc/1/none", "XDG_DATA_HOME": ""])
      #expect(record.status == 74)
      #expect(record.errors.contains(language.words.nameAnotherFolder()))
    }
  }
}
