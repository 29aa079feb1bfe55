import Circulation
import Simulated
import Testing

@testable import Exchange

/// The conversion of files: what is written, and what is said.
struct ConversionTests {
  private let desk = Converting()
  private static let head = KohaFormat.head

  private static func line(
    _ time: String, _ item: String, _ borrower: String? = nil
  ) -> String {
    let padding = String(repeating: " ", count: 80 - item.count)
    return time + (borrower == nil ? "R" : "L") + item
      + (borrower.map { padding + $0 } ?? "") + "\r\n"
  }

  // MARK: Koha

  @Test func rowsOfAMinuteGetSecondsOfTheirOwnForKoha() throws {
    let (text, report) = try desk.convert(
      Self.line("202611251015", "I1") + Self.line("202611251015", "I1", "C2")
        + Self.line("202611251016", "I3", "C3"), to: .koha)
    #expect(
      text == Self.head + """
        2026-11-25 10:15:00 000\treturn\tI1
        2026-11-25 10:15:01 000\tissue\tC2\tI1
        2026-11-25 10:16:00 000\tissue\tC3\tI3

        """)
    #expect(report.losses.all.map(\.loss) == [.secondsMadeUp])
    #expect(report.losses[.secondsMadeUp].count == 1)
    #expect(report.readCount == 3)
    #expect(report.writtenCount == 3)
  }

  @Test func rowsThatRunIntoTheNextMinuteAreSaid() throws {
    let lines = (1...61).map { Self.line("202611251015", "I\($0)", "C") }
    let (text, report) = try desk.convert(
      lines.joined() + Self.line("202611251016", "I62", "C"), to: .koha)
    #expect(text.contains("10:16:00 000\tissue\tC\tI61\n"))
    #expect(text.contains("10:16:01 000\tissue\tC\tI62\n"))
    #expect(report.losses[.secondsMadeUp].count == 61)
    #expect(report.losses[.minutesPassed].runs.map(\.lines) == [61...61])
  }

  @Test func numbersThatKohaCutsAreLeftOut() throws {
    let item = String(repeating: "A", count: 21)
    let card = String(repeating: "C", count: 33)
    let text =
      Self.line("202611251015", item, "C")
      + Self.line("202611251016", "I", card)
      + Self.line("202611251017", "I", "C")
    let (koc, report) = try desk.convert(text, to: .koha, .lenient)
    #expect(koc == Self.head + "2026-11-25 10:17:00 000\tissue\tC\tI\n")
    #expect(report.losses[.leftOut(.longItem)].count == 1)
    #expect(report.losses[.leftOut(.longBorrower)].count == 1)
  }

  @Test func noTimeForKohaIsInTheSpringGap() throws {
    let lines = (1...3).map { Self.line("202603290159", "I\($0)", "C") }
    let gap = Self.line("202603290230", "I4", "C")
    let (text, report) = try desk.convert(lines.joined() + gap, to: .koha)
    #expect(text.contains("2026-03-29 03:30:00 000\tissue\tC\tI4\n"))
    #expect(!text.contains(" 02:"))
    #expect(report.losses[.hourMissing(day: 20_541)].count == 1)
  }

  // MARK: UTC

  @Test func aFileInUTCIsMovedToLocalTimeAndSaid() throws {
    let (text, report) = try desk.convert(
      "Version=1.0\tGenerator=koct-firefox\tGeneratorVersion=0.1\r\n"
        + "2026-11-25 09:15:30\tissue\tC1\tI1\t\r\n"
        + "2026-07-25 22:15:31\treturn\tI2\t\r\n", to: .alma)
    #expect(
      text == Self.line("202607260015", "I2")
        + Self.line("202611251015", "I1", "C1"))
    #expect(report.losses[.moved(seconds: 3_600)].count == 1)
    #expect(report.losses[.moved(seconds: 7_200)].count == 1)
    #expect(report.losses[.order].count == 1)
    #expect(report.losses[.seconds].count == 2)
  }

  @Test func localTimesAreWrittenForEvergreenWithTheirOffset() throws {
    let (text, report) = try desk.convert(
      Self.head + "2026-11-25 10:15:30 120\tissue\tC1\tI\"1\n"
        + "2026-11-25 10:15:30 500\treturn\tI\"1\n", to: .evergreen)
    #expect(
      text == """
        {"timestamp":1795598130,"type":"checkout","delta":0,\
        "barcode":"I\\"1","patron_barcode":"C1",\
        "checkout_time":"2026-11-25T10:15:30+01:00"}
        {"timestamp":1795598131,"type":"checkin","delta":0,\
        "barcode":"I\\"1","backdate":"2026-11-25T10:15:31+01:00"}

        """)
    #expect(report.losses[.takenAsLocal].count == 2)
    #expect(report.losses[.secondsMadeUp].count == 1)
    #expect(report.losses[.returnTimes].count == 1)
  }

  @Test func theOrderTellsTheHourThatOccursTwice() throws {
    let lines = [
      Self.line("202610250150", "I1"), Self.line("202610250230", "I2"),
      Self.line("202610250255", "I3"), Self.line("202610250210", "I4"),
      Self.line("202610250310", "I5"),
    ]
    let (text, report) = try desk.convert(lines.joined(), to: .evergreen)
    let file = try OfflineFile(text, as: .evergreen)
    #expect(file.entries.compactMap(\.item) == ["I1", "I2", "I3", "I4", "I5"])
    let instants = file.entries.compactMap(\.moment?.instant)
    // 00:30, 00:55, 01:10 and 02:10 in UTC.
    #expect(
      instants.map { ($0 - instants[0]) / 60 } == [0, 40, 65, 80, 140])
    #expect(report.losses[.hourTwice(day: 20_751)].count == 3)
    #expect(report.losses[.order].count == 0)
  }

  @Test func numbersWithOtherLettersAreLeftOutForEvergreen() throws {
    let text =
      Self.head + "2026-11-25 10:15:30 120\tissue\tÉLÈVE\tI1\n"
      + "2026-11-25 10:15:31\tissue\tC\tI1\n"
    #expect(throws: ConversionError.self) {
      try desk.convert(text, to: .evergreen)
    }
    #expect(desk.names == ["file"])
    let (new, report) = try desk.convert(text, to: .evergreen, .lenient)
    #expect(new.utf8.allSatisfy { $0 < 0x7f })
    #expect(report.losses[.leftOut(.letters)].runs.map(\.lines) == [2...2])
  }

  // MARK: What is left out

  @Test func paymentsStopAConversionThatMayLoseNothing() throws {
    let text =
      Self.head + "2026-11-25 10:15:30\tpayment\tC1\t2.50\n"
      + "2026-11-25 10:15:31\tissue\tC\tI1\n\n"
    do {
      _ = try desk.convert(text, to: .alma)
      Issue.record("a payment was lost")
    } catch ConversionError.losses(let report) {
      #expect(report.losses[.leftOut(.payment)].runs.map(\.lines) == [2...2])
      #expect(report.faults.first.map(\.fault) == [.empty])
      #expect(report.faults.first.map(\.place.line) == [4])
    }
    #expect(desk.names == ["file"])
    let (dat, report) = try desk.convert(text, to: .alma, .lenient)
    #expect(dat == Self.line("202611251015", "I1", "C"))
    #expect(report.hasMissingRows)
    #expect(
      report.readCount == report.writtenCount + report.losses.leftOutCount)
  }

  @Test func aRenewalBecomesALoanIfItNamesItsBorrower() throws {
    let text = """
      {"timestamp":1795598101,"type":"renew","barcode":"I1"}
      {"timestamp":1795598102,"type":"renew","barcode":"I2",\
      "patron_barcode":"C1"}
      {"timestamp":1795598103,"type":"in_house_use","barcode":"I3","count":2}
      """
    let (dat, report) = try desk.convert(text, to: .alma, .lenient)
    #expect(dat == Self.line("202611251015", "I2", "C1"))
    #expect(report.losses[.renewals].count == 1)
    #expect(report.losses[.leftOut(.noBorrower)].count == 1)
    #expect(report.losses[.leftOut(.inHouseUse)].count == 1)
  }

  @Test func rowsThatAreThereTwiceAreSaidAndKept() throws {
    let line = Self.line("202611251015", "I1", "C")
    let (text, report) = try desk.convert(
      line + Self.line("202611251015", "I2") + line
        + Self.line("202611251015", "I1") + line, to: .alma)
    #expect(report.losses[.twice].runs.map(\.lines) == [3...3])
    #expect(report.writtenCount == 5)
    #expect(text.utf8.count == 2 * 17 + 3 * line.utf8.count)
  }

  // MARK: Sierra

  @Test func sierraNeedsADueDateAndAGroup() throws {
    let text = Self.line("202611251015", "I1", "C")
    #expect(throws: ConversionError.needsGroup) {
      try desk.convert(text, to: .sierra)
    }
    var options = ConversionOptions(zone: .paris, group: 777)
    #expect(throws: ConversionError.needsDue(path: "/desk/file", line: 1)) {
      try desk.convert(text, to: .sierra, options)
    }
    let due = LocalTime(year: 2026, month: 12, day: 16, hour: 23, minute: 59)
    options.due = .fixed(try #require(due))
    let (new, report) = try desk.convert(text, to: .sierra, options)
    #expect(new == "o:2611251015:bI1:bC:2612162359:777\n")
    #expect(report.losses.all.isEmpty)
  }

  @Test func sierraFindsOnlyFilesByTheirName() throws {
    let path = desk.place(
      Array("i:2611251017:b37:::777\n".utf8), as: "rdy1")
    #expect(throws: ConversionError.name(path: "/desk/new")) {
      try desk.convert([path], to: .sierra, as: "new")
    }
  }

  @Test func sierrasDueDatesGoToEvergreenAndNowhereElse() throws {
    let text = "o:2611251015:bI1:bC:2612162359:777\n"
    let (xacts, evergreen) = try desk.convert(text, to: .evergreen)
    #expect(xacts.contains(#""due_date":"2026-12-16T23:59:00+01:00""#))
    #expect(evergreen.losses[.dueDates].count == 0)
    desk.disk["/desk/rdy-new"] = nil
    let (_, alma) = try desk.convert(text, to: .alma)
    #expect(alma.losses[.dueDates].count == 1)
  }

  // MARK: Systems without times

  @Test func filesWithoutTimesNeedOne() throws {
    let text = "%C123H\nE1\nI1\n%C127L\nI2\n"
    #expect(throws: ConversionError.needsTime(path: "/desk/file")) {
      try desk.convert(text, to: .alma)
    }
    var options = ConversionOptions(zone: .paris)
    options.time = LocalTime(
      year: 2026, month: 11, day: 25, hour: 10, minute: 15)
    let (dat, report) = try desk.convert(text, to: .alma, options)
    #expect(
      dat == Self.line("202611251015", "I1", "E1")
        + Self.line("202611251015", "I2"))
    #expect(report.losses[.timeGiven].count == 2)
  }

  @Test func destinyGetsAFileForEachDayWithACodeBeforeEachBorrower() throws {
    let path = desk.place(
      Array(
        (Self.line("202611251015", "I1", "C1")
          + Self.line("202611251016", "I2", "C2")
          + Self.line("202611251017", "I3", "C2")
          + Self.line("202611261017", "I1")).utf8), as: "file")
    let report = try desk.convert([path], to: .destiny, as: "new")
    #expect(
      desk.text("new/destiny-2026-11-25.txt")
        == "%C123H\r\nC1\r\nI1\r\n%C123H\r\nC2\r\nI2\r\nI3\r\n")
    #expect(
      desk.text("new/destiny-2026-11-26.txt") == "%C127L\r\nI1\r\n")
    #expect(report.written.map(\.rowCount) == [3, 1])
    #expect(report.losses[.times].count == 4)
    #expect(desk.names.count == 3)
  }

  @Test func aFileForPMBHasAnItemOnce() throws {
    let path = desk.place(
      Array(
        (Self.line("202611251015", "I1")
          + Self.line("202611251015", "i1", "E2")
          + Self.line("202611251017", "I3", "E2")).utf8), as: "file")
    let report = try desk.convert([path], to: .pmb, as: "new")
    #expect(
      desk.text("new/pmb-2026-11-25-1.txt")
        == "RETOUR SECOURU\r\nI1\r\nPRET SECOURU\r\nE2\r\nI3\r\n")
    #expect(
      desk.text("new/pmb-2026-11-25-2.txt")
        == "PRET SECOURU\r\nE2\r\ni1\r\n")
    #expect(report.writtenCount == 3)
  }

  @Test func aFileForPMBHasAtMost300Lines() throws {
    let lines = (1...400).map {
      Self.line("202611251015", "I\($0)", "E\($0 % 7)")
    }
    let path = desk.place(Array(lines.joined().utf8), as: "file")
    let report = try desk.convert([path], to: .pmb, as: "new")
    #expect(report.written.reduce(0) { $0 + $1.rowCount } == 400)
    for file in report.written {
      let text = try #require(desk.text(String(file.path.dropFirst(6))))
      let lines = text.split(separator: "\r\n")
      #expect(lines.count <= 300)
      #expect(lines.first == "PRET SECOURU")
      #expect(try OfflineFile(text, as: .pmb).faults == [:])
    }
  }

  @Test func numbersThatPMBSkipsOrTakesForHeadsAreLeftOut() throws {
    let path = desk.place(
      Array(
        (Self.line("202611251015", "0") + Self.line("202611251016", "I1", "0")
          + Self.line("202611251017", "pret secouru")
          + Self.line("202611251018", "I2")).utf8), as: "file")
    let report = try desk.convert([path], to: .pmb, as: "new", .lenient)
    #expect(report.losses[.leftOut(.reserved)].count == 3)
    #expect(
      desk.text("new/pmb-2026-11-25-1.txt") == "RETOUR SECOURU\r\nI2\r\n")
  }

  // MARK: Files

  @Test func severalFilesAreWrittenInTheOrderOfTheirTimes() throws {
    let first = desk.place(
      Array(
        (Self.line("202611251015", "I1") + Self.line("202611251018", "I4"))
          .utf8), as: "one")
    let second = desk.place(
      Array(
        (Self.head + "2026-11-25 10:15:00\treturn\tI2\n"
          + "2026-11-25 10:17:00\treturn\tI3\n").utf8), as: "two")
    let report = try desk.convert([first, second], to: .koha)
    let file = try OfflineFile(desk.text("rdy-new") ?? "", as: .koha)
    #expect(file.entries.compactMap(\.item) == ["I1", "I2", "I3", "I4"])
    #expect(report.files.map(\.format) == [.alma, .koha])
  }

  @Test func whatIsThereIsNotReplaced() throws {
    desk.place([1], as: "rdy-new")
    #expect(throws: ConversionError.inTheWay(path: "/desk/rdy-new")) {
      try desk.convert(Self.line("202611251015", "I1"), to: .koha)
    }
    #expect(desk.disk["/desk/rdy-new"] == [1])
  }

  @Test func aFileWithoutRowsIsNotConverted() throws {
    #expect(throws: ConversionError.noRows) {
      try desk.convert(Self.head, to: .alma)
    }
    #expect(throws: ConversionError.unknownFormat(path: "/desk/file")) {
      try desk.convert("Dear colleagues\n", to: .alma)
    }
    #expect(desk.names == ["file"])
  }

  /// Each call fails in turn, or is the last: the new file is whole, or is not
  /// there.
  @Test(arguments: [ExchangeFormat.koha, .pmb], [false, true])
  func whateverFailsNoPartOfAFileHasItsName(
    _ target: ExchangeFormat, _ isEnd: Bool
  ) throws {
    let lines = (1...3).map { Self.line("2026112\($0)1015", "I\($0)", "C") }
    let whole = Converting()
    _ = try whole.convert(
      [whole.place(Array(lines.joined().utf8), as: "file")], to: target)
    var count = 0
    for number in 1... {
      let desk = Converting()
      let path = desk.place(Array(lines.joined().utf8), as: "file")
      if isEnd {
        desk.disk.kill(at: number, written: number % 40)
      } else {
        desk.disk.fail(at: number, written: number % 40)
      }
      let result = Result { try desk.convert([path], to: target) }
      let hasFailed = !desk.disk.failedCalls.isEmpty
      desk.disk.heal()
      guard hasFailed else { break }
      count += 1
      for name in desk.names where name.hasPrefix("rdy-new") {
        #expect(desk.text(name) == whole.text(name), "call \(number)")
      }
      if case .success = result {
        #expect(desk.names.filter { $0.hasPrefix("rdy-new") }.count > 0)
      }
    }
    #expect(count > 5)
  }
}
