import Circulation
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// One line that is pasted goes where a scan would.
struct PasteTests {
  private func desk(_ language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164", "37000034179")
    return desk
  }

  @Test(arguments: [
    Control.item, .operation, .list, .save, .delete, .help, .close, .clear,
  ])

  func itGoesToTheFieldsWhateverHasTheFocus(_ control: Control) throws {
    let desk = try desk()
    while desk.focus != control { desk.press(.backTab) }
    desk.feed([.paste(" \n37000034180\n")])
    #expect(desk.list.last == "loan 37000034180 9921000000164")
    #expect(desk.station.room == nil && !desk.isClosed)
    #expect(desk.station.desk.operation == .loan)
    #expect(try desk.savedLines.isEmpty)
  }

  @Test(arguments: [Control.list, .operation, .save, .delete, .help, .close])
  func aLineEndAloneIsNoAnswer(_ control: Control) throws {
    let desk = try desk()
    while desk.focus != control { desk.press(.backTab) }
    let before = desk.screen
    desk.feed([.paste("\n"), .paste(" \n\t"), .paste(" ")])
    #expect(desk.screen == before)
    #expect(!desk.isClosed)
  }

  @Test(arguments: Language.allCases)
  func whatWasLeftInTheFieldGivesWayToIt(_ language: Language) throws {
    for end in ["", "\n"] {
      let desk = try desk(language)
      desk.type("37")
      desk.feed([.paste("37000035011" + end)])
      #expect(desk.notice.contains(language.words.numberReplaced("37")))
      #expect(desk.bells == [1])
      desk.press(.enter)
      #expect(desk.list.last == "loan 37000035011 9921000000164")
    }
  }

  @Test func aPasteThatWasLeftGivesWayToTheNext() throws {
    let desk = try desk()
    desk.feed([.paste("37000035011")])
    #expect(desk.bells.isEmpty)
    desk.feed([.paste("37000035012")])
    #expect(desk.item == "37000035012")
    #expect(desk.notice.contains("37000035011 was NOT recorded"))
    // The same again is no other number.
    desk.feed([.paste("37000035012")])
    #expect(desk.item == "37000035012")
    #expect(desk.bells.isEmpty)
  }

  @Test func itIsTheAnswerWhereAPageAsks() throws {
    let desk = try desk()
    desk.press(.function(6), .control("u"))
    desk.type("37")
    desk.feed([.paste("37000035011\n")])
    #expect(desk.list == ["loan 37000035011 9921000000164"])
    #expect(desk.notice.contains("37 was NOT recorded"))
  }
}
