import Circulation
import Support
import Testing

@testable import Sharing

/// A role does what its desk needs, and nothing else.
@Suite(.needsPostgres)
struct SharedRightsTests {
  private let database: SharedDatabase
  private let desk = SharedDesk()

  init() throws {
    database = try SharedDatabase()
    try desk.lend("1", "2")
    try desk.push(on: database.connection(of: "desk1"))
  }

  private func count(as role: String) throws -> Int? {
    try database.connection(of: role)
      .run("select count(*) from offcirc.event").number
  }

  @Test func aDeskReadsItsOwnLinesAlwaysAndThoseOfOthersForADayAndAHalf()
    throws
  {
    #expect(try count(as: "desk1") == 2)
    #expect(try count(as: "desk2") == 2)
    try database.admin().run(
      "update offcirc.event set arrived = now() - interval '37 hours'")
    #expect(try count(as: "desk1") == 2)
    #expect(try count(as: "desk2") == 0)
    #expect(try count(as: "referent") == 2)
  }

  @Test func nobodyWritesForAnothersStationOrChangesALine() throws {
    let other = try database.connection(of: "desk2")
    #expect(throws: ShareError.self) { try desk.push(on: other) }
    let station = try desk.station
    for (role, statement) in [
      (
        "desk2",
        """
        insert into offcirc.event (station, sequence, line) \
        values ('\(station)', 3, E'3\\tx') on conflict do nothing
        """
      ),
      ("desk1", "update offcirc.event set line = line"),
      ("desk1", "delete from offcirc.event"),
      ("desk1", "truncate offcirc.event"),
      ("desk1", "update offcirc.station set purged = 0"),
      ("desk1", "update offcirc.station set role = 'x'"),
      (
        "desk1",
        """
        insert into offcirc.event (station, sequence, line, arrived) \
        values ('\(station)', 3, E'3\\tx', now())
        """
      ),
      ("desk1", "insert into offcirc.step values (9, 9)"),
      ("desk1", "create table offcirc.x ()"),
      ("referent", "delete from offcirc.event"),
      (
        "referent",
        """
        insert into offcirc.event (station, sequence, line) \
        values ('\(station)', 3, E'3\\tx')
        """
      ),
    ] {
      let connection = try database.connection(of: role)
      do throws(ShareError) {
        try connection.run(statement)
        Issue.record("\(role): \(statement)")
      } catch {
        guard case .refused(_, "42501") = error else {
          Issue.record("\(error): \(statement)")
          continue
        }
      }
    }
    #expect(try count(as: "referent") == 2)
  }

  @Test func aLineUnderAnotherNumberIsRefused() throws {
    let connection = try database.connection(of: "desk1")
    for line in ["E'4\\tx'", "E'3\\tx\\n4\\ty'"] {
      #expect(throws: ShareError.self) {
        try connection.run(
          """
          insert into offcirc.event (station, sequence, line) \
          values ($1, 3, \(line))
          """, [.text(desk.station)])
      }
    }
  }

  @Test func preparingAgainChangesNothing() throws {
    let admin = try database.admin()
    #expect(database.schema.steps == Array(1...SchemaStep.all.count))
    #expect(try Schema.prepare(on: admin).steps == [])
    #expect(try count(as: "referent") == 2)
  }

  @Test func aProgramThatDoesNotFitIsToldByBothNumbers() throws {
    let connection = try database.connection(of: "desk1")
    let admin = try database.admin()
    let known = SchemaStep.all.count
    func add(step: Int, oldest: Int) throws {
      try admin.run(
        "insert into offcirc.step (step, oldest) values ($1, $2)",
        [.text("\(step)"), .text("\(oldest)")])
    }
    // A step that older programs can live with.
    try add(step: known + 1, oldest: known)
    try Schema.check(on: connection)
    try add(step: known + 2, oldest: known + 2)
    let newer = ShareError.newerSchema(step: known + 2, known: known)
    #expect(throws: newer) {
      try Schema.check(on: connection)
    }
    try admin.run("delete from offcirc.step")
    #expect(throws: ShareError.olderSchema(step: 0, needed: known)) {
      try Schema.check(on: connection)
    }
    try admin.run("drop schema offcirc cascade")
    #expect(throws: ShareError.notPrepared) {
      try Schema.check(on: connection)
    }
  }

  @Test func aServerThatHangsOrEndsIsNotWaitedFor() throws {
    let connection = try database.connection(of: "desk1")
    #expect(throws: ShareError.noAnswer(seconds: 0)) {
      try connection.run("select pg_sleep(3)", within: 0)
    }
    let ended = try database.connection(of: "desk1")
    do throws(ShareError) {
      try ended.run("select pg_terminate_backend(pg_backend_pid())")
      Issue.record("The connection was not ended.")
    } catch {
      #expect(error.isPassing, "\(error)")
    }
  }

  @Test func aRoleThatIsNotKnownIsRefusedByTheServer() throws {
    let server = try PostgresServer.shared.get()
    do throws(ShareError) {
      _ = try Connection(
        to: ShareAddress(server.address(database.name, as: "nobody")))
      Issue.record("It is let in.")
    } catch {
      guard case .notAdmitted = error else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
