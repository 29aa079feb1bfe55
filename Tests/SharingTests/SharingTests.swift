import Circulation
import Support
import Testing

@testable import Sharing

/// What desks share is in the database once, as their journals have it.
@Suite(.needsPostgres)
struct SharingTests {
  private let database: SharedDatabase
  private let desk = SharedDesk()

  init() throws { database = try SharedDatabase() }

  private func rowCount() throws -> Int? {
    try database.admin().run("select count(*) from offcirc.event").number
  }

  @Test func aJournalComesBackByteForByte() throws {
    let open = try desk.open()
    for item in ["1", "\\\"2,{}'", "3"] { try open.lend(item, to: "9") }
    try open.delete(sequence: 2)
    try open.save()
    try open.close()
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let shared = try SharedJournal(of: desk.station, on: connection)
    #expect(try shared.bytes == desk.bytes)
    let status = try ShareStatus.all(on: connection)
    #expect(status.map(\.last) == [shared.count])
    #expect(status.map(\.waitingCount) == [0])
    #expect(status.map(\.isOwn) == [true])
  }

  @Test func aJournalBegunAfterAnArchiveComesBackAlone() throws {
    try desk.lend("1")
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let replay = try JournalReader.replay(desk.journal)
    try Journal.beginNew(
      in: desk.folder, after: replay, archive: "2026-11-22",
      at: WallClock.system.now())
    try desk.lend("2")
    try desk.push(on: connection)
    let shared = try SharedJournal(of: desk.station, on: connection)
    #expect(try shared.bytes == desk.bytes)
    #expect(try rowCount() == 3)
  }

  @Test func aLongJournalGoesInParts() throws {
    let open = try desk.open()
    open.switch(to: .return)
    for item in 0..<6_000 { try open.record(Barcode("\(item)")) }
    try open.commit()
    try open.close()
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let shared = try SharedJournal(of: desk.station, on: connection)
    #expect(try shared.bytes == desk.bytes)
  }

  @Test func whatIsThereIsNotSentAgain() throws {
    try desk.lend("1", "2")
    var before = try desk.share(on: database.connection(of: "desk1"))
    try before.push(desk.journal, to: desk.journal.length())
    try desk.lend("3")
    // As after a commit whose answer was lost: one that still begins there.
    let late = try desk.share(on: database.connection(of: "desk1"))
    #expect(late.last == 2)
    for var one in [late, late] {
      try one.push(desk.journal, to: desk.journal.length())
      #expect(one.last == 3)
    }
    #expect(try rowCount() == 3)
    #expect(try desk.share(on: database.connection(of: "desk1")).last == 3)
  }

  @Test func anAnswerThatIsCutAnywhereLosesAndDoublesNothing() throws {
    var cutCount = 0
    for byteCount in stride(from: 0, to: 2_400, by: 61) {
      try desk.lend("\(byteCount)")
      do {
        try database.push(desk, cutAfter: byteCount)
      } catch let error as ShareError {
        #expect(error.isPassing, "\(byteCount): \(error)")
        cutCount += 1
      }
    }
    #expect(cutCount > 10)
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let shared = try SharedJournal(of: desk.station, on: connection)
    #expect(try shared.bytes == desk.bytes)
    #expect(try rowCount() == shared.count)
  }

  @Test func anEmptyDatabaseIsFilledAgain() throws {
    try desk.lend("1", "2")
    try desk.push(on: database.connection(of: "desk1"))
    try database.admin().run("delete from offcirc.event")
    try desk.push(on: database.connection(of: "desk1"))
    #expect(try rowCount() == 2)
  }

  @Test func twoCopiesOfAFolderAreToldApart() throws {
    try desk.lend("1", "2")
    let copy = SharedDesk()
    _ = try PosixFileSystem().replace(copy.folder.journal) {
      file throws(FileError) in
      let journal = try PosixFileSystem().open(
        desk.folder.journal, for: .reading)
      try journal.copyBytes(0..<journal.length(), to: file)
    }
    try desk.lend("3")
    try copy.lend("4")
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let fork = ShareError.fork(station: try desk.station, sequence: 3)
    #expect(throws: fork) { try copy.push(on: connection) }
    // Also if the copy knew nothing of it yet, and if it is behind.
    try desk.lend("5")
    try desk.push(on: connection)
    #expect(throws: fork) { try copy.push(on: connection) }
    #expect(try rowCount() == 4)
  }

  @Test func aForkIsFoundWhileLinesAreSentToo() throws {
    try desk.lend("1")
    let connection = try database.connection(of: "desk1")
    var shared = try desk.share(on: connection)
    try database.admin().run(
      """
      insert into offcirc.event (station, sequence, line) \
      values ($1, 1, E'1\\tother')
      """, [.text(desk.station)])
    #expect(throws: ShareError.fork(station: try desk.station, sequence: 1)) {
      try shared.push(desk.journal, to: desk.journal.length())
    }
  }

  @Test func aJournalThatLacksItsLastLinesIsSaid() throws {
    try desk.lend("1")
    let old = try desk.bytes
    try desk.lend("2", "3")
    let connection = try database.connection(of: "desk1")
    try desk.push(on: connection)
    let copy = SharedDesk()
    _ = try PosixFileSystem().replace(copy.folder.journal) {
      file throws(FileError) in try file.write(old.span, at: 0)
    }
    let ahead = ShareError.ahead(station: try desk.station, count: 2)
    #expect(throws: ahead) { try copy.push(on: connection) }
  }

  @Test func whatWasErasedIsNotSentAgain() throws {
    try desk.lend("1", "2")
    try desk.push(on: database.connection(of: "desk1"))
    let admin = try database.admin()
    try admin.run(
      "update offcirc.event set arrived = now() - interval '9 days'")
    try desk.lend("3")
    try desk.push(on: database.connection(of: "desk1"))
    let old = OldShares(olderThan: 7)
    #expect(try old.count(on: admin) == 2)
    #expect(try old.erase(on: admin) == 2)
    try desk.push(on: database.connection(of: "desk1"))
    #expect(try rowCount() == 1)
    #expect(
      try database.admin().run("select purged from offcirc.station").number
        == 2)
  }

  @Test func theSharerSendsWhatTheDeskRecords() async throws {
    let open = try desk.open()
    let sharer = try Sharer(
      to: database.address(of: "desk1").text, of: open.station, desk: "Desk",
      clock: open.clock)
    open.add(sharer)
    try open.lend("1", to: "9")
    try await wait { !sharer.isBusy }
    try open.close()
    #expect(sharer.standing == .upToDate)
    #expect(sharer.warning == nil)
    #expect(try rowCount() == 1)
  }

  @Test func withoutAServerTheDeskGoesOnAndSaysSo() async throws {
    let open = try desk.open()
    let sharer = Sharer(
      to: "host=/nowhere user=x dbname=x", of: open.station,
      desk: "", clock: open.clock)
    open.add(sharer)
    try open.lend("1", to: "9")
    try await wait { !sharer.isBusy }
    try open.close()
    guard case .off? = sharer.standing else {
      Issue.record("\(String(describing: sharer.standing))")
      return
    }
    #expect(sharer.warning == nil)
    #expect(open.unsaved.count == 1)
  }
}
