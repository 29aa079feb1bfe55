import Foundation
import Support
import Terminal
import Testing
import Typesetting

@testable import Circulation
@testable import Languages
@testable import Offload
@testable import Settings
@testable import Station

/// The librarian in charge, the morning after.
@Suite struct MorningRoomTests {
  private let folder = TestFolder()
  private static let time = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 7_200)

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20180530\(time)L\(item.padded(to: 80))\(borrower)\r\n"
  }

  private func back(_ time: String, _ item: String) -> String {
    "20180530\(time)R\(item)\r\n"
  }

  private func file(_ name: String, _ lines: String...) throws -> StationFile {
    let path = folder.path + "/" + name
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
    return StationFile(path: path)
  }

  /// Two files that contradict each other, and a line that is none.
  private func twoFiles() throws -> [StationFile] {
    try [
      file(
        "one.dat", loan("1041", "37000034179", "9921000000164"),
        loan("1042", "37000034180", "9921000000164"), "noise\r\n"),
      file("two.dat", loan("1050", "37000034179", "9921000000999")),
    ]
  }

  private var decisions: String { folder.path + "/decisions" }

  private func station(
    _ files: [StationFile], _ language: Language = .english,
    _ size: Size = .usual
  ) throws -> Station {
    Station(
      try Offload.Morning(files, rules: Check.Rules(now: Self.time)),
      decisions: try DecisionFile(at: decisions), by: "m",
      clock: WallClock { Self.time }, size: size, words: language.words,
      work: Work(folder: folder.path))
  }

  /// The work of a morning in a folder, with a checklist once there is a kit.
  private final class Work: MorningWork {
    private let folder: String
    private var hasKit = false

    init(folder: String) { self.folder = folder }

    func prepare(_ morning: Offload.Morning) throws -> [String] {
      try DecidedFiles(of: morning, in: folder).files.map(\.path)
    }

    func makeKit(of morning: Offload.Morning) throws -> [String] {
      hasKit = true
      return ["The kit was made."]
    }

    func checklist() throws -> [TickPage] {
      let document = Document(
        title: "Checklist", language: "en",
        blocks: [
          .paragraph("In this order."), .heading("Before"),
          .steps(["No desk has restarted lending.", "The block is noted."]),
        ])
      return hasKit ? [TickPage(document, named: "kit")] : []
    }
  }

  private func press(_ keys: Key..., on station: inout Station) {
    for key in keys {
      moment.moment += .seconds(1)
      _ = station.update([.key(key)], at: moment.moment)
    }
  }

  private func type(_ text: String, on station: inout Station) {
    for character in text { press(.character(character), on: &station) }
  }

  private final class Moment {
    var moment = ContinuousClock.now
  }
  private let moment = Moment()

  private func screen(_ station: Station) -> String {
    station.view(Palette()).lines.joined(separator: "\n")
      .replacing("\u{a0}", with: " ")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func theTableTellsTheFilesAndTheirDesks() throws {
    var station = try station(twoFiles())
    press(.enter, on: &station)
    type("Annexe", on: &station)
    press(.enter, on: &station)
    let screen = screen(station)
    #expect(screen.contains("one.dat"))
    #expect(screen.contains("Annexe"))
    #expect(screen.contains("2 files: 4 lines, 3 loans, 0 returns."))
    #expect(try text("decisions").contains("Annexe"))
  }

  @Test func theWorstIsFirstAndADecisionIsOnDiskBeforeItIsSeen() throws {
    var station = try station(twoFiles())
    press(.function(2), on: &station)
    #expect(screen(station).contains("2 findings, of which 2 without"))
    press(.function(8), on: &station)
    #expect(screen(station).contains("2 findings, of which 1 without"))
    #expect(try text("decisions").contains("take-out"))
    press(.control("z"), on: &station)
    #expect(screen(station).contains("2 findings, of which 2 without"))
    #expect(try text("decisions").contains("undo"))
  }

  @Test func whatWasDecidedIsThereWhenSomebodyGoesOn() throws {
    let files = try twoFiles()
    do {
      var station = try station(files)
      press(.function(2), .function(8), on: &station)
    }
    var station = try station(files)
    press(.function(2), on: &station)
    #expect(screen(station).contains("of which 1 without"))
  }

  @Test func theLinesOfBothFilesAreSeenAndTheChosenOneIsCorrected() throws {
    var station = try station(twoFiles())
    press(.function(2), .down, .enter, on: &station)
    let seen = screen(station)
    #expect(seen.contains("9921000000164"))
    #expect(seen.contains("9921000000999"))
    press(.function(6), on: &station)
    _ = station.update(
      [.burst(Burst("9921000000123"))], at: moment.moment)
    #expect(screen(station).contains("9921000000123"))
    #expect(screen(station).contains("corrected"))
  }

  @Test func aScanIsNeverADecisionThatNobodyAskedFor() throws {
    var station = try station(twoFiles())
    press(.function(2), on: &station)
    _ = station.update(
      [.burst(Burst("37000034179"))], at: moment.moment)
    #expect(station.notice.kind == .refusal)
    #expect(try !text("decisions").contains("37000034179"))
  }

  @Test func theNameOfADeskThatIsTypedFastWaitsForEnter() throws {
    var station = try station(twoFiles())
    press(.enter, on: &station)
    _ = station.update([.burst(Burst("Annexe"))], at: moment.moment)
    #expect(try !text("decisions").contains("Annexe"))
    press(.enter, on: &station)
    #expect(try text("decisions").contains("Annexe"))
  }

  @Test func fixGivesByteForByteWhatTheRoomGives() throws {
    let files = try twoFiles()
    do {
      var station = try station(files)
      // The line that is none is taken out, the loans of a reader moved.
      press(.function(2), .function(8), .down, .enter, on: &station)
      press(.function(7), on: &station)
      type("9921000000123", on: &station)
      press(.enter, .function(2), on: &station)
      #expect(screen(station).contains("OffCirc.dat"))
    }
    let made = try text("OffCirc.dat")
    #expect(made.contains("9921000000123"))
    let reading = try DecisionFile.reading(at: decisions)
    let report = try Fix(files).write(
      reading.decisions, to: folder.path + "/fixed.dat")
    #expect(report.faults.isEmpty)
    #expect(try text("fixed.dat") == made)
  }

  @Test func noStepOfTheUploadIsSeenBeforeThereIsAKit() throws {
    var station = try station(twoFiles())
    press(.function(2), .function(2), .function(2), on: &station)
    #expect(station.notice.kind == .refusal)
    #expect(screen(station).contains("There is no kit yet. F5 makes it."))
    press(.function(5), on: &station)
    #expect(screen(station).contains("The kit was made."))
    press(.function(2), on: &station)
    #expect(screen(station).contains("[ ]   1. No desk has restarted"))
  }

  @Test func aTickIsOnDiskBeforeItIsSeenAndTheSameKeyTakesItBack() throws {
    let files = try twoFiles()
    do {
      var station = try station(files)
      let toPage: [Key] = [
        .function(2), .function(2), .function(5), .function(2),
      ]
      for key in toPage { press(key, on: &station) }
      press(.enter, on: &station)
      #expect(station.notice.kind == .refusal)
      press(.down, .character(" "), .down, .enter, on: &station)
      #expect(screen(station).contains("[x]   2. The block is noted."))
      #expect(screen(station).contains("Done: 2 of 2."))
      press(.enter, on: &station)
      #expect(screen(station).contains("Done: 1 of 2."))
      // Ctrl-Z is for the files, whose kit was made.
      press(.control("z"), on: &station)
      #expect(screen(station).contains("Done: 1 of 2."))
    }
    let reading = try DecisionFile.reading(at: decisions)
    #expect(
      reading.decisions.map(\.decision.act) == [
        .tick(page: "kit", box: 1), .tick(page: "kit", box: 2), .undo(2),
      ])
    #expect(try Fix(files).played(reading.decisions).playedCount == 0)
    var morning = try Offload.Morning(
      files, rules: Check.Rules(now: Self.time))
    morning.take(reading.decisions)
    #expect(morning.isTicked(1, on: "kit"))
    #expect(!morning.isTicked(2, on: "kit"))
    #expect(morning.decidedCount == 0)
    #expect(morning.lastDecision == nil)
  }

  @Test func aScanTicksNothing() throws {
    var station = try station(twoFiles())
    press(
      .function(2), .function(2), .function(5), .function(2), .down,
      on: &station)
    _ = station.update(
      [.burst(Burst("37000034179"))], at: moment.moment)
    #expect(station.notice.kind == .refusal)
    #expect(screen(station).contains("Done: 0 of 2."))
  }

  @Test func aSecondPersonIsRefusedWhileTheFirstDecides() throws {
    let files = try twoFiles()
    let first = try station(files)
    #expect(throws: DecisionError.held(path: decisions)) {
      _ = try station(files)
    }
    withExtendedLifetime(first) {}
  }

  @Test(arguments: Language.allCases)
  func eachScreenFitsOnTheSmallestOne(_ language: Language) throws {
    var station = try station(twoFiles(), language, .least)
    for keys: [Key] in [
      [], [.function(2)], [.down, .enter], [.function(5)],
      [.escape, .escape, .function(2)], [.function(5)], [.function(2)],
    ] {
      for key in keys { press(key, on: &station) }
      let lines = station.view(Palette()).lines
      #expect(lines.count == 16)
      #expect(lines.allSatisfy { $0.count == 60 })
      #expect(lines.last?.hasPrefix("└") == true)
    }
  }

  @Test func onlyTheRowsOfTheScreenAreLaidOut() throws {
    let lines = (1...3_000).map { back("0901", "\(37_000_000 + $0)") }.joined()
    var station = try station([file("one.dat", lines)])
    press(.function(2), .enter, .end, on: &station)
    let room = try #require(station.ground as? MorningRoom)
    #expect(room.chosenRow == 3_000)
    let content = room.content(Look(station.shared, Palette()))
    #expect(content.rows.count <= 24)
    #expect(screen(station).contains("line 3000"))
  }
}
