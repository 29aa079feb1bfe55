import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

// What is pasted.
extension ScanRulesTests {
  @Test func aBatchIsShownBeforeAnythingOfItIsRecorded() throws {
    let desk = try desk()
    desk.feed([
      .paste(
        "\(card)\n\(book)\n\(wrong)\n\n\(other)\n37000034180\n%RETURN%\né\n")
    ])
    #expect(desk.list.isEmpty)
    for text in [
      "7 lines. Cards: 2. Items: 3.", "Commands: 1.", "Doubtful (?): 1.",
      "Cannot be recorded (×): 1.", "F2", "Esc",
    ] {
      #expect(desk.screen.contains(text), "\(text)")
    }
    desk.press(.function(2))
    #expect(
      desk.list == [
        "loan \(book) \(card)", "loan \(wrong) \(card)",
        "loan 37000034180 \(other)",
      ])
    #expect(desk.station.desk.operation == .return)
    #expect(desk.notice.contains("U+00E9"))
    #expect(desk.station.room == nil)
    let marks = desk.station.desk.unsaved.map {
      $0.transaction.origins?.isDoubtful
    }
    #expect(marks == [nil, true, nil])
  }

  @Test func aBatchIsDroppedAndThatIsSaid() throws {
    let desk = try desk(.french)
    desk.feed([.paste("\(card)\n\(book)\n")])
    desk.press(.escape)
    #expect(desk.list.isEmpty && desk.borrower.isEmpty)
    #expect(desk.notice.contains("2 lignes collées ignorées, NON"))
  }

  @Test func aScanWhileABatchIsShownIsRecordedAndNoAnswer() throws {
    let desk = try desk()
    desk.scan(card)
    desk.feed([.paste("37000034180\n37000034181\n")])
    desk.scan(book)
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.screen.contains("2 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 3)
  }

  @Test func aPasteAfterAPasteLosesNoneOfThem() throws {
    let desk = try desk()
    desk.feed([.paste("\(card)\n\(book)\n"), .paste("37000034180\n")])
    #expect(desk.screen.contains("3 lines. Cards: 1. Items: 2."))
    desk.scan("%HELP%")
    #expect(desk.screen.contains("3 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 2)
  }

  @Test func aBatchIsRecordedAsItWasShown() throws {
    let desk = try DeskSession()
    desk.feed([.paste("\(card)\n\(book)\n")])
    #expect(desk.screen.contains("Cards: 1. Items: 1."))
    desk.scan(other)
    desk.press(.function(2))
    #expect(desk.list == ["loan \(book) \(card)"])
  }

  @Test func aBatchThatNobodySeesIsNotAnswered() throws {
    let desk = try desk()
    desk.resize(40, 12)
    desk.feed([.paste("\(card)\n\(book)\n")])
    desk.press(.function(2))
    #expect(desk.list.isEmpty)
    desk.resize(80, 24)
    #expect(desk.screen.contains("2 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 1)
  }

  @Test func oneLineThatIsPastedIsTyped() throws {
    let desk = try DeskSession()
    desk.feed([.paste(card)])
    #expect(desk.borrower == card && desk.focus == .borrower)
    desk.feed([.paste("\n")])
    desk.feed([.paste("\(book)\n")])
    #expect(desk.list == ["loan \(book) \(card)"])
  }
}
