import Circulation
import Support
import Testing

@testable import Offload

/// The dates of a station whose clock was wrong.
@Suite struct RedatingTests {
  private let folder = TestFolder()

  private func redate(
    _ text: String, lines: ClosedRange<Int> = 1...Int.max,
    _ move: Redating.Move
  ) throws -> (text: String, report: Redating.Report) {
    let file = try folder.file("a", text)
    let output = folder.path + "/new"
    try? PosixFileSystem().remove(output)
    let report = try Redating(of: file.path, lines: lines, move)
      .write(to: output)
    #expect(try folder.text("a") == text)
    return (try folder.text("new"), report)
  }

  private func time(_ day: Int, _ hour: Int, _ minute: Int) throws -> LocalTime
  {
    try #require(
      LocalTime(year: 2026, month: 11, day: day, hour: hour, minute: minute))
  }

  @Test func theFirstLineGetsTheDateAndTheOthersFollow() throws {
    let (text, report) = try redate(
      "197001010000L1  9\r\n197001012330R1\r\n197001020010R2\r\n",
      .first(try time(25, 9, 15)))
    #expect(
      text == "202611250915L1  9\r\n202611260845R1\r\n202611260925R2\r\n")
    #expect(report.movedCount == 3)
    #expect(report.new.wallMinutes == (try time(25, 9, 15)).wallMinutes)
    #expect(report.unreadable.count == 0)
  }

  @Test func onlyTheLinesThatAreMeantAreMoved() throws {
    let lines =
      "202611250900R1\n197001010000R2\n197001010005R3\n202611250910R4\n"
    #expect(
      try redate(lines, lines: 2...3, .first(try time(25, 9, 5))).text
        == "202611250900R1\n202611250905R2\n202611250910R3\n202611250910R4\n")
    #expect(
      try redate(lines, lines: 4...9, .by(minutes: -10)).text
        == lines.replacing("202611250910", with: "202611250900"))
  }

  @Test func everythingElseOfALineStaysAsItIs() throws {
    let text =
      "202611312500R1\r\nnoise\n\n202602282359L\u{e9} \0x\n202611250900R1"
    let (result, report) = try redate(text, .by(minutes: 2))
    #expect(
      result
        == "202611312500R1\r\nnoise\n\n202603010001L\u{e9} \0x\n202611250902R1\r\n"
    )
    #expect(report.movedCount == 2)
    #expect(report.unreadable.firstNumbers == [1, 2])
  }

  @Test func aLongLineStaysWhole() throws {
    let long = String(repeating: "7", count: 400_000)
    #expect(
      try redate("202611250900R\(long)\n", .by(minutes: 1)).text
        == "202611250901R\(long)\n")
  }

  @Test func whatCannotBeDoneIsRefusedAndNothingIsWritten() throws {
    let file = try folder.file("a", "202611250900R1\n")
    let output = folder.path + "/new"
    func write(_ move: Redating.Move, lines: ClosedRange<Int> = 1...9) throws {
      _ = try Redating(of: file.path, lines: lines, move).write(to: output)
    }
    #expect(throws: RedatingError.noDate(path: file.path)) {
      try write(.by(minutes: 1), lines: 2...3)
    }
    for minutes in [-60 * 24 * 366 * 60, 60 * 24 * 366 * 8_000] {
      #expect(throws: RedatingError.beyondYears(path: file.path)) {
        try write(.by(minutes: minutes))
      }
    }
    #expect(try PosixFileSystem().version(output) == nil)
    _ = try folder.file("new", "mine")
    #expect(throws: CirculationError.inTheWay(path: output)) {
      try write(.by(minutes: 1))
    }
    #expect(throws: CirculationError.inTheWay(path: file.path)) {
      _ = try Redating(of: file.path, .by(minutes: 1)).write(to: file.path)
    }
    #expect(try folder.text("new") == "mine")
  }
}
