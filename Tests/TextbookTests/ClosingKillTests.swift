import Simulated
import Testing
import Textbooks

@testable import Circulation

/// Killed at any call, the closing of a year is finished by the same command:
/// each copy is charged once, and no charge is lost.
struct ClosingKillTests {
  private static let folder = StationFolder.simulated
  private static let lent = LocalTime(
    secondsSince1970: 1_756_717_200, utcOffset: 7_200)
  private static let end = lent.later(by: 300 * 86_400)

  private func open(
    _ disk: SimulatedFileSystem, at time: LocalTime
  ) throws -> Desk {
    disk.releaseLocks()
    return try Desk(
      folder: Self.folder, clock: WallClock { time }, fileSystem: disk)
  }

  /// Two pupils with three copies, one of which came back worse.
  private func station() throws -> SimulatedFileSystem {
    let disk = SimulatedFileSystem()
    let desk = try open(disk, at: Self.lent)
    for (card, items) in [("P1", ["X", "Y"]), ("P2", ["Z"])] {
      desk.identify(try Barcode(card))
      for item in items {
        try desk.noteStock(of: Barcode(item), status: 1)
        try desk.record(Barcode(item))
      }
    }
    desk.switch(to: .return)
    try desk.record(Barcode("X"))
    try desk.note(status: 4, of: Barcode("X"))
    try desk.save()
    try desk.close()
    return disk
  }

  private func facts() -> CopyFacts {
    var facts = CopyFacts()
    facts.title = "Maths"
    facts.price = Money(cents: 2_490)
    return facts
  }

  private func history(_ disk: SimulatedFileSystem) throws -> LendingHistory {
    try LendingHistory.read(of: Self.folder, fileSystem: disk).history
  }

  private func closing(_ disk: SimulatedFileSystem) throws -> Closing {
    let history = try history(disk)
    let fines = FineList(of: history, by: Tariff(), on: StatusScale()) { _ in
      facts()
    }
    return Closing(
      on: Self.end, history,
      history.copies.values.compactMap { OpenLoan($0, facts()) }, fines.fines,
      toDeleteCount: 0, by: Tariff(), on: StatusScale())
  }

  /// Closes the year as the command does.
  private func close(_ disk: SimulatedFileSystem) throws {
    let desk = try open(disk, at: Self.end)
    let outcome = Result {
      try desk.charge(
        closing(disk).provisionalCharges { _ in "not back" }.charges)
      try desk.charge(
        closing(disk).finalCharges { _ in "end of the year" }.charges)
    }
    try desk.close()
    try outcome.get()
  }

  private func charges(_ disk: SimulatedFileSystem) throws -> [String] {
    try history(disk).fines.values.flatMap { record in
      record.charges.map {
        "\($0.act.item.text) \($0.act.cents ?? -1) \($0.act.isFinal)"
      }
    }.sorted()
  }

  @Test func killedAtAnyCallEachCopyIsChargedOnce() throws {
    let open = try station()
    let whole = open.copy()
    try close(whole)
    let expected = try charges(whole)
    #expect(expected.count { $0.hasSuffix("true") } == 3)
    for number in 1... {
      let disk = open.copy()
      disk.kill(at: number, written: number % 40)
      let isDone = (try? close(disk)) != nil
      disk.heal()
      let after = disk.copy()
      try close(after)
      #expect(try charges(after) == expected, "call \(number)")
      #expect(try history(after).copies == history(whole).copies)
      if isDone { break }
    }
  }
}
