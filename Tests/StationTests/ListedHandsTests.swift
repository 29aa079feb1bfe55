import Catalogue
import Seeded
import Terminal
import Testing

@testable import Station

/// Hands at random on a desk that knows its lists: behind its rooms, every scan
/// is recorded once.
struct ListedHandsTests {
  @Test func everyScanIsRecordedOnceWhateverRoomIsOpen() throws {
    var random = SeededGenerator(seed: 144)
    let first = 37_000_000_000
    let items =
      "Barcode;Titre;Cote\n"
      + (first..<first + 1_000).map { "\($0);Titre \($0);M\($0 % 100)\n" }
      .joined()
    let desk = try KnownLists([
      (.items, items), (.borrowers, KnownLists.borrowers),
    ]).desk()
    desk.scan("9921000000164")
    var scanned = 0
    var expected = 0
    while scanned < 1_000 {
      let keys: [Key] = [
        .function(5), .function(6), .function(7), .function(12), .escape,
        .up, .down, .pageUp, .pageDown,
      ]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        desk.press(keys.randomElement(using: &random) ?? .escape)
      }
      // A room with a field takes one scan as its answer.
      let isAnswer = desk.station.rooms.last?.field != nil
      desk.scan("\(first + scanned)")
      scanned += 1
      if isAnswer { desk.press(.escape) } else { expected += 1 }
      #expect(
        desk.list.count == expected,
        "\(desk.station.roomNames) \(desk.notice)")
      if desk.list.count != expected { return }
      if scanned.isMultiple(of: 50) { _ = desk.surface }
    }
    #expect(expected > 500)
    #expect(try desk.journal == desk.list)
  }
}
