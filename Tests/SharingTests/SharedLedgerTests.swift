import Circulation
import Support
import Testing

@testable import Sharing

/// The ledger in the database takes each line once, from who may add it.
@Suite(.needsPostgres)
struct SharedLedgerTests {
  private let database: SharedDatabase
  private let desk = SharedDesk()

  init() throws {
    database = try SharedDatabase()
    try desk.lend("1")
    try desk.push(on: database.connection(of: "desk1"))
  }

  private func ledger(of role: String) throws -> SharedLedger {
    SharedLedger(at: try database.address(of: role).text)
  }

  /// A line of a ledger about the files of stations.
  private func line(
    _ stations: String...
  ) throws -> (digest: String, bytes: [UInt8]) {
    let sources = stations.map { "{\"station\":\"\($0)\"}" }
    let text =
      "{\"check\":\"86a07253\",\"sources\":[\(sources.joined(separator: ","))]}"
    let digest = try database.admin().run(
      "select encode(sha256(convert_to($1, 'UTF8')), 'hex')", [.text(text)])
    let first = digest.texts().first ?? nil
    return (try #require(first), Array(text.utf8))
  }

  @Test func aDeskAddsWhatIsAboutItsOwnStationsAlone() throws {
    let own = try line(desk.station)
    let others = try line(desk.station, "00000000000000a1")
    let ledger = try ledger(of: "desk1")
    #expect(try ledger.add([own, others, line()]) == 2)
    #expect(try ledger.digests() == [own.digest])
    #expect(try self.ledger(of: "desk2").add([own]) == 1)
    #expect(try self.ledger(of: "referent").add([own, others]) == 0)
    #expect(try ledger.lines([others.digest, "x"]) == [others.bytes])
    #expect(throws: ShareError.self) { try ledger.lock() }
    #expect(throws: ShareError.self) {
      try self.ledger(of: "referent").add([(own.digest, others.bytes)])
    }
  }

  @Test func nobodyElseAddsALineWhileOneHoldsTheLedger() throws {
    let one = try line()
    let ledger = try ledger(of: "referent")
    try ledger.lock()
    #expect(try ledger.add([one]) == 0)
    let other = try database.connection(of: "referent")
    try other.run("set lock_timeout = '20ms'")
    try other.run("begin")
    #expect(throws: ShareError.self) {
      try other.run("lock table offcirc.ledger in exclusive mode")
    }
    #expect(try self.ledger(of: "desk1").digests() == [])
    #expect(try ledger.commit())
    ledger.release()
    #expect(try self.ledger(of: "desk1").digests() == [one.digest])
    // What is not committed is forgotten.
    try ledger.lock()
    #expect(try ledger.add([line("00000000000000a1")]) == 0)
    ledger.release()
    #expect(try ledger.digests() == [one.digest])
  }

  @Test func noLineIsChangedOrTakenAway() throws {
    _ = try ledger(of: "referent").add([line()])
    let referent = try database.connection(of: "referent")
    #expect(
      try referent.run("update offcirc.ledger set role = 'x'").changedCount
        == 0)
    #expect(throws: ShareError.self) {
      try referent.run("delete from offcirc.ledger")
    }
  }
}
