import Simulated
import Testing

@testable import Circulation

struct DeskTests {
  private let fileSystem = SimulatedFileSystem()
  private let desk: Desk

  init() throws {
    desk = try Desk(fileSystem)
  }

  private var lines: [String] {
    (fileSystem.dataFile ?? "").split(separator: "\r\n").map(String.init)
  }

  @Test func itBeginsWithALoanAndNothing() throws {
    #expect(desk.operation == .loan)
    #expect(desk.borrower == nil)
    #expect(desk.unsaved.isEmpty)
    #expect(desk.waiting.isEmpty)
    #expect(desk.opening == Desk.Opening())
    #expect(try desk.summary().lineCount == 0)
    #expect(fileSystem.dataFile == nil)
  }

  @Test func aLoanNeedsABorrower() throws {
    #expect(throws: CirculationError.noBorrower) {
      try desk.record(Barcode("1"))
    }
    #expect(desk.waiting.isEmpty)
    desk.identify(try Barcode("B"))
    try desk.record(Barcode("1"))
    desk.clear()
    #expect(throws: CirculationError.noBorrower) {
      try desk.record(Barcode("2"))
    }
    #expect(desk.waiting == [try .loan("1", "B")])
  }

  @Test func aReturnNeedsNoneAndCarriesNone() throws {
    desk.identify(try Barcode("B"))
    desk.switch(to: .return)
    #expect(desk.borrower == (try Barcode("B")))
    try desk.record(Barcode("1"))
    desk.switch(to: .loan)
    try desk.record(Barcode("2"))
    #expect(desk.waiting == [try .return("1"), try .loan("2", "B")])
  }

  @Test func whatIsRecordedIsInTheListOnlyWhenItIsOnDisk() throws {
    desk.identify(try Barcode("B"))
    try desk.record(Barcode("1"))
    try desk.record(Barcode("2"))
    #expect(desk.unsaved.isEmpty)
    let recorded = try desk.commit()
    #expect(recorded.map(\.sequence) == [1, 2])
    #expect(recorded.map(\.transaction.item.text) == ["1", "2"])
    #expect(desk.waiting.isEmpty)
    #expect(desk.unsavedItems == ["1", "2"])
    #expect(try desk.commit().isEmpty)
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(try Desk(after).unsaved == desk.unsaved)
  }

  @Test func whatCannotBeWrittenGoesOnWaiting() throws {
    desk.identify(try Barcode("B"))
    try desk.record(Barcode("1"))
    fileSystem.trouble = { _, call in
      call.request == .write ? .init(code: 28) : nil
    }
    let failure = FileError(
      operation: .write, path: StationFolder.simulated.journal, code: 28)
    #expect(throws: failure) { try desk.commit() }
    #expect(desk.waiting == [try .loan("1", "B")])
    #expect(desk.unsaved.isEmpty)
    fileSystem.heal()
    try desk.record(Barcode("2"))
    #expect(try desk.commit().map(\.transaction.item.text) == ["1", "2"])
    #expect(try Desk(fileSystem.copy()).unsavedItems == ["1", "2"])
  }

  @Test func theLastOfWhatWaitsCanBeGivenUp() throws {
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.record(Barcode("2"))
    desk.dropLastWaiting()
    #expect(try desk.commit().map(\.transaction.item.text) == ["1"])
    desk.dropLastWaiting()
    #expect(desk.unsavedItems == ["1"])
  }

  @Test func aDeletedTransactionIsGoneForGood() throws {
    try desk.lend("1", to: "B")
    try desk.takeBack("2")
    try desk.takeBack("3")
    #expect(try desk.delete(sequence: 2) == .return("2"))
    #expect(desk.unsavedItems == ["1", "3"])
    for sequence in [0, 2, 4, 99] {
      #expect(throws: CirculationError.notInList(sequence: sequence)) {
        try desk.delete(sequence: sequence)
      }
    }
    #expect(try Desk(fileSystem.copy()).unsaved == desk.unsaved)
    try desk.save()
    #expect(lines == [try Transaction.loan("1", "B").line, "201805081348R3"])
  }

  @Test func aDeletionThatFailsLeavesTheTransaction() throws {
    try desk.takeBack("1")
    for call in 1...2 {
      fileSystem.fail(at: call)
      #expect(throws: FileError.self) { try desk.delete(sequence: 1) }
      #expect(desk.unsavedItems == ["1"])
    }
    fileSystem.heal()
    #expect(try Desk(fileSystem.copy()).unsavedItems == ["1"])
  }

  @Test func saveAppendsInTheOrderRecordedAndEmptiesTheList() throws {
    try desk.lend("1", to: "B")
    try desk.takeBack("2")
    #expect(try desk.save() == 2)
    #expect(desk.unsaved.isEmpty)
    #expect(try desk.summary().lineCount == 2)
    try desk.lend("3", to: "C")
    #expect(try desk.save() == 1)
    #expect(try desk.save() == 0)
    #expect(
      lines == [
        try Transaction.loan("1", "B").line,
        try Transaction.return("2").line,
        try Transaction.loan("3", "C").line,
      ])
    #expect(try Desk(fileSystem.copy()).unsaved.isEmpty)
  }

  @Test func saveTakesWhatWaitsToo() throws {
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    #expect(try desk.save() == 1)
    #expect(lines == ["201805081348R1"])
  }

  @Test func savingNothingMakesNoFile() throws {
    #expect(try desk.save() == 0)
    #expect(fileSystem.dataFile == nil)
  }

  @Test func theSavedAreCountedAnewWhenTheFileChanged() throws {
    try desk.takeBack("1")
    try desk.save()
    #expect(try desk.summary().lineCount == 1)
    fileSystem.edit(StationFolder.simulated.dataFile) {
      $0 += Array("other\r\n".utf8)
    }
    #expect(try desk.summary().lineCount == 2)
    fileSystem.dataFile = nil
    #expect(try desk.summary().lineCount == 0)
  }

  @Test func aFileMovedAwayIsBegunAnew() throws {
    try desk.takeBack("1")
    try desk.save()
    fileSystem.dataFile = nil
    try desk.takeBack("2")
    try desk.save()
    #expect(lines == ["201805081348R2"])
  }

  @Test func aFileThatLacksItsLastLineEndGetsOne() throws {
    fileSystem.dataFile = "201805081348R0"
    try desk.takeBack("1")
    try desk.save()
    #expect(lines == ["201805081348R0", "201805081348R1"])
  }

  @Test func theDeskOfANewerJournalIsNotOpened() {
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = Array("offcirc-journal\t5\n".utf8)
    #expect(
      throws: CirculationError.newerJournal(
        path: StationFolder.simulated.journal, version: 5)
    ) { try Desk(fileSystem) }
  }

  @Test func whatIsFoundAtOpeningIsTold() throws {
    try desk.takeBack("1")
    try desk.takeBack("2")
    try desk.takeBack("3")
    let torn = fileSystem.copy()
    torn.journal.removeLast(3)
    torn.journal[torn.journal.lines[0].count + 5] ^= 1
    let reopened = try Desk(torn)
    let opening = reopened.opening
    #expect(
      reopened.repairs == [.tornLineCut(byteCount: 43), .eventsGone(count: 1)])
    #expect(opening.damage == [JournalDamage(line: 2, kind: .checksum)])
    #expect(opening.completedCount == 0)
    #expect(opening.error == nil)
  }

  @Test func theListOfAnOpenStationCanBeReadBesideIt() throws {
    try desk.takeBack("1")
    try desk.takeBack("2")
    let addition = Array("201805081348R1\r\n201805081348R2\r\n".utf8)
    let path = StationFolder.simulated.journal
    let dataFile = DataFile(in: .simulated, fileSystem: fileSystem)
    // Killed after the data file has it, and before the journal says so.
    fileSystem.trouble = { _, call in
      call.path == path && fileSystem.dataFile != nil ? .init() : nil
    }
    #expect(throws: FileError.self) { try desk.save() }
    fileSystem.heal()
    #expect(fileSystem[StationFolder.simulated.dataFile] == addition)
    let replay = try #require(
      try JournalReader.replay(path: path, fileSystem: fileSystem))
    #expect(replay.unsaved.count == 2)
    #expect(try replay.unsaved(beyond: dataFile).isEmpty)
    fileSystem.dataFile = "201805081348R1\r\n2018"
    #expect(try replay.unsaved(beyond: dataFile).count == 2)
  }
}
