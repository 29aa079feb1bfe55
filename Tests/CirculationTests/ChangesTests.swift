import Glibc
import Simulated
import Testing

@testable import Circulation

/// What can be done to the list before it is saved, and taken back.
struct ChangesTests {
  private let fileSystem = SimulatedFileSystem()
  private let desk: Desk

  /// A desk with three loans, two of them to one borrower, and a return.
  init() throws {
    desk = try Desk(fileSystem)
    try desk.lend("1", to: "B")
    try desk.lend("2", to: "C")
    try desk.lend("3", to: "B")
    try desk.takeBack("4")
  }

  private var list: [String] {
    desk.unsaved.map {
      [$0.transaction.item.text, $0.transaction.borrower?.text]
        .compactMap(\.self).joined(separator: " to ")
    }
  }

  /// The first event of the last changes, so many of them.
  private func last(_ count: Int) -> Int {
    desk.changes.suffix(count).first?.sequence ?? 0
  }

  private func expectTheJournalToAgree() throws {
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(try Desk(after).unsaved == desk.unsaved)
  }

  // MARK: Amend

  @Test func anAmendedTransactionKeepsItsPlaceAndItsTime() throws {
    let later = try Desk(
      fileSystem, clock: WallClock { tuesday.later(by: 3_600) })
    let amended = try later.amend(sequence: 2, item: Barcode("22"))
    #expect(amended.recorded == tuesday)
    #expect(later.unsavedItems == ["1", "22", "3", "4"])
    #expect(later.original(ofSequence: 2) == (try .loan("2", "C")))
    try later.amend(sequence: 2, borrower: Barcode("D"))
    #expect(later.unsaved[1].transaction == (try .loan("22", "D")))
    #expect(later.original(ofSequence: 2) == (try .loan("2", "C")))
    try later.save()
    #expect(
      fileSystem.dataFile?.contains(try Transaction.loan("22", "D").line)
        == true)
  }

  @Test func anAmendedTransactionIsTheSameAfterARestart() throws {
    try desk.amend(
      sequence: 1, item: Barcode("11"),
      origin: ScanOrigin(raw: "àà", isDoubtful: true))
    try desk.amend(sequence: 4, item: Barcode("44"))
    try desk.move(from: Barcode("B"), to: Barcode("D"))
    let again = try Desk(fileSystem.copy())
    #expect(again.unsaved == desk.unsaved)
    #expect(again.unsaved[0].transaction.origins?.item.raw == "àà")
    #expect(again.original(ofSequence: 1) == (try .loan("1", "B")))
    #expect(again.original(ofSequence: 2) == nil)
  }

  @Test func oneThatIsAmendedBackIsAsItWasRecorded() throws {
    try desk.amend(sequence: 1, item: Barcode("11"))
    try desk.amend(sequence: 1, item: Barcode("1"))
    #expect(desk.original(ofSequence: 1) == nil)
    #expect(desk.changes.count == 2)
  }

  @Test func whatWouldBeTheSameIsNoEvent() throws {
    let before = fileSystem.journal
    try desk.amend(sequence: 1, item: Barcode("1"))
    try desk.amend(sequence: 1, borrower: Barcode("B"))
    #expect(try desk.move(from: Barcode("B"), to: Barcode("B")).isEmpty)
    #expect(try desk.move(from: Barcode("X"), to: Barcode("Y")).isEmpty)
    #expect(fileSystem.journal == before)
    #expect(desk.changes.isEmpty)
  }

  @Test func whatCanBeNoTransactionIsRefused() throws {
    let before = fileSystem.journal
    #expect(throws: CirculationError.itemIsBorrower(try Barcode("B"))) {
      try desk.amend(sequence: 1, item: Barcode("B"))
    }
    #expect(throws: CirculationError.itemIsBorrower(try Barcode("1"))) {
      try desk.amend(sequence: 1, borrower: Barcode("1"))
    }
    #expect(throws: CirculationError.itemIsBorrower(try Barcode("3"))) {
      try desk.move(from: Barcode("B"), to: Barcode("3"))
    }
    #expect(
      throws: CirculationError.returnHasNoBorrower(item: try Barcode("4"))
    ) {
      try desk.amend(sequence: 4, borrower: Barcode("B"))
    }
    #expect(throws: CirculationError.notInList(sequence: 9)) {
      try desk.amend(sequence: 9, item: Barcode("5"))
    }
    #expect(fileSystem.journal == before)
  }

  @Test func whatIsSavedIsNotChanged() throws {
    try desk.save()
    #expect(throws: CirculationError.notInList(sequence: 1)) {
      try desk.amend(sequence: 1, item: Barcode("11"))
    }
    #expect(throws: CirculationError.notInList(sequence: 1)) {
      try desk.delete(sequence: 1)
    }
    try desk.lend("5", to: "B")
    #expect(try desk.move(from: Barcode("B"), to: Barcode("D")).count == 1)
    #expect(
      fileSystem.dataFile?.contains(try Transaction.loan("1", "B").line)
        == true)
  }

  // MARK: Move

  @Test func aReadersLoansGoToAnotherCardInOneLineOfTheJournal() throws {
    let before = fileSystem.journal.lines.count
    let moved = try desk.move(
      from: Barcode("B"), to: Barcode("D"), origin: ScanOrigin(isDoubtful: true)
    )
    #expect(moved.map(\.sequence) == [1, 3])
    #expect(list == ["1 to D", "2 to C", "3 to D", "4"])
    #expect(fileSystem.journal.lines.count == before + 1)
    #expect(desk.unsaved[0].transaction.origins?.isDoubtful == true)
    #expect(desk.original(ofSequence: 3) == (try .loan("3", "B")))
    try expectTheJournalToAgree()
  }

  @Test func whatWaitsIsMovedToo() throws {
    desk.switch(to: .loan)
    desk.identify(try Barcode("B"))
    try desk.record(Barcode("5"))
    #expect(try desk.move(from: Barcode("B"), to: Barcode("D")).count == 3)
  }

  // MARK: Undo

  @Test func eachChangeIsTakenBackAsItWas() throws {
    let before = desk.unsaved
    try desk.delete(sequence: 1)
    #expect(try desk.undo(from: last(1)).map(\.kind) == [.deletion])
    #expect(desk.unsaved == before)
    try desk.amend(sequence: 2, item: Barcode("22"))
    #expect(try desk.undo(from: last(1)).map(\.kind) == [.amendment])
    #expect(desk.unsaved == before)
    try desk.move(from: Barcode("B"), to: Barcode("D"))
    #expect(
      try desk.undo(from: last(1)).map(\.kind)
        == [.move(from: Barcode("B"), to: Barcode("D"))])
    #expect(desk.unsaved == before)
    #expect(desk.changes.isEmpty)
    #expect(desk.original(ofSequence: 2) == nil)
    try expectTheJournalToAgree()
  }

  @Test func aRunIsTakenBackWithOneLineAndWhatCameBetweenStays() throws {
    try desk.amend(sequence: 3, item: Barcode("33"))
    try desk.delete(sequence: 3)
    try desk.lend("5", to: "C")
    try desk.delete(sequence: 1)
    let lines = fileSystem.journal.lines.count
    #expect(try desk.undo(from: last(2)).count == 2)
    #expect(fileSystem.journal.lines.count == lines + 1)
    #expect(list == ["1 to B", "2 to C", "33 to B", "4", "5 to C"])
    try expectTheJournalToAgree()
    #expect(try desk.undo(from: last(1)).count == 1)
    #expect(list == ["1 to B", "2 to C", "3 to B", "4", "5 to C"])
    #expect(try desk.undo(from: 0).isEmpty)
    try expectTheJournalToAgree()
  }

  @Test func nothingIsTakenBackOfWhatIsSaved() throws {
    try desk.delete(sequence: 1)
    try desk.save()
    let journal = fileSystem.journal
    #expect(try desk.undo(from: 0).isEmpty)
    #expect(fileSystem.journal == journal)
    #expect(desk.changes.map(\.kind) == [.deletion])
    try desk.takeBack("5")
    try desk.delete(sequence: desk.unsaved[0].sequence)
    #expect(try desk.undo(from: 0).count == 1)
    #expect(desk.unsavedItems == ["5"])
    try expectTheJournalToAgree()
  }

  @Test func aSaveCutShortIsBroughtToItsEndBeforeAnythingIsTakenBack() throws {
    try desk.delete(sequence: 1)
    let path = StationFolder.simulated.journal
    fileSystem.trouble = { _, call in
      call.path == path && fileSystem.dataFile != nil ? .init() : nil
    }
    #expect(throws: FileError.self) { try desk.save() }
    fileSystem.heal()
    #expect(try desk.undo(from: 0).isEmpty)
    #expect(desk.unsaved.isEmpty)
    #expect(fileSystem.dataFile?.split(separator: "\r\n").count == 3)
  }

  @Test func aChangeThatFailsLeavesTheListAsItWas() throws {
    try desk.delete(sequence: 2)
    let before = desk.unsaved
    let acts: [() throws -> Void] = [
      { try desk.amend(sequence: 1, item: Barcode("11")) },
      { try desk.move(from: Barcode("B"), to: Barcode("D")) },
      { try desk.undo(from: 0) },
    ]
    for act in acts {
      for call in 1...2 {
        fileSystem.fail(at: call, code: ENOSPC)
        #expect(throws: FileError.self) { try act() }
        fileSystem.heal()
        #expect(desk.unsaved == before)
        try expectTheJournalToAgree()
      }
    }
    for act in acts.reversed() { try act() }
    #expect(list == ["11 to D", "2 to C", "3 to D", "4"])
    try expectTheJournalToAgree()
  }

  @Test func theDayIsJudgedByWhatTheListSays() throws {
    desk.switch(to: .loan)
    desk.identify(try Barcode("C"))
    #expect(
      desk.itemWarning(for: try Barcode("1"))
        == .lentToAnother(try .loan("1", "B")))
    try desk.amend(sequence: 1, item: Barcode("11"))
    #expect(desk.itemWarning(for: try Barcode("1")) == nil)
    #expect(desk.itemWarning(for: try Barcode("11")) != nil)
    try desk.undo(from: last(1))
    #expect(desk.itemWarning(for: try Barcode("1")) != nil)
  }

  // MARK: Other programs, other versions

  @Test func whatIsRecoveredAndCopiedIsAsItWasAmended() throws {
    let copyFolder = "/key"
    fileSystem.disks[copyFolder] = 2
    let desk = try Desk(fileSystem, copyingTo: copyFolder)
    try desk.amend(sequence: 1, item: Barcode("11"))
    try desk.delete(sequence: 2)
    try desk.undo(from: desk.changes[1].sequence)
    try desk.save()
    try desk.move(from: Barcode("B"), to: Barcode("D"))
    try desk.close()
    let copy = copyFolder + "/OffCirc-\(desk.station).journal"
    #expect(fileSystem[copy] == fileSystem.journal)
    let recovery = try Recovery(from: copy, fileSystem: fileSystem)
    let other = StationFolder(path: "/other")
    try recovery.write(into: other)
    #expect(
      fileSystem[other.dataFile] == fileSystem[StationFolder.simulated.dataFile]
    )
  }

  @Test func aJournalOfVersionOneGoesOnWithASecondHeader() throws {
    let first = try #require(fileSystem.journal.lines.first)
    let id = String(decoding: first, as: UTF8.self).split(separator: "\t")[2]
    var old: [UInt8] = []
    JournalFormat.appendHeader(
      station: String(id), at: tuesday, version: 1, to: &old)
    old += fileSystem.journal.dropFirst(first.count + 1)
    fileSystem.journal = old
    let desk = try Desk(fileSystem)
    #expect(desk.unsavedItems == ["1", "2", "3", "4"])
    try desk.delete(sequence: 2)
    try desk.undo(from: desk.changes[0].sequence)
    #expect(fileSystem.journal.starts(with: old))
    let added = fileSystem.journal.dropFirst(old.count).split(
      separator: .lineFeed)
    #expect(
      added.map { String(decoding: $0, as: UTF8.self) }.map {
        String($0.split(separator: "\t")[$0.hasPrefix("offcirc") ? 1 : 2])
      } == ["3", "delete", "undo"])
  }
}
