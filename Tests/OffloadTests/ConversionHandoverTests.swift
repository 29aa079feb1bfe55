import Circulation
import Exchange
import Languages
import Settings
import Support
import Testing

@testable import Offload

/// Files that are converted for a library system, and what the ledger makes of
/// them and of kits.
struct ConversionHandoverTests: KitMaking {
  let folder = TestFolder()

  private static let winter = Zone(name: "+01:00", fixed: 3_600)

  /// Converts files of the folder; the lines that are old and new in each, if
  /// that is refused.
  private func convert(
    _ names: String..., to target: ExchangeFormat, as new: String,
    again: Bool = false
  ) throws -> [[Int]] {
    let day = LocalTime(year: 2026, month: 11, day: 23, hour: 8, minute: 0)
    let conversion = try Conversion(
      of: names.map { folder.path + "/" + $0 }, to: target,
      ConversionOptions(zone: Self.winter, time: day, group: 7))
    let (outcome, damage) = try ConversionHandover(
      conversion, in: ledger, at: time
    ).write(to: folder.path + "/" + new, again: again)
    #expect(damage == [])
    guard case .refused(let files) = outcome else { return [] }
    #expect(try !self.names().contains(new))
    return files.map { [$0.1.handedOverCount, $0.1.newCount] }
  }

  private func place(_ name: String = "a.dat") { _ = file(day, name) }

  @Test func whatIsConvertedForOneSystemGoesIntoNoKitAndToNoOther() throws {
    place()
    #expect(try convert("a.dat", to: .koha, as: "a.koc") == [])
    #expect(try refused([file(day)]) == [[3, 0]])
    #expect(try convert("a.dat", to: .evergreen, as: "a.xacts") == [[3, 0]])
    #expect(try convert("a.koc", to: .evergreen, as: "a.xacts") == [[3, 0]])
    #expect(try convert("a.koc", to: .alma, as: "b.dat") == [[3, 0]])
    let entry = try #require(try ledger.entries().entries.first)
    #expect(entry.way == .converted(.koha, path: folder.path + "/a.koc"))
    #expect(entry.upload.name == "a.dat")
    #expect(entry.sources.map(\.path) == [folder.path + "/a.dat"])
    #expect(entry.systemFiles.map(\.name) == ["a.koc"])
    #expect(
      try convert("a.dat", to: .evergreen, as: "a.xacts", again: true) == [])
    #expect(try ledger.entries().entries.count == 2)
    #expect(try !folder.text("ledger").contains("9921000000164"))
  }

  @Test func whatIsInAKitGoesToNoOtherSystem() throws {
    _ = try made([file(day)])
    #expect(try convert("a.dat", to: .koha, as: "a.koc") == [[3, 0]])
    // Somebody else recorded one of them, in Koha's own program.
    folder.write(
      [
        "Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0",
        "2026-11-21 09-01-44 000\treturn\t37000034180",
        "2026-11-21 09-02-44 000\treturn\t37000034199",
      ], to: "b.koc")
    #expect(try convert("b.koc", to: .evergreen, as: "b.xacts") == [[1, 1]])
  }

  /// A minute with more than 60 rows runs into the next one in Koha's file.
  @Test func aFileOfAKitIsKnownAlsoWhereItsMinutesDiffer() throws {
    let lines = (1...90).map { "202611210901R\(37_000_034_000 + $0)" }
    let assembly = KitAssembly(
      in: folder.path + "/kit", ledger: ledger, words: Language.english.words,
      language: "en",
      for: KitTarget(
        .koha, ConversionOptions(zone: Self.winter, due: .computed)), at: time)
    let (outcome, _) = try assembly.make(of: KitRequest([file(lines)]))
    guard case .made = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let kit = "kit/OffCirc.koc"
    #expect(try convert(kit, to: .evergreen, as: "a.xacts") == [[90, 0]])
    #expect(try convert(kit, to: .alma, as: "b.dat") == [[90, 0]])
    let entries = try ledger.entries().entries
    #expect(entries.map { $0.systemFiles.map(\.name) } == [["OffCirc.koc"]])
  }

  @Test func aFileForAlmaIsNotListedBeforeItIsInAKit() throws {
    folder.write(
      [
        "Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0",
        "2026-11-21 09-01-44 000\treturn\t37000034180",
      ], to: "b.koc")
    #expect(try convert("b.koc", to: .alma, as: "b.dat") == [])
    #expect(try ledger.version() == nil)
  }

  @Test func theFilesOfAFolderAreAllKnown() throws {
    place()
    #expect(try convert("a.dat", to: .destiny, as: "days") == [])
    let entry = try #require(try ledger.entries().entries.first)
    #expect(entry.systemFiles.count == 2)
    for file in entry.systemFiles {
      let path = "days/" + file.name
      let refused = try convert(path, to: .koha, as: "x.koc")
      #expect(refused.count == 1 && refused.allSatisfy { $0[1] == 0 })
    }
  }

  @Test func nothingIsWrittenIfTheLedgerIsDamaged() throws {
    place()
    try ledger.append(
      Ledger.Entry(
        at: time, .uploaded, desk: nil, name: "z.dat",
        try FileContent(of: file(["202611230900R1"], "z.dat").path),
        sources: []))
    let whole = try folder.text("ledger")
    folder.write(
      [String(whole.dropLast(20)), String(whole.split(separator: "\n")[1])],
      to: "ledger", end: "\n")
    let conversion = try Conversion(
      of: [folder.path + "/a.dat"], to: .koha,
      ConversionOptions(zone: Self.winter))
    let (outcome, damage) = try ConversionHandover(
      conversion, in: ledger, at: time
    ).write(to: folder.path + "/a.koc", again: false)
    #expect(damage.count == 1)
    guard case .refused(let files) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(files.map { $0.1.warning != nil } == [true])
  }

  /// The ledger lists the lines before the file has its name: what stops there
  /// leaves no file that it does not know.
  @Test func thereIsNoFileThatTheLedgerLacks() throws {
    place()
    let conversion = try Conversion(
      of: [folder.path + "/a.dat"], to: .koha,
      ConversionOptions(zone: Self.winter))
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      _ = try conversion.write(to: folder.path + "/a.koc") { files in
        #expect(files.map(\.name) == ["a.koc"])
        throw Stop()
      }
    }
    #expect(try names().sorted() == ["a.dat"])
  }

  @Test func theMarksOfPartsAreThoseOfTheWholeFile() throws {
    let path = file(day + ["", "no line"] + day).path
    let whole = try FileContent(of: path)
    let options = ConversionOptions(zone: Self.winter)
    var parts: [FileContent] = []
    try FileContent.forEachPart(
      of: PosixFileSystem().open(path, for: .reading), .alma, options, upTo: 2
    ) { parts.append($0) }
    #expect(parts.map(\.marks.count) == [2, 2, 2, 1])
    #expect(parts.flatMap(\.marks) == whole.marks)
    #expect(parts.allSatisfy { $0.sha256 == whole.sha256 })
    #expect(
      parts.map(\.summary.lineCount).reduce(0, +) == whole.summary.lineCount)
  }
}
