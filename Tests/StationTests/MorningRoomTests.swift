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
  let folder = TestFolder()
  static let time = LocalTime(
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
  func twoFiles() throws -> [StationFile] {
    try [
      file(
        "one.dat", loan("1041", "37000034179", "9921000000164"),
        loan("1042", "37000034180", "9921000000164"), "noise\r\n"),
      file("two.dat", loan("1050", "37000034179", "9921000000999")),
    ]
  }

  var decisions: String { folder.path + "/decisions" }

  func station(
    _ files: [StationFile], _ language: Language = .english,
    _ size: Size = .usual, work: Work? = nil, hasClipboard: Bool = false
  ) throws -> Station {
    Station(
      try Offload.Morning(files, rules: Check.Rules(now: Self.time)),
      decisions: try DecisionFile(at: decisions), by: "m",
      clock: WallClock { Self.time }, size: size, words: language.words,
      work: work ?? Work(folder: folder.path), hasClipboard: hasClipboard)
  }

  func press(_ keys: Key..., on station: inout Station) {
    for key in keys {
      moment.moment += .seconds(1)
      _ = station.update([.key(key)], at: moment.moment)
    }
  }

  func type(_ text: String, on station: inout Station) {
    for character in text { press(.character(character), on: &station) }
  }

  final class Moment {
    var moment = ContinuousClock.now
  }
  let moment = Moment()

  func screen(_ station: Station) -> String {
    station.view(Palette()).lines.joined(separator: "\n")
      .replacing("\u{a0}", with: " ")
  }

  func text(_ name: String) throws -> String {
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

  @Test func aNumberThatMayBeMeantIsOfferedAndTakenByTheArrows() throws {
    let files = try [
      file(
        "one.dat", loan("1041", "37000034179", "9921000000164"),
        loan("1042", "37000034180", "9921000000146")),
      file("two.dat", loan("1050", "37000034180", "9921000000164")),
    ]
    do {
      var station = try station(files)
      press(.function(2), .enter, .up, .function(6), on: &station)
      let room = try #require(station.ground as? MorningRoom)
      #expect(room.offers.map(\.number) == ["9921000000164"])
      #expect(room.offers.map(\.reason) == [.transposed])
      press(.down, on: &station)
      #expect(screen(station).contains("9921000000164 ("))
      press(.enter, on: &station)
    }
    #expect(
      try DecisionFile.reading(at: decisions).decisions.contains {
        if case .borrower(_, let card) = $0.decision.act {
          card.text == "9921000000164"
        } else {
          false
        }
      })
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
      [.function(2)], [.function(2)],
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
