import Simulated
import Testing

@testable import Circulation

/// A journal that is not there any more, or of which a part is not, is told,
/// and what is left of it is kept.
struct JournalVoidTests {
  private let files = SimulatedFileSystem()
  private let path = StationFolder.simulated.journal
  private var kept: String { path + ".damaged-1" }

  /// A folder in which something was saved, and something not.
  private func prepare(isSaved: Bool = true) throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    if isSaved { try desk.save() }
    try desk.takeBack("2")
    try desk.close()
  }

  private static let voids: [(JournalVoid, [UInt8]?)] = [
    (.missing, nil), (.empty, []),
    (.space, [UInt8](repeating: .space, count: 500)),
    (.space, [UInt8](repeating: .space, count: 50_000)),
    (.zeros, [UInt8](repeating: 0, count: 500)),
    (.zeros, [UInt8](repeating: 0, count: 1 << 20)),
    (.zeros, Array("offcirc".utf8) + [UInt8](repeating: 0, count: 90)),
  ]

  @Test(arguments: voids)
  func aJournalThatIsGoneIsToldAndWhatIsInItsPlaceKept(
    _ void: JournalVoid, _ bytes: [UInt8]?
  ) throws {
    try prepare()
    files[path] = bytes
    let reading = try StationReading(of: .simulated, fileSystem: files)
    #expect(reading.health.void == void)
    #expect(!reading.health.isWhole)
    #expect(files[path] == bytes)

    let desk = try Desk(files)
    let name = bytes.map { _ in "OffCirc.journal.damaged-1" }
    #expect(desk.repairs == [.journalBegun(void, keptAs: name)])
    #expect(desk.opening.traces == [.dataFile, .lock])
    #expect(files[kept] == bytes)
    try desk.takeBack("3")
    // It stays known.
    let later = try StationReading(of: .simulated, fileSystem: files)
    #expect(later.health.notes.map(\.repair) == desk.repairs)
    #expect(!later.health.isWhole)
    #expect(try Desk(files).repairs.isEmpty)
  }

  @Test(arguments: voids)
  func aFirstStartIsNoLossButNULBytesAreTold(
    _ void: JournalVoid, _ bytes: [UInt8]?
  ) throws {
    files[path] = bytes
    let desk = try Desk(files)
    let isTold = void == .zeros
    #expect(desk.repairs.isEmpty == !isTold)
    #expect(files[kept] == (isTold ? bytes : nil))
    try desk.takeBack("1")
    #expect(try Desk(files).unsavedItems == ["1"])
  }

  @Test(arguments: [1, 39, 200, 5_000, 300_000])
  func zerosAtTheEndAreToldAndKeptAndNoNumberIsGivenTwice(
    _ count: Int
  ) throws {
    let desk = try Desk(files)
    for item in ["1", "2", "3", "4"] { try desk.takeBack(item) }
    try desk.close()
    files[StationFolder.simulated.lock] = nil
    let lines = files.journal.lines
    let sound = lines[0].count + lines[1].count + lines[2].count + 3
    let zeros = [UInt8](repeating: 0, count: count)
    let bytes = Array(files.journal.prefix(sound)) + zeros
    files.journal = bytes

    let reopened = try Desk(files)
    #expect(
      reopened.repairs == [
        .zerosCut(byteCount: count, keptAs: "OffCirc.journal.damaged-1")
      ])
    #expect(files[kept] == bytes)
    #expect(reopened.unsavedItems == ["1", "2"])
    #expect(reopened.station == desk.station)
    try reopened.takeBack("5")
    let next = try #require(reopened.unsaved.last?.sequence)
    #expect(next > 2 + count / 46)
    #expect(try Desk(files).opening.damage.isEmpty)
    #expect(try Desk(files).repairs.isEmpty)
  }

  @Test func aJournalOlderThanItWasLeftIsTold() throws {
    try prepare(isSaved: false)
    let old = files.journal
    let desk = try Desk(files)
    try desk.takeBack("3")
    try desk.takeBack("4")
    files[path] = old
    #expect(
      try StationReading(of: .simulated, fileSystem: files).health.goneCount
        == 2)
    let reopened = try Desk(files)
    #expect(reopened.repairs == [.eventsGone(count: 2)])
    try reopened.takeBack("5")
    // 3 and 4 were given to what is gone, 5 to the note of it.
    #expect(reopened.unsaved.map(\.sequence) == [1, 2, 6])
  }

  @Test func aCopyOnAKeyTellsThatThereWasAJournal() throws {
    files.disks["/key"] = 2
    let desk = try Desk(files, copyingTo: "/key")
    try desk.takeBack("1")
    try desk.close()
    files[path] = nil
    files[StationFolder.simulated.lock] = nil
    let copy = "/key/OffCirc-\(desk.station).journal"
    let reopened = try Desk(files, copyingTo: "/key")
    #expect(reopened.opening.traces == [.copy(path: copy)])
    #expect(reopened.repairs == [.journalBegun(.missing, keptAs: nil)])
    #expect(reopened.station != desk.station)
    #expect(files[copy] != nil)
  }

  @Test func anArchiveTellsThatThereWasAJournal() throws {
    files[StationFolder.simulated.archive + "/2018-05-08/OffCirc.dat"] = [0x41]
    let desk = try Desk(files)
    #expect(desk.opening.traces == [.archive])
    #expect(desk.repairs == [.journalBegun(.missing, keptAs: nil)])
  }

  @Test func whateverElseTellsOfAJournalIsAskedWhereThereIsNone() throws {
    let trace = JournalTrace.ledger(path: "/ledger")
    let desk = try Desk(
      folder: .simulated, clock: .standing, fileSystem: files,
      otherTraces: { [trace] })
    #expect(desk.opening.traces == [trace])
    #expect(desk.repairs == [.journalBegun(.missing, keptAs: nil)])
  }

  @Test func aJournalOfTheFirstVersionIsGoneOnWith() throws {
    try prepare(isSaved: false)
    var old = files.journal.lines.map { Array($0) }
    old[0] = []
    JournalFormat.appendHeader(
      station: "0123456789abcdef", at: tuesday, version: 1, to: &old[0])
    old[0].removeLast()
    files.journal = Array(old.joined(separator: [.lineFeed]))
    let desk = try Desk(files)
    #expect(desk.station == "0123456789abcdef")
    #expect(desk.unsavedItems == ["1", "2"])
    #expect(desk.repairs.isEmpty && desk.opening.isUneventful)
    try desk.takeBack("3")
    #expect(try Desk(files).unsavedItems == ["1", "2", "3"])
    #expect(
      try JournalReader.replay(path: path, fileSystem: files)?.version == 3)
  }

  @Test(
    arguments: [
      .lockMade, .journalMade, .journalMoved(code: 5),
      .tornLineCut(byteCount: 37), .zerosCut(byteCount: 1, keptAs: "a\tb%"),
      .eventsGone(count: 2), .journalBegun(.missing, keptAs: nil),
      .journalBegun(.zeros, keptAs: "x y"),
    ] as [Repair])
  func aRepairIsReadAsItWasWritten(_ repair: Repair) throws {
    var bytes: [UInt8] = []
    JournalFormat.append(
      .repaired(repair), sequence: 7, at: tuesday, to: &bytes)
    bytes.removeLast()
    guard
      case .event(7, .repaired(repair), tuesday) = try JournalFormat.line(
        bytes.span)
    else {
      Issue.record("\(repair): \(String(decoding: bytes, as: UTF8.self))")
      return
    }
  }
}
