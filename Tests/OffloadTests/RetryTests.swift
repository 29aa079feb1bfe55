import Circulation
import Testing

@testable import Offload
@testable import Station

@Suite struct RetryTests {
  private func retry(_ file: String, _ report: String) throws -> Retry {
    try Upload.worklist(file, report).retry
  }

  private func text(_ retry: Retry) -> [String] {
    String(decoding: retry.bytes, as: UTF8.self).split(separator: "\r\n")
      .map {
        $0.split(separator: " ").joined(separator: " ")
      }
  }

  @Test func whatIsUnambiguousIsCorrectedWithItsTime() throws {
    let retry = try Morning.worklist().retry
    #expect(
      text(retry) == [
        "201805311002L37000034180 9921000000164",
        "201805311007L37000034190 9921000000164",
      ])
    #expect(retry.corrections.map(\.reasons) == [[.transposed], [.swapped]])
    #expect(
      retry.corrections.map(\.old.recorded.iso8601).first == "2018-05-31T10:02")
    #expect(
      retry.omissions == [
        .init(line: 3, reason: .nothingNear),
        .init(line: 4, reason: .nothingNear),
        .init(line: 6, reason: .several),
        .init(line: 10, reason: .nothingNear),
        .init(line: 11, reason: .unclear),
        .init(line: 12, reason: .nothingNear),
      ])
  }

  @Test func whatWasScannedAgainIsNotRecordedTwice() throws {
    #expect(
      try retry(
        "L 370000341799 B10001\nL 37000034179 B10001\n",
        "1\tItem not found. Barcode: 370000341799\n"
      ).omissions == [.init(line: 1, reason: .recorded(line: 2))])
    #expect(
      try retry(
        "L I10001 B1000\nL I10001 B10001\n",
        "1\tUser not found. Barcode: B1000\n"
      ).omissions == [.init(line: 1, reason: .recorded(line: 2))])
  }

  @Test func anItemThatAnotherHasIsNotTakenFromThem() throws {
    #expect(
      try retry(
        "L 37000034179 B20002\nL 037000034179 B10001\n",
        "2\tItem not found. Barcode: 037000034179\n"
      ).omissions == [.init(line: 2, reason: .contradicted(line: 1))])
    #expect(
      try text(
        retry(
          "L 37000034179 B20002\nR 37000034179\nL 037000034179 B10001\n",
          "3\tItem not found. Barcode: 037000034179\n"))
        == ["201805311003L37000034179 B10001"])
  }

  @Test func bothNumbersOfALineAreCorrectedOrNone() throws {
    let file = "R 37000034179\nL 037000034179 B1000\nL I10009 B10001\n"
    let both =
      "2\tItem not found. Barcode: 037000034179\n2\tUser not found. Barcode: B1000\n"
    #expect(
      try text(retry(file, both)) == ["201805311002L37000034179 B10001"])
    #expect(
      try retry(file.replacing("B10001", with: "B99999"), both).corrections
        .isEmpty)
  }

  @Test(arguments: ["37000034178", "3700003417", "370000341"])
  func aNumberThatLostSomethingIsNotTakenForTheNextOnTheRoll(
    _ item: String
  ) throws {
    let worklist = try Upload.worklist(
      "L 37000034179 B10001\nR \(item)\n",
      "2\tItem not found. Barcode: \(item)\n")
    #expect(worklist.tasks[0].nearMisses.map(\.number) == ["37000034179"])
    #expect(worklist.retry.omissions == [.init(line: 2, reason: .uncertain)])
  }

  @Test func aCardThatWasReadAgainRightAwayIsTakenForItself() throws {
    for between in ["", "R I30003\n"] {
      let retry = try retry(
        "L I10001 9921000000\n\(between)L I20002 9921000000164\n",
        "1\tUser not found. Barcode: 9921000000\n")
      #expect(retry.corrections.isEmpty != between.isEmpty)
    }
  }

  @Test func aNumberThatTheReportSpeaksOfIsNotTaken() throws {
    #expect(
      try retry(
        "L I10001 0012345\nL I20002 12345\n",
        "1\tUser not found. Barcode: 0012345\n2\tUser is expired. Barcode: 12345\n"
      ).omissions == [.init(line: 1, reason: .reported)])
    #expect(
      try retry(
        "R 037000034179\nL 37000034179 B1\n",
        "1\tItem not found. Barcode: 037000034179\n2\tItem is lost. Barcode: 37000034179\n"
      ).omissions == [.init(line: 1, reason: .reported)])
  }

  @Test func whatIsNotJoinedIsNotCorrected() throws {
    #expect(
      try retry(
        "L I10001 B1000\nL I10002 B1000\nL I10003 B10001\n",
        "\tUser not found. Barcode: B1000\n"
      ).omissions == [.init(line: nil, reason: .unclear)])
  }

  @Test func cardsThatWereScannedForItemsAreSwappedBack() throws {
    let file =
      "L 37000034179 B10001\nL B10001 37000034180\nL B10001 37000034179\n"
    let retry = try retry(
      file,
      "2\tItem not found. Barcode: B10001\n3\tUser not found. Barcode: 37000034179\n"
    )
    #expect(text(retry) == ["201805311002L37000034180 B10001"])
    #expect(retry.omissions == [.init(line: 3, reason: .recorded(line: 1))])
  }
}
