import Circulation
import Glibc
import Seeded
import Terminal
import Testing

@testable import Station

/// Whatever is done between scans, each number is recorded whole or not at
/// all, and what is not recorded is in its field or was told.
struct GluingTests {
  @Test(arguments: 0..<60)
  func noRecordedNumberIsMadeOfTwoScans(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let desk = try DeskSession()
    var scanned: Set<String> = []
    var recordedItems: Set<String> = []
    var told = ""
    for number in 0..<150 {
      let kind = Int.random(in: 0..<10, using: &random)
      if kind < 5 {
        let scan = "T\(seed * 1_000 + number + 100_000)"
        scanned.insert(scan)
        let events = [Event].scan(
          scan, suffix: Bool.random(using: &random) ? .enter : .tab)
        if Bool.random(using: &random) {
          desk.feed(events)
        } else {
          for event in events {
            desk.feed([event])
            told += desk.notice + "\n"
          }
        }
      } else if kind < 6 {
        desk.disk.journalFailure =
          Bool.random(using: &random) ? (.write, ENOSPC) : nil
        desk.tick()
      } else if kind < 7 {
        desk.click(
          column: Int.random(in: 0..<80, using: &random),
          row: Int.random(in: 0..<24, using: &random))
      } else {
        let keys: [Key] = [
          .function(1), .function(2), .function(3), .function(4),
          .function(8), .function(10), .escape, .escape, .enter, .tab,
          .backTab, .up, .down, .pageUp, .alt("l"), .alt("e"), .alt("d"),
          .control("l"), .control("z"), .function(5), .function(6),
          .function(7),
        ]
        desk.press(keys.randomElement(using: &random) ?? .tab)
      }
      told += desk.notice + "\n"
      for entry in desk.station.desk.unsaved {
        recordedItems.insert(entry.transaction.item.text)
        let numbers = [
          entry.transaction.item.text, entry.transaction.borrower?.text,
        ].compactMap(\.self)
        #expect(numbers.allSatisfy(scanned.contains), "\(numbers)")
      }
    }
    desk.disk.journalFailure = nil
    desk.tick()
    // No item is recorded twice.
    let lines = try desk.savedLines.map { line in
      String(line.dropFirst(13).prefix(7))
    }
    let all = lines + desk.station.desk.unsaved.map(\.transaction.item.text)
    #expect(Set(all).count == all.count)
    recordedItems.formUnion(all)
    let inFields = [desk.item, desk.borrower]
    for scan in scanned {
      #expect(
        told.contains(scan) || inFields.contains(scan)
          || recordedItems.contains(scan), "\(scan) vanished")
    }
    #expect(!recordedItems.isEmpty)
  }
}
