import Circulation
import Foundation
import Seeded
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload

/// Files that are changed as decided, and merged.
@Suite struct FixTests {
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

  private func numbered(_ acts: [Decision.Act]) -> [Decision.Numbered] {
    zip(1..., acts).map {
      Decision.Numbered($0, Decision($1, by: "m", at: time))
    }
  }

  private func line(_ number: Int, _ fix: Fix, file: Int = 0) throws -> LineName
  {
    try #require(fix.name(ofLine: number, in: file))
  }

  /// Writes what was decided; the lines of the new file without padding.
  private func fixed(_ fix: Fix, _ acts: [Decision.Act]) throws -> [String] {
    let report = try fix.write(numbered(acts), to: folder.path + "/fixed")
    #expect(report.faults.isEmpty, "\(report.faults)")
    return try folder.text("fixed").split(separator: "\r\n").map {
      $0.replacing(#/ +/#, with: " ").dropFirst(8).description
    }
  }

  private func faults(_ fix: Fix, _ acts: [Decision.Act]) throws
    -> [DecisionFault]
  {
    let path = folder.path + "/faulty"
    let report = try fix.write(numbered(acts), to: path)
    #expect(
      report.faults.isEmpty || !FileManager.default.fileExists(atPath: path))
    return report.faults.map(\.fault)
  }

  @Test func withoutDecisionsItIsAMerge() throws {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<30 {
      let files = try (0..<3).map { file in
        let lines = (0..<Int.random(in: 0...12, using: &random)).map { _ in
          let minute = "09\(Int.random(in: 10...19, using: &random))"
          let item = "\(Int.random(in: 1...9, using: &random))"
          return [
            loan(minute, item, "7"), back(minute, item), "noise\n", "\n",
            "\u{c}" + back(minute, item), "\u{1a}\r\n",
          ].randomElement(using: &random) ?? ""
        }
        return try folder.file("\(file).dat", lines.joined())
      }
      _ = try Merge(files).write(to: folder.path + "/merged")
      let report = try Fix(files).write([], to: folder.path + "/fixed")
      #expect(try folder.text("fixed") == folder.text("merged"))
      #expect(report.faults.isEmpty)
    }
  }

  @Test func linesAreTakenOutSwappedAndCorrected() throws {
    let file = try folder.file(
      "a",
      loan("0900", "1", "7") + loan("0901", "9921", "2")
        + back("0902", "3") + loan("0903", "4", "8") + "noise\r\n")
    let text = try folder.text("a")
    let fix = try Fix([file])
    let (item, card) = (try Barcode("30"), try Barcode("9922"))
    #expect(
      try fixed(
        fix,
        [
          .takeOut([line(1, fix), line(5, fix)]), .swap([line(2, fix)]),
          .item([line(3, fix)], item), .borrower([line(4, fix)], card),
          .keep([line(4, fix)]),
        ]) == ["0901L2 9921", "0902R30", "0903L4 9922"])
    #expect(try folder.text("a") == text)
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: folder.path + "/fixed")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func whatIsUndoneOrKeptAfterwardsIsThereAgain() throws {
    let fix = try Fix([folder.file("a", back("0900", "1") + back("0901", "2"))])
    let out = Decision.Act.takeOut([try line(1, fix)])
    #expect(try fixed(fix, [out, .undo(1)]).count == 2)
    #expect(try fixed(fix, [out, .undo(1), .undo(2)]).count == 1)
    #expect(try fixed(fix, [out, .keep([line(1, fix)])]).count == 2)
    #expect(
      try faults(fix, [.undo(7), out, .undo(3)]) == [
        .nothingToUndo, .nothingToUndo,
      ])
  }

  @Test func theTimesOfAFileAreMovedAndItsLinesComeWhereTheyBelong() throws {
    let files = try [
      folder.file("a", back("0900", "1") + back("0930", "2")),
      folder.file("b", back("0000", "3") + "noise\r\n" + back("0010", "4")),
    ]
    let fix = try Fix(files)
    let first = try #require(
      LocalTime(year: 2026, month: 5, day: 30, hour: 9, minute: 15))
    let expected = ["0900R1", "0915R3", "", "0925R4", "0930R2"]
    #expect(
      try fixed(fix, [.shift(fix.source(of: 1), .first(first))]) == expected)
    #expect(
      try fixed(fix, [.shift(fix.source(of: 1), .by(minutes: 555))])
        == expected)
    #expect(
      try faults(fix, [.shift(fix.source(of: 1), .by(minutes: -40_000_000))])
        == [.beyondYears(fix.source(of: 1))])
  }

  @Test func twoLinesOfAMinuteAreOrderedWithWhatTheirFileHasBefore() throws {
    let files = try [
      folder.file("a", loan("0900", "1", "7") + back("0900", "2")),
      folder.file("b", loan("0900", "3", "8") + back("0900", "1")),
    ]
    let fix = try Fix(files)
    let (first, second) = (try line(1, fix), try line(2, fix, file: 1))
    #expect(
      try fixed(fix, [.order(second, first)])
        == ["0900L3 8", "0900R1", "0900L1 7", "0900R2"])
    #expect(
      try fixed(fix, [.order(first, second)])
        == ["0900L1 7", "0900R2", "0900L3 8", "0900R1"])
    #expect(
      try fixed(fix, [.order(line(2, fix), first)])
        == ["0900R2", "0900L1 7", "0900L3 8", "0900R1"])
    let places = (
      FixedFile.Place(file: 0, number: 1), FixedFile.Place(file: 1, number: 2)
    )
    #expect(
      try faults(fix, [.order(first, second), .order(second, first)])
        == [.contradicted(places.0, places.1)])
    #expect(
      try faults(
        fix,
        [.shift(fix.source(of: 1), .by(minutes: 1)), .order(second, first)]
      ) == [.apart(places.1, places.0)])
  }

  @Test func aLineOfAStationIsNamedByItsSequenceWhateverTheFileBecomes() throws
  {
    let station = StationFolder(path: folder.path + "/c1")
    let desk = try Desk(folder: station, clock: .system)
    desk.switch(to: .return)
    for item in ["1", "2", "2", "3"] { try desk.record(Barcode(item)) }
    try desk.save()
    try desk.close()
    let file = StationFile(path: station.dataFile)
    let name = try line(3, Fix([file]))
    #expect(name.source == .station(try #require(file.station)))
    // Another program adds a line before it.
    let text = try folder.text("c1/OffCirc.dat")
    _ = try folder.file("c1/OffCirc.dat", back("0800", "9") + text)
    let fix = try Fix([file])
    #expect(try line(4, fix) == name)
    #expect(try line(1, fix).source != name.source)
    let fixed = try fixed(fix, [.item([name], Barcode("20"))])
    #expect(fixed.map { $0.dropFirst(5) } == ["9", "1", "2", "20", "3"])
  }

  @Test func aDecisionThatFitsNothingIsToldAndNothingIsWritten() throws {
    let file = try folder.file("a", back("0900", "1") + "noise\r\n")
    let fix = try Fix([file])
    let absent = LineName(fix.source(of: 0), 9)
    let place = FixedFile.Place(file: 0, number: 1)
    #expect(
      try faults(
        fix,
        [
          .takeOut([absent]), .swap([line(1, fix)]),
          .item([line(2, fix)], Barcode("2")),
        ]) == [
          .absent(absent), .noBorrower(place),
          .notATransaction(FixedFile.Place(file: 0, number: 2)),
        ])
    for words in [English(), French()] as [any Words] {
      #expect(
        words.sentence(.init(3, .noBorrower(place)), of: [file])
          .contains("--decide \"undo 3\""))
    }
  }

  @Test func aDecisionAboutAFileThatIsNotGivenIsCounted() throws {
    let files = try [
      folder.file("a", back("0900", "1")), folder.file("b", back("0901", "2")),
    ]
    let both = try Fix(files)
    let acts: [Decision.Act] = [
      .takeOut([try line(1, both), try line(1, both, file: 1)]),
      .shift(both.source(of: 1), .by(minutes: 5)),
    ]
    let report = try Fix([files[0]]).write(
      numbered(acts), to: folder.path + "/fixed")
    #expect(report.otherCount == 2 && report.playedCount == 0)
    #expect(report.takenOutCount == 1 && report.lineCount == 0)
    #expect(try fixed(both, acts).isEmpty)
  }

  @Test func anInputOrADecisionsFileIsNeverWrittenOver() throws {
    let file = try folder.file("a", back("0900", "1"))
    let fix = try Fix([file])
    #expect(throws: FileError.self) { try fix.write([], to: file.path) }
    let path = folder.path + "/decisions"
    try DecisionFile(at: path).append([Decision(.undo(1), by: "m", at: time)])
    #expect(throws: FileError.self) { try fix.write([], to: path) }
  }
}
