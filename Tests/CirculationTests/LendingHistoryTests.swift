import Simulated
import Testing

@testable import Circulation

/// The loans of each copy, from all journals.
struct LendingHistoryTests {
  private let files = SimulatedFileSystem()
  private let desk: Desk

  init() throws {
    desk = try Desk(files)
  }

  private func takeBack(
    _ item: String, by bringer: String? = nil, state: Int? = nil
  ) throws {
    desk.switch(to: .return)
    try desk.record(Barcode(item), broughtBy: bringer.map(Barcode.init))
    if let state { try desk.note(status: state, of: Barcode(item)) }
    try desk.commit()
  }

  private func fine(_ sequence: Int, _ cents: Int?) throws -> FineCharge {
    try FineCharge(
      FineID(station: desk.station, sequence: sequence), of: Barcode("1"),
      to: Barcode("9"), cents: cents, isFinal: false, because: "")
  }

  private var history: LendingHistory { LendingHistory(of: [desk.replay]) }

  private func copy(_ item: String) throws -> CopyHistory {
    try #require(history.copies[Barcode(item)])
  }

  /// Borrower, start and end of each loan.
  private func loans(_ copy: CopyHistory) -> [String] {
    copy.episodes.map { episode in
      [
        episode.borrower?.text ?? "?", "\(episode.stateAtStart ?? 0)",
        "\(episode.stateAtEnd ?? 0)",
      ].joined(separator: " ")
    }
  }

  @Test func aJanuaryLeaverAndAFebruaryNewcomerAreTwoLoansWithTwoStarts() throws
  {
    try desk.noteStock(of: Barcode("1"), status: 1)
    try desk.lend("1", to: "leaver")
    try takeBack("1", state: 2)
    try desk.lend("1", to: "newcomer")
    try takeBack("1", state: 3)
    let copy = try copy("1")
    #expect(loans(copy) == ["leaver 1 2", "newcomer 2 3"])
    #expect(copy.state == 3 && copy.holder == nil)
    let first = copy.episodes[0]
    #expect(first.lent?.sequence == 2 && first.returned?.sequence == 3)
    #expect(first.lent?.station == desk.station)
    #expect(first.lent?.time == tuesday)
  }

  @Test func unchangedNeedsNoKey() throws {
    try desk.noteStock(of: Barcode("1"), status: 2)
    try desk.lend("1", to: "9")
    #expect(try copy("1").episodes[0].stateAtEnd == nil)
    #expect(try copy("1").holder?.text == "9")
    try takeBack("1")
    #expect(loans(try copy("1")) == ["9 2 2"])
    #expect(try copy("1").episodes[0].notedState == nil)
  }

  @Test func aLateCorrectionOfAReturnIsTheNextLoansStart() throws {
    try takeBack("1", state: 2)
    try desk.lend("1", to: "9")
    try desk.note(status: 3, of: Barcode("1"), ofReturn: 1)
    #expect(loans(try copy("1")) == ["? 0 3", "9 3 0"])
    #expect(try copy("1").state == 3)
  }

  @Test func aReturnWhoseLoanIsElsewhereIsAnEpisodeWithoutItsBeginning() throws
  {
    try takeBack("1", by: "7", state: 4)
    let episode = try #require(copy("1").episodes.first)
    #expect(episode.lent == nil && episode.borrower == nil)
    #expect(episode.bringer?.text == "7" && episode.isBroughtByAnother)
    // Scanned again the same day, it is the same return.
    try takeBack("1", state: 3)
    #expect(loans(try copy("1")) == ["? 0 3"])
    #expect(try copy("1").episodes[0].returned?.sequence == 1)
  }

  @Test func aLoanToWhoHasItIsRenewedAndOneToAnotherIsANewOne() throws {
    try desk.noteStock(of: Barcode("1"), status: 1)
    try desk.lend("1", to: "A")
    try desk.lend("1", to: "A")
    try desk.lend("1", to: "B")
    try takeBack("1", by: "A", state: 2)
    #expect(loans(try copy("1")) == ["A 1 0", "B 1 2"])
    #expect(try copy("1").episodes[0].returned == nil)
    #expect(try copy("1").episodes[1].isBroughtByAnother)
    #expect(try copy("1").holder == nil)
  }

  // MARK: Fines

  @Test func aFineIsWithItsReturnOrItsLoanAndTheLastChargeCounts() throws {
    try desk.lend("1", to: "9")
    try desk.charge([fine(1, nil)])
    try takeBack("1", state: 4)
    try desk.charge([fine(3, 500), fine(3, 830)])
    try desk.settle([
      FineSettlement(fine(1, nil).fine, .void, cents: nil, because: "back")
    ])
    let fines = try copy("1").episodes[0].fines
    #expect(fines.map(\.id.sequence) == [1, 3])
    #expect(fines.map(\.charge?.cents) == [nil, 830])
    #expect(fines.map(\.settlement?.kind) == [.void, nil])
    #expect(fines[1].charges.count == 2)
    #expect(history.fines.count == 2)
  }

  @Test func aDeletedReturnTakesItsUnpaidFineWithItAndNoPaidOne() throws {
    try takeBack("1", state: 4)
    try takeBack("2", state: 4)
    try desk.charge([fine(1, 830)])
    try desk.delete(sequence: 1)
    #expect(history.fines.isEmpty)
    try desk.undo(from: desk.changes[0].sequence)
    #expect(history.fines.count == 1)
    try desk.settle([FineSettlement(fine(1, 830).fine, .paid, cents: 830)])
    try desk.delete(sequence: 1)
    #expect(history.fines.values.map(\.isPaid) == [true])
    #expect(history.copies[try Barcode("1")] == nil)
  }

  @Test func aFineOfAnotherCopyIsNotThatOfAnAmendedReturn() throws {
    try takeBack("1", state: 4)
    try desk.charge([fine(1, 830)])
    try desk.amend(sequence: 1, item: Barcode("2"))
    #expect(history.fines.isEmpty)
    #expect(try copy("2").episodes[0].fines.isEmpty)
  }

  @Test func aFineOfAStationWhoseJournalIsNotThereStays() throws {
    let elsewhere = FineID(station: "elsewhere", sequence: 4)
    try desk.settle([FineSettlement(elsewhere, .waived, cents: nil)])
    #expect(history.fines[elsewhere]?.settlement?.kind == .waived)
  }

  // MARK: Journals

  /// Puts the journal away as `archive` does, and returns its path.
  private func archive(_ name: String) throws -> String {
    files.releaseLocks()
    let journal = StationFolder.simulated.journal
    let replay = try #require(
      try JournalReader.replay(path: journal, fileSystem: files))
    let path = "\(StationFolder.simulated.archive)/\(name)/OffCirc.journal"
    files[path] = files[journal]
    files[StationFolder.simulated.dataFile] = nil
    try Journal.beginNew(
      in: .simulated, after: replay, archive: name, at: tuesday,
      fileSystem: files)
    return path
  }

  private func read() throws -> LendingHistory {
    let (history, damaged) = try LendingHistory.read(
      of: .simulated, fileSystem: files)
    #expect(damaged.isEmpty)
    return history
  }

  @Test func archivedOrNotTheRowsAreTheSame() throws {
    try desk.noteStock(of: Barcode("1"), status: 1)
    try desk.lend("1", to: "A")
    try desk.lend("2", to: "B")
    try takeBack("1", by: "B", state: 2)
    try desk.charge([fine(4, 830)])
    // A first file, uploaded and removed, then a second one.
    try desk.save()
    files[StationFolder.simulated.dataFile] = nil
    try takeBack("2", state: 3)
    try desk.save()
    try desk.close()
    let before = try read()
    #expect(try loans(#require(before.copies[Barcode("1")])) == ["A 1 2"])
    #expect(try loans(#require(before.copies[Barcode("2")])) == ["B 0 3"])
    let path = try archive("2018-05-08")
    let after = try read()
    #expect(after.copies == before.copies && after.fines == before.fines)
    // Archiving was interrupted: both are there.
    let new = files[StationFolder.simulated.journal]
    files[StationFolder.simulated.journal] = files[path]
    let both = try read()
    #expect(both.copies == before.copies && both.fines == before.fines)
    // The next loan of the copy begins where the last one ended.
    files[StationFolder.simulated.journal] = new
    let next = try Desk(files)
    try next.lend("1", to: "C")
    try next.settle([FineSettlement(fine(4, 830).fine, .paid, cents: 830)])
    let copy = try #require(read().copies[Barcode("1")])
    #expect(loans(copy) == ["A 1 2", "C 2 0"])
    #expect(copy.episodes[0].fines.map(\.isPaid) == [true])
    #expect(copy.episodes[0].bringer?.text == "B")
  }

  @Test func whatWasDeletedAfterACopyWasMadeIsNotBroughtBackByTheCopy() throws {
    try desk.lend("1", to: "A")
    try takeBack("1", state: 4)
    files["\(StationFolder.simulated.archive)/x/OffCirc.journal"] =
      files.journal
    try desk.delete(sequence: 2)
    #expect(try loans(#require(read().copies[Barcode("1")])) == ["A 0 0"])
  }

  @Test func twoDesksMakeOneHistoryInTheOrderOfTime() throws {
    func replay(_ day: Int64, _ act: (Desk) throws -> Void) throws
      -> JournalReplay
    {
      let clock = WallClock { tuesday.later(by: day * 86_400) }
      let desk = try Desk(SimulatedFileSystem(), clock: clock)
      try act(desk)
      return desk.replay
    }
    let journals = [
      try replay(0) { desk in
        try desk.noteStock(of: Barcode("1"), status: 1)
        try desk.lend("1", to: "A")
      },
      try replay(30) { desk in
        try desk.takeBack("1")
        try desk.note(status: 3, of: Barcode("1"), ofReturn: 1)
      },
      try replay(60) { try $0.lend("1", to: "B") },
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0, 1]] {
      let history = LendingHistory(of: order.map { journals[$0] })
      let copy = try #require(history.copies[Barcode("1")])
      #expect(loans(copy) == ["A 1 3", "B 3 0"])
    }
  }

  @Test func aJournalThatCannotBeReadIsAnErrorAndADamagedOneIsNamed() throws {
    try desk.lend("1", to: "A")
    try takeBack("1", state: 4)
    try desk.save()
    try desk.close()
    let path = try archive("2018-05-08")
    let bytes = try #require(files[path])
    var lines = bytes.lines
    lines[1] = Array("?".utf8)[...]
    files[path] = Array(lines.joined(separator: [.lineFeed]))
    let (history, damaged) = try LendingHistory.read(
      of: .simulated, fileSystem: files)
    #expect(damaged == [path])
    #expect(try loans(#require(history.copies[Barcode("1")])) == ["? 0 4"])
    files[path] = Array("no journal\n".utf8)
    #expect(throws: CirculationError.notAJournal(path: path)) {
      try LendingHistory.read(of: .simulated, fileSystem: files)
    }
  }
}
