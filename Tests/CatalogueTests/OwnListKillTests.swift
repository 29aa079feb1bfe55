import Glibc
import Support
import Testing

@testable import Catalogue

/// Killed at any call, what a school makes by hand is there or not; the same
/// command again finishes it, and nothing is there twice.
struct OwnListKillTests {
  /// A copy of a list, and the day of which it tells.
  private typealias Dated = (day: String, list: OwnList)

  private static let copies: [Dated] = {
    var list = OwnList()
    for number in 27_001...27_004 {
      list.add(
        String(number),
        [.title: "Horizons", .price: "27.90", .status: "1", .parts: "2"])
    }
    return [("2026-11-19", list)]
  }()

  /// An edit of copies whose lists are of two days.
  private static let edit: [Dated] = {
    var (early, late) = (OwnList(), OwnList())
    early.add("27001", [.status: "3", .price: "28.50"])
    late.add("27002", [.itemNote: "", .price: "28.50"])
    return [("2026-11-18", early), ("2026-11-20", late)]
  }()

  private static let deletion: [Dated] = {
    var list = OwnList()
    list.add("27003", [.deleted: "2026-11-20"])
    return [("2026-11-20", list)]
  }()

  /// Keeps lists in turn, at a minute, as one command does.
  private func keep(
    _ changes: [Dated], at minute: Int, in lists: ListFolder,
    on disk: FailingFileSystem = FailingFileSystem()
  ) throws {
    for change in changes {
      try lists.add(["copies"], on: disk) {
        $0.own = change.list
        $0.kind = .items
        $0.exported = change.day
        $0.imported = "2026-11-21T08:0\(minute):00+01:00"
        $0.sources = [
          .init(path: "copies", digest: "\(minute)\(change.day)")
        ]
      }
    }
  }

  @Test(arguments: [copies, edit, deletion])
  private func theSameCommandAgainFinishes(_ changes: [Dated]) throws {
    let whole = ListFolder()
    try keep(Self.copies, at: 0, in: whole)
    let old = try whole.dump()
    try keep(changes, at: 1, in: whole)
    let new = try whole.dump()
    for number in 1... {
      let lists = ListFolder()
      try keep(Self.copies, at: 0, in: lists)
      let disk = FailingFileSystem(at: number, isEnd: true, code: EIO)
      let isDone = (try? keep(changes, at: 1, in: lists, on: disk)) != nil
      let now = try lists.dump()
      #expect(now.count == old.count, "call \(number)")
      if changes.count == 1 {
        #expect(now == new || !isDone && now == old, "call \(number)")
      }
      try keep(changes, at: 2, in: lists)
      #expect(try lists.dump() == new, "call \(number)")
      _ = try lists.rebuilding.rebuild()
      #expect(try lists.dump() == new, "call \(number)")
      if disk.callCount < number { break }
    }
  }
}
