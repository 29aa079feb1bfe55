import Circulation
import Support
import Testing

@testable import Languages
@testable import Offload

/// What heads a check: the counts and times of each file.
@Suite struct FileOverviewTests: Checking {
  let folder = TestFolder()

  private func overviews(_ files: [StationFile]) throws -> [FileOverview?] {
    var overviews: [FileOverview?] = []
    var findings = 0
    _ = try Check(files, rules: Check.Rules(now: Self.now)).run(
      survey: {
        #expect(findings == 0)
        overviews = $0
      }, tell: { _ in findings += 1 })
    return overviews
  }

  @Test func aFileIsSummedUpByItsTransactionsBeforeAnyFinding() throws {
    let lines = [
      loan("0901", "1", "7"), loan("0900", "2", "7"), back("0959", "1"), "",
      "noise", loan("0905", "3", "8"),
    ]
    let file = try folder.file("a", lines.map { $0 + "\r\n" }.joined())
    let overview = try #require(try overviews([file]).first ?? nil)
    #expect(overview.lineCount == 6)
    #expect(overview.loanCount == 3)
    #expect(overview.returnCount == 1)
    #expect(overview.readerCount == 2)
    #expect(overview.span?.first.iso8601 == "2026-05-30T09:00")
    #expect(overview.span?.last.iso8601 == "2026-05-30T09:59")
    #expect(
      English().overview(overview, of: file)
        == "\(file.path): 6 lines: 3 loans, 1 return, 2 readers, from 2026-05-30 09:00 to 2026-05-30 09:59."
    )
  }

  @Test func anEmptyFileHasNoTimesAndAForeignOneNoOverview() throws {
    let files = [
      try folder.file("a", ""), try folder.file("b.pdf", "%PDF-1.4\n"),
    ]
    let overviews = try overviews(files)
    #expect(overviews[0]?.span == nil)
    #expect(overviews[0]?.lineCount == 0)
    #expect(overviews[1] == nil)
  }

  @Test func aStationIsNamedByItsJournal() throws {
    let file = try folder.stationFile("c1", back("0900", "1") + "\r\n")
    let overview = try #require(try overviews([file]).first ?? nil)
    let station = try #require(file.station)
    for words in [English(), French()] as [any Words] {
      #expect(words.overview(overview, of: file).contains(station))
    }
  }

  @Test func theFirstConflictsOfEachKindAreToldAndTheRestCounted() throws {
    func files(_ kinds: ClosedRange<Int>) throws -> [StationFile] {
      try (0...1).map { file in
        let same = kinds.map { loan("0900", "A\($0)", "\(file)") }
        let twice = kinds.map { loan("091\(file)", "B\($0)", "\(file)") }
        return try folder.file(
          "\(file)", (same + twice + ["\(file)"]).map { $0 + "\r\n" }.joined())
      }
    }
    let files = try files(1...9)
    let conflicts = try Merge(files).write(to: folder.path + "/m").conflicts
    let told = English().sentences(
      [], conflicts.first, count: conflicts.count, of: files)
    #expect(told.count == 11)
    #expect(told.count { $0.contains("in the same minute") } == 5)
    #expect(told.count { $0.contains("to another borrower") } == 5)
    #expect(told.last?.hasPrefix("8 more conflicts") == true)
  }
}
