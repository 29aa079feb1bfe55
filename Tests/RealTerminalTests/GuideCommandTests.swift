import Foundation
import Settings
import Support
import Testing

@testable import offcirc

/// The guides as the built program shows them.
@Suite(.serialized)
struct GuideCommandTests {
  private let folder = TestFolder()

  // MARK: To a file, or to another command

  @Test(arguments: Language.allCases)
  func withoutANameTheGuidesAreListed(_ language: Language) throws {
    let result = try Program.run(
      ["guide", "--language", language.rawValue])
    #expect(result.status == 0)
    for guide in Guide.allCases {
      let title = guide.page(in: language).title
      #expect(
        result.output.contains(guide.rawValue)
          && result.output.contains(title))
    }
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == Guide.allCases.count + 1)
  }

  @Test func itIsInTheLanguageOfTheReader() throws {
    let french = Guide.desk.page(in: .french).text(columns: 80)
    for (arguments, environment) in [
      (["--language", "fr"], [:]), ([], ["OFFCIRC_LANGUAGE": "fr"]),
      ([], ["LC_ALL": "fr_FR.UTF-8"]),
    ] as [([String], [String: String])] {
      let result = try Program.run(
        ["guide", "desk"] + arguments, environment: environment)
      #expect(result.output == french)
    }
    let english = try Program.run(["guide", "desk"])
    #expect(english.output == Guide.desk.page(in: .english).text(columns: 80))
  }

  @Test func itOpensWhateverIsWrongWithTheSettings() throws {
    let file = folder.path + "/offcirc.toml"
    try "[station\nlanguage = 7\n".write(
      toFile: file, atomically: false, encoding: .utf8)
    let result = try Program.run(["guide", "settings", "--config", file])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Settings\n========\n"))
  }

  @Test func aNameThatNoGuideHasIsRefusedWithThoseThereAre() throws {
    let result = try Program.run(["guide", "dsek"])
    #expect(result.status == 64)
    #expect(
      result.errors == """
        offcirc: dsek is not a guide. The guides are outage, desk, keys, morning, lists, school, settings, scanners, administration, sharing, installation and kiosk.

        """)
  }

  // MARK: In a terminal

  @Test(arguments: [60, 80])
  func itIsReadPageByPage(_ columns: Int) throws {
    let screen = try Screen(
      "guide morning --language fr", columns: columns,
      environment: ["PATH": path, "LESS": "", "PAGER": "less"])
    let lines = Guide.morning.page(in: .french).text(columns: columns)
      .components(separatedBy: "\n")
    try screen.wait("the first page") {
      screen.lines.prefix(20).elementsEqual(lines.prefix(20))
    }
    try screen.press("Space")
    try screen.wait("the second page") {
      screen.lines.prefix(20).elementsEqual(lines[23..<43])
    }
    #expect(screen.status == nil)
    try screen.press("q")
    try screen.waitForEnd()
    #expect(screen.status == 0)
  }

  @Test func anotherPagerIsTheReadersChoice() throws {
    let screen = try Screen(
      "guide desk", rows: 60,
      environment: ["PATH": path, "PAGER": "sed s/^/:/"])
    try screen.waitForEnd()
    try screen.waitFor(":At the desk")
    #expect(screen.status == 0)
  }

  @Test(arguments: ["", "no-such-pager"])
  func withoutAPagerItIsPrinted(_ pager: String) throws {
    let screen = try Screen(
      "guide desk", rows: 70, environment: ["PATH": path, "PAGER": pager])
    try screen.waitForEnd()
    try screen.waitFor("At the desk")
    #expect(screen.status == 0)
  }

  private let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
}
