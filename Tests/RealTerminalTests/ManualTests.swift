import Foundation
import Languages
import Settings
import Station
import Support
import Testing

@testable import offcirc

/// The pages of the manual.
struct ManualTests {
  private let folder = TestFolder()

  @Test func everyCommandAndEachOfItsOptionsIsInIt() {
    let page = ManualPage.ofProgram(
      in: Language.english.words, date: "2026-11-27")
    #expect(Set(ManualPage.commands.map(\.0)) == Set(Subcommand.allCases))
    for (command, type) in ManualPage.commands {
      #expect(page.contains("\n.SS offcirc \(command.rawValue)\n"))
      let help = CommandHelpText(of: type, in: Language.english.words)
      #expect(help.usage.hasPrefix("offcirc \(command.rawValue)"))
      #expect(help.items.count(where: CommandHelpText.isOfAll) >= 2)
      for item in help.items {
        #expect(item.label.wholeMatch(of: #/[-<].*[a-z>]/#) != nil)
        #expect(item.text.hasSuffix(".") || item.text.hasSuffix(")"))
      }
    }
  }

  @Test func everyStatusAndVariableIsInIt() {
    let page = ManualPage.ofProgram(
      in: Language.english.words, date: "2026-11-27")
    for status in [0, 1, 2, 64, 74, 78] {
      #expect(page.contains("\n.TP\n\\fB\(status)\\fR\n"))
    }
    for variable in SettingsKey.table.compactMap(\.variable) {
      #expect(page.contains("\n.TP\n\\fB\(variable)\\fR\n"))
    }
  }

  @Test(arguments: Language.allCases)
  func everySettingIsInItsPage(_ language: Language) {
    let page = ManualPage.ofSettings(in: language.words, date: "2026-11-27")
    for key in SettingsKey.table {
      let name = key.id.name.rawValue.replacing("-", with: "\\-")
      #expect(page.contains("\n.TP\n\\fB\(name)\\fR\n"))
    }
    // It shows nobody's home.
    #expect(!page.contains(NSHomeDirectory() + "/"))
  }

  @Test func noLineOfATextIsARequest() {
    var page = ManPage("x", section: 1, date: "2026-11-27", program: "X")
    page.chapter("X")
    page.text("'a .b\\c -d\n\n.e\n\n  1   f")
    #expect(
      page.text == """
        .TH X 1 2026-11-27 "X"
        .nh
        .ad l
        .SH X
        \\(aqa .b\\ec \\-d
        .PP
        \\&.e
        .TP
        \\fB1\\fR
        f

        """)
  }

  @Test(arguments: Language.allCases)
  func thePagesAreWrittenWhereManFindsThem(_ language: Language) throws {
    let result = try Program.run(
      ["manual", "--output", folder.path, "--language", language.rawValue],
      environment: ["SOURCE_DATE_EPOCH": "1795737600"])
    #expect(result.status == 0 && result.errors.isEmpty)
    let place = folder.path + (language == .french ? "/fr" : "")
    func text(_ file: String) throws -> String {
      try String(contentsOfFile: place + "/" + file, encoding: .utf8)
    }
    let page = try text("man1/offcirc.1")
    #expect(page.hasPrefix(".TH OFFCIRC 1 2026-11-27 \"OffCirc "))
    #expect(page.contains("\n.SH \(language == .french ? "NOM" : "NAME")\n"))
    #expect(try text("man1/offcirc-copies-add.1") == ".so man1/offcirc.1\n")
    for file in ["man1/offcirc.1", "man5/offcirc.toml.5"] {
      // Where they are installed, they have nothing to say.
      for checker in [
        "mandoc -T lint -W warning", "man --warnings -E UTF-8 -l",
      ] {
        let name = checker.prefix { $0 != " " }
        let check = try Program.run(
          [
            "-c",
            "! command -v \(name) > /dev/null || \(checker) \(place)/\(file) 2>&1 > /dev/null",
          ], of: "bash", environment: ["MANWIDTH": "80"])
        #expect(check.status == 0 && check.output.isEmpty, "\(check)")
      }
    }
  }

  @Test func aNameThatNoPageHasIsRefusedWithThoseThereAre() throws {
    let result = try Program.run(["manual", "offcric"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        offcirc: offcric is not a page of the manual. The pages are offcirc and offcirc.toml.

        """)
  }
}
