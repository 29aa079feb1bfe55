import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Any screen from 60×16 up, resized at any time.
struct SizeTests {
  @Test func aScreenTooSmallSaysHowLargeItMustBe() throws {
    let desk = try DeskSession(size: Size(columns: 40, rows: 10))
    #expect(
      desk.screen == """
        Window too small (40×10). Make it at
        least 60×16. Scans are still recorded.








        """)
  }

  @Test func aScreenTooSmallSaysSoInFrench() throws {
    let desk = try DeskSession(
      size: Size(columns: 40, rows: 10), language: .french)
    #expect(
      desk.screen == """
        Fenêtre trop petite (40×10).
        Agrandissez-la à 60×16 au moins. Les
        numéros scannés sont quand même
        enregistrés.






        """)
  }

  @Test func workGoesOnWhileTheScreenIsTooSmall() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.resize(30, 6)
    desk.feedSlowly(.scan("37000034179"))
    desk.scan("3700003418é")
    #expect(desk.bells == [1])
    desk.scan("37000034180")
    #expect(try desk.journal.count == 2)
    desk.resize(80, 24)
    #expect(desk.place(of: "37000034179") != nil)
    #expect(desk.place(of: "Unsaved: 2") != nil)
  }

  @Test func bothSidesOfTheLeastSize() throws {
    for (columns, rows, fits) in [
      (60, 16, true), (59, 16, false), (60, 15, false), (200, 15, false),
      (59, 60, false),
    ] {
      let desk = try DeskSession(size: Size(columns: columns, rows: rows))
      #expect((desk.place(of: "Borrower:") != nil) == fits)
    }
  }

  @Test func resizingChangesOnlyThePlaces() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.feed((101...140).flatMap { [Event].scan("\($0)") })
    desk.type("141")
    let before = desk.screen
    for (columns, rows) in [(200, 60), (1, 1), (60, 16), (72, 22), (71, 21)] {
      desk.resize(columns, rows)
      #expect(desk.surface.size == Size(columns: columns, rows: rows))
    }
    desk.resize(80, 24)
    #expect(desk.screen == before)
  }

  @Test(arguments: Language.allCases)
  func allIsOnTheScreenAtEverySizeThatFits(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164", "37000034179")
    desk.type("37000034180")
    let words = language.words
    for columns in [60, 61, 65, 70, 71, 72, 73, 79, 80, 81, 100, 132, 200] {
      for rows in [16, 17, 20, 21, 22, 23, 24, 25, 43, 60] {
        desk.resize(columns, rows)
        let layout = desk.station.layout
        for button in layout.buttons {
          #expect(desk.place(of: "[\(button.text)]") != nil)
        }
        for text in [
          words.title, words.label(words.borrower),
          words.label(layout.fields.itemName),
          words.label(words.chooseTransaction), words.barcodeHeading,
          words.operationHeading, words.timeHeading,
          words.unsaved(1), "2018 09:05",
        ] {
          #expect(
            desk.place(of: text) != nil, "\(text) at \(columns)×\(rows)")
        }
        #expect(desk.place(of: "9921000000164") != nil)
        #expect(desk.place(of: "37000034180") != nil)
        #expect(desk.place(of: "09:05:00") != nil)
        #expect(Self.areasOverlap(layout) == false)
        #expect(desk.surface.lines.allSatisfy { $0.count == columns })
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theQuestionAndTheFootOfHelpFitTheSmallestScreen(
    _ language: Language
  ) throws {
    let desk = try DeskSession(size: .least, language: language)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(1))
    #expect(desk.place(of: language.words.pageFooter) != nil)
    desk.press(.function(10))
    for waits in [false, true] {
      if waits {
        desk.disk.journalFailure = (.write, EIO)
        desk.scan("37000034180")
      }
      let question = try #require(desk.station.question)
      let end = question.area.column + question.area.width
      #expect(question.answers.count == 3)
      for answer in question.answers {
        #expect(answer.area.column + answer.area.width < end, "\(answer.text)")
        #expect(desk.place(of: answer.text) != nil)
      }
      #expect(question.area.row + question.area.height <= 16)
    }
  }

  private static func areasOverlap(_ layout: DeskLayout) -> Bool {
    let areas =
      layout.buttons.map(\.area) + [
        layout.fields.borrowerField, layout.fields.itemField,
        layout.choice.options[0].area,
        layout.choice.options[1].area, layout.list.area,
        Area(
          column: 2, row: layout.noticeRow, width: layout.size.columns - 4,
          height: max(layout.noticeLines.count, 1)),
      ]
    return areas.enumerated().contains { index, area in
      areas[(index + 1)...].contains { other in
        area.row < other.row + other.height
          && other.row < area.row + area.height
          && area.column < other.column + other.width
          && other.column < area.column + area.width
      }
    }
  }

  @Test func clicksAndPagesOnScreensTooSmallDoNothing() throws {
    for (columns, rows) in [(1, 1), (3, 2), (10, 5), (27, 9), (59, 16)] {
      let desk = try DeskSession()
      desk.scan("9921000000164", "37000034179")
      for page in [nil, Key.function(1), .function(10)] {
        desk.resize(80, 24)
        if let page { desk.press(page) }
        let before = desk.screen
        desk.resize(columns, rows)
        for row in 0..<rows {
          for column in 0..<columns { desk.click(column: column, row: row) }
        }
        #expect(!desk.screen.isEmpty)
        desk.resize(80, 24)
        #expect(desk.screen == before)
        #expect(!desk.isClosed)
        desk.press(.escape)
      }
    }
  }
}
