import Terminal
import Testing

@testable import Languages
@testable import Settings
@testable import Station

/// Of all that is wrong, nothing is out of reach, and what is cut shows it.
struct LeftOutTests {
  private let issues = (1...4).map { (number: Int) in
    SettingsIssue(
      .file(
        path: "/home/desk/" + String(repeating: "x", count: 50) + "/o.toml",
        line: number),
      section: "station",
      key: "bel\(number)" + String(repeating: "l", count: 30),
      .unknownKey(near: .bell))
  }

  @Test(arguments: Language.allCases, [Size.usual, .least])
  func theMorningsPageHasEachErrorOfTheSettings(
    _ language: Language, _ size: Size
  ) throws {
    let desk = try DeskSession(
      size: size, language: language, settingsLeftOut: issues)
    desk.press(.function(9))
    var seen = ""
    for _ in 0..<40 {
      seen += desk.screen
      desk.press(.down)
    }
    for number in 1...4 { #expect(seen.contains("bel\(number)")) }
    #expect(seen.contains(language.words.settingsLeftOut().prefix(30)))
  }

  @Test func oneErrorIsSaidAsAtTheDesk() throws {
    let desk = try DeskSession(settingsLeftOut: [issues[0]])
    desk.press(.function(9))
    let page = try #require(desk.station.room as? AfterOutagePage)
    let look = Look(desk.station.shared, Palette())
    #expect(page.warningsInFull(look) == look.warnings)
  }

  @Test(arguments: Language.allCases)
  func aWarningThatIsCutOffEndsWithASign(_ language: Language) throws {
    let desk = try DeskSession(
      size: .least, language: language, settingsLeftOut: issues)
    let lines = desk.station.layout.warningLines.map(\.text)
    #expect(lines.dropLast().last?.hasSuffix(" …") == true, "\(lines)")
  }

  @Test(arguments: Language.allCases)
  func aMessageThatIsCutOffInThePanelEndsWithASign(
    _ language: Language
  ) throws {
    let desk = try DeskSession(
      size: Size(columns: 132, rows: 25), language: language)
    for number in 1...9 { desk.scan("é\(number)") }
    let lines = PanelView.lines(
      of: desk.station.deskRoom, Look(desk.station.shared, Palette()),
      width: 38, height: 21)
    #expect(lines.count == 21)
    #expect(lines.last?.text.hasSuffix(" …") == true)
    #expect(lines.contains { $0.text == language.words.messagesHeading })
  }
}
