import Support
import Testing
import Textbooks

@testable import Circulation
@testable import Station

/// Several desks hand out the books of one class.
struct SharedHandOutTests {
  @Test func whatAnotherDeskHasGivenIsGiven() throws {
    let session = try SchoolClass().desk()
    #expect(session.turn == "ADAM Léa: Anglais 4e")
    let desk = session.station.desk
    let loan = Transaction.loan(
      of: try Barcode(SchoolClass.copy(0, of: 0)),
      to: try Barcode(SchoolClass.card(0)), at: desk.clock.now())
    var bytes: [UInt8] = []
    JournalFormat.append(
      .recorded(loan), sequence: 1, at: loan.recorded, to: &bytes)
    var neighbours = Neighbours()
    neighbours.take(bytes.dropLast(), sequence: 1, of: "a", at: "Desk 2")
    desk.add(NeighbourFollower(neighbours))
    session.tick()
    #expect(session.turn == "BAH Moussa: Anglais 4e")
    #expect(session.handOutRoom.handOut.openCount == 153)
    #expect(session.list.isEmpty)
  }
}
