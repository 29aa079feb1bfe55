import Circulation
import Support
import Testing

@testable import Sharing

/// A standby takes the place of a server that is lost, and the desks give it
/// what it lacks.
@Suite(.needsPostgres)
struct FailoverTests {
  private let desk = SharedDesk()

  @Test(arguments: [true, false])
  func aStandbyThatIsPromotedInABurstHasAllInTheEnd(
    isSynchronous: Bool
  ) async throws {
    let primary = try PostgresServer()
    let database = try SharedDatabase(on: primary)
    let standby = try PostgresServer(standingBy: primary)
    if isSynchronous {
      let admin = try database.admin()
      try admin.run("alter system set synchronous_standby_names = '*'")
      try admin.run("select pg_reload_conf()")
    }
    let (open, sharer) = try desk.open(
      sharingWith: ShareAddress(
        "host=\(primary.folder),\(standby.folder) dbname=\(database.name) "
          + "user=\(database.name)_desk11"))
    for item in 0..<300 {
      try open.lend("\(1_000 + item)", to: "9")
      // One far away lags.
      if item == 50, !isSynchronous { try standby.obey(.hang) }
      if item == 150 { try primary.obey(.kill) }
      if item == 200 {
        if !isSynchronous { try standby.obey(.wake) }
        try standby.obey(.promote)
      }
    }
    try await wait(at: open) {
      sharer.standing == .upToDate && !sharer.isBusy
    }
    #expect(sharer.warning == nil)
    try open.close()
    try desk.expectAll(
      on: Connection(
        to: ShareAddress(standby.address(database.name, as: "admin"))))
  }
}
