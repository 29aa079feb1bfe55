import Catalogue
import Circulation
import Settings
import Terminal
import Testing

@testable import Station

/// The copies of a whole school that come back in a day.
struct MassReturnTests {
  @Test func fiveHundredReturnsTakeNoMoreThanAScanEachAndAKeyForEachWorse()
    throws
  {
    let count = 500
    let items =
      "Barcode;Titre;Prix du manuel;N° statut\n"
      + (0..<count).map { "\(3_100_000 + $0);Maths;30,00;2\n" }.joined()
    var textbooks = TextbookSettings()
    textbooks.notesStates = true
    let desk = try KnownLists([(kind: .items, text: items)])
      .desk(textbooks: textbooks)
    var acts = 0
    desk.press(.function(3))
    for number in 0..<count {
      desk.scan("\(3_100_000 + number)")
      acts += 1
      // 15 % are worse by one grade.
      guard number % 20 < 3 else { continue }
      desk.press(.right)
      acts += 1
    }
    #expect(acts <= 575)
    let room = desk.station.desk
    #expect(room.unsaved.count == count)
    #expect(
      room.unsaved.compactMap { room.condition(ofReturn: $0.sequence) }
        == Array(repeating: 3, count: 75))
    #expect(desk.place(of: "2→3") == nil)
    desk.press(.up, .up)
    #expect(desk.place(of: "at start: 2 good") != nil)
  }
}
