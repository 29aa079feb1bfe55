import Foundation
import Glibc
import Settings
import Simulated
import Station
import Support
import Testing

@testable import Circulation
@testable import Languages
@testable import Offload

/// Every call of the morning after fails in turn, or is the last: what was there
/// is unharmed, what is made is whole or not there, and it is told.
struct ErrorSweepTests {
  private static let folder = StationFolder.simulated
  private static let day = LocalTime(
    secondsSince1970: 1_527_836_400, utcOffset: 7_200)

  private func station() throws -> SimulatedFileSystem {
    let fileSystem = SimulatedFileSystem()
    let desk = try Desk(
      folder: Self.folder, clock: WallClock { Self.day },
      fileSystem: fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("37000034179"))
    try desk.save()
    try desk.close()
    return fileSystem
  }

  private func archive(_ disk: SimulatedFileSystem) -> Archive {
    Archive(of: Self.folder, fileSystem: disk)
  }

  private func putAway(_ disk: SimulatedFileSystem) throws -> Archive.Entry {
    try archive(disk).putAway(desk: "", attachments: [], at: Self.day)
  }

  /// Lets each call fail, or be the last, until none is left.
  private func sweep(
    _ prepare: () throws -> SimulatedFileSystem,
    _ act: (SimulatedFileSystem) throws -> Void,
    then look: (SimulatedFileSystem, (any Error)?, Comment) throws -> Void
  ) throws -> Int {
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        let disk = try prepare()
        if isEnd {
          disk.kill(at: number, written: number % 40)
        } else {
          disk.fail(at: number, code: EIO, written: number % 40)
        }
        var failure: (any Error)?
        do { try act(disk) } catch { failure = error }
        let hasFailed = !disk.failedCalls.isEmpty
        disk.heal()
        guard hasFailed else { break }
        try look(disk, failure, "call \(number), \(isEnd ? "end" : "error")")
        count += 1
      }
    }
    return count
  }

  @Test func whateverFailsWhenItIsPutAwayIsTold() throws {
    let count = try sweep(station) { disk in
      _ = try putAway(disk)
    } then: { disk, failure, place in
      let isThere = disk["/desk/OffCirc.dat"] != nil
      guard let failure else {
        // Only what is tidied up may fail without a word.
        #expect(!isThere, place)
        return
      }
      if case ArchiveError.unfinished(let box, _) = failure {
        #expect(!isThere, place)
        #expect(disk[box + "/OffCirc.dat"] != nil, place)
      } else {
        #expect(isThere, place)
      }
    }
    print("Failing calls of an archive: \(count)")
    #expect(count > 80)
  }

  @Test func whateverFailsWhenItIsBroughtBackIsToldAndTheBoxIsWhole() throws {
    func prepare() throws -> SimulatedFileSystem {
      let disk = try station()
      _ = try putAway(disk)
      return disk
    }
    let count = try sweep(prepare) { disk in
      let box = try #require(try archive(disk).boxes().first)
      try archive(disk).restore(box)
    } then: { disk, failure, place in
      #expect(failure != nil, place)
      let box = try #require(try archive(disk).boxes().first)
      let content = disk[box.dataFile]
      #expect(try archive(disk).damage(in: box) == [], place)
      let present = disk["/desk/OffCirc.dat"]
      #expect(present == nil || present == content, place)
      // The same again brings it to its end.
      try archive(disk).restore(box)
      #expect(disk["/desk/OffCirc.dat"] == content, place)
    }
    print("Failing calls of a restore: \(count)")
    #expect(count > 20)
  }

  @Test func whateverFailsWhenItIsErasedIsToldAndTheRestIsNoBox() throws {
    func prepare() throws -> SimulatedFileSystem {
      let disk = try station()
      _ = try putAway(disk)
      return disk
    }
    let box = try #require(try archive(prepare()).boxes().first)
    let count = try sweep(prepare) { disk in
      try archive(disk).erase(box)
    } then: { disk, failure, place in
      #expect(failure != nil, place)
      for rest in try archive(disk).boxes() {
        #expect(
          try !rest.isWhole || archive(disk).damage(in: rest) == [], place)
        try archive(disk).erase(rest)
      }
      #expect(try archive(disk).boxes() == [], place)
    }
    print("Failing calls of a purge: \(count)")
    #expect(count > 8)
  }

  @Test(arguments: [EIO, EACCES])
  func whateverFailsWhenAKitIsMadeIsTold(_ code: Int32) throws {
    let folder = TestFolder()
    let day = ["202611210900R1", "202611210901R2"]
    let path = folder.write(day, to: "a.dat")
    let input = try folder.text("a.dat")
    func make(_ disk: any FolderOperations) throws -> KitAssembly.Outcome {
      try KitAssembly(
        in: folder.path + "/kit",
        ledger: Ledger(at: folder.path + "/ledger", fileSystem: disk),
        words: Language.english.words, language: "en", at: Self.day, disk: disk
      ).make(of: KitRequest([StationFile(path: path)])).0
    }
    var count = 0
    for isEnd in [false, true] {
      for number in 1... {
        let disk = FailingFileSystem(
          at: number, isEnd: isEnd, code: code, failsReading: true)
        var failure: (any Error)?
        do { _ = try make(disk) } catch { failure = error }
        guard disk.callCount >= number else { break }
        count += 1
        #expect(failure != nil, "call \(number)")
        #expect(try folder.text("a.dat") == input)
        let disk2 = PosixFileSystem()
        let ledger = Ledger(at: folder.path + "/ledger")
        if try disk2.names(in: folder.path).contains("kit") {
          let entries = try ledger.entries().entries
          let check = KitCheck(of: folder.path + "/kit", for: entries)
          #expect(check.state == .whole, "call \(number)")
        } else {
          if case .refused = try make(disk2) {
            Issue.record("refused after call \(number)")
          }
        }
        #expect(try ledger.entries().entries.count == 1, "call \(number)")
        for name in try disk2.names(in: folder.path) where name != "a.dat" {
          try FileManager.default.removeItem(atPath: folder.path + "/" + name)
        }
      }
    }
    print("Failing calls of a kit: \(count)")
    #expect(count > 100)
  }
}
