import Circulation
import Support
import Testing

@testable import Offload

/// The rules by which lines come into a kit: none of them twice.
@Suite struct KitRequestTests: KitMaking {
  let folder = TestFolder()

  @Test func theSameLinesAreRefusedInAllTheirDisguises() throws {
    _ = try made([file(day)])
    #expect(try refused([file(day)]) == [[3, 0]])
    #expect(try refused([file(day, "copy.dat")]) == [[3, 0]])
    #expect(try refused([file(day, "b.dat", desk: "Annexe")]) == [[3, 0]])
    let grown = day + ["202611230800R1"]
    #expect(try refused([file(grown, "grown.dat")]) == [[3, 1]])
    let converted = folder.write(day, to: "lf.dat", end: "\n")
    #expect(try refused([StationFile(path: converted)]) == [[3, 0]])
    let merged = ["202611210800R1", day[0], "202611211000R2", day[2]]
    #expect(try refused([file(merged, "merged.dat")]) == [[2, 2]])
    #expect(
      try refused([
        file(["202611210800R1"], "new.dat"), file([day[1]], "old.dat"),
      ]) == [[0, 1], [1, 0]])
    #expect(try refused([file(day)], .rest) == [[3, 0]])
  }

  @Test func aByteOrderMarkMakesNoLineNew() throws {
    _ = try made([file(day)])
    for lines in [day, [day[0], day[2]]] {
      let marked = ["\u{feff}" + lines[0]] + lines.dropFirst()
      #expect(try refused([file(marked, "bom.dat")]) == [[lines.count, 0]])
    }
    _ = try made([file(["\u{feff}202611250900R1", "202611250901R2"])], in: "2")
    #expect(try refused([file(["202611250900R1"], "b.dat")]) == [[1, 0]])
  }

  @Test func aFileThatWasOnlyMergedIsKnownAgainByItself() throws {
    _ = try made([
      file([day[0], day[2]], "a.dat"), file([day[1]], "b.dat"),
    ])
    #expect(try refused([file([day[1]], "b.dat")]) == [[1, 0]])
  }

  @Test func againMakesItAllTheSame() throws {
    _ = try made([file(day)])
    let kit = try made([file(day)], .again, in: "kit2")
    #expect(kit.uploads.map(\.content.summary.lineCount) == [3])
    #expect(try ledger.entries().entries.count == 2)
  }

  @Test func theRestIsWhatWasNotHandedOverYet() throws {
    _ = try made([file(day, desk: "Annexe")])
    let grown = [
      day[0], "", "202611210830R7", day[1], day[2], "202611230800R1",
    ]
    let kit = try made(
      [
        file(grown, "a.dat", desk: "Annexe"),
        file([day[1]], "b.dat", desk: "Centre"),
      ], .rest, in: "kit2")
    #expect(kit.uploads.map(\.name) == ["1-Annexe.dat"])
    #expect(kit.uploads.map(\.leftOutCount) == [3])
    #expect(
      try folder.text("kit2/1-Annexe.dat")
        == "202611210830R7\r\n202611230800R1\r\n")
    let rows = try folder.text("kit2/transactions.csv").split(separator: "\r\n")
    let numbers = rows.dropFirst().map { $0.split(separator: ",")[1] }
    #expect(numbers == ["1", "2"])
    #expect(try refused([file(grown, "a.dat")]) == [[5, 0]])
  }

  @Test func theRestOfNewFilesIsAllOfThem() throws {
    let kit = try made([file(day)], .rest)
    #expect(kit.uploads.map(\.leftOutCount) == [0])
    #expect(try folder.text("kit/OffCirc.dat") == folder.text("a.dat"))
  }

  @Test func oneFileIsNotTakenForTwoDesks() throws {
    let one = file(day, "a.dat", desk: "Annexe")
    let other = file(day, "b.dat", desk: "Centre")
    #expect(throws: KitError.sameFile(one, other)) {
      try assembly().make(of: KitRequest([one, other]))
    }
    #expect(try ledger.entries().entries == [])
    #expect(try !names().contains { $0.hasPrefix("kit") })
  }

  @Test func linesAreNotTakenForTwoDesks() throws {
    let one = file(day, "a.dat", desk: "Annexe")
    let grown = day + ["202611230800R1", "202611230801R2"]
    for (lines, end, count) in [
      (grown, "\r\n", 3), (day, "\n", 3), (Array(grown[1...]), "\r\n", 2),
    ] {
      let other = StationFile(
        path: folder.write(lines, to: "b.dat", end: end), desk: "Centre")
      let shared = SharedLines(first: one, second: other, count: count)
      for policy in [KitRequest.Policy.refuse, .rest, .again] {
        #expect(throws: KitError.sharedLines(shared, isOneDesk: false)) {
          try assembly().make(of: KitRequest([one, other], policy))
        }
      }
    }
    #expect(try ledger.entries().entries == [])
    // An item can be returned at two desks in one minute.
    _ = try made([
      one, file([day[1], "202611230800R1"], "b.dat", desk: "Centre"),
    ])
  }

  @Test func aFileGivenTwiceIsTakenOnceHoweverItsLinesEnd() throws {
    let text = day.joined(separator: "\n")
    for (index, copy) in [
      text, "\r\n" + text, text + "  \r\n\r\n", "\u{feff}" + text,
    ].enumerated() {
      let kit = try made(
        [file(day), try folder.file("copy", copy)], .again, in: "\(index)")
      #expect(kit.uploads.map(\.content.summary.lineCount) == [3])
      #expect(kit.uploads.flatMap(\.overlaps).map(\.lineCount) == [3])
    }
  }

  @Test func linesThatAreThereTwiceAreRefused() throws {
    let one = file(day, "a.dat")
    let other = file(["202611200900R1"] + day, "b.dat")
    let shared = SharedLines(first: one, second: other, count: 3)
    #expect(throws: KitError.sharedLines(shared, isOneDesk: true)) {
      try assembly().make(of: KitRequest([one, other]))
    }
    let pasted = file(day + day[1...], "c.dat")
    #expect(throws: KitError.repeatedLines(pasted, count: 2)) {
      try assembly().make(of: KitRequest([pasted]))
    }
    #expect(try ledger.entries().entries == [])
    #expect(try !names().contains { $0.hasPrefix("kit") })
    let kit = try made([one, other], .again)
    #expect(kit.uploads.map(\.content.summary.lineCount) == [7])
    #expect(kit.uploads.map(\.conflictCount) == [0])
    #expect(kit.uploads.flatMap(\.shared) == [shared])
    _ = try made([pasted], .again, in: "kit2")
    // A scan that beeped twice is one line.
    _ = try made(
      [file(["202611240900R1", "202611240900R1"], "d.dat")], in: "3")
  }

  @Test func whatWasHandedOverIsNotSharedWithTheRest() throws {
    _ = try made([file(day, "a.dat")])
    let grown = file(day + ["202611230800R1"], "a.dat")
    let other = file(["202611200900R1"] + day, "b.dat")
    let kit = try made([grown, other], .rest, in: "kit2")
    #expect(kit.uploads.map(\.content.summary.lineCount) == [2])
  }

  @Test func linesThatOnlyACRSeparatesAreNoTransactions() throws {
    _ = try made([file(day)])
    let path = folder.write(day, to: "cr.dat", end: "\r")
    #expect(throws: KitError.unreadable(StationFile(path: path))) {
      try assembly(in: "kit2").make(of: KitRequest([StationFile(path: path)]))
    }
  }

  @Test func filesOfNothingAreLeftOut() throws {
    let empty = file([], "empty.dat", desk: "Annexe")
    let kit = try made([empty, file(day, desk: "Centre")])
    #expect(kit.uploads.map(\.name) == ["1-Centre.dat"])
    #expect(kit.emptyFiles == [empty])
    #expect(throws: KitError.nothingToHandOver) {
      try assembly(in: "kit2").make(
        of: KitRequest([empty, file(["", " "], "b.dat")]))
    }
    #expect(try !names().contains { $0.hasPrefix("kit2") })
  }

  @Test func aFileOfAnotherKindIsNoKit() throws {
    let other = file(["%PDF-1.7", "\u{1}"], "scan.pdf", desk: "Annexe")
    #expect(throws: KitError.unreadable(other, .pdf)) {
      try assembly().make(of: KitRequest([file(day, desk: "Centre"), other]))
    }
    #expect(try ledger.entries().entries == [])
    #expect(try names() == ["a.dat", "ledger", "scan.pdf"])
  }
}
