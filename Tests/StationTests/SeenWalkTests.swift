import Seeded
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// A desk at which anything is scanned anywhere, and which learns from it.
struct SeenWalkTests {
  @Test func whateverIsScannedNothingIsTakenUnsaidOrRefusedForGood() throws {
    var random = SeededGenerator(seed: 20_261_126)
    let desk = try DeskSession()
    let cards = (0..<12).map { "99210000\(20_000 + 7 * $0)" } + ["S1234"]
    let items =
      (0..<20).map { "370000\(40_000 + $0)" } + ["R4711", "OTOLO104602"]
    let odd = [
      "otolo104602", "4711", "b37000040001", "3 70000 40002",
      "3700004000337000040004", "037000040005", "12", "2266320483",
    ]
    var askedCount = 0
    for step in 1...1_500 {
      // What was asked is not asked of the next number.
      desk.press(.function(9), .escape)
      if Int.random(in: 0...9, using: &random) == 0 {
        let keys: [Key] = [.function(3), .function(8), .function(2)]
        desk.press(keys.randomElement(using: &random) ?? .function(2))
      }
      if Int.random(in: 0...3, using: &random) == 0 { desk.press(.function(4)) }
      let usual =
        desk.station.nextField == .borrower ? cards : items
      let all = Int.random(in: 0...5, using: &random) > 0 ? usual : cards
      let number =
        (Int.random(in: 0...9, using: &random) == 0 ? odd + items : all)
        .randomElement(using: &random) ?? ""
      let isCard = desk.station.nextField == .borrower
      let isOwn =
        !isCard && desk.borrower == number
        && desk.station.desk.operation == .loan
      let isLoan = desk.station.desk.operation == .loan
      let (count, heldCount) = (
        desk.list.count, desk.station.itemsAwaitingCard.count
      )
      func isTaken() -> Bool {
        isCard ? desk.borrower == number : desk.list.count == count + 1
      }
      func isTakenForTheOther() -> Bool {
        isCard
          ? desk.station.itemsAwaitingCard.count == heldCount + 1
          : !isOwn && desk.borrower == number && desk.list.count == count
      }
      let insists = Bool.random(using: &random)
      var tries = 0
      while tries < 4, !isTaken(), !isTakenForTheOther() {
        desk.clock.advance(by: 5)
        let seemsOther = desk.station.confirmation?.seemsOther ?? false
        if seemsOther, insists || !isLoan {
          desk.press(.enter)
        } else {
          desk.scan(number)
        }
        tries += 1
        // What is not taken is said, and heard.
        #expect(
          isTaken() || isTakenForTheOther()
            || desk.station.notice.kind == .refusal
              && desk.bells == [1],
          "step \(step): \(number)")
        #expect(!seemsOther || isTaken() == (insists || !isLoan))
      }
      if tries > 1 { askedCount += 1 }
      #expect(
        (isTaken() || isTakenForTheOther()) != isOwn,
        "step \(step): \(number), \(desk.notice)")
      #expect(desk.list.count <= count + heldCount + 1)
      if step.isMultiple(of: 250) { #expect(try desk.journal == desk.list) }
    }
    #expect(askedCount > 20)
  }
}
