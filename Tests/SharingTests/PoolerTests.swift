import Circulation
import Support
import Testing

@testable import Sharing

/// A desk shares through a pooler as it does without one.
@Suite(.needsPostgres, .needsPooler)
struct PoolerTests {
  private let desk = SharedDesk()

  @Test func aPoolerThatIsKilledInABurstLosesAndDoublesNothing() async throws {
    let database = try SharedDatabase()
    let pooler = try Pooler(before: database, for: ["desk1", "referent"])
    let (open, sharer) = try desk.open(
      sharingWith: database.address(of: "desk1", through: pooler))
    for item in 0..<300 {
      try open.lend("\(1_000 + item)", to: "9")
      if item == 100 { try pooler.obey(.end) }
      if item == 200 { try pooler.obey(.start) }
    }
    try await wait(at: open) {
      sharer.standing == .upToDate && !sharer.isBusy
    }
    #expect(sharer.warning == nil)
    try open.close()
    try desk.expectAll(in: database)
    // A word for others would not come through it.
    let hearing = try Hearing(
      besides: "",
      on: Connection(to: database.address(of: "desk1", through: pooler)))
    #expect(!hearing.isTold)
    // One transaction keeps one connection, also while it holds the ledger.
    let ledger = SharedLedger(
      at: try database.address(of: "referent", through: pooler).text)
    try ledger.lock()
    #expect(try ledger.commit())
    ledger.release()
  }
}
