import Circulation
import Glibc
import Seeded
import Settings
import Terminal
import Testing

@testable import Station

/// Twenty thousand things that happen at random.
struct RandomWalkTests {
  @Test func nothingThatHappensBreaksTheDesk() throws {
    var random = SeededGenerator(seed: 20_180_531)
    let desk = try DeskSession(language: .french, bell: .all)
    var saved = 0
    // What was taken off the list and may come back.
    var gone: Set<Int> = []
    var size = desk.station.size
    var page = desk.station.roomNames
    for number in 1...20_000 {
      let before = desk.station.desk.unsaved
      let waiting = desk.station.desk.waiting.count
      let events = Self.events(desk, using: &random)
      desk.feed(events)
      try Self.checkTheList(
        desk, before: before, waiting: waiting, saved: &saved, gone: &gone,
        scans: events.count > 1, after: "event \(number): \(events)")
      let station = desk.station
      #expect(
        station.isEnabled(station.focus),
        "\(station.focus) after event \(number): \(events)")
      let isSelectionListed =
        station.selection.map {
          station.desk.unsaved.index(ofSequence: $0) != nil
        } ?? station.desk.unsaved.isEmpty
      #expect(isSelectionListed, "after event \(number): \(events)")
      // Drawing takes longest: each page at each size is met often enough.
      if station.size != size || station.roomNames != page
        || number.isMultiple(of: 4)
      {
        (size, page) = (station.size, station.roomNames)
        let surface = desk.surface
        #expect(surface.size == station.size)
        #expect(0..<surface.size.columns ~= surface.cursor.column)
        #expect(0..<surface.size.rows ~= surface.cursor.row)
      }
      if number.isMultiple(of: 500) {
        let replay = try JournalReader.replay(
          path: TestDisk.folder.journal, fileSystem: desk.disk)
        #expect(replay?.unsaved == station.desk.unsaved)
        #expect(replay?.damage == [])
        #expect(try desk.savedLines.count == saved)
      }
    }
    #expect(saved > 100)
  }

  /// The list grows at its end, loses one, gets back what it lost, is amended,
  /// or is saved; nothing else.
  private static func checkTheList(
    _ desk: DeskSession, before: [DeskEntry], waiting: Int, saved: inout Int,
    gone: inout Set<Int>, scans: Bool, after what: String
  ) throws {
    let after = desk.station.desk.unsaved
    let savedNow = desk.station.savedCount ?? -1
    // Saving, or the first character of a scan, records what Tab left behind.
    if savedNow > saved {
      #expect(after.isEmpty, "\(what)")
      #expect(savedNow - saved >= before.count, "\(what)")
      #expect(savedNow - saved <= before.count + waiting + 1, "\(what)")
      saved = savedNow
      gone = []
      return
    }
    #expect(savedNow == saved, "\(what)")
    let numbers = after.map(\.sequence)
    #expect(numbers == Set(numbers).sorted(), "\(what)")
    let lost = Set(before.map(\.sequence)).subtracting(numbers)
    #expect(lost.count <= 1, "\(what)")
    let added = Set(numbers).subtracting(before.map(\.sequence))
    let isBack = added.isSubset(of: gone)
    let last = before.last?.sequence ?? 0
    #expect(isBack || added.allSatisfy { $0 > last }, "\(what)")
    #expect(
      isBack || added.count <= waiting + (scans ? 2 : 1), "\(what)")
    #expect(lost.isEmpty || added.isEmpty, "\(what)")
    gone = gone.union(lost).subtracting(added)
    for entry in before {
      guard let index = after.index(ofSequence: entry.sequence) else {
        continue
      }
      let (old, new) = (entry.transaction, after[index].transaction)
      #expect(
        old.recorded == new.recorded && old.operation == new.operation,
        "\(what)")
    }
  }

  private static func events(
    _ desk: DeskSession, using random: inout SeededGenerator
  ) -> [Event] {
    func number(_ range: ClosedRange<Int>) -> Int {
      .random(in: range, using: &random)
    }
    switch number(0...99) {
    case 0...19: return .scan("\(number(1...999_999))")
    case 20...24: return .scan("\(number(1...999_999))", suffix: .tab)
    case 25...29:
      return [
        .key(.character("aZ9 é€\u{1d}字".randomElement(using: &random) ?? "a"))
      ]
    case 30...69:
      let keys = KeyBinding.all.flatMap(\.keys) + (1...12).map(Key.function)
      return [.key(keys.randomElement(using: &random) ?? .tab)]
    case 70...73:
      let letters = "eclrsdhnpuafz"
      return [.key(.alt(letters.randomElement(using: &random) ?? "e"))]
    case 74...87:
      return [
        .click(
          Position(
            column: number(0...max(desk.station.size.columns, 1)),
            row: number(0...max(desk.station.size.rows, 1))))
      ]
    case 88...91: return [.wheel(number(-3...3))]
    case 92...95:
      let isUsual = number(0...2) > 0
      return [
        .resize(
          isUsual
            ? .usual : Size(columns: number(1...200), rows: number(1...60)))
      ]
    case 96:
      desk.disk.journalFailure = number(0...1) == 0 ? (.write, ENOSPC) : nil
      desk.disk.dataFileFailure = number(0...2) == 0 ? ENOSPC : nil
      return [.tick]
    case 97:
      desk.clock.advance(by: Int64(number(0...100_000)))
      return [.tick]
    default: return [.tick]
    }
  }
}
