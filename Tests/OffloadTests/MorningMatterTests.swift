import Circulation
import Seeded
import Support
import Testing
import Typesetting

@testable import Offload

/// What is to be looked at in the morning, and what was decided.
@Suite struct MorningMatterTests {
  private let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)\r\n"
  }

  private func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)\r\n"
  }

  private func morning(_ files: [StationFile]) throws -> Offload.Morning {
    try Offload.Morning(files, rules: Check.Rules(now: time))
  }

  private func morning(_ texts: String...) throws -> Offload.Morning {
    try morning(
      texts.enumerated().map { try folder.file("\($0).dat", $1) })
  }

  private func numbered(_ acts: [Decision.Act]) -> [Decision.Numbered] {
    zip(1..., acts).map {
      Decision.Numbered($0, Decision($1, by: "m", at: time))
    }
  }

  private func place(_ number: Int, file: Int = 0) -> FixedFile.Place {
    FixedFile.Place(file: file, number: number)
  }

  @Test func theWorstComeFirstAndManyOfAKindAreFolded() throws {
    let returns = (1...6).map { back("090\($0)", "30\($0)") }.joined()
    let morning = try morning(returns + "noise\r\n")
    var list = morning.list
    #expect(list.matters.first?.severity == .error)
    #expect(morning.line(at: place(7))?.text == "noise")
    #expect(list.rows == [.matter(0), .head(1)])
    #expect(list.groups[1].matters == 1..<7)
    list.toggle(1)
    #expect(list.rows == [.matter(0), .head(1)] + (1...6).map { .matter($0) })
    #expect(list.row(of: 3) == 4)
    list.toggle(1)
    #expect(list.row(of: 3) == 1)
  }

  @Test func theSecondsOfAJournalStandBesideALineUntilItIsMoved() throws {
    let now = LocalTime(secondsSince1970: 1_795_330_327, utcOffset: 3_600)
    let files = try ["c1", "c2"].map { name in
      let station = StationFolder(path: folder.path + "/" + name)
      let desk = try Desk(folder: station, clock: WallClock { now })
      desk.switch(to: .return)
      try desk.record(Barcode("301"))
      try desk.save()
      try desk.close()
      return StationFile(path: station.dataFile)
    }
    var morning = try morning(files)
    #expect(morning.line(at: place(1))?.second == 7)
    morning.take(
      numbered([try morning.act(.shift(minutes: 5), on: [place(1)])]))
    #expect(morning.line(at: place(1))?.second == nil)
  }

  @Test func theAccountNamesTheDesksThatWereDecided() throws {
    var morning = try morning(back("0901", "301"))
    morning.take(numbered([morning.act(naming: "Annexe", of: 0)]))
    let account = morning.account(
      uploads: [], handedOver: nil, expecting: ExpectedDesks(), at: time)
    #expect(account.desks.map(\.name) == ["Annexe"])
    #expect(account.sums.recorded == 1)
  }

  @Test func whatTheMorningWroteIsNotCollectedAgain() throws {
    let file = try folder.file("OffCirc.dat", back("0901", "301"))
    try PosixFileSystem().makeFolder(folder.path + "/morning")
    _ = try folder.file("morning/OffCirc.dat", back("0901", "301"))
    let collected = CollectedFiles([StationFile(path: folder.path)])
    #expect(collected.files.count == 2)
    let outside = collected.outside(folder.path + "/morning")
    #expect(outside.files.map(\.path) == [file.path])
  }

  @Test func aContradictionOfTwoFilesIsOneMatter() throws {
    let morning = try morning(loan("0900", "1", "7"), loan("0905", "1", "8"))
    #expect(morning.list.matters.map(\.kind) == [.conflict(.lentTwice)])
    let matter = try #require(morning.list.matters.first)
    #expect(matter.place == place(1, file: 1))
    #expect(matter.other == place(1))
  }

  @Test func theLinesAroundAMatterAreOfAllStations() throws {
    let first =
      loan("0900", "1", "7")
      + (0...9).map { loan("100\($0)", "20\($0)", "7") }.joined()
    let morning = try morning(first, loan("1005", "1", "8"))
    let matter = try #require(morning.list.matters.first)
    let lines = morning.lines(around: matter, count: 5)
    // The other line is far away, and seen nevertheless.
    #expect(
      lines.map(\.place) == [
        place(1), place(7), place(1, file: 1), place(8), place(9),
      ])
  }

  @Test func whatIsDecidedIsSeenAndUndone() throws {
    var morning = try morning(loan("0900", "1", "7"), loan("0905", "1", "8"))
    let matter = morning.list.matters[0]
    #expect(morning.openCount == 1)
    let out = try morning.act(.takeOut, on: matter.places)
    morning.take(numbered([out]))
    #expect(morning.openCount == 0)
    #expect(morning.isDecided(matter))
    #expect(morning.line(at: matter.place)?.isOut == true)
    #expect(morning.lastDecision?.number == 1)
    morning.take(numbered([out, .undo(1)]))
    #expect(morning.openCount == 1)
    #expect(morning.line(at: matter.place)?.isOut == false)
    #expect(morning.lastDecision == nil)
  }

  @Test func whatCannotBePlayedIsRefusedBeforeItIsDecided() throws {
    let morning = try morning(back("0900", "1"), loan("0905", "1", "8"))
    #expect(throws: DecisionFault.noBorrower(place(1))) {
      try morning.act(.swap, on: [place(1)])
    }
    #expect(throws: DecisionFault.apart(place(1, file: 1), place(1))) {
      try morning.act(.order(before: place(1)), on: [place(1, file: 1)])
    }
    #expect(throws: DecisionFault.beyondYears(.file(sha256: sha256(morning)))) {
      try morning.act(.shift(minutes: -600_000_000), on: [place(1)])
    }
  }

  @Test func nothingIsDecidedAboutLinesOfAnEmptyFile() throws {
    let morning = try morning("", back("0900", "1"))
    let matter = try #require(
      morning.list.matters.first { $0.kind == .finding(.empty) })
    #expect(throws: DecisionFault.self) {
      try morning.act(.takeOut, on: matter.places)
    }
  }

  private func sha256(_ morning: Offload.Morning) -> String {
    guard case .file(let sha256) = morning.fix.source(of: 0) else { return "" }
    return sha256
  }

  @Test func allLoansOfAReaderGoToAnotherCardAtOnce() throws {
    let morning = try morning(
      loan("0900", "1", "7") + loan("0901", "2", "8") + loan("0902", "3", "7"),
      loan("0903", "4", "7"))
    let act = try morning.act(.reader(Barcode("9")), on: [place(3)])
    #expect(act.lines.map(\.number) == [1, 3])
  }

  @Test func theDeskOfAFileIsADecisionLikeOthers() throws {
    let files = [
      try folder.stationFile("one", back("0900", "1")),
      try folder.stationFile("two", back("0901", "2")).named("Annexe"),
    ]
    var morning = try morning(files)
    #expect(morning.deskFiles.map(\.desk) == [nil, "Annexe"])
    let acts = [0, 1].map { morning.act(naming: "Central", of: $0) }
    let decisions = try DecisionFile(at: folder.path + "/decisions")
    try decisions.append(acts.map { Decision($0, by: "m", at: time) })
    morning.take(decisions.decisions)
    #expect(morning.deskFiles.map(\.desk) == ["Central", "Central"])
    morning.take(
      decisions.decisions + [
        .init(3, Decision(.undo(2), by: "m", at: time))
      ])
    #expect(morning.deskFiles.map(\.desk) == ["Central", "Annexe"])
  }

  @Test func theTableTellsStationsThatAreThereTwice() throws {
    let one = try folder.stationFile("one", back("0900", "1"))
    let rows = MorningFile.rows(
      of: [one, one.named("Annexe")], [nil, nil], shared: [], overlaps: [])
    #expect(
      rows.map(\.notes) == [
        [.sameStation(one.named("Annexe")), .unreadable],
        [.sameStation(one), .unreadable],
      ])
  }

  @Test func theLinesThatAreSeenAreThoseThatAreWritten() throws {
    var random = SeededGenerator(seed: 18)
    for round in 0..<20 {
      let files = try (0..<2).map { file in
        let lines = (0..<8).map { _ in
          let minute = "09\(Int.random(in: 10...19, using: &random))"
          let item = "\(Int.random(in: 1...9, using: &random))"
          return Bool.random(using: &random)
            ? loan(minute, item, "7") : back(minute, item)
        }
        return try folder.file("\(round)-\(file).dat", lines.joined())
      }
      var morning = try morning(files)
      var acts: [Decision.Act] = []
      for _ in 0..<12 {
        let places = [
          place(
            .random(in: 1...8, using: &random),
            file: .random(in: 0...1, using: &random))
        ]
        let choice: Offload.Morning.Choice =
          [
            .keep, .takeOut, .swap, .item(try Barcode("77")),
            .borrower(try Barcode("88")), .reader(try Barcode("99")),
            .shift(minutes: 5),
          ].randomElement(using: &random) ?? .keep
        // A return has no borrower.
        if let act = try? morning.act(choice, on: places) { acts.append(act) }
        if Int.random(in: 0...5, using: &random) == 0, !acts.isEmpty {
          acts.append(.undo(acts.count))
        }
        morning.take(numbered(acts))
      }
      let report = try Fix(files).write(
        numbered(acts), to: folder.path + "/fixed")
      #expect(report.faults.isEmpty)
      let seen = morning.order.compactMap(morning.line).filter { !$0.isOut }
        .compactMap(\.transaction)
      let written = try folder.text("fixed").split(separator: "\r\n").map {
        try DataFormat.transaction(in: Array($0.utf8).span)
      }
      #expect(Set(seen) == Set(written))
      #expect(seen.count == written.count)
    }
  }
}
