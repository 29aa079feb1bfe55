import Glibc
import Simulated
import Testing

@testable import Circulation

/// Every call fails in turn, or is the last, while a second copy of the journal
/// is kept: what was acknowledged is in the journal, and the copy is a beginning
/// of it, or it is told that there is none.
struct JournalCopyErrorTests {
  private static let key = "/key"

  private func disk() -> SimulatedFileSystem {
    let disk = SimulatedFileSystem()
    disk.disks[Self.key] = 2
    disk.disks[Self.key + "/./.."] = 1
    return disk
  }

  private func copy(in disk: SimulatedFileSystem) -> [UInt8]? {
    disk.paths.first {
      $0.hasPrefix(Self.key + "/OffCirc-") && $0.hasSuffix(".journal")
    }.flatMap { disk[$0] }
  }

  @Test func whateverFailsBesideTheDeskLosesNothingAndIsTold() throws {
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        let disk = disk()
        if isEnd {
          disk.kill(at: number, written: number % 40)
        } else {
          disk.fail(at: number, code: EIO, written: number % 40)
        }
        var acknowledged: [String] = []
        var hasEnded = false
        var doubt: CopyWarning?
        do {
          let desk = try Desk(disk, copyingTo: Self.key)
          for item in ["1", "2", "3"] {
            try desk.takeBack(item)
            acknowledged.append(item)
            doubt = doubt ?? desk.copyWarning
          }
          try desk.save()
          doubt = doubt ?? desk.copyWarning
          try desk.close()
          doubt = doubt ?? desk.copyWarning
        } catch { hasEnded = true }
        let hasFailed = !disk.failedCalls.isEmpty
        disk.heal()
        guard hasFailed else { break }
        count += 1
        let place: Comment = "call \(number), \(isEnd ? "end" : "error")"
        let journal = disk.journal
        if let copy = copy(in: disk), !isEnd, !hasEnded, doubt == nil {
          #expect(journal.starts(with: copy), place)
        }
        // Opened again, all that was acknowledged is there, and in the copy.
        let desk = try Desk(disk, copyingTo: Self.key)
        desk.tendCopies()
        let items = Set(
          desk.unsavedItems
            + disk.dataLines.map { String($0.dropFirst(13)) })
        #expect(items.isSuperset(of: acknowledged), place)
        #expect(desk.copyWarning == nil, place)
        #expect(copy(in: disk) == disk.journal, place)
        try desk.close()
      }
    }
    print("Failing calls of a desk with a copy: \(count)")
    #expect(count > 60)
  }
}

extension SimulatedFileSystem {
  /// The lines of `OffCirc.dat`, without their ends.
  fileprivate var dataLines: [String] {
    String(decoding: self["/desk/OffCirc.dat"] ?? [], as: UTF8.self)
      .split(separator: "\r\n").map(String.init)
  }
}
