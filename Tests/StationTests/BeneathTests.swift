import Circulation
import Terminal
import Testing

@testable import Station

/// A scan that arrives while a page is over the desk neither answers it nor
/// vanishes.
struct BeneathTests {
  enum Page: CaseIterable {
    case help
    case afterOutage
    case closing

    var key: Key {
      switch self {
      case .help: .function(1)
      case .afterOutage: .function(9)
      case .closing: .function(10)
      }
    }
  }

  /// A desk with a page open over it, opened by key from wherever it was.
  private func desk(
    _ page: Page, suffix: Key = .enter, focusing control: Control? = nil
  ) throws -> DeskSession {
    let desk = try DeskSession()
    desk.feed(.scan("9921000000164", suffix: suffix))
    desk.feed(.scan("37000034179"))
    if let control {
      while desk.focus != control { desk.press(.backTab) }
      desk.press(.enter)
    } else {
      desk.press(page.key)
    }
    #expect(desk.station.room != nil)
    return desk
  }

  @Test(arguments: Page.allCases)
  func aScanIsRecordedAndThePageStays(_ page: Page) throws {
    let desk = try desk(page)
    let before = desk.station.roomNames
    desk.feedSlowly(.scan("37000034180"))
    #expect(desk.station.roomNames == before)
    #expect(!desk.isClosed)
    #expect(desk.list.last == "loan 37000034180 9921000000164")
    desk.feed(.scan("37000034181") + .scan("37000034182"))
    #expect(desk.station.roomNames == before)
    #expect(try desk.journal.count == 4)
    desk.press(.escape)
    #expect(desk.station.room == nil)
    #expect(desk.item.isEmpty)
  }

  @Test(arguments: Page.allCases)
  func aScanWithTabIsRecordedByTheNext(_ page: Page) throws {
    let desk = try desk(page, suffix: .tab)
    desk.feedSlowly(.scan("37000034180", suffix: .tab))
    desk.feedSlowly(.scan("37000034181", suffix: .tab))
    #expect(desk.station.room != nil)
    #expect(!desk.isClosed)
    #expect(desk.list.last == "loan 37000034180 9921000000164")
    desk.press(.enter)
    #expect(desk.list.last == "loan 37000034181 9921000000164")
    #expect(desk.station.room != nil)
  }

  @Test(arguments: Page.allCases)
  func loneEntersTabsAndBlanksAnswerNothing(_ page: Page) throws {
    for first in [Control.borrower, .close, .help, .save] {
      let desk = try DeskSession()
      desk.scan("9921000000164", "37000034179")
      while desk.focus != first { desk.press(.backTab) }
      desk.press(page.key)
      for key in [Key.enter, .tab, .enter, .tab, .tab, .enter] {
        desk.press(key)
      }
      for key in [Key.character(" "), .enter, .backspace, .enter] {
        desk.press(key)
      }
      #expect(desk.station.room != nil)
      #expect(!desk.isClosed)
      #expect(try desk.savedLines.isEmpty)
      #expect(try desk.journal == ["loan 37000034179 9921000000164"])
      #expect(desk.station.desk.operation == .loan)
    }
  }

  @Test(arguments: [Control.help, .close])
  func aPageOpenedByItsButtonIsNotAnsweredByAScan(_ button: Control) throws {
    let desk = try desk(
      button == .help ? .help : .closing, focusing: button)
    desk.feedSlowly(.scan("37000034180"))
    #expect(desk.station.room != nil)
    #expect(!desk.isClosed)
    #expect(desk.list.last == "loan 37000034180 9921000000164")
  }

  @Test(arguments: Page.allCases)
  func aNumberWithABlankDoesNotPressWhatIsBeneath(_ page: Page) throws {
    let desk = try desk(page)
    // The empty item's Tab goes to the choice of the transaction.
    desk.press(.tab)
    #expect(desk.focus == .operation)
    desk.feedSlowly(.scan(" 37000034180"))
    #expect(desk.station.desk.operation == .loan)
    #expect(desk.list.last == "loan 37000034180 9921000000164")
  }

  @Test(arguments: Page.allCases)
  func theStatusLineTellsOfTheScan(_ page: Page) throws {
    let desk = try desk(page)
    desk.scan("37000034180")
    #expect(
      desk.place(of: "Recorded: loan of 37000034180 to 9921000000164.")
        != nil)
    #expect(desk.place(of: "Unsaved: 2") != nil)
    desk.scan("3700003418é")
    #expect(desk.place(of: "Refused: 3700003418é") != nil)
    #expect(desk.bells == [1])
  }

  @Test func theCloseQuestionCountsWhatIsScannedMeanwhile() throws {
    let desk = try desk(.closing)
    #expect(desk.place(of: "1 transaction is not in OffCirc.dat") != nil)
    desk.scan("37000034180")
    #expect(desk.place(of: "2 transactions are not in OffCirc.dat") != nil)
    desk.press(.function(2))
    #expect(desk.isClosed)
    #expect(try desk.savedLines.count == 2)
  }

  @Test func aFirstScanBeneathHelpIsTheBorrower() throws {
    let desk = try DeskSession()
    desk.press(.function(1))
    desk.scan("9921000000164", "37000034179")
    #expect(desk.list == ["loan 37000034179 9921000000164"])
  }
}
