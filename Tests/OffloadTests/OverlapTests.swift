import Circulation
import Foundation
import Support
import Testing

@testable import Offload

/// Files that others begin with.
@Suite struct OverlapTests: Merging {
  let folder = TestFolder()

  @Test func aFileThatAnotherOneBeginsWithIsLeftOut() throws {
    let files = try [folder.file("a", friday), folder.file("b", both)]
    let merge = try Merge(files)
    #expect(merge.files == [files[1]])
    #expect(
      merge.overlaps == [
        Overlap(file: files[0], whole: files[1], lineCount: 2)
      ])
    #expect(try merged(files) == both)
  }

  @Test func ofTwoEqualFilesTheFirstStays() throws {
    let files = try [folder.file("a", both), folder.file("b", both)]
    #expect(try Merge(files).files == [files[0]])
    #expect(try Merge(files.reversed()).files == [files[1]])
  }

  @Test func aFileGivenTwiceIsLeftOutHoweverItIsCalled() throws {
    let one = try folder.file("a", "202605300900R1\r\n")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: one.path)
    let files = [
      one, StationFile(path: link), StationFile(path: folder.path + "/./a"),
    ]
    let merge = try Merge(files)
    #expect(merge.files == [one])
    #expect(merge.overlaps.map(\.file) == Array(files[1...]))
  }

  @Test func oneLineInCommonCanBeTwoTransactions() throws {
    let files = try [
      folder.file("a", "202605300900R1\r\n"), folder.file("b", friday),
    ]
    #expect(try Merge(files).overlaps.isEmpty)
  }

  @Test func whatTwoStationsWroteIsNeverLeftOut() throws {
    let one = try folder.stationFile("one", friday)
    let two = try folder.stationFile("two", both)
    #expect(one.station != nil && one.station != two.station)
    #expect(try Merge([one, two]).files == [one, two])
  }

  @Test func whatOneStationWroteIsLeftOutIfItIsASingleLine() throws {
    let one = try folder.stationFile("one", "202605300900R1\r\n")
    try FileManager.default.copyItem(
      atPath: folder.path + "/one", toPath: folder.path + "/copy")
    try Data(both.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/copy/OffCirc.dat"))
    let copy = StationFile(path: folder.path + "/copy/OffCirc.dat")
    #expect(try Merge([one, copy]).files == [copy])
  }

  @Test func aFileLeftOutIsInOneThatStays() throws {
    // The one in the middle could be either's; the outer two are two stations'.
    let one = try folder.stationFile("one", friday)
    let middle = try folder.file("middle", both)
    let two = try folder.stationFile("two", both + "202606010901R3\r\n")
    let merge = try Merge([one, middle, two])
    #expect(merge.files == [one, two])
    #expect(merge.overlaps.map(\.whole) == [two])
  }

  @Test func aLastLineCutShortIsNoBeginning() throws {
    let whole = try folder.file("whole", both)
    for (text, isLeftOut) in [
      (String(both.dropLast()), true),
      ("202605300900R1\r\n202605300901R", false),
      ("202605300900R1\r\n202605300901R2", true),
      ("202605300900R1\r\n202605300901R2\r", true),
      ("202605300900R1\r\n202605300901R2\r\n2", false),
    ] {
      let part = try folder.file("part", text)
      #expect(try Merge([part, whole]).overlaps.isEmpty == !isLeftOut)
    }
  }

  @Test func whatTheLinesSayMakesTheOverlap() throws {
    let (mark, lf) = ("\u{feff}", friday.replacing("\r\n", with: "\n"))
    for (part, isLeftOut) in [
      (lf, true), ("\n" + friday, true), (mark + lf, true),
      (friday.replacing("\r\n", with: "  \r\n\r\n"), true),
      (friday.replacing("R2", with: " R2"), false),
      (friday.replacing("R1", with: "R1\t"), false),
    ] {
      let files = try [folder.file("part", part), folder.file("whole", both)]
      let merge = try Merge(files)
      #expect(merge.overlaps.map(\.lineCount) == (isLeftOut ? [2] : []))
    }
    // Of equal ones that stays whose lines can all be read.
    let clean = try folder.file("clean", both)
    let marked = try folder.file("marked", mark + both)
    #expect(try Merge([marked, clean]).files == [clean])
    let grown = try folder.file("grown", mark + both + "202606010901R3\r\n")
    #expect(try Merge([clean, grown]).overlaps.isEmpty)
    // The longer file is found whatever its bytes are.
    let wide = try folder.file("wide", both.replacing("\r", with: "   \r"))
    let long = try folder.file(
      "long", both.replacing("\r", with: "") + "202606010901R3\n")
    #expect(wide.path != long.path)
    #expect(try Merge([wide, long]).files == [long])
  }

  @Test func manyLinesInCommonAreToldOnce() throws {
    let one = try folder.file("a", friday + "202605310902R8\r\n")
    let two = try folder.file("b", "202605290900R9\r\n" + friday)
    let three = try folder.file(
      "c", "202605290901R9\r\nnoise\r\n202605300901R2\r\n")
    let report = try Merge([one, two, three]).write(
      to: folder.path + "/merged")
    #expect(
      report.conflicts.shared(among: [one, two, three]) == [
        SharedLines(first: one, second: two, count: 2)
      ])
    #expect(
      report.conflicts.first.map(\.kind) == [.returnedTwice, .sameMinute])
    #expect(report.conflicts.count == 2)
    #expect(report.unreadable.keys.sorted() == [2])
    #expect(report.unreadable[2]?.firstNumbers == [2])
  }

  @Test func anEmptyFileIsNoOverlap() throws {
    let files = try [folder.file("a", ""), folder.file("b", both)]
    #expect(try Merge(files).overlaps.isEmpty)
  }
}
