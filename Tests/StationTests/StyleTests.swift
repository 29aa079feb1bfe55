import Settings
import Terminal
import Testing

@testable import Station

/// What looks how, in colours and without.
struct StyleTests {
  private let colors = Palette(depth: .basic)
  private let monochrome = Palette(.mono)

  private func desk(_ palette: Palette) throws -> DeskSession {
    let desk = try DeskSession()
    desk.palette = palette
    return desk
  }

  @Test func whiteOnBlueIsTheGround() throws {
    let desk = try desk(colors)
    #expect(
      desk.surface[Position(column: 1, row: 1)].style
        == .color(.white, on: .blue))
    #expect(desk.style(of: "┌") == .color(.white, on: .blue))
    #expect(
      desk.style(of: "Offline Circulation")
        == .color(.white, on: .blue).bold)
  }

  @Test func withoutColoursNoCellHasAny() throws {
    let desk = try desk(monochrome)
    desk.scan("9921000000164", "101", "é")
    for page in [nil, Key.function(1), .function(10)] {
      if let page { desk.press(page) }
      for row in 0..<24 {
        #expect(desk.surface.row(row).allSatisfy { $0.style.colors == nil })
      }
    }
  }

  @Test func fieldsAreDarkOnLightOrReversed() throws {
    for (palette, style) in [
      (colors, Style.color(.black, on: .white)), (monochrome, .plain.reversed),
    ] {
      let desk = try desk(palette)
      desk.type("99")
      for area in [
        desk.station.layout.fields.borrowerField,
        desk.station.layout.fields.itemField,
      ] {
        for column in area.column..<area.column + area.width {
          let cell = desk.surface[Position(column: column, row: area.row)]
          #expect(cell.style == style)
        }
      }
    }
  }

  @Test func aDisabledBorrowerLooksDisabled() throws {
    for palette in [colors, monochrome] {
      let desk = try desk(palette)
      let area = desk.station.layout.fields.borrowerField
      desk.press(.function(3))
      #expect(desk.style(of: "Borrower:") == palette[.disabled])
      let cell = desk.surface[Position(column: area.column, row: area.row)]
      #expect(cell.style == palette[.disabledField])
      #expect(palette[.disabledField] != palette[.field])
    }
  }

  @Test func aDisabledButtonHasNoBracketsAndLooksDisabled() throws {
    for palette in [colors, monochrome] {
      let desk = try desk(palette)
      #expect(desk.place(of: " Loan Enter ") != nil)
      #expect(desk.place(of: "[Loan") == nil)
      #expect(desk.style(of: "Loan Enter") == palette[.disabled])
      #expect(desk.style(of: "Save To File") == palette[.disabled])
      desk.scan("9921000000164")
      desk.type("101")
      #expect(desk.place(of: "[Loan Enter]") != nil)
      #expect(desk.style(of: "[Loan Enter]") == palette[.button])
      #expect(palette[.button] != palette[.disabled])
    }
  }

  @Test func theFocusIsSeenInColoursAndWithout() throws {
    for palette in [colors, monochrome] {
      let desk = try desk(palette)
      desk.scan("9921000000164", "101")
      desk.type("102")
      for _ in Control.tabOrder {
        desk.press(.tab)
        let marks = desk.surface.lines.map { $0.filter { $0 == "▸" }.count }
          .reduce(0, +)
        // One for the focus, one for the transaction that is chosen.
        #expect(marks == 2, "\(desk.focus)")
        switch desk.focus {
        case .borrower, .item:
          let name = desk.focus == .borrower ? "▸Borrower:" : "▸Item barcode:"
          #expect(desk.style(of: name) == palette[.focusedLabel])
        case .operation:
          #expect(
            desk.style(of: "▸Choose transaction:") == palette[.focusedLabel])
        case .list:
          #expect(desk.place(of: "▸Barcode") != nil)
          #expect(desk.style(of: "▸101") == palette[.focusedLine])
        case .clear, .record, .save, .delete, .help, .close:
          let button = try #require(
            desk.station.layout.button(of: desk.focus))
          let text = "[\(button.label.text)]"
          #expect(desk.place(of: "▸\(text)") != nil)
          #expect(desk.style(of: text) == palette[.focusedButton])
        }
      }
      #expect(palette[.focusedButton] != palette[.button])
      #expect(palette[.focusedLabel] != palette[.label])
      #expect(palette[.focusedLine] != palette[.selectedLine])
      #expect(palette[.selectedLine] != palette[.line])
    }
    #expect(monochrome[.focusedButton].isReversed)
    #expect(monochrome[.focusedLine].isReversed)
  }

  @Test func theCursorIsBehindWhatWasTyped() throws {
    let desk = try desk(colors)
    let area = desk.station.layout.fields.borrowerField
    desk.type("992")
    #expect(
      desk.surface.cursor
        == Position(column: area.column + 3, row: area.row))
    desk.type(String(repeating: "1", count: 100))
    #expect(
      desk.surface.cursor
        == Position(column: area.column + area.width - 1, row: area.row))
  }

  @Test func refusalsAreRedOverTheWholeLineOrAtItsEndsOrReversed() throws {
    let red = Style.color(.white, on: .red)
    for (palette, style, edge) in [
      (Palette(depth: .boldIsBright), red.bold, red.bold),
      (colors, .color(.black, on: .white), red),
      (monochrome, .plain.reversed.bold, .plain.reversed.bold),
    ] {
      let desk = try desk(palette)
      desk.scan("é")
      let place = try #require(desk.place(of: "Refused: é"))
      for column in 2..<78 {
        #expect(
          desk.surface[Position(column: column, row: place.row)].style == style)
      }
      for column in [1, 78] {
        #expect(
          desk.surface[Position(column: column, row: place.row)].style == edge)
      }
      desk.scan("9921000000164", "101")
      #expect(desk.style(of: "Recorded:") == palette[.recorded])
      #expect(desk.style(of: "Recorded:") != style)
    }
  }

  @Test(arguments: Language.allCases)
  func theLetterThatAltTakesIsUnderlined(_ language: Language) throws {
    for palette in [colors, monochrome] {
      let desk = try DeskSession(language: language)
      desk.palette = palette
      desk.scan("9921000000164", "101")
      desk.type("102")
      for button in desk.station.layout.buttons {
        var underlined = ""
        for column in 0..<button.area.width {
          let cell = desk.surface[
            Position(
              column: button.area.column + column, row: button.area.row)]
          if cell.style.isUnderlined {
            underlined.unicodeScalars.append(cell.character)
          }
        }
        #expect(
          underlined.lowercased() == button.mnemonic.map(String.init),
          "\(button.text)")
      }
    }
  }

  @Test func aNumberThatGivesWayLooksSelected() throws {
    let desk = try desk(colors)
    desk.press(.tab)
    desk.scan("101", "9921000000164")
    let area = desk.station.layout.fields.itemField
    let cell = desk.surface[Position(column: area.column, row: area.row)]
    #expect(cell.character == "1")
    #expect(cell.style == colors[.selectedField])
    #expect(colors[.selectedField] != colors[.field])
    #expect(monochrome[.selectedField] != monochrome[.field])
  }

  @Test func theChoiceIsSeenWithoutColours() throws {
    let desk = try desk(monochrome)
    #expect(desk.place(of: "(•) Loan   ( ) Return") != nil)
    desk.press(.function(3))
    #expect(desk.place(of: "( ) Loan   (•) Return") != nil)
  }

  @Test func everyRoleOfTheScreenHasAColour() {
    for role in Palette.Role.allCases {
      #expect(colors[role].colors != nil, "\(role)")
    }
  }
}
