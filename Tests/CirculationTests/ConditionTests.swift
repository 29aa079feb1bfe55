import Glibc
import Simulated
import Testing

@testable import Circulation

/// The state in which a copy comes back, and who brings it.
struct ConditionTests {
  private let files = SimulatedFileSystem()
  private let desk: Desk
  private static let time = "2018-05-08T13:48:07+02:00"

  init() throws {
    desk = try Desk(files)
  }

  /// The fields of the journal's events after their times, without checksums.
  private var events: [String] {
    files.journal.lines.dropFirst().filter { !$0.isEmpty }.map { line in
      String(decoding: line, as: UTF8.self)
        .split(separator: "\t").dropFirst(2).dropLast().joined(separator: " ")
    }
  }

  private func takeBack(_ item: String, by bringer: String, state: Int) throws {
    desk.switch(to: .return)
    try desk.record(Barcode(item), broughtBy: Barcode(bringer))
    try desk.note(status: state, of: Barcode(item))
    try desk.commit()
  }

  // MARK: Writing

  @Test func theEventsOfTextbooksAreWhatTheFormatSays() throws {
    try takeBack("1004", by: "2117", state: 3)
    try desk.note(status: 4, of: Barcode("1004"), ofReturn: 1)
    try desk.noteStock(of: Barcode("1005"), status: 2)
    try desk.commit()
    let fine = FineID(station: desk.station, sequence: 1)
    let (item, reader) = try (Barcode("1004"), Barcode("9"))
    try desk.charge([
      FineCharge(
        fine, of: item, to: reader, cents: nil, isFinal: false,
        because: "4\task"),
      FineCharge(
        fine, of: item, to: reader, cents: 830, isFinal: true, because: "1/3"),
    ])
    try desk.settle([
      FineSettlement(fine, .paid, cents: 830),
      FineSettlement(fine, .waived, cents: nil, because: "100 %"),
    ])
    try desk.skip(HandOutSkip(.absent, of: reader, in: "4A\tLatin"))
    try desk.skip(HandOutSkip(.refused(title: "a = 1"), of: reader, in: "4A"))
    let id = "\(desk.station):1"
    #expect(
      events == [
        "return 1004", "by 1 2117", "condition 1004 3 1", "condition 1004 4 1",
        "condition 1005 2 -", "charge \(id) 9 1004 - provisional 4%09ask",
        "charge \(id) 9 1004 830 final 1/3", "settle \(id) paid 830",
        "settle \(id) waived - 100 %25", "skipped 4A%09Latin 9 absent",
        "skipped 4A 9 refused a = 1",
      ])
    let again = try Desk(files)
    #expect(again.opening.isUneventful)
    #expect(again.replay.textbooks == desk.replay.textbooks)
    #expect(again.replay.textbooks.entries.count == 10)
  }

  @Test func aReturnItsBringerAndItsStateTakeOneWriteAndOneSync() throws {
    files.forgetCalls()
    try takeBack("1004", by: "2117", state: 3)
    let changes = files.calls.filter {
      $0.path == StationFolder.simulated.journal
        && [.write, .append, .synchronize].contains($0.request)
    }
    #expect(changes.map(\.request) == [.write, .synchronize])
    #expect(desk.condition(ofReturn: 1) == 3)
    #expect(try desk.bringer(ofReturn: 1) == Barcode("2117"))
  }

  @Test func aStateAloneIsOnDiskWhenItIsNoted() throws {
    try desk.takeBack("1004")
    try desk.note(status: 5, of: Barcode("1004"), ofReturn: 1)
    let after = files.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(try Desk(after).condition(ofReturn: 1) == 5)
  }

  @Test func whatWaitsGetsNumbersInTheOrderInWhichItCame() throws {
    try desk.takeBack("1")
    desk.switch(to: .return)
    try desk.note(status: 2, of: Barcode("1"))
    try desk.record(Barcode("2"), broughtBy: Barcode("9"))
    try desk.noteStock(of: Barcode("3"), status: 1)
    try desk.note(status: 4, of: Barcode("2"))
    try desk.record(Barcode("4"))
    #expect(try desk.commitWaiting() == [2, 3, 5, 6, 7])
    #expect(desk.condition(ofReturn: 1) == 2)
    #expect(desk.condition(ofReturn: 3) == 4)
    #expect(desk.unsavedItems == ["1", "2", "4"])
    #expect(try desk.commitWaiting() == [])
  }

  @Test func aStateThatCannotBeWrittenIsNotNotedAndTheReturnStays() throws {
    try desk.takeBack("1004")
    files.trouble = { _, call in
      call.request == .write && call.path == StationFolder.simulated.journal
        ? .init(code: ENOSPC, written: 20) : nil
    }
    #expect(throws: FileError.self) {
      try desk.note(status: 5, of: Barcode("1004"), ofReturn: 1)
    }
    files.heal()
    #expect(desk.condition(ofReturn: 1) == nil)
    #expect(try desk.commitWaiting() == [])
    #expect(try Desk(files).unsavedItems == ["1004"])
  }

  @Test func aDroppedReturnTakesWhatWaitsForItWithIt() throws {
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.record(Barcode("2"), broughtBy: Barcode("9"))
    try desk.note(status: 4, of: Barcode("2"))
    try desk.note(status: 3, of: Barcode("1"))
    desk.dropLastWaiting()
    try desk.record(Barcode("5"))
    try desk.commit()
    #expect(events == ["return 1", "condition 1 3 1", "return 5"])
  }

  // MARK: Refused

  @Test func aStateBelongsToAReturnThatIsTheCopysLastTransaction() throws {
    let item = try Barcode("1")
    let refused = CirculationError.notReturned(item: item)
    #expect(throws: refused) { try desk.note(status: 3, of: item) }
    try desk.lend("1", to: "9")
    #expect(throws: refused) { try desk.note(status: 3, of: item) }
    try desk.takeBack("1")
    try desk.note(status: 3, of: item)
    desk.switch(to: .loan)
    try desk.record(item)
    #expect(throws: refused) { try desk.note(status: 4, of: item) }
    try desk.commit()
    // Of its return by number, it may still be said.
    try desk.note(status: 2, of: item, ofReturn: 2)
    for sequence in [1, 4, 77] {
      #expect(throws: refused) {
        try desk.note(status: 2, of: item, ofReturn: sequence)
      }
    }
    #expect(throws: CirculationError.notReturned(item: try Barcode("2"))) {
      try desk.note(status: 2, of: Barcode("2"), ofReturn: 2)
    }
    #expect(try desk.commitWaiting() == [])
    #expect(desk.condition(ofReturn: 2) == 2)
  }

  @Test func whatTheJournalCannotHoldIsRefusedWithItsValue() throws {
    try desk.takeBack("1")
    #expect(throws: CirculationError.notAStatus("0")) {
      try desk.note(status: 0, of: Barcode("1"))
    }
    for text in ["", "-", "three", "+3", "-3", "0", "3.5", "٣"] {
      #expect(throws: CirculationError.notAStatus(text)) {
        try Condition.status(text)
      }
    }
    #expect(try Condition.status("12") == 12)
    let fine = FineID(station: "a", sequence: 1)
    #expect(throws: CirculationError.notAnAmount(cents: -1)) {
      try FineSettlement(fine, .paid, cents: -1)
    }
    let longest = String(repeating: "é", count: 450)
    _ = try FineSettlement(fine, .void, cents: nil, because: longest)
    #expect(
      throws: CirculationError.reasonTooLong(bytes: 903, maximum: 900)
    ) {
      try FineSettlement(fine, .void, cents: nil, because: longest + "%")
    }
    desk.switch(to: .return)
    #expect(throws: CirculationError.itemIsBorrower(try Barcode("7"))) {
      try desk.record(Barcode("7"), broughtBy: Barcode("7"))
    }
    #expect(try desk.commitWaiting() == [])
  }

  @Test func theLongestLineStaysBelowTheLongestThatIsRead() throws {
    let number = try Barcode(String(repeating: "x", count: 80))
    let charge = try FineCharge(
      FineID(station: number.text, sequence: JournalFormat.maximumSequence),
      of: number, to: number, cents: JournalFormat.maximumSequence,
      isFinal: false, because: String(repeating: "\t", count: 300))
    var bytes: [UInt8] = []
    JournalFormat.append(
      .textbook(.charged(charge), optional: nil),
      sequence: JournalFormat.maximumSequence,
      at: tuesday.corrected(by: .min), to: &bytes)
    #expect(bytes.count < JournalFormat.maximumLineLength)
    guard
      case .event(_, .textbook(.charged(charge), nil), _) =
        try JournalFormat.line(Array(bytes.dropLast()).span)
    else {
      Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      return
    }
  }

  @Test func namesOfAHandOutAreCutSoThatTheirLineCanBeRead() throws {
    let long = String(repeating: "\u{1f4d5}", count: 500)
    let number = try Barcode(String(repeating: "x", count: 80))
    let skip = HandOutSkip(.wanted(title: long), of: number, in: long)
    var bytes: [UInt8] = []
    JournalFormat.append(
      .textbook(.skipped(skip), optional: nil),
      sequence: JournalFormat.maximumSequence,
      at: tuesday.corrected(by: .min), to: &bytes)
    #expect(bytes.count < JournalFormat.maximumLineLength)
    guard
      case .event(_, .textbook(.skipped(skip), nil), _) =
        try JournalFormat.line(Array(bytes.dropLast()).span)
    else {
      Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      return
    }
  }

  // MARK: What becomes of it

  @Test func aStateIsHiddenWithItsReturnAndShownAgainByTheUndo() throws {
    try takeBack("1", by: "9", state: 3)
    try desk.delete(sequence: 1)
    #expect(desk.condition(ofReturn: 1) == nil)
    #expect(desk.bringer(ofReturn: 1) == nil)
    #expect(try Desk(files).condition(ofReturn: 1) == nil)
    let again = try Desk(files)
    try again.undo(from: again.changes[0].sequence)
    #expect(again.condition(ofReturn: 1) == 3)
    #expect(again.bringer(ofReturn: 1)?.text == "9")
    #expect(try Desk(files).condition(ofReturn: 1) == 3)
  }

  @Test func aStateIsNeverThatOfTheCopyThatTheReturnWasAmendedTo() throws {
    try takeBack("1", by: "9", state: 3)
    try desk.amend(sequence: 1, item: Barcode("2"))
    #expect(desk.condition(ofReturn: 1) == nil)
    // The same person stood at the desk.
    #expect(desk.bringer(ofReturn: 1)?.text == "9")
    try desk.note(status: 4, of: Barcode("2"), ofReturn: 1)
    #expect(desk.condition(ofReturn: 1) == 4)
    try desk.undo(from: desk.changes[0].sequence)
    #expect(desk.condition(ofReturn: 1) == 3)
    #expect(desk.unsavedItems == ["1"])
  }

  @Test func aStateStaysWithASavedReturnAndTheDataFileHasNothingOfIt() throws {
    try takeBack("1", by: "9", state: 3)
    try desk.noteStock(of: Barcode("2"), status: 2)
    #expect(try desk.save() == 1)
    #expect(files.dataFileLines == ["201805081348R1"])
    #expect(desk.condition(ofReturn: 1) == 3)
    // It may also be noted after the save, and saves nothing again.
    try desk.note(status: 4, of: Barcode("1"))
    #expect(try desk.save() == 0)
    #expect(files.dataFileLines == ["201805081348R1"])
    let again = try Desk(files)
    #expect(again.condition(ofReturn: 1) == 4)
    #expect(again.bringer(ofReturn: 1)?.text == "9")
  }

  @Test func theCopyAndARecoveredJournalHaveIt() throws {
    files.disks["/key"] = 2
    let desk = try Desk(files, copyingTo: "/key")
    desk.switch(to: .return)
    try desk.record(Barcode("1"), broughtBy: Barcode("9"))
    try desk.note(status: 3, of: Barcode("1"))
    try desk.save()
    try desk.close()
    let copy = "/key/OffCirc-\(desk.station).journal"
    #expect(files[copy] == files.journal)
    let recovery = try Recovery(from: copy, fileSystem: files)
    files[StationFolder.simulated.journal] = nil
    files[StationFolder.simulated.dataFile] = nil
    try recovery.write(into: .simulated)
    #expect(files.dataFileLines == ["201805081348R1"])
    let again = try Desk(files)
    #expect(again.condition(ofReturn: 1) == 3)
    #expect(again.bringer(ofReturn: 1)?.text == "9")
  }

  @Test func theListThatIsRescuedHasIt() throws {
    try takeBack("1", by: "9", state: 3)
    try takeBack("2", by: "9", state: 4)
    try desk.delete(sequence: 1)
    files.journal += [UInt8].sealed("9\t\(Self.time)\treturn\tx")
    #expect(throws: FileError.self) { try desk.takeBack("3") }
    let path = try #require(desk.rescued)
    let replay = try #require(
      try JournalReader.replay(path: path, fileSystem: files))
    #expect(replay.unsaved.map(\.sequence) == [4])
    #expect(replay.textbooks == desk.replay.textbooks)
    #expect(replay.unsaved.compactMap(replay.textbooks.status) == [4])
  }

  // MARK: Reading

  @Test(arguments: [
    "condition\t1\t0\t1", "condition\t1\t3\t0", "condition\t1\t3",
    "condition\t1\t3\t", "condition\t1\tthree\t1", "condition\t\t3\t1",
    "condition\té\t3\t1", "condition\t1\t-3\t1", "condition\t1\t3\t1\tnow",
    "by\t0\t9", "by\t1\t", "by\t1", "by\t-\t9", "by\t1\t9\tdoubtful=printer",
    "charge\ta:1\t9\t1\t8.30\tfinal\t", "charge\ta:1\t9\t1\t-1\tfinal\t",
    "charge\ta:1\t9\t1\t1\tmaybe\t", "charge\ta:0\t9\t1\t1\tfinal\t",
    "charge\ta\t9\t1\t1\tfinal\t", "charge\t:1\t9\t1\t1\tfinal\t",
    "charge\ta:1\t9\t1\t1\tfinal", "charge\ta:1\t9\t1\t1\tfinal\t%",
    "charge\ta:1\t9\t1\t1\tfinal\t\tmore", "settle\ta:1\tpaid\t1",
    "settle\ta:1\tlost\t1\t", "settle\ta:1\tpaid\t\t", "settle\t1\tvoid\t-\t",
    "settle\ta:+1\tvoid\t-\t", "skipped\t4A\t9\tabsent\ttitle",
    "skipped\t4A\t9\trefused", "skipped\t4A\t9\tlate",
    "skipped\t4A\t\tabsent", "skipped\t%\t9\tabsent", "skipped\t4A\t9",
    "skipped\t4A\t9\twanted\ta\tb",
  ])
  func whatIsNoEventOfTextbooksIsRefusedByItsName(_ event: String) throws {
    try desk.takeBack("1")
    files.journal += .sealed("2\t\(Self.time)\t\(event)") + [.lineFeed]
    let before = files.journal
    #expect(
      throws: CirculationError.newerEvent(
        path: StationFolder.simulated.journal, line: 3,
        event: String(event.prefix { $0 != "\t" }))
    ) { try Desk(files) }
    #expect(files.journal == before)
  }

  @Test func fieldsOfANewerVersionAreReadAndPassedOn() throws {
    try desk.takeBack("1")
    let texts = [
      "condition\t1\t3\t1\tseen-by=%09", "by\t1\t9\tcard=no",
      "charge\ta:1\t9\t1\t-\tfinal\ta=b\tcoin=euro\ttax=",
      "settle\ta:1\tvoid\t-\t\twho=me", "skipped\t4A\t9\tpresent\troom=B12",
      "skipped\t4A\t9\twanted\ta=b\troom=B12",
    ]
    for (number, text) in zip(2..., texts) {
      files.journal += .sealed("\(number)\t\(Self.time)\t\(text)") + [.lineFeed]
    }
    let again = try Desk(files)
    #expect(again.condition(ofReturn: 1) == 3)
    let path = try Journal.rescue(
      again.unsaved, with: again.replay.textbooks, of: again.station,
      in: .simulated, at: tuesday, fileSystem: files)
    let rescued = String(decoding: files[path] ?? [], as: UTF8.self)
    for text in texts { #expect(rescued.contains("\t\(text)\t"), "\(text)") }
  }

  @Test(arguments: [1, 2])
  func aJournalOfAnOlderVersionGoesOnWithThem(_ version: Int) throws {
    var old: [UInt8] = []
    JournalFormat.appendHeader(
      station: "0123456789abcdef", at: tuesday, version: version, to: &old)
    old += .sealed("1\t\(Self.time)\treturn\t1") + [.lineFeed]
    files.journal = old
    let desk = try Desk(files)
    try desk.note(status: 3, of: Barcode("1"), ofReturn: 1)
    #expect(files.journal.starts(with: old))
    let again = try Desk(files)
    #expect(again.opening.isUneventful)
    #expect(again.condition(ofReturn: 1) == 3)
    #expect(files.journal.lines.count { $0.starts(with: "offcirc".utf8) } == 2)
  }

  @Test func theDaysCountsAndTheWarningsStayAsTheyAre() throws {
    try desk.lend("1", to: "9")
    #expect(desk.today.loanCount == 1)
    try takeBack("1", by: "9", state: 3)
    #expect(desk.today.returnCount == 1)
    #expect(desk.today.items(of: try Barcode("9")).isEmpty)
    let past = desk.pastChanges
    try desk.note(status: 4, of: Barcode("1"))
    try desk.commit()
    #expect(desk.pastChanges == past)
    #expect(desk.repetition(of: try Barcode("1"))?.operation == .return)
  }
}
