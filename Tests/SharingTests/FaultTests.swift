import Circulation
import Foundation
import Support
import Testing

@testable import Sharing

/// Whatever happens to the server and the line, the database has each line of
/// the journal once in the end, byte for byte, and the desk goes on.
@Suite(.needsPostgres)
struct FaultTests {
  private let desk = SharedDesk()

  @Test func aServerThatIsKilledInABurstHasAllInTheEnd() async throws {
    let database = try SharedDatabase(on: PostgresServer())
    let (open, sharer) = try desk.open(
      sharingWith: database.address(of: "desk1"))
    for item in 0..<300 {
      try open.lend("\(1_000 + item)", to: "9")
      if item == 100 { try database.server.obey(.kill) }
      if item == 200 { try database.server.obey(.start) }
    }
    try await wait(at: open) {
      sharer.standing == .upToDate && !sharer.isBusy
    }
    #expect(sharer.warning == nil)
    try open.close()
    try desk.expectAll(in: database)
  }

  @Test func aCommitWhoseAnswerIsLostIsNotSentTwice() throws {
    let database = try SharedDatabase()
    try desk.lend("1", "2")
    let line = try CutLine(to: database.server)
    let connection = try Connection(
      to: database.address(of: "desk1", over: line))
    var shared = try desk.share(on: connection)
    line.become(.cut(after: 0))
    #expect(throws: ShareError.self) {
      try shared.push(desk.journal, to: desk.journal.length())
    }
    #expect(
      try desk.share(on: database.connection(of: "desk1")).last == 2)
    try desk.lend("3")
    try desk.push(on: database.connection(of: "desk1"))
    try desk.expectAll(in: database)
  }

  @Test func aLineThatCarriesNothingMoreIsNotWaitedFor() throws {
    let database = try SharedDatabase()
    try desk.lend("1", "2")
    let line = try CutLine(to: database.server)
    let connection = try Connection(
      to: database.address(of: "desk1", over: line), patience: 1)
    var shared = try desk.share(on: connection)
    line.become(.blackHole)
    #expect(throws: ShareError.noAnswer(seconds: 1)) {
      try shared.push(desk.journal, to: desk.journal.length())
    }
    // What was sent arrives while the next connection sends it too.
    line.become(.whole)
    try desk.push(
      on: Connection(to: database.address(of: "desk1", over: line)))
    try desk.expectAll(in: database)
  }

  @Test func aWrongPasswordIsSaidAndTheDeskGoesOn() async throws {
    let database = try SharedDatabase()
    let admin = try database.admin()
    try admin.run(
      """
      do $$ begin create role guarded login password 'right'; \
      exception when duplicate_object then null; end $$
      """)
    let test = TestFolder()
    let path = test.path + "/pgpass"
    try Data("*:*:*:guarded:wrong\n".utf8).write(
      to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    let (open, sharer) = try desk.open(
      sharingWith: ShareAddress(
        "host=\(database.server.folder) dbname=\(database.name) "
          + "user=guarded passfile=\(path)"))
    try await wait(at: open) { sharer.warning != nil }
    guard case .error(.notAdmitted)? = sharer.warning else {
      Issue.record("\(String(describing: sharer.warning))")
      return
    }
    try open.lend("1", to: "9")
    #expect(open.unsaved.count == 1)
    try open.close()
  }

  @Test func aServerThatIsFullIsNoReasonForAWarning() throws {
    let database = try SharedDatabase()
    try database.admin().run(
      "alter role \(database.name)_desk11 connection limit 0")
    do {
      _ = try Connection(to: database.address(of: "desk1"))
      Issue.record("It is let in.")
    } catch let error as ShareError {
      #expect(error.isPassing, "\(error)")
    }
  }

  @Test func aNewerDatabaseIsSaidAndIsNotWrittenTo() async throws {
    let database = try SharedDatabase()
    let admin = try database.admin()
    try admin.run("insert into offcirc.step (step, oldest) values (99, 99)")
    let (open, sharer) = try desk.open(
      sharingWith: database.address(of: "desk1"))
    try open.lend("1", to: "9")
    try await wait(at: open) { sharer.warning != nil }
    #expect(
      sharer.warning
        == .error(.newerSchema(step: 99, known: SchemaStep.all.count)))
    try open.close()
    #expect(
      try admin.run("select count(*) from offcirc.station").number == 0)
  }
}
