import Foundation
import Glibc
import Seeded
import Simulated
import Support
import Testing

@testable import Circulation
@testable import Offload

/// Putting away: what was handed over leaves the station for good, and nothing
/// is ever in neither place.
struct ArchiveTests {
  private static let folder = StationFolder.simulated
  private static let day = LocalTime(
    secondsSince1970: 1_527_836_400, utcOffset: 7_200)
  /// The bytes of two loans of 13 digits.
  private static let length = 2 * (93 + 13 + 2)
  private static let box = "/desk/archive/2018-06-01-Main-desk"

  /// A station that has saved two transactions.
  private func station() throws -> SimulatedFileSystem {
    let fileSystem = SimulatedFileSystem()
    let desk = try open(fileSystem)
    desk.identify(try Barcode("9921000000164"))
    for item in ["37000034179", "37000034180"] {
      try desk.record(Barcode(item))
    }
    try desk.save()
    try desk.close()
    fileSystem["/kit/checklist.txt"] = Array("Check.\n".utf8)
    return fileSystem
  }

  private func open(_ fileSystem: SimulatedFileSystem) throws -> Desk {
    fileSystem.releaseLocks()
    return try Desk(
      folder: Self.folder, clock: WallClock { Self.day },
      fileSystem: fileSystem)
  }

  private func archive(_ fileSystem: SimulatedFileSystem) -> Archive {
    Archive(of: Self.folder, fileSystem: fileSystem)
  }

  private static let attachments = [
    Archive.Attachment(path: "/kit/checklist.txt", name: "kit/checklist.txt")
  ]

  @discardableResult
  private func putAway(
    _ fileSystem: SimulatedFileSystem
  ) throws -> Archive.Entry {
    try archive(fileSystem).putAway(
      desk: "Main desk", attachments: Self.attachments, at: Self.day)
  }

  @Test func theLoansAndStatesOfCopiesAreTheSameAfterArchiving() throws {
    let fileSystem = try station()
    let desk = try open(fileSystem)
    let item = try Barcode("37000034179")
    desk.switch(to: .return)
    try desk.record(item, broughtBy: Barcode("9921000000172"))
    try desk.note(status: 3, of: item)
    try desk.save()
    let fine = FineID(
      station: desk.station,
      sequence: try #require(desk.replay.saved.last)
        .sequence)
    try desk.charge([
      FineCharge(
        fine, of: item, to: Barcode("9921000000164"), cents: 830,
        isFinal: false, because: "")
    ])
    try desk.close()
    func read() throws -> LendingHistory {
      try LendingHistory.read(of: Self.folder, fileSystem: fileSystem).history
    }
    let before = try read()
    try putAway(fileSystem)
    #expect(try read().copies == before.copies)
    #expect(try read().fines == before.fines && before.fines.count == 1)
    let episode = try #require(before.copies[item]?.episodes.first)
    #expect(episode.borrower?.text == "9921000000164")
    #expect(episode.notedState == 3 && episode.isBroughtByAnother)
    // The next state is that of a new loan.
    let again = try open(fileSystem)
    again.switch(to: .loan)
    again.identify(try Barcode("9921000000180"))
    try again.record(item)
    try again.commit()
    #expect(try read().copies[item]?.episodes.map(\.stateAtStart) == [nil, 3])
  }

  @Test func allOfItGoesIntoABoxAndTheStationStartsAfresh() throws {
    let fileSystem = try station()
    let dataFile = fileSystem["/desk/OffCirc.dat"]
    let journal = fileSystem["/desk/OffCirc.journal"]
    let id = try open(fileSystem).station
    let box = try putAway(fileSystem)
    #expect(box.name == "2018-06-01-Main-desk" && box.path == Self.box)
    #expect(fileSystem["/desk/OffCirc.dat"] == nil)
    #expect(fileSystem[Self.box + "/OffCirc.dat"] == dataFile)
    #expect(fileSystem[Self.box + "/OffCirc.journal"] == journal)
    #expect(
      fileSystem[Self.box + "/kit/checklist.txt"] == Array("Check.\n".utf8))
    #expect(try archive(fileSystem).boxes() == [box])
    #expect(try archive(fileSystem).damage(in: box) == [])

    let desk = try open(fileSystem)
    #expect(desk.station == id)
    #expect(desk.opening.isUneventful && desk.unsaved.isEmpty)
  }

  @Test func noNumberIsGivenTwiceByOneStation() throws {
    let fileSystem = try station()
    let last = try open(fileSystem).lastSequence
    try putAway(fileSystem)
    let desk = try open(fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    #expect(try desk.commit().first?.sequence ?? 0 > last)
    try desk.save()
    let again = try open(fileSystem)
    #expect(again.opening.isUneventful && again.unsaved.isEmpty)
  }

  @Test func whatIsNotSavedStaysWhereItIs() throws {
    let fileSystem = try station()
    let desk = try open(fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.commit()
    let before = fileSystem.paths
    #expect(throws: ArchiveError.unsaved(count: 1)) {
      try putAway(fileSystem)
    }
    #expect(fileSystem.paths == before)
  }

  @Test func withoutADataFileThereIsNothingToPutAway() throws {
    let fileSystem = SimulatedFileSystem()
    #expect(throws: ArchiveError.nothingThere(path: "/desk/OffCirc.dat")) {
      try putAway(fileSystem)
    }
    fileSystem["/desk/OffCirc.dat"] = []
    #expect(throws: ArchiveError.nothingThere(path: "/desk/OffCirc.dat")) {
      try putAway(fileSystem)
    }
  }

  @Test func whatAnotherProgramWroteMeanwhileStops() throws {
    let fileSystem = try station()
    var isWritten = false
    fileSystem.trouble = { _, call in
      if call.path.hasSuffix(DigestList.name), !isWritten {
        isWritten = true
        fileSystem.edit("/desk/OffCirc.dat") { $0 += Array("R1\r\n".utf8) }
      }
      return nil
    }
    #expect(throws: ArchiveError.changed(path: "/desk/OffCirc.dat")) {
      try putAway(fileSystem)
    }
    #expect(fileSystem["/desk/OffCirc.dat"]?.suffix(4) == [82, 49, 13, 10])
  }

  @Test func aBoxThatLostItsListIsNotTakenForARemainder() throws {
    let fileSystem = try station()
    let box = try putAway(fileSystem)
    let content = fileSystem[box.dataFile]
    fileSystem[box.path + "/SHA256SUMS"] = nil
    let desk = try open(fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.save()
    try desk.close()
    #expect(try putAway(fileSystem).name == "2018-06-01-Main-desk-2")
    #expect(fileSystem[box.dataFile] == content)
  }

  @Test func aPaperThatIsNotThereLeavesNoHalfABox() throws {
    let fileSystem = try station()
    #expect(throws: FileError.self) {
      try archive(fileSystem).putAway(
        desk: "", attachments: [.init(path: "/stick/r", name: "r")],
        at: Self.day)
    }
    #expect(try archive(fileSystem).boxes() == [])
  }

  @Test func twoBoxesOfOneDayHaveTwoNames() throws {
    let fileSystem = try station()
    try putAway(fileSystem)
    let desk = try open(fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.save()
    try desk.close()
    #expect(try putAway(fileSystem).name == "2018-06-01-Main-desk-2")
  }

  /// Whether what a station and its archive hold is the old state or the new.
  private func inspect(
    _ fileSystem: SimulatedFileSystem, _ place: Comment
  ) throws {
    let lines = fileSystem["/desk/OffCirc.dat"]
    let desk = try open(fileSystem)
    #expect(desk.opening.damage.isEmpty, place)
    #expect(desk.opening.error == nil, place)
    #expect(desk.unsaved.isEmpty, place)
    try desk.close()
    let boxes = try archive(fileSystem).boxes()
    if let lines {
      #expect(lines.count == Self.length, place)
    } else {
      let box = try #require(boxes.first { $0.isWhole }, place)
      #expect(try archive(fileSystem).damage(in: box) == [], place)
      #expect(fileSystem[box.dataFile]?.count == Self.length, place)
    }
    // Whatever it was, the next call brings it to its end.
    do {
      try putAway(fileSystem)
    } catch ArchiveError.nothingThere {
      #expect(lines == nil, place)
    }
    #expect(fileSystem["/desk/OffCirc.dat"] == nil, place)
    #expect(
      try archive(fileSystem).boxes().filter(\.isWhole).count == 1, place)
  }

  @Test func killedAtAnyInstantItLeavesTheOldStateOrTheNew() throws {
    for number in 1... {
      let fileSystem = try station()
      fileSystem.kill(at: number, written: number % 40)
      guard (try? putAway(fileSystem)) == nil else { break }
      fileSystem.heal()
      try inspect(fileSystem.copy(), "call \(number)")
    }
  }

  @Test func anErrorAtAnyCallLeavesTheOldStateOrTheNew() throws {
    for number in 1... {
      let fileSystem = try station()
      fileSystem.fail(at: number, code: ENOSPC, written: number % 40)
      let isDone = (try? putAway(fileSystem)) != nil
      let hasFailed = !fileSystem.failedCalls.isEmpty
      fileSystem.heal()
      if !hasFailed { break }
      if !isDone { try inspect(fileSystem.copy(), "call \(number)") }
    }
  }

  @Test func aPowerCutAtAnyInstantLeavesTheOldStateOrTheNew() throws {
    let station = try station()
    let fileSystem = SimulatedFileSystem()
    var changes: [SimulatedFileSystem.Change] = []
    fileSystem.record = { changes.append($0) }
    for path in station.paths { fileSystem[path] = station[path] }
    let placedCount = changes.count
    try putAway(fileSystem)
    var disk = UncertainDisk()
    var random = SeededGenerator(seed: 5)
    var count = 0
    for (number, change) in changes.enumerated() {
      disk.take(change)
      guard number >= placedCount else { continue }
      for state in disk.states(using: &random) {
        let after = SimulatedFileSystem()
        for (path, bytes) in state.files { after[path] = bytes }
        try inspect(after, "change \(number)")
        count += 1
      }
    }
    print("Crash states of an archive inspected: \(count)")
    #expect(count > 100)
  }

  @Test func aBoxIsBroughtBackWithItsJournal() throws {
    let fileSystem = try station()
    let dataFile = fileSystem["/desk/OffCirc.dat"]
    let journal = fileSystem["/desk/OffCirc.journal"]
    let box = try putAway(fileSystem)
    #expect(try archive(fileSystem).restore(box))
    #expect(fileSystem["/desk/OffCirc.dat"] == dataFile)
    #expect(fileSystem["/desk/OffCirc.journal"] == journal)
    // Put away again, it is the same box.
    #expect(try putAway(fileSystem) == box)
    #expect(try archive(fileSystem).boxes() == [box])
  }

  @Test func aJournalThatHasGoneOnStays() throws {
    let fileSystem = try station()
    let box = try putAway(fileSystem)
    let desk = try open(fileSystem)
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.commit()
    try desk.close()
    let journal = fileSystem["/desk/OffCirc.journal"]
    #expect(try !archive(fileSystem).restore(box))
    #expect(fileSystem["/desk/OffCirc.journal"] == journal)
    let again = try open(fileSystem)
    #expect(again.unsaved.map(\.transaction.item.text) == ["1"])
  }

  @Test func nothingIsBroughtBackOverAnotherFile() throws {
    let fileSystem = try station()
    let box = try putAway(fileSystem)
    fileSystem["/desk/OffCirc.dat"] = Array("theirs\r\n".utf8)
    #expect(throws: ArchiveError.inTheWay(path: "/desk/OffCirc.dat")) {
      try archive(fileSystem).restore(box)
    }
    #expect(fileSystem["/desk/OffCirc.dat"] == Array("theirs\r\n".utf8))
  }

  @Test func aDamagedBoxIsNamedAndNotBroughtBack() throws {
    let fileSystem = try station()
    let box = try putAway(fileSystem)
    fileSystem.edit(box.dataFile) { $0[3] ^= 1 }
    #expect(try archive(fileSystem).damage(in: box) == ["OffCirc.dat"])
    #expect(
      throws: ArchiveError.damaged(name: box.name, files: ["OffCirc.dat"])
    ) { try archive(fileSystem).restore(box) }
    #expect(fileSystem["/desk/OffCirc.dat"] == nil)
  }

  @Test func whatIsErasedInPartIsNoBoxAndGoesNextTime() throws {
    for number in 1... {
      let fileSystem = try station()
      let box = try putAway(fileSystem)
      fileSystem.kill(at: number)
      let isDone = (try? archive(fileSystem).erase(box)) != nil
      fileSystem.heal()
      for rest in try archive(fileSystem).boxes() {
        #expect(rest == box || !rest.isWhole)
        try archive(fileSystem).erase(rest)
      }
      #expect(try archive(fileSystem).boxes() == [])
      if isDone { break }
    }
  }

  @Test func onlyBoxesOfBeforeTheDayAreOld() throws {
    let fileSystem = try station()
    let box = try putAway(fileSystem)
    fileSystem["/desk/archive/theirs/letter.txt"] = [65]
    let archive = archive(fileSystem)
    #expect(try archive.boxes(before: Self.day.later(by: -86_400)).old == [])
    #expect(try archive.boxes(before: Self.day.later(by: 86_400)).old == [box])
  }

  @Test func onARealDiskABoxIsReadOnlyAndCanBeErased() throws {
    let temporary = TestFolder()
    let folder = StationFolder(path: temporary.path)
    let desk = try Desk(folder: folder, clock: WallClock { Self.day })
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.save()
    try desk.close()
    let archive = Archive(of: folder)
    let box = try archive.putAway(desk: "", attachments: [], at: Self.day)
    #expect(box.name == "2018-06-01")
    for (name, mode) in [
      ("", 0o500), ("/OffCirc.dat", 0o400), ("/OffCirc.journal", 0o400),
      ("/SHA256SUMS", 0o400),
    ] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: box.path + name)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
    #expect(try archive.damage(in: box) == [])
    try archive.restore(box)
    #expect(FileManager.default.fileExists(atPath: folder.dataFile))
    try archive.erase(box)
    #expect(!FileManager.default.fileExists(atPath: box.path))
  }
}

extension Desk {
  /// The number of the last event, as far as it can be seen here.
  fileprivate var lastSequence: Int {
    replay.lastSequence
  }
}
