import Simulated
import Testing

@testable import Circulation
@testable import Offload

/// The borrowers of archives go when their loans have ended long ago: the loans
/// stay, and nothing is ever in neither of two archives.
struct BorrowerErasureTests {
  private static let folder = StationFolder.simulated
  private static let day = LocalTime(
    secondsSince1970: 1_527_836_400, utcOffset: 7_200)
  private static let later = day.later(by: 500 * 86_400)
  private static let cards = ["9921000000164", "9921000000172"]
  private static let item = "37000034179"

  private func open(
    _ disk: SimulatedFileSystem, at time: LocalTime = day
  ) throws -> Desk {
    disk.releaseLocks()
    return try Desk(
      folder: Self.folder, clock: WallClock { time }, fileSystem: disk)
  }

  private func archive(_ disk: SimulatedFileSystem) -> Archive {
    Archive(of: Self.folder, fileSystem: disk)
  }

  /// An archive of two loans of one copy, the second without a return before,
  /// and both returned at the end if it says so; with a kit.
  private func station(returning: Bool = true) throws -> SimulatedFileSystem {
    let disk = SimulatedFileSystem()
    let desk = try open(disk)
    for card in Self.cards {
      desk.identify(try Barcode(card))
      try desk.record(Barcode(Self.item))
    }
    if returning {
      desk.switch(to: .return)
      try desk.record(
        Barcode(Self.item), broughtBy: Barcode(Self.cards[0]))
      try desk.note(status: 3, of: Barcode(Self.item))
    }
    try desk.save()
    try desk.close()
    disk["/kit/1.dat"] = Array(Self.cards[0].utf8)
    try archive(disk).putAway(
      desk: "", attachments: [.init(path: "/kit/1.dat", name: "kit/1.dat")],
      at: Self.day)
    return disk
  }

  private func history(_ disk: SimulatedFileSystem) throws -> LendingHistory {
    try LendingHistory.read(of: Self.folder, fileSystem: disk).history
  }

  @discardableResult
  private func erase(
    _ disk: SimulatedFileSystem, before end: LocalTime = later,
    openFines: Set<FineID> = []
  ) throws -> BorrowerErasure {
    try archive(disk).eraseBorrowers(
      before: end, history(disk), openFines: openFines)
  }

  /// The loans of the copy, without borrowers.
  private func loans(_ history: LendingHistory) throws -> [[String?]] {
    let item = try Barcode(Self.item)
    let copy = try #require(history.copies[item])
    return copy.episodes.map { episode in
      [
        episode.lent.map { "\($0.fine.text) \($0.time)" },
        episode.returned.map { "\($0.fine.text) \($0.time)" },
        episode.notedState.map { "\($0)" },
      ]
    }
  }

  private func hasBorrowers(_ disk: SimulatedFileSystem) -> Bool {
    disk.paths.contains { path in
      guard path.hasPrefix(Self.folder.archive) else { return false }
      let text = String(decoding: disk[path] ?? [], as: UTF8.self)
      return Self.cards.contains { text.contains($0) }
    }
  }

  @Test func theLoansStayAndNoFileNamesABorrower() throws {
    let disk = try station()
    let before = try history(disk)
    let old = try archive(disk).boxes()[0]
    let lines = try #require(try archive(disk).summary(of: old))
    let erasure = try erase(disk)
    #expect(erasure.erased == ["2018-06-01"])
    #expect(!hasBorrowers(disk))
    let after = try history(disk)
    #expect(try loans(after) == loans(before))
    #expect(try loans(after).count == 2)
    let box = try archive(disk).boxes()[0]
    #expect(try archive(disk).damage(in: box) == [])
    let summary = try #require(try archive(disk).summary(of: box))
    #expect(summary.lineCount == lines.lineCount && summary.last == lines.last)
    // Nothing is left to do, and nothing is done twice.
    #expect(try erase(disk) == BorrowerErasure())
    // The station goes on.
    #expect(try open(disk).opening.isUneventful)
  }

  @Test func nothingOfItIsUploadedAgain() throws {
    let disk = try station()
    try erase(disk)
    let box = try archive(disk).boxes()[0]
    #expect(throws: ArchiveError.borrowersErased(name: box.name)) {
      try archive(disk).restore(box)
    }
    let journal = StationFolder(path: box.path).journal
    #expect(throws: CirculationError.borrowersErased(path: journal)) {
      try Recovery(from: journal, fileSystem: disk)
    }
    let lines = try #require(disk[box.dataFile]).split(separator: 0x0a)
    #expect(throws: DataFormat.LineError.noBorrower) {
      try DataFormat.transaction(in: Array(lines[0].dropLast()).span)
    }
    disk[Self.folder.journal] = disk[journal]
    #expect(
      throws: CirculationError.borrowersErased(path: Self.folder.journal)
    ) { try open(disk) }
  }

  @Test func whoHasACopyOrOwesForItIsKept() throws {
    let out = try station(returning: false)
    #expect(try erase(out).inUse == ["2018-06-01"])
    #expect(hasBorrowers(out))
    let disk = try station()
    let copies = try history(disk).copies
    let item = try Barcode(Self.item)
    let fine = try #require(copies[item]?.episodes.last?.returned?.fine)
    #expect(try erase(disk, openFines: [fine]).inUse == ["2018-06-01"])
    // An archive of a later day is too young to speak of.
    let before = Self.day.later(by: -86_400)
    #expect(try erase(disk, before: before) == BorrowerErasure())
    #expect(hasBorrowers(disk))
  }

  @Test func whatIsDamagedOrOfAnotherProgramIsLeftAlone() throws {
    let disk = try station()
    let box = try archive(disk).boxes()[0]
    disk.edit(box.dataFile) { $0[3] ^= 1 }
    #expect(try erase(disk).doubtful == ["2018-06-01"])
    let foreign = SimulatedFileSystem()
    let desk = try open(foreign)
    desk.identify(try Barcode(Self.cards[0]))
    try desk.record(Barcode(Self.item))
    try desk.save()
    try desk.close()
    foreign.edit(Self.folder.dataFile) { $0 += Array("theirs\r\n".utf8) }
    try archive(foreign).putAway(desk: "", attachments: [], at: Self.day)
    #expect(try erase(foreign).doubtful == ["2018-06-01"])
  }

  @Test(arguments: [false, true])
  func stoppedAtAnyCallOneArchiveIsWhole(_ isKilled: Bool) throws {
    let station = try station()
    let expected = try loans(history(station))
    for number in 1... {
      let disk = station.copy()
      let history = try history(disk)
      if isKilled {
        disk.kill(at: number, written: number % 40)
      } else {
        disk.fail(at: number, written: number % 40)
      }
      let isDone =
        (try? archive(disk).eraseBorrowers(
          before: Self.later, history, openFines: [])) != nil
      let hasFailed = !disk.failedCalls.isEmpty
      disk.heal()
      let place: Comment = "call \(number)"
      let whole = try archive(disk).boxes()
      #expect(whole.map(\.name) == ["2018-06-01"], place)
      #expect(whole.first?.isWhole == true, place)
      #expect(try archive(disk).damage(in: whole[0]) == [], place)
      #expect(try loans(self.history(disk)) == expected, place)
      try erase(disk)
      #expect(!hasBorrowers(disk), place)
      #expect(try loans(self.history(disk)) == expected, place)
      if isDone, !hasFailed { break }
    }
  }
}
