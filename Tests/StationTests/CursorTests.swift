import Scanning
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The cursor is on what has the focus, where a braille display or a screen
/// reader looks for it.
struct CursorTests {
  @Test(arguments: Language.allCases, [Size.usual, .least])
  func theCursorIsOnEveryControl(
    _ language: Language, _ size: Size
  ) throws {
    let desk = try DeskSession(size: size, language: language)
    desk.scan("9921000000164", "101", "102")
    desk.type("103")
    var places: Set<Position> = []
    for _ in Control.tabOrder {
      desk.press(.tab)
      let cursor = desk.surface.cursor
      places.insert(cursor)
      let layout = desk.station.layout
      switch desk.focus {
      case .borrower: #expect(layout.fields.borrowerField.contains(cursor))
      case .item: #expect(layout.fields.itemField.contains(cursor))
      case .operation: #expect(cursor.row == layout.choice.position.row)
      case .list:
        #expect(layout.list.area.contains(cursor))
        #expect(desk.surface.lines[cursor.row].contains("▸102"))
      case .clear, .record, .save, .delete, .help, .close:
        let button = try #require(layout.button(of: desk.focus))
        #expect(cursor.row == button.area.row)
        #expect(cursor.column == button.area.column - 1)
      }
      if !desk.focus.isField {
        #expect(desk.surface[cursor].character == "▸", "\(desk.focus)")
      }
    }
    #expect(places.count == Control.tabOrder.count)
  }

  @Test func theCursorGoesWithTheLineOfTheList() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101", "102", "103")
    desk.press(.tab, .tab)
    #expect(desk.focus == .list)
    for item in ["103", "102", "101"] {
      let cursor = desk.surface.cursor
      #expect(desk.surface.lines[cursor.row].contains("▸\(item) "))
      desk.press(.up)
    }
  }

  @Test(arguments: Language.allCases)
  func theCursorIsOnTheFirstLineOfAPageOrQuestion(
    _ language: Language
  ) throws {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164", "101")
    for key in [1, 9] {
      desk.press(.function(key))
      #expect(desk.surface.cursor == Position(column: 2, row: 1))
      desk.press(.escape)
    }
    desk.press(.function(10))
    let first = language == .english ? "1 transaction is" : "1 transaction n'"
    #expect(desk.surface.cursor == desk.place(of: first))
    desk.press(.escape)
    desk.feed([.paste("1\n2\n")])
    #expect(
      desk.surface.cursor
        == desk.place(of: language == .english ? "2 lines." : "2 lignes."))
  }

  @Test func theCursorIsOnWhatTheScannerPageAsksFor() throws {
    let station = Station(
      testingScanner: ScanRules(), size: .usual,
      words: Language.english.words, settings: "settings.toml",
      write: { _ in })
    let surface = station.view(Palette())
    #expect(surface.cursor == Position(column: 2, row: 1))
    #expect(surface.lines[1].contains("Scan a borrower's card."))
  }
}
