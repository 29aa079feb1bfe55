import Circulation
import Support
import Testing

@testable import Sharing

/// A server without room is a server that is away.
@Suite(.needsPostgres, .needsDisk)
struct FullDiskTests {
  private let desk = SharedDesk()

  @Test func aServerWithoutRoomHasAllOnceThereIsSome() async throws {
    let server = try PostgresServer(diskOf: 96)
    let database = try SharedDatabase(on: server)
    let (open, sharer) = try desk.open(
      sharingWith: database.address(of: "desk1"))
    try open.lend("1", to: "CARD")
    try await wait(at: open) { sharer.standing == .upToDate }
    try server.obey(.fill)
    // More than there may be room for in what the server has reserved.
    let count = 100
    for number in 2...count { try open.lend("\(number)", to: "CARD") }
    try await wait(at: open) {
      if case .off? = sharer.standing { true } else { false }
    }
    // The desk does not mind.
    #expect(sharer.warning == nil)
    try server.obey(.clear)
    // It may have ended, and starts again as after a power cut.
    try server.obey(.kill)
    try server.obey(.start)
    try await wait(at: open) {
      sharer.standing == .upToDate && !sharer.isBusy
    }
    #expect(open.unsaved.count == count)
    try open.close()
    try desk.expectAll(in: database)
  }
}
