import Circulation
import Glibc
import Scanning
import Settings
import Terminal
import Testing
import Typesetting

@testable import Languages
@testable import Station

/// What the window says beside its fields, and where it goes when there is
/// little room.
struct WindowUseTests {
  @Test(arguments: Language.allCases)
  func theBorrowersLineSaysHowManyItemsThisReaderHas(
    _ language: Language
  ) throws {
    for size in [Size.usual, .least, Size(columns: 132, rows: 43)] {
      let desk = try DeskSession(size: size, language: language)
      let words = language.words
      desk.scan("9921000000164", "1", "2", "3")
      let label = words.label(words.borrower)
      /// Whether so many items stand behind the card's number.
      func says(_ count: Int) throws -> Bool {
        let row = try #require(desk.place(of: label)).row
        let line = desk.surface.lines[row].split(separator: "992").last ?? ""
        return [words.items(count), words.itemsInShort(count)].contains {
          line.contains(" \($0) ")
        }
      }
      #expect(try says(3))
      // Saved, they are the reader's still; returned, or another's, no more.
      desk.press(.function(2), .function(3))
      desk.scan("1")
      #expect(try !says(3))
      desk.press(.function(3), .function(4))
      desk.scan("9921000000999", "2")
      #expect(try says(1))
      desk.press(.function(4))
      desk.scan("9921000000164", "4")
      #expect(try says(2))
    }
  }

  @Test(arguments: Language.allCases)
  func aReaderWithVeryManyItemsIsCountedToo(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164")
    for count in [114, 1_000, 10_000] {
      let more = count - desk.list.count
      desk.feed((0..<more).flatMap { [Event].scan("\(count * 1_000 + $0)") })
      for size in [Size.usual, .least, Size(columns: 132, rows: 43)] {
        desk.resize(size.columns, size.rows)
        let line = desk.surface.lines.first { $0.contains("9921000000164") }
        #expect(line?.contains(" \(count)") == true, "\(line ?? "")")
      }
    }
  }

  @Test func theFootCountsTheDay() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "1", "2")
    desk.press(.function(4))
    desk.scan("9921000000999", "3")
    desk.press(.function(3))
    desk.scan("1")
    #expect(desk.screen.contains("Today: 3 loans, 1 return, 2 readers"))
    desk.press(.function(2))
    #expect(desk.screen.contains("In OffCirc.dat: 4   Today: 3 loans, 1 ret"))
    // A deleted one is not counted, nor what was yesterday.
    desk.scan("2")
    desk.press(.function(8))
    #expect(desk.screen.contains("Today: 3 loans, 1 return, 2 readers"))
    desk.clock.advance(by: 86_400)
    desk.tick()
    #expect(desk.screen.contains("Today: 0 loans, 0 returns, 0 readers"))
  }

  @Test func itemsThatWaitForACardAreSeenUntilTheyHaveOne() throws {
    let pattern = try Pattern(#"\d{3}"#)
    var rules = ScanRules()
    rules.item.patterns = [pattern]
    rules.borrower.patterns = [try Pattern(#"99\d+"#)]
    let desk = try DeskSession(rules: rules)
    desk.scan("101", "102")
    desk.press(.function(1), .escape)
    desk.type("1")
    #expect(
      desk.screen.contains("2 items are waiting for their card: 101, 102"))
    desk.press(.escape)
    desk.press(.function(8))
    #expect(desk.screen.contains("1 item is waiting for its card: 101"))
    desk.scan("9921000000164")
    #expect(!desk.screen.contains("its card"))
    #expect(desk.list == ["loan 101 9921000000164"])
  }

  @Test func aDoubtfulNumberHasAMarkInTheList() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern(#"\d{3}"#)]
    let desk = try DeskSession(rules: rules)
    desk.scan("9921000000164", "101", "10x", "10x")
    #expect(desk.place(of: "10x ? ") != nil)
    #expect(desk.place(of: "101 ? ") == nil)
  }

  @Test func everyOtherReaderHasAnotherGround() throws {
    let desk = try DeskSession()
    for card in ["9921000000164", "9921000000172", "9921000000180"] {
      desk.press(.function(4))
      desk.scan(card, card.suffix(3) + "1", card.suffix(3) + "2")
    }
    let styles = ["1641", "1642", "1721", "1722", "1801"].map {
      desk.style(of: $0)
    }
    let (line, other) = (desk.palette[.line], desk.palette[.otherLine])
    #expect(styles == [line, line, other, other, line])
    // Scrolled, they keep it.
    for number in 1...30 { desk.scan("180\(number + 10)") }
    #expect(desk.style(of: "18040") == desk.palette[.selectedLine])
    #expect(desk.style(of: "18039") == line)
  }

  @Test(arguments: Language.allCases)
  func returnCanNotBeTakenForLoan(_ language: Language) throws {
    let word = language == .english ? "RETURN" : "RETOUR"
    let themes = [
      Palette(), Palette(depth: .basic), Palette(depth: .boldIsBright),
      Palette(.contrast, depth: .basic), Palette(.mono),
    ]
    for palette in themes {
      let desk = try DeskSession(language: language)
      desk.palette = palette
      let area = desk.station.layout.fields.itemField
      let field = Position(column: area.column + 5, row: area.row)
      let title = Position(column: 4, row: 0)
      let before = (desk.surface[field].style, desk.surface[title].style)
      #expect(!desk.surface.lines[0].contains(word))
      desk.press(.function(3))
      #expect(desk.surface.lines[0].contains(" – \(word)"))
      #expect(desk.surface[field].style != before.0)
      #expect(desk.surface[title].style != before.1)
      #expect(desk.surface.lines[0].hasPrefix("╔═"))
      #expect(desk.surface.lines[23].hasSuffix("═╝"))
      // The pages over it are of the same frame.
      for page in [Key.function(1), .function(5), .function(9)] {
        desk.press(page)
        #expect(desk.station.room != nil)
        #expect(desk.surface.lines[0].hasPrefix("╔═"))
        #expect(desk.surface[title].style != before.1)
        desk.press(.escape)
      }
      desk.press(.function(3))
      #expect(!desk.surface.lines[0].contains(word))
    }
  }

  @Test func aDeskNameThatIsTooLongIsShortened() throws {
    let name = String(repeating: "Bibliothèque ", count: 10)
    let desk = try DeskSession(language: .french, deskName: name)
    #expect(
      desk.surface.lines[0].contains("Offline Circulation – Bibliothèque Bib"))
    #expect(desk.surface.lines[0].contains("…"))
    #expect(desk.surface.lines[0].count == 80)
  }

  @Test(arguments: Language.allCases)
  func warningsThatHaveNoRoomAreCountedAndF9SaysThemAll(
    _ language: Language
  ) throws {
    let disk = TestDisk()
    disk.freeSpace = 0
    let yesterday = try DeskSession(disk: disk)
    yesterday.scan("9921000000164", "1")
    yesterday.press(.function(2))
    yesterday.clock.advance(by: 40 * 86_400)
    let desk = try DeskSession(
      size: .least, language: language, disk: disk, clock: yesterday.clock,
      copyFolder: TestDisk.key)
    let warnings = desk.station.warnings
    #expect(warnings.count == 4)
    let lines = desk.station.layout.warningLines
    // The red one comes first.
    #expect(lines.first?.kind == .refusal)
    let shown = warnings.count {
      desk.screen.withoutBreaks.contains($0.text.withoutBreaks)
    }
    #expect(shown < 4)
    let more = language.words.moreWarnings(4 - shown)
    #expect(desk.screen.contains(more))
    desk.press(.function(9))
    var page = desk.screen
    for _ in 0..<5 {
      desk.press(.pageDown)
      page += "\n" + desk.screen
    }
    for warning in warnings {
      let head = warning.text.wrapped(to: 56)[0]
      #expect(page.contains(head), "\(warning.text)")
    }
  }

  @Test func theWarningOfAnEarlierDayCanBePutAsideForTheDay() throws {
    let yesterday = try DeskSession()
    yesterday.scan("9921000000164", "1")
    yesterday.press(.function(2))
    yesterday.clock.advance(by: 86_400)
    let desk = try DeskSession(
      disk: yesterday.disk, clock: yesterday.clock, keepsLedger: true)
    #expect(desk.screen.contains("OffCirc.dat still has"))
    desk.press(.function(9))
    #expect(desk.screen.contains("F8: hide the warning"))
    desk.press(.function(8))
    #expect(!desk.screen.contains("F8: hide the warning"))
    desk.press(.escape)
    #expect(!desk.screen.contains("OffCirc.dat still has"))
    #expect(desk.list.isEmpty)
    // It holds when the station is opened again, and not tomorrow.
    #expect(try !desk.reopened().screen.contains("OffCirc.dat still has"))
    desk.clock.advance(by: 86_400)
    #expect(try desk.reopened().screen.contains("OffCirc.dat still has"))
  }

  @Test func aWipedRefusalCanBeReadAgain() throws {
    let desk = try DeskSession(
      size: Size(columns: 132, rows: 43), keepsLedger: true)
    desk.scan("é", "9921000000164", "101", "è", "102")
    #expect(!desk.notice.contains("Refused"))
    #expect(desk.screen.contains("09:05:00 Refused: è"))
    #expect(desk.screen.contains("09:05:00 Refused: é"))
    desk.resize(80, 24)
    #expect(!desk.screen.contains("Refused"))
    desk.press(.function(9), .end)
    #expect(desk.screen.contains("09:05:00 Refused: é"))
  }

  @Test func theRemarksOfABurstNameTheItemEachOnce() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101", "102", "103")
    desk.press(.function(3))
    desk.feed([Event].scan("101") + .scan("102") + .scan("103"))
    #expect(desk.notice.contains("102 was lent here at 09:05"))
    #expect(desk.notice.contains("103 was lent here at 09:05"))
    #expect(desk.notice.ranges(of: "103 was lent").count == 1)
  }

  @Test(arguments: Language.allCases)
  func aPasteShowsItsFirstLinesAndTheBorrower(_ language: Language) throws {
    for size in [Size.usual, .least] {
      let desk = try DeskSession(size: size, language: language)
      desk.scan("9921000000164")
      desk.feed([.paste((101...120).map { "\($0)\n" }.joined())])
      let words = language.words
      let borrower = try Barcode("9921000000164")
      #expect(desk.screen.contains(words.pasteTarget(borrower)))
      #expect(desk.screen.contains(words.pasteLine("101", as: .item)))
      #expect(desk.screen.contains(words.more(size == .usual ? 14 : 17)))
      #expect(desk.screen.contains(words.recordPaste))
    }
  }

  @Test func noTextIsWiderThanAnEyeCanFollow() throws {
    for columns in [132, 200] {
      let desk = try DeskSession(
        size: Size(columns: columns, rows: 60), keepsLedger: true)
      desk.disk.journalFailure = (.write, ENOSPC)
      desk.scan("9921000000164", "101")
      #expect(desk.station.layout.noticeLines.allSatisfy { $0.count <= 90 })
      #expect(desk.station.layout.list.area.width <= 90)
      for key in [1, 9] {
        desk.press(.function(key))
        #expect(try #require(desk.station.textWidth) <= 90)
        desk.press(.escape)
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theFirstPageOfHelpIsEnoughToWork(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.press(.function(1))
    let french = language == .french
    for text in [
      "F4", "F3", "F8", "F2", "F10", french ? "PAS enregistré" : "NOT recorded",
      french ? "blocage" : "blocks", french ? "renouvellement" : "renewals",
      french ? "réservation" : "holds", french ? "exclus du prêt" : "excluded",
    ] {
      #expect(desk.screen.contains(text), "\(text)")
    }
    #expect(desk.surface.lines[2].contains("F4"))
  }
}

extension String {
  fileprivate var withoutBreaks: String {
    filter { !$0.isWhitespace && $0 != "│" }
  }
}
