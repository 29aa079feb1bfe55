import Testing

@testable import Sharing
@testable import Station

// The database that desks share, before an outage.
extension ReadyTests {
  private func status(last: Int, waiting: Int = 0) -> ShareStatus {
    ShareStatus(
      station: "a1b2c3", desk: "Annexe", role: "desk1", heard: Value.time,
      last: last, waitingCount: waiting, clockLead: 0, isOwn: true)
  }

  private func count(
    _ stations: [ShareStatus], station: String? = "a1b2c3", last: Int
  ) -> Int? {
    switch ReadyFinding.finding(of: stations, station: station, last: last) {
    case .shared: 0
    case .unshared(let count): count
    case .shareFailed(.ahead(_, let count)): -count
    default: nil
    }
  }

  @Test func theSharedDatabaseIsComparedWithTheJournal() {
    #expect(count([status(last: 7)], last: 7) == 0)
    #expect(count([status(last: 4)], last: 7) == 3)
    // Another desk's lines are no help.
    #expect(count([status(last: 7)], station: "d4e5f6", last: 2) == 2)
    #expect(count([], station: nil, last: 0) == 0)
    // What was sent may have been deleted from it since.
    #expect(count([status(last: 0)], last: 7) == 0)
    #expect(count([status(last: 0, waiting: 2)], last: 7) == 2)
    // A journal that lost its end, or an older copy of the folder.
    #expect(count([status(last: 9)], last: 7) == -2)
  }

  @Test func aDatabaseThatIsAwayIsNoFaultAndOneThatRefusesIs() {
    func verdict(_ error: ShareError) -> ReadyVerdict {
      ReadyFinding.shareFailed(error).verdict
    }
    #expect(verdict(.unreachable(reason: "")) == .check)
    #expect(verdict(.notAdmitted(reason: "")) == .fail)
    #expect(verdict(.notPrepared) == .fail)
    #expect(verdict(.ahead(station: "a1b2c3", count: 2)) == .fail)
    #expect(ReadyFinding.unshared(3).verdict == .check)
  }
}
