import Circulation
import Foundation
import Support
import Testing
import Typesetting

@testable import Offload

/// The order of lines of one minute, which the stations' journals decide by
/// their seconds.
@Suite struct DecidedOrderTests: Merging {
  let folder = TestFolder()
  /// A time at the start of a minute.
  private let minute = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  /// A record of a day: the second of the minute, and what was done.
  private typealias Scan = (second: Int64, what: String)

  /// Records scans at a station of its own, and returns its file.
  private func station(
    _ name: String, _ scans: [Scan], correctedBy correction: Int32 = 0
  ) throws -> StationFile {
    let path = folder.path + "/" + name
    for scan in scans {
      let clock = WallClock { [minute] in
        minute.later(by: scan.second - Int64(correction))
      }
      let desk = try Desk(
        folder: StationFolder(path: path),
        clock: clock.corrected(by: correction))
      let words = scan.what.split(separator: " ").map(String.init)
      desk.switch(to: words.count > 1 ? .loan : .return)
      if words.count > 1 { desk.identify(try Barcode(words[1])) }
      try desk.record(try Barcode(words[0]))
      _ = try desk.save()
      try desk.close()
    }
    return StationFile(path: path + "/OffCirc.dat")
  }

  /// The merged lines, without their times and padding.
  private func lines(_ files: [StationFile]) throws -> [String] {
    try merged(files).split(separator: "\r\n").map {
      $0.dropFirst(12).description.replacing(#/ +/#, with: " ")
    }
  }

  private func conflicts(_ files: [StationFile]) throws -> ConflictFinder {
    try Merge(files).write(to: folder.path + "/merged").conflicts
  }

  @Test func theSecondsOfBothJournalsDecide() throws {
    let one = try station("a", [(40, "1 7"), (50, "2")])
    let other = try station("b", [(10, "1"), (45, "3")])
    #expect(try lines([one, other]) == ["R1", "L1 7", "R3", "R2"])
    #expect(try lines([other, one]) == ["R1", "L1 7", "R3", "R2"])
    let found = try conflicts([one, other])
    #expect(found.count == 0)
    #expect(found.decidedCount == 1)
    let decided = try #require(found.decided.first)
    #expect(decided.kind == .decided)
    #expect(decided.secondsBetween == 30)
    #expect((decided.first.file, decided.second.file) == (1, 0))
  }

  @Test func whatTheOrderMakesImpossibleStaysAConflict() throws {
    let one = try station("a", [(40, "1 7")])
    let other = try station("b", [(10, "1 8")])
    let found = try conflicts([one, other])
    #expect(found.decidedCount == 0)
    #expect(found.first.map(\.kind) == [.lentTwice])
    #expect(found.first.map(\.first.file) == [1])
  }

  @Test func equalSecondsStayOpen() throws {
    let one = try station("a", [(10, "1 7")])
    let other = try station("b", [(10, "1")])
    #expect(try lines([one, other]) == ["L1 7", "R1"])
    #expect(try lines([other, one]) == ["R1", "L1 7"])
    #expect(try conflicts([one, other]).first.map(\.kind) == [.sameMinute])
  }

  @Test func aCorrectedClockDecidesNothing() throws {
    let one = try station("a", [(40, "1 7")], correctedBy: 3_600)
    let other = try station("b", [(10, "1")])
    #expect(try lines([one, other]) == ["L1 7", "R1"])
    #expect(try conflicts([one, other]).first.map(\.kind) == [.sameMinute])
  }

  @Test func aClockThatIsSetBackInTheMinuteDecidesNothing() throws {
    let one = try station("a", [(50, "2"), (40, "1 7")])
    let other = try station("b", [(10, "1")])
    #expect(try lines([one, other]) == ["R2", "L1 7", "R1"])
    #expect(try conflicts([one, other]).first.map(\.kind) == [.sameMinute])
  }

  @Test func aFileWithoutAJournalLeavesItsMinutesOpen() throws {
    let one = try station("a", [(40, "1 7"), (70, "4 7")])
    let other = try station("b", [(10, "1"), (65, "4")])
    let line = try folder.text("b/OffCirc.dat").prefix(12) + "R9\r\n"
    let third = try folder.file("third", String(line))
    #expect(
      try lines([one, other, third]) == ["L1 7", "R1", "R9", "R4", "L4 7"])
    #expect(try conflicts([one, other, third]).count == 1)
  }

  @Test func filesFixedWithoutDecisionsAreInTheSameOrder() throws {
    let one = try station("a", [(40, "1 7"), (50, "2")])
    let other = try station("b", [(10, "1"), (45, "3")])
    let path = folder.path + "/fixed"
    _ = try Fix([one, other]).write([], to: path)
    #expect(try folder.text("fixed") == merged([one, other]))
  }

  @Test func aCheckFollowsTheDecidedOrder() throws {
    let one = try station("a", [(10, "1 7"), (40, "1 8")])
    let other = try station("b", [(20, "1")])
    let check = Check([one, other], rules: .init(now: minute.later(by: 3_600)))
    var issues: [FileIssue.Kind] = []
    _ = try check.run { issues.append($0.issue.kind) }
    #expect(!issues.contains(.loanAfterLoan))
  }
}
