import Circulation
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The mouse clicks everything that can be clicked.
struct MouseTests {
  struct Place: CustomTestStringConvertible {
    let size: Size
    let language: Language

    var testDescription: String {
      "\(size.columns)×\(size.rows) \(language.rawValue)"
    }
  }

  static let places = Language.allCases.flatMap { language in
    [Size.usual, .least, Size(columns: 132, rows: 43)].map {
      Place(size: $0, language: language)
    }
  }

  /// A desk where every control is enabled.
  private func desk(_ place: Place) throws -> DeskSession {
    let desk = try DeskSession(size: place.size, language: place.language)
    desk.scan("9921000000164", "101")
    desk.type("102")
    return desk
  }

  @Test(arguments: places)
  func everyButtonIsPressedFromItsFirstCellToItsLast(_ place: Place) throws {
    let buttons = try desk(place).station.layout.buttons
    #expect(buttons.count == 6)
    for button in buttons {
      for column in [
        button.area.column, button.area.column + button.area.width - 1,
      ] {
        let desk = try desk(place)
        desk.click(column: column, row: button.area.row)
        switch button.control {
        case .clear: #expect(desk.borrower.isEmpty)
        case .record: #expect(desk.list.count == 2)
        case .save: #expect(try desk.savedLines.count == 1)
        case .delete: #expect(desk.list.isEmpty)
        case .help: #expect(desk.station.showsHelp)
        case .close: #expect(desk.station.isClosing)
        default: Issue.record("\(button.control) is no button")
        }
        if button.control != .help, button.control != .close {
          #expect(desk.station.room == nil)
        }
      }
    }
  }

  @Test(arguments: places)
  func aClickOnAChoiceChooses(_ place: Place) throws {
    let desk = try desk(place)
    let words = place.language.words
    #expect(desk.click(on: "( ) \(words.name(of: Operation.return))"))
    #expect(desk.station.desk.operation == .return)
    #expect(desk.click(on: "( ) \(words.name(of: Operation.loan))"))
    #expect(desk.station.desk.operation == .loan)
  }

  @Test(arguments: places)
  func aClickInAFieldGoesThereAndASecondMovesTheCursor(
    _ place: Place
  ) throws {
    let desk = try DeskSession(size: place.size, language: place.language)
    let layout = desk.station.layout
    desk.type("9921")
    desk.click(
      column: layout.fields.borrowerField.column + 2,
      row: layout.fields.borrowerField.row)
    #expect(
      desk.surface.cursor.column == layout.fields.borrowerField.column + 2)
    desk.click(
      column: layout.fields.itemField.column + 5,
      row: layout.fields.itemField.row)
    #expect(desk.focus == .item)
    desk.type("37000")
    desk.click(
      column: layout.fields.itemField.column + 2,
      row: layout.fields.itemField.row)
    desk.type("x")
    #expect(desk.item == "37x000")
  }

  @Test(arguments: places)
  func aClickInTheListChoosesItsTransaction(_ place: Place) throws {
    let desk = try DeskSession(size: place.size, language: place.language)
    desk.scan("9921000000164")
    desk.feed((101...200).flatMap { [Event].scan("\($0)") })
    let column = desk.station.layout.list.columns[0]
    let name = place.language.words.name(of: Operation.loan)
    let gap = String(repeating: " ", count: column.width + 2 - 3)
    #expect(desk.click(on: "199\(gap)\(name)"))
    #expect(desk.focus == .list)
    #expect(desk.selected == "loan 199 9921000000164")
    desk.press(.delete)
    #expect(desk.place(of: "199\(gap)\(name)") == nil)
    #expect(desk.list.count == 99)
  }

  @Test func aClickedTransactionStaysUnderThePointer() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.feed((101...140).flatMap { [Event].scan("\($0)") })
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.home)
    let place = try #require(desk.place(of: "104 "))
    desk.click(on: "104 ")
    #expect(desk.selected == "loan 104 9921000000164")
    #expect(desk.place(of: "104 ") == place)
  }

  @Test func disabledControlsTakeNoClick() throws {
    let desk = try DeskSession()
    let layout = desk.station.layout
    let before = desk.screen
    for control in [Control.record, .save, .delete] {
      let area = try #require(layout.button(of: control)?.area)
      desk.click(column: area.column + 1, row: area.row)
    }
    desk.click(column: layout.list.area.column, row: layout.list.area.row)
    #expect(desk.screen == before)
  }

  @Test func clicksElsewhereDoNothing() throws {
    let desk = try desk(Place(size: .usual, language: .english))
    let layout = desk.station.layout
    let areas =
      layout.buttons.map(\.area) + [
        layout.choice.options[0].area, layout.choice.options[1].area,
        layout.fields.borrowerField,
        layout.fields.itemField, layout.list.area,
      ]
    let before = desk.screen
    for row in 0..<24 {
      for column in 0..<80 {
        let place = Position(column: column, row: row)
        if areas.contains(where: { $0.contains(place) }) { continue }
        desk.feed([.click(place)])
      }
    }
    #expect(desk.screen == before)
  }
}
