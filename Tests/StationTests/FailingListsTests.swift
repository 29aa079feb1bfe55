import Foundation
import Seeded
import Support
import Terminal
import Testing

@testable import Catalogue
@testable import Station

/// The desk never depends on its catalogue: whatever becomes of the file, every
/// scan is recorded, and it is told once.
struct FailingListsTests {
  private static let first = 37_000_000_000
  private static let count = 2_000

  private static let items =
    "Barcode;Titre\n"
    + (first..<first + count).map { "\($0);Titre \($0)\n" }.joined()

  /// Scans all items, ten at a time, with something done to the file before
  /// each ten; returns the desk.
  private func scanAll(
    _ lists: KnownLists, _ change: (Int) throws -> Void
  ) throws -> DeskSession {
    let desk = try lists.desk()
    desk.scan("9921000000164")
    for start in stride(from: 0, to: Self.count, by: 10) {
      try change(start / 10)
      desk.feed(
        (start..<start + 10).flatMap { [Event].scan("\(Self.first + $0)") })
      #expect(desk.station.warnings.count <= 1)
    }
    #expect(desk.list.count == Self.count)
    #expect(Set(desk.list).count == Self.count)
    return desk
  }

  @Test func aCatalogueThatIsCutInAHundredPlacesCostsNoScan() throws {
    let lists = try KnownLists([(.items, Self.items)])
    let whole = try Data(contentsOf: URL(fileURLWithPath: lists.path))
    var random = SeededGenerator(seed: 14)
    let desk = try scanAll(lists) { turn in
      let file = try FileHandle(
        forWritingTo: URL(fileURLWithPath: lists.path))
      if turn.isMultiple(of: 2) {
        let length = Int.random(in: 0..<whole.count, using: &random)
        try file.truncate(atOffset: UInt64(length))
      } else {
        try file.write(contentsOf: whole)
      }
      try file.close()
    }
    // Whole again, it is used again.
    #expect(desk.station.warnings.isEmpty)
    #expect(desk.screen.contains("Titre"))
  }

  @Test func aCatalogueThatIsRemovedAndReplacedCostsNoScan() throws {
    let lists = try KnownLists([(.items, Self.items)])
    let whole = try Data(contentsOf: URL(fileURLWithPath: lists.path))
    let url = URL(fileURLWithPath: lists.path)
    let desk = try scanAll(lists) { turn in
      switch turn % 4 {
      case 0: try FileManager.default.removeItem(at: url)
      case 1: try Data("not a catalogue".utf8).write(to: url)
      case 2:
        // Another program's import: a new file under the old name.
        let new = url.appendingPathExtension("new")
        try whole.write(to: new)
        rename(new.path, url.path)
      default: break
      }
    }
    #expect(desk.station.warnings.isEmpty)
  }

  @Test func aCatalogueThatIsLockedCostsNoScan() throws {
    let lists = try KnownLists([(.items, Self.items)])
    var holder: Database?
    let desk = try scanAll(lists) { turn in
      if turn == 20 {
        holder = try Database(lists.path, for: .building)
        try holder?.execute("BEGIN EXCLUSIVE")
      } else if turn == 100 {
        try holder?.execute("ROLLBACK")
        holder = nil
      }
    }
    #expect(desk.station.warnings.isEmpty)
    #expect(desk.screen.contains("Titre"))
  }
}
