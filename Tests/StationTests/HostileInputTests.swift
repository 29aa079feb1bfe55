import Circulation
import Scanning
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// A desk goes on whatever the patterns, the clock and the terminal do, and
/// says what it does without.
struct HostileInputTests {
  private let card = "9921000000164"
  private let costly = "pqrs(?:[mn]+)+!"
  private let number = "pqrs" + String(repeating: "m", count: 60) + "x!"

  @Test func aNumberThatTakesTooLongIsAskedForAgainAndThePatternIsTold()
    throws
  {
    for language in Language.allCases {
      var rules = ScanRules()
      rules.item.patterns = [try Pattern(costly)]
      let desk = try DeskSession(language: language, rules: rules)
      desk.scan(card, number)
      #expect(desk.list.isEmpty)
      #expect(desk.notice.contains(costly))
      #expect(desk.station.warnings.contains { $0.text.contains(costly) })
      desk.scan(number)
      #expect(desk.list == ["loan \(number) \(card)"])
      #expect(
        desk.station.desk.unsaved[0].transaction.origins?.isDoubtful == true)
      // The warning stays.
      desk.tick()
      #expect(desk.station.warnings.contains { $0.text.contains(costly) })
    }
  }

  @Test func theWarningSaysWhereThePatternStands() throws {
    let pattern = try Pattern(costly)
    let origin = SettingsOrigin.file(path: "/x.toml", line: 4_711)
    #expect(
      English().sentence(costly: pattern, from: origin)
        == "/x.toml, line 4711: the pattern \(costly) took too long with a scan. Avoid a repetition inside a repetition."
    )
    #expect(
      French().sentence(costly: pattern, from: origin)
        .hasPrefix("/x.toml, ligne 4711 : le motif \(costly) "))
  }

  @Test func anAnswerOfTheTerminalIsToldToWhoIsTyping() throws {
    let desk = try DeskSession()
    desk.feed([.dropped(12)])
    #expect(!desk.notice.contains("12"))
    desk.scan(card)
    desk.type("370000")
    desk.feed([.dropped(12)])
    #expect(desk.notice.contains("12 bytes"))
    #expect(desk.item == "370000")
    desk.type("34179")
    desk.press(.enter)
    #expect(desk.list == ["loan 37000034179 \(card)"])
  }

  @Test func anAnswerInTheMiddleOfAScanDoesNotEndIt() throws {
    let desk = try DeskSession()
    desk.scan(card)
    let start: [Event] = "370000".map { .key(.character($0)) }
    desk.feed(start + [.dropped(9)] + .scan("34179"))
    #expect(desk.list == ["loan 37000034179 \(card)"])
  }

  @Test func aScanIsRefusedWhileTheClockShowsWhatNoFileCanHave() throws {
    let clock = DeskSession.Clock()
    let desk = try DeskSession(clock: clock)
    desk.scan(card)
    clock.advance(by: 300_000_000_000)
    desk.scan("37000034179")
    #expect(desk.list.isEmpty)
    #expect(desk.station.desk.waiting.isEmpty)
    #expect(desk.notice.contains("cannot be stored"))
    clock.advance(by: -300_000_000_000)
    desk.scan("37000034179")
    #expect(desk.list == ["loan 37000034179 \(card)"])
  }
}
