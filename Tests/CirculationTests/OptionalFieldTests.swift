import Simulated
import Testing

@testable import Circulation

/// The journal goes on across versions: what a newer one adds to an event is
/// passed on, what only a newer one understands is refused by its name.
struct OptionalFieldTests {
  private static let time = "2018-05-08T13:48:07+02:00"
  private static let header = [UInt8].sealed(
    "offcirc-journal\t3\t0123456789abcdef\t\(time)")
  /// A loan with all origins, and more fields than any version has.
  private static let full =
    "loan\t1\t9\titem-raw=%09\tborrower-raw=é\tdoubtful=item,borrower"
    + "\tagainst=not-for-loan,too-heavy,blocked"
    + (1...40).map { "\tfield-\($0)=a%25,b=" }.joined()

  private let path = StationFolder.simulated.journal

  /// A journal with these events, numbered from 1.
  private func files(_ events: String...) -> SimulatedFileSystem {
    let files = SimulatedFileSystem()
    let lines = zip(1..., events).map {
      [UInt8].sealed("\($0)\t\(Self.time)\t\($1)")
    }
    files.journal = Array(
      ([Self.header] + lines).map { $0 + [.lineFeed] }.joined())
    return files
  }

  /// The fields of the journal's last event after its time, without the
  /// checksum.
  private func lastEvent(_ files: SimulatedFileSystem) -> [String] {
    let line = files.journal.split(separator: .lineFeed).last ?? []
    return String(decoding: line, as: UTF8.self)
      .split(separator: "\t").dropFirst(2).dropLast().map(String.init)
  }

  // MARK: Optional fields

  @Test func aLoanWithAllOriginsAndFortyFieldsIsRead() throws {
    let desk = try Desk(files(Self.full))
    #expect(desk.opening.damage.isEmpty)
    let origins = try #require(desk.unsaved.first?.transaction.origins)
    #expect(origins.item.raw == "\t" && origins.borrower.raw == "é")
    #expect(origins.item.isDoubtful && origins.borrower.isDoubtful)
    #expect(origins.item.objections == [.notForLoan])
    #expect(origins.borrower.objections == [.blocked])
    #expect(
      origins.objectionNames == ["not-for-loan", "blocked", "too-heavy"])
    #expect(origins.unknown.fields.count == 40)
  }

  @Test func whatANewerVersionAddedStaysWhenALoanIsAmendedOrMoved() throws {
    let files = files(
      "loan\t1\t9\tagainst=unknown-item,blocked,late\tstate=3\tstart=2")
    let desk = try Desk(files)
    try desk.amend(sequence: 1, item: Barcode("2"))
    // The objection to the first item is not one to the second.
    #expect(
      lastEvent(files).suffix(6)
        == ["loan", "2", "9", "against=blocked,late", "state=3", "start=2"])
    try desk.move(from: Barcode("9"), to: Barcode("8"))
    try desk.amend(sequence: 1, item: Barcode("3"))
    #expect(
      lastEvent(files).suffix(6)
        == ["loan", "3", "8", "against=late", "state=3", "start=2"])
  }

  @Test func whatANewerVersionAddedIsInARescuedJournal() throws {
    let desk = try Desk(files(Self.full))
    let rescued = try Journal.rescue(
      desk.unsaved, of: "0123456789abcdef", in: .simulated, at: tuesday,
      fileSystem: desk.fileSystem)
    let replay = try JournalReader.replay(
      path: rescued, fileSystem: desk.fileSystem)
    #expect(replay?.unsaved == desk.unsaved)
  }

  @Test(arguments: [
    "return\t2", "delete\t1", "amend\t1\t\(time)\tloan\t3\t9", "move\t9\t8",
    "undo\t1", "save-begun\t0\t90", "save-done\t1", "save-void\t1",
    "archived\t2018-05-08", "repaired\ttorn\t4", "repaired\tlock",
    "repaired\tbegun\tzeros\tOffCirc.journal.damaged-1",
  ])
  func everyEventMayHaveFieldsOfANewerVersion(_ event: String) throws {
    func replay(_ rest: String) throws -> JournalReplay? {
      try JournalReader.replay(
        path: path, fileSystem: files("loan\t1\t9", event + rest))
    }
    let plain = try #require(try replay(""))
    let other = try #require(try replay("\tby=9\tseen-again="))
    #expect(other.damage.isEmpty && other.lastSequence == 2)
    #expect(
      other.unsaved.map(\.transaction.item)
        == plain.unsaved.map(\.transaction.item))
    #expect(other.changes.count == plain.changes.count)
    #expect(other.openSave == plain.openSave)
    #expect(other.notes == plain.notes)
    #expect(other.precedingArchive == plain.precedingArchive)
  }

  @Test func objectionsOfACardGoWithEachOfItsLoans() throws {
    let files = SimulatedFileSystem()
    let desk = try Desk(files)
    desk.identify(
      try Barcode("9"), origin: ScanOrigin(against: [.blocked, .expired]))
    try desk.record(Barcode("1"))
    try desk.record(Barcode("2"), origin: ScanOrigin(against: [.onLoan]))
    desk.identify(try Barcode("8"))
    try desk.record(Barcode("3"))
    try desk.commit()
    let names = try Desk(files).unsaved.map {
      $0.transaction.origins?.objectionNames
    }
    #expect(
      names == [
        ["blocked", "expired"], ["on-loan", "blocked", "expired"], nil,
      ])
  }

  // MARK: Events

  @Test(arguments: [
    ("copy\t37000034180\tT1\t1", "copy"), ("renew\t1", "renew"),
    ("seen", "seen"), ("loan\t1\t9\tdoubtful=printer", "loan"),
    ("loan\t1\t9\tagainst=", "loan"), ("return\t1\t9", "return"),
    ("repaired\tpaper\t1", "repaired"), ("delete\t1\t2", "delete"),
  ])
  func anEventOfANewerVersionIsRefusedByItsName(
    _ event: String, _ name: String
  ) throws {
    let files = files("loan\t1\t9", event, "return\t1")
    let before = files.journal
    let error = CirculationError.newerEvent(path: path, line: 3, event: name)
    #expect(throws: error) { try Desk(files) }
    #expect(throws: error) {
      try StationReading(of: .simulated, fileSystem: files)
    }
    #expect(throws: error) { try Recovery(from: path, fileSystem: files) }
    #expect(files.journal == before)
  }

  /// Cut after the line or before its end, it is no torn line.
  @Test(arguments: [0, 1])
  func anEventOfANewerVersionAtTheEndIsNotCutOff(_ count: Int) throws {
    let files = files("loan\t1\t9", "seen\t1\tA3")
    files.journal.removeLast(count)
    let before = files.journal
    #expect(
      throws: CirculationError.newerEvent(path: path, line: 3, event: "seen")
    ) { try Desk(files) }
    #expect(files.journal == before)
  }

  @Test func aCopyThatANewerVersionWentOnWithIsSetAside() throws {
    let files = SimulatedFileSystem()
    files.disks["/copies"] = 2
    let desk = try Desk(files, copyingTo: "/copies")
    try desk.takeBack("1")
    try desk.close()
    let copy = "/copies/OffCirc-\(desk.station).journal"
    // Its last line has no end yet.
    files[copy]? += [UInt8].sealed("2\t\(Self.time)\tseen\t1\tA3")
    let newer = files[copy]
    let again = try Desk(files, copyingTo: "/copies")
    guard case .setAside(let path)? = again.copyWarning else {
      Issue.record("\(String(describing: again.copyWarning))")
      return
    }
    #expect(files[path] == newer)
  }

  // MARK: Older versions

  @Test(arguments: [1, 2])
  func aJournalOfAnOlderVersionIsReadAndGoesOn(_ version: Int) throws {
    let files = SimulatedFileSystem()
    var old: [UInt8] = []
    JournalFormat.appendHeader(
      station: "0123456789abcdef", at: tuesday, version: version, to: &old)
    for (number, event) in zip(
      1...,
      ["loan\t1\t9\titem-raw=%09\tborrower-raw=b\tdoubtful=item", "return\t2"])
    {
      old += .sealed("\(number)\t\(Self.time)\t\(event)") + [.lineFeed]
    }
    files.journal = old
    let desk = try Desk(files)
    #expect(desk.opening.isUneventful)
    #expect(desk.station == "0123456789abcdef")
    #expect(desk.unsavedItems == ["1", "2"])
    #expect(desk.unsaved[0].transaction.origins?.objectionNames == [])
    #expect(files.journal.starts(with: old))
    #expect(
      try JournalReader.replay(path: path, fileSystem: files)?.version == 3)
  }
}
