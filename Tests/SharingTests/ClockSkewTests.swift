import Circulation
import Support
import Testing

@testable import Sharing

private let year = 365 * 86_400

/// Clocks that are a year apart are said, and change nothing of what is shared.
@Suite(.needsPostgres)
struct ClockSkewTests {
  private let database: SharedDatabase
  private let first = SharedDesk()
  private let second = SharedDesk()

  init() throws { database = try SharedDatabase() }

  private func clock(ahead seconds: Int) -> WallClock {
    WallClock { WallClock.system.now().later(by: Int64(seconds)) }
  }

  /// Expects a line that was heard to be of now on the desk's own clock.
  private func expectNow(_ line: Neighbours.Line?, at desk: Desk) throws {
    let recorded = try #require(line).transaction.recorded
    let age = desk.clock.now().seconds(since: recorded)
    #expect(age.magnitude < 3_600)
  }

  /// Returns what the second desk hears at first.
  private func heard() throws -> Neighbours {
    var hearing = try Hearing(
      besides: "", on: database.connection(of: "desk2"))
    var neighbours = Neighbours()
    try hearing.ask(after: [:]) { line in
      neighbours.take(
        line.bytes, sequence: line.sequence, of: line.station, at: line.desk,
        ahead: line.clockLead)
    }
    return neighbours
  }

  @Test(arguments: [year, -year])
  func aYearOfSkewIsSaidAndEachDeskShowsItsOwnTime(lead: Int) async throws {
    let (wrong, sharer) = try first.open(
      sharingWith: database.address(of: "desk1"), clock(ahead: lead))
    let (right, other) = try second.open(
      sharingWith: database.address(of: "desk2"))
    try await wait {
      sharer.standing == .upToDate && other.standing == .upToDate
    }
    let (one, two) = (try Barcode("1"), try Barcode("2"))
    try wrong.lend("1", to: "9")
    try await wait { right.lastElsewhere(of: one) != nil }
    try expectNow(right.lastElsewhere(of: one), at: right)
    try right.lend("2", to: "8")
    try await wait { wrong.lastElsewhere(of: two) != nil }
    try expectNow(wrong.lastElsewhere(of: two), at: wrong)

    try await wait { !sharer.isBusy && !other.isBusy }
    guard case .clock(let said)? = sharer.warning else {
      Issue.record("\(String(describing: sharer.warning))")
      return
    }
    #expect((said - lead).magnitude < 60)
    #expect(other.warning == nil)
    let known = try ShareStatus.all(on: database.admin())
      .first { $0.station == wrong.station }
    let status = try #require(known)
    #expect((status.clockLead - lead).magnitude < 60)
    // It is counted by the clock of the server, not by that of the desk.
    #expect(status.silence < 86_400)
    try wrong.close()
    try right.close()
    try first.expectAll(in: database)
    try second.expectAll(in: database)
  }

  @Test func aServerWhoseClockWasSetBackKnowsWhoIsSilent() throws {
    try first.lend("1")
    try first.push(on: database.connection(of: "desk1"))
    let admin = try database.admin()
    let later = "now() + interval '1 year'"
    try admin.run("update offcirc.event set arrived = " + later)
    try admin.run("update offcirc.station set heard = " + later)
    #expect(try ShareStatus.all(on: admin).map(\.isSilent) == [true])
    try first.lend("2")
    try first.push(on: database.connection(of: "desk1"))
    #expect(try ShareStatus.all(on: admin).map(\.isSilent) == [false])
    try first.expectAll(in: database)
  }

  @Test func aServerWhoseClockWasSetAheadTellsWhatIsNew() throws {
    try first.lend("1")
    try first.push(on: database.connection(of: "desk1"))
    let admin = try database.admin()
    let earlier = "now() - interval '1 year'"
    try admin.run("update offcirc.event set arrived = " + earlier)
    try admin.run("update offcirc.station set heard = " + earlier)
    #expect(try heard().lastSequences == [:])
    try first.lend("2")
    try first.push(on: database.connection(of: "desk1"))
    let items = try heard().lines(of: WallClock.system.now()) { _ in true }
      .map(\.transaction.item.text)
    #expect(items == ["2"])
    try first.expectAll(in: database)
  }

  @Test func theServersClockIsComparedWithThatOfThisComputer() throws {
    let now = WallClock.system.now()
    let connection = try database.admin()
    #expect(try connection.clockLead(at: now).magnitude < 60)
    let lead = try connection.clockLead(at: now.later(by: Int64(year)))
    #expect((lead - year).magnitude < 60)
  }

  @Test func whatARoleWritesOfItsClockStopsNobody() throws {
    try first.lend("1")
    let connection = try database.connection(of: "desk1")
    try first.push(on: connection)
    let station = try first.station
    for lead in ["Infinity", "-Infinity", "NaN", "1e300"] {
      try connection.run(
        "update offcirc.station set clock_lead = '\(lead)'")
      #expect(try ShareStatus.all(on: connection).count == 1)
      #expect(try heard().lastSequences == [station: 1])
    }
  }
}
