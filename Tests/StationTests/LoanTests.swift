import Settings
import Terminal
import Testing

@testable import Station

/// Card, item, item, next borrower: what the original does.
struct LoanTests {
  @Test(arguments: [Key.enter, .tab])
  func enterOrTabInBorrowerGoesToItem(_ key: Key) throws {
    let desk = try DeskSession()
    #expect(desk.focus == .borrower)
    desk.feed(.scan("9921000000164", suffix: key))
    #expect(desk.focus == .item)
    #expect(desk.borrower == "9921000000164")
    #expect(desk.notice == "Borrower 9921000000164: scan the items.")
  }

  @Test func anItemScannedBeforeTheCardAndAgainAfterItIsRecordedOnce() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("37000034179", "9921000000164")
    desk.type("37000034179")
    #expect(desk.effects.isEmpty)
    desk.press(.enter)
    #expect(desk.list == ["loan 37000034179 9921000000164"])
    #expect(
      desk.screen.contains("Recorded: loan of 37000034179 to 9921000000164."))
    #expect(!desk.screen.contains("NOT recorded"))
  }

  @Test func enterInItemRecordsAndTheBorrowerStays() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179", "37000034180")
    #expect(
      try desk.journal == [
        "loan 37000034179 9921000000164", "loan 37000034180 9921000000164",
      ])
    #expect(desk.item.isEmpty)
    #expect(desk.borrower == "9921000000164")
    #expect(desk.focus == .item)
  }

  @Test func theButtonRecordsAsEnterDoes() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.type("37000034179")
    desk.press(.tab)
    #expect(desk.focus == .record)
    desk.press(.enter)
    desk.type("37000034180")
    desk.press(.tab, .character(" "))
    desk.type("37000034181")
    desk.press(.alt("l"))
    desk.type("37000034182")
    #expect(desk.click(on: "[Loan"))
    #expect(desk.list.count == 4)
    #expect(desk.focus == .item)
    #expect(desk.item.isEmpty)
  }

  @Test func theButtonIsDisabledUntilBorrowerAndItemAreThere() throws {
    let desk = try DeskSession()
    #expect(!desk.station.isEnabled(.record))
    desk.scan("9921000000164")
    #expect(!desk.station.isEnabled(.record))
    desk.type("3")
    #expect(desk.station.isEnabled(.record))
    desk.press(.backspace)
    #expect(!desk.station.isEnabled(.record))
    desk.press(.alt("l"))
    #expect(desk.list.isEmpty)

    let other = try DeskSession()
    other.press(.tab)
    other.type("37000034179")
    #expect(!other.station.isEnabled(.record))
  }

  @Test func enterOnAnEmptyItemDoesNothing() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    let before = desk.screen
    desk.press(.enter)
    #expect(desk.screen == before)
    #expect(desk.bells.isEmpty)
    #expect(desk.list.isEmpty)
  }

  @Test func clearEmptiesTheBorrowerAndGoesThere() throws {
    for key in [Key.function(4), .alt("e")] {
      let desk = try DeskSession()
      desk.scan("9921000000164", "37000034179")
      desk.press(key)
      #expect(desk.borrower.isEmpty)
      #expect(desk.focus == .borrower)
      desk.scan("9921000000165", "37000034180")
      #expect(desk.list.last == "loan 37000034180 9921000000165")
    }
  }

  @Test func theNextCardTakesTheBorrowersPlaceWithoutClear() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.backTab)
    #expect(desk.focus == .borrower)
    desk.scan("9921000000165", "37000034180")
    #expect(desk.list.last == "loan 37000034180 9921000000165")
    #expect(desk.bells.isEmpty)
  }

  @Test func aBorrowerChangedWithoutEnterIsTheOneThatCounts() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.backTab)
    desk.type("9921000000165")
    desk.click(column: desk.station.layout.fields.itemField.column, row: 4)
    #expect(desk.focus == .item)
    desk.scan("37000034180")
    #expect(desk.list.last == "loan 37000034180 9921000000165")
  }

  @Test func forgettingToSaveBetweenBorrowersOrBeforeReturnDoesNoHarm() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(4))
    desk.scan("9921000000165", "37000034180")
    desk.press(.function(3))
    desk.scan("d293004279")
    #expect(desk.list.count == 3)
    desk.press(.function(2))
    #expect(
      try desk.savedLines == [
        line("201805310905L37000034179", "9921000000164"),
        line("201805310905L37000034180", "9921000000165"),
        "201805310905Rd293004279",
      ])
  }

  private func line(_ start: String, _ borrower: String) -> String {
    start + String(repeating: " ", count: 93 - start.count) + borrower
  }

  // MARK: A scanner that adds Tab

  @Test(arguments: [Key.function(2), .function(3), .function(4), .alt("e")])
  func theLastItemBeforeTabIsRecordedBeforeWhatFollows(_ key: Key) throws {
    let desk = try DeskSession()
    for number in ["9921000000164", "101", "102"] {
      desk.feedSlowly(.scan(number, suffix: .tab))
    }
    desk.press(key)
    let recorded = try desk.list.count + desk.savedLines.count
    #expect(recorded == 2)
    #expect(desk.item.isEmpty)
    if key == .function(4) {
      for number in ["9921000000165", "103"] {
        desk.feedSlowly(.scan(number, suffix: .tab))
      }
      desk.press(.function(3))
      #expect(
        desk.list == [
          "loan 101 9921000000164", "loan 102 9921000000164",
          "loan 103 9921000000165",
        ])
    }
  }

  // MARK: A loan with no borrower

  @Test func anItemBeforeTheCardStaysAndIsRecordedByEnter() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("37000034179")
    #expect(desk.list.isEmpty)
    #expect(desk.item == "37000034179")
    #expect(desk.focus == .borrower)
    #expect(desk.bells == [1])
    #expect(
      desk.notice
        == "NOT recorded: 37000034179 has no borrower. Scan the card, then press Enter."
    )
    desk.scan("9921000000164")
    #expect(desk.focus == .item)
    #expect(
      desk.notice
        == "Borrower 9921000000164. Press Enter to record 37000034179.")
    desk.press(.enter)
    #expect(try desk.journal == ["loan 37000034179 9921000000164"])
    #expect(desk.item.isEmpty)
  }

  @Test(arguments: [true, false])
  func aScanInsteadOfEnterReplacesTheHeldItemAndSaysSo(
    atOnce: Bool
  ) throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("37000034179", "9921000000164")
    // A scanner's keys come one by one, or all in one turn.
    if atOnce {
      desk.scan("37000034180")
    } else {
      desk.feedSlowly(.scan("37000034180"))
    }
    #expect(desk.list == ["loan 37000034180 9921000000164"])
    #expect(
      desk.notice
        == "37000034179 was NOT recorded: the next scan replaced it. Recorded: loan of 37000034180 to 9921000000164."
    )
    #expect(desk.station.notice.kind == .refusal)
    // Said once: the next loan is green again.
    desk.feedSlowly(.scan("37000034181"))
    #expect(
      desk.notice == "Recorded: loan of 37000034181 to 9921000000164.")
    #expect(desk.station.notice.kind == .recorded)
  }

  @Test func theBellForAHeldItemRingsOnce() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("37000034179", "9921000000164")
    var bells: [Int] = []
    for event in [Event].scan("37000034180") {
      desk.feed([event])
      bells += desk.bells
    }
    #expect(bells == [1])
  }

  @Test func aClickIntoAHeldItemDoesNotOpenItToTheNextScan() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("37000034179", "9921000000164")
    desk.click(column: desk.station.layout.fields.itemField.column + 3, row: 4)
    desk.scan("37000034180")
    #expect(desk.list == ["loan 37000034180 9921000000164"])
  }

  // MARK: What is refused

  @Test func aRefusedItemStaysAndGivesWayToTheNext() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "370é")
    #expect(desk.item == "370é")
    #expect(desk.focus == .item)
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.bells == [1])
    desk.scan("37000034180")
    #expect(desk.list == ["loan 37000034180 9921000000164"])
    #expect(desk.station.notice.kind == .recorded)
  }

  @Test func aRefusedBorrowerStaysAndGivesWayToTheNext() throws {
    let desk = try DeskSession()
    desk.scan("99é")
    #expect(desk.focus == .borrower)
    #expect(desk.borrower == "99é")
    #expect(desk.bells == [1])
    desk.scan("9921000000164", "37000034180")
    #expect(desk.list == ["loan 37000034180 9921000000164"])
  }

  @Test func aBorrowerRefusedAtTheItemKeepsTheItem() throws {
    let desk = try DeskSession()
    desk.type("99é")
    desk.click(column: desk.station.layout.fields.itemField.column, row: 4)
    desk.scan("37000034180")
    #expect(desk.focus == .borrower)
    #expect(desk.item == "37000034180")
    #expect(desk.list.isEmpty)
    #expect(desk.station.notice.kind == .refusal)
    desk.scan("9921000000164")
    desk.press(.enter)
    #expect(desk.list == ["loan 37000034180 9921000000164"])
  }

  @Test func eightyCharactersAreTakenAndEightyOneAreNot() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    let longest = String(repeating: "7", count: 80)
    desk.scan(longest)
    #expect(desk.list == ["loan \(longest) 9921000000164"])
    desk.scan(longest + "7")
    #expect(desk.list.count == 1)
    #expect(desk.notice.contains("has 81 characters"))
  }

  @Test func blanksAroundANumberAreTakenOffAndThatIsSaid() throws {
    let desk = try DeskSession()
    desk.scan(" 9921000000164 ")
    #expect(
      desk.notice.contains("Removed the spaces around 9921000000164."))
    desk.scan(" 37000034180")
    #expect(desk.list == ["loan 37000034180 9921000000164"])
    #expect(
      desk.notice
        == "Recorded: loan of 37000034180 to 9921000000164. Removed the spaces around 37000034180."
    )
  }

  @Test func controlCharactersOfAScannerAreRefusedNotShown() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "370\u{1d}34")
    #expect(desk.list.isEmpty)
    #expect(desk.notice.contains("370^]34"))
    #expect(desk.place(of: "370?34") != nil)
  }

  // MARK: Sound

  @Test func bellsAsSet() throws {
    for (bell, recorded, refused) in [
      (Bell.errors, [], [1]), (.all, [1], [2]), (.none, [], []),
    ] {
      let desk = try DeskSession(bell: bell)
      desk.scan("9921000000164")
      #expect(desk.bells.isEmpty)
      desk.scan("37000034180")
      #expect(desk.bells == recorded)
      desk.scan("é")
      #expect(desk.bells == refused)
      // What was refused is heard, whatever else was recorded.
      desk.feed(.scan("37000034181") + .scan("é") + .scan("37000034182"))
      #expect(desk.bells == refused)
      #expect(desk.list.count == 3)
    }
  }
}
