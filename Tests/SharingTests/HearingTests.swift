import Circulation
import Support
import Testing

@testable import Sharing

/// A desk hears of what the others record, and asks nobody for it at a scan.
@Suite(.needsPostgres)
struct HearingTests {
  private let database: SharedDatabase
  private let first = SharedDesk()
  private let second = SharedDesk()
  private let third = SharedDesk()

  init() throws { database = try SharedDatabase() }

  private func open(_ desk: SharedDesk, as role: String) throws -> Desk {
    let open = try desk.open()
    open.add(
      try Sharer(
        to: database.address(of: role).text, of: open.station, desk: role,
        clock: open.clock))
    return open
  }

  @Test func aLoanAtOneDeskIsKnownAtTheOtherUntilItIsDeleted() async throws {
    let here = try open(first, as: "desk1")
    let there = try open(second, as: "desk2")
    try await wait { there.sharer?.standing == .upToDate }
    let item = try Barcode("1")
    there.identify(try Barcode("8"))
    // Nothing wakes it but the word of the other.
    try here.lend("1", to: "9")
    try await wait { there.lastElsewhere(of: item) != nil }
    guard case .lentElsewhere(let line, _)? = there.itemWarning(for: item)
    else {
      Issue.record("\(String(describing: there.itemWarning(for: item)))")
      return
    }
    #expect(line.desk == "desk1")
    #expect(line.transaction.borrower?.text == "9")
    try here.delete(sequence: 1)
    try await wait { there.lastElsewhere(of: item) == nil }
    #expect(there.itemWarning(for: item) == nil)
    try here.close()
    try there.close()
  }

  @Test func noWordIsMissedWhileTheOthersAreAsked() async throws {
    let desks = try [first, second, third].map {
      try open($0, as: "desk1")
    }
    try await wait {
      desks.allSatisfy { $0.sharer?.standing == .upToDate }
    }
    // Nothing but their words wakes them after the last one.
    for number in 1...150 {
      try desks[number % 3].lend("\(number)", to: "CARD")
    }
    for (index, desk) in desks.enumerated() {
      for number in 148...150 where number % 3 != index {
        let item = try Barcode("\(number)")
        try await wait { desk.lastElsewhere(of: item) != nil }
      }
    }
    for desk in desks { try desk.close() }
  }

  @Test func aDeskThatComesLaterHearsTheWholeDay() async throws {
    let here = try first.open()
    here.switch(to: .return)
    for item in 0..<2_500 { try here.record(Barcode("\(item)")) }
    try here.commit()
    try here.close()
    try first.push(on: database.connection(of: "desk1"))
    let there = try open(second, as: "desk2")
    try await wait { there.sharer?.standing == .upToDate }
    let lines = there.neighbours.lines(of: there.clock.now()) { _ in true }
    #expect(lines.count == 2_500)
    try there.close()
  }

  /// States name nobody, and are neither hidden from other desks nor purged.
  @Test func aStateNotedLongAgoIsKnownToADeskThatComesLater() async throws {
    let here = try first.open()
    here.switch(to: .return)
    let item = try Barcode("1")
    for state in [2, 4] {
      try here.record(item)
      try here.note(status: state, of: item)
      try here.commitWaiting()
    }
    try here.close()
    try first.push(on: database.connection(of: "desk1"))
    let admin = try database.admin()
    try admin.run(
      "update offcirc.event set arrived = now() - interval '100 days'")
    #expect(try OldShares(olderThan: 90).erase(on: admin) == 2)
    let station = try first.station
    #expect(throws: ShareError.unknownStation(station)) {
      try SharedJournal(of: station, on: admin)
    }
    let there = try open(second, as: "desk2")
    let watch = LendingWatch()
    try await wait(at: there) {
      watch.history(at: there)?.copies[item]?.state == 4
    }
    #expect(there.neighbours.lines(of: here.clock.now()) { _ in true } == [])
    try there.close()
    // Nor does the first desk send again what was purged.
    try first.push(on: database.connection(of: "desk1"))
    #expect(try admin.run("select count(*) from offcirc.event").number == 2)
  }

  @Test func amongManyDesksEachAsks() throws {
    let connection = try database.connection(of: "desk2")
    let few = try Hearing(besides: "0000000000000000", on: connection)
    #expect(few.isTold)
    try database.admin().run(
      """
      insert into offcirc.station (station) \
      select lpad(to_hex(n), 16, '0') from generate_series(1, 40) n
      """)
    var many = try Hearing(besides: "0000000000000000", on: connection)
    #expect(!many.isTold)
    try first.lend("1", "2")
    try first.push(on: database.connection(of: "desk1"))
    var known: [String: Int] = [:]
    for count in [2, 2, 3] {
      if count == 3 {
        try first.lend("3")
        try first.push(on: database.connection(of: "desk1"))
      }
      try many.ask(after: known) { line in
        #expect(line.sequence == known[line.station, default: 0] + 1)
        known[line.station] = line.sequence
      }
      #expect(try known == [first.station: count])
    }
  }
}
