import Circulation
import Testing

@testable import Textbooks

/// Whose turn it is when a class gets its books.
struct HandOutTests {
  /// Four pupils and three titles; the last title is a course of the first and
  /// the last pupil.
  private func handOut() throws -> HandOut {
    HandOut(
      pupils: try (0..<4).map { number in
        HandOut.Pupil(
          number: try Barcode("P\(number)"), name: "Pupil \(number)",
          titles: number % 3 == 0 ? [0, 1, 2] : [0, 1])
      },
      titles: ["French", "Maths", "Latin"])
  }

  private typealias Turn = HandOut.Turn

  /// Gives out all in an order, and returns whose turn each was.
  private func givingOut(
    _ handOut: inout HandOut, in order: HandOut.Order
  ) -> [String] {
    var turns: [String] = []
    while let turn = handOut.turn(in: order), turns.count < 99 {
      handOut.give(turn.title, to: turn.pupil)
      turns.append("\(turn.pupil)\(turn.title)")
    }
    return turns
  }

  @Test func oneTitleComesAfterTheOther() throws {
    var handOut = try handOut()
    #expect(
      givingOut(&handOut, in: .byTitle)
        == ["00", "10", "20", "30", "01", "11", "21", "31", "02", "32"])
    #expect(handOut.openCount == 0)
    #expect(handOut.order == .byTitle)
  }

  @Test func onePupilComesAfterTheOther() throws {
    var handOut = try handOut()
    #expect(
      givingOut(&handOut, in: .byPupil)
        == ["00", "01", "02", "10", "11", "20", "21", "30", "31", "32"])
    #expect(handOut.order == .byPupil)
  }

  @Test(arguments: HandOut.Order.allCases)
  func theOrderIsKnownFromWhatWasGivenAfterEachButTheFirst(
    _ order: HandOut.Order
  ) throws {
    var handOut = try handOut()
    for count in 1...9 {
      let turn = try #require(handOut.turn(in: order))
      handOut.give(turn.title, to: turn.pupil)
      if count > 1 { #expect(handOut.order == order, "after \(count)") }
    }
  }

  @Test func whoIsAbsentIsPassedOverAndIsNextOnceThere() throws {
    var handOut = try handOut()
    handOut.give(0, to: 0)
    handOut.skip(1, nil, isPassedOver: true)
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 2, title: 0))
    handOut.give(0, to: 2)
    handOut.skip(1, nil, isPassedOver: false)
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 1, title: 0))
    handOut.give(0, to: 1)
    // Who stands before was served.
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 3, title: 0))
  }

  @Test func whoGetsABookIsThere() throws {
    var handOut = try handOut()
    handOut.skip(1, nil, isPassedOver: true)
    handOut.give(1, to: 1)
    #expect(handOut.absent.isEmpty)
  }

  @Test func whatAPupilDoesNotGetIsPassedOver() throws {
    var handOut = try handOut()
    handOut.skip(0, 0, isPassedOver: true)
    #expect(handOut.stage(of: 0, 0) == .refused)
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 1, title: 0))
    #expect(handOut.turn(in: .byPupil) == Turn(pupil: 0, title: 1))
    #expect(handOut.openCount == 9)
    handOut.skip(0, 0, isPassedOver: false)
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 0, title: 0))
    #expect(handOut.turn(in: .byPupil) == Turn(pupil: 0, title: 0))
  }

  @Test func whatAPupilHasIsNotGiven() throws {
    var handOut = try handOut()
    handOut.note(heldBy: 0, 0, keeps: false)
    handOut.note(heldBy: 0, 2, keeps: true)
    #expect(handOut.openCount == 8)
    #expect(handOut.stage(of: 0, 2) == .kept)
    #expect(handOut.turn(in: .byTitle) == Turn(pupil: 1, title: 0))
    // Lent again, it is as before.
    handOut.give(0, to: 0)
    #expect(handOut.stage(of: 0, 0) == .held)
    #expect(handOut.givenCount == 0)
    #expect(handOut.counts(of: 0).given == 0)
    #expect(handOut.counts(of: 0).all == 3)
  }

  @Test func whoWasLeftOutByHandComesAtTheEndOfTheTitle() throws {
    var handOut = try handOut()
    handOut.give(0, to: 2)
    #expect(
      givingOut(&handOut, in: .byTitle).prefix(4) == ["30", "00", "10", "01"])
  }

  @Test func aCopyOfAnotherTitleIsToldFromTheRightOne() throws {
    var handOut = try handOut()
    let turn = Turn(pupil: 1, title: 0)
    #expect(
      handOut.meaning(of: 0, at: turn, in: .byTitle) == .gives(title: 0))
    #expect(
      handOut.meaning(of: 1, at: turn, in: .byTitle) == .isOther(title: 1))
    #expect(
      handOut.meaning(of: nil, at: turn, in: .byTitle) == .isOther(title: nil))
    // All titles of a pupil lie before him.
    #expect(
      handOut.meaning(of: 1, at: turn, in: .byPupil) == .gives(title: 1))
    #expect(
      handOut.meaning(of: 2, at: turn, in: .byPupil)
        == .isNotNeeded(title: 2))
    handOut.give(0, to: 1)
    #expect(
      handOut.meaning(of: 0, at: turn, in: .byTitle)
        == .isNotNeeded(title: 0))
  }

  @Test func aTitleThatAPupilDoesNotUseCountsForNothing() throws {
    var handOut = try handOut()
    handOut.give(2, to: 1)
    #expect(handOut.stage(of: 1, 2) == .notTaken)
    #expect(handOut.givenCount == 0)
    #expect(handOut.openCount == 10)
  }

  @Test func aClassWithoutPupilsHasNoTurn() {
    let handOut = HandOut(pupils: [], titles: ["French"])
    #expect(handOut.turn(in: .byTitle) == nil)
    #expect(handOut.turn(in: .byPupil) == nil)
  }
}
