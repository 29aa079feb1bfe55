import Circulation
import Exchange
import Foundation
import Languages
import Settings
import Support
import Testing
import Typesetting

@testable import Offload

/// Kits for systems with files of their own, made of the kit's uploads.
struct SystemKitTests: KitMaking, Rehearsing {
  let folder = TestFolder()

  private static let winter = Zone(name: "+01:00", fixed: 3_600)

  private func kit(
    for system: ExchangeFormat, _ files: [StationFile],
    _ language: Language = .english, _ policy: KitRequest.Policy = .refuse,
    in name: String = "kit"
  ) throws -> Kit {
    let due = LocalTime(year: 2018, month: 6, day: 30, hour: 23, minute: 59)
    let assembly = KitAssembly(
      in: folder.path + "/" + name, ledger: ledger, words: language.words,
      language: language.rawValue,
      for: KitTarget(
        system,
        ConversionOptions(
          zone: Self.winter,
          due: system == .sierra ? .fixed(try #require(due)) : .computed,
          group: 777)), at: time)
    let (outcome, _) = try assembly.make(of: KitRequest(files, policy))
    let kit: Kit? = if case .made(let kit) = outcome { kit } else { nil }
    return try #require(kit, "\(outcome)")
  }

  private let long = String(repeating: "4", count: 21)

  private func desks() -> [StationFile] {
    [
      file(
        [loan("1001", "E1"), loan("1002", "E1"), back("1003")],
        "a.dat", desk: "Annexe"),
      file(["201805311001R1"], "b.dat", desk: "Centrale"),
    ]
  }

  @Test func aKitForKohaHasAFileForEachDeskInStrictOrderOfTime() throws {
    let kit = try kit(
      for: .koha,
      [
        file(
          [loan("1001", "E1"), loan("1002", "E1"), back("1003"), back(long)],
          "a.dat", desk: "Annexe"),
        file(["201805311001R1"], "b.dat", desk: "Centrale"),
      ])
    let part = try #require(kit.system)
    #expect(
      part.report.written.map(\.path) == ["1-Annexe.koc", "2-Centrale.koc"])
    #expect(
      part.report.losses[.leftOut(.longItem)].runs.map(\.lines) == [4...4])
    #expect(part.leftOutCount == 1)
    #expect(
      try folder.text("kit/1-Annexe.koc") == """
        Version=1.0\tGenerator=OffCirc\tGeneratorVersion=1.0
        2018-05-31 10:00:00 000\tissue\tE1\t1001
        2018-05-31 10:00:01 000\tissue\tE1\t1002
        2018-05-31 10:00:02 000\treturn\t1003

        """)
    #expect(Kit.has("1-Annexe.koc") && Kit.has("OffCirc.koc"))
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    let words = Language.english.words
    for file in part.report.written {
      #expect(
        page.contains(words.step(for: file, of: .koha).collapsingWhitespace))
    }
    #expect(page.contains("line 4 of 1-Annexe.dat"))
    #expect(!page.contains("Alma"))
  }

  /// Evergreen sorts the rows of all stations of a session by the second.
  @Test func noTwoRowsOfASessionHaveTheSameSecondForEvergreen() throws {
    let kit = try kit(
      for: .evergreen,
      [
        file([loan("1001", "E1"), back("1002")], "a.dat", desk: "Annexe"),
        file([back("1001"), loan("1002", "E2")], "b.dat", desk: "Centrale"),
      ])
    let names = try #require(kit.system).report.written.map(\.path)
    #expect(names == ["1-Annexe.xacts", "2-Centrale.xacts"])
    let seconds = try names.flatMap { name in
      try folder.text("kit/" + name).split(separator: "\n").map { line in
        try #require(line.firstMatch(of: /"timestamp":([0-9]+)/)).1
      }
    }
    #expect(seconds.count == 4)
    #expect(Set(seconds).count == 4)
    let page = try folder.text("kit/checklist.txt")
    #expect(page.contains("Clear Transactions"))
    #expect(page.contains("+01:00"))
  }

  @Test func aFileForSierraHasItsNameTheDueDateAndTheGroup() throws {
    let kit = try kit(
      for: .sierra, [file([loan("1001", "E1"), back("1003")])])
    let name = try #require(kit.system?.report.written.first).path
    #expect(name == "rdyOffCirc20261122")
    #expect(
      try folder.text("kit/" + name) == """
        o:1805311000:b1001:bE1:1806302359:777
        i:1805311000:b1003:::777

        """)
  }

  @Test func destinyGetsAFileForEachDayOfAllDesks() throws {
    let kit = try kit(
      for: .destiny,
      [
        file([
          loan("1001", "E1"), "201806010900R1001", loan("1002", "E2"),
        ])
      ])
    #expect(
      kit.system?.report.written.map(\.path) == [
        "destiny-2018-05-31.txt", "destiny-2018-06-01.txt",
      ])
    #expect(
      try folder.text("kit/destiny-2018-05-31.txt")
        == "%C123H\r\nE1\r\n1001\r\n%C123H\r\nE2\r\n1002\r\n")
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    #expect(page.contains("Do not create temporary records"))
    let request = KitRequest(
      ["B=x.dat", "A=y.dat"].map { StationFile(argument: $0) }, desk: "C",
      expecting: ExpectedDesks(), .refuse, for: .destiny)
    #expect(request.files.map(\.desk) == [nil, nil])
  }

  @Test(
    arguments: [ExchangeFormat.koha, .evergreen, .sierra, .destiny],
    [Language.english, .french])
  func theChecklistNamesEachFileAndAllAreForOneUserOnly(
    _ system: ExchangeFormat, _ language: Language
  ) throws {
    let kit = try kit(for: system, desks(), language)
    let written = try #require(kit.system).report.written
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    for file in written {
      let step = language.words.step(for: file, of: system)
      #expect(page.contains(step.collapsingWhitespace))
      let mode = try FileManager.default.attributesOfItem(
        atPath: folder.path + "/kit/" + file.path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    for name in try names(in: "kit") { #expect(Kit.has(name), "\(name)") }
    #expect(try DigestList(ofFolder: kit.folder).isChanged == false)
  }

  /// The same lines do not go into kits for two systems.
  @Test func linesInAKitForOneSystemAreRefusedForAnother() throws {
    let files = desks()
    _ = try kit(for: .koha, files)
    #expect(try refused(files) == [[3, 0], [1, 0]])
    let again = try kit(for: .evergreen, files, .english, .again, in: "again")
    #expect(again.system?.report.writtenCount == 4)
  }

  // MARK: The rehearsal

  @Test func whatAFileCanNotHoldIsForetold() throws {
    let lines = [loan("0", "E1"), loan(long, "E1"), loan("1001", "E1")]
    let catalogue = try catalogue(
      "barcode,title\n0,A\n\(long),B\n1001,C\n", "card number\nE1\n")
    #expect(
      try rehearse(lines, in: .koha, catalogue).inShort == ["2 unfit certain"])
    #expect(
      try rehearse(lines, in: .pmb, catalogue).inShort == ["1 unfit certain"])
    #expect(try rehearse(lines, in: .alma, catalogue).isEmpty)
  }

  /// The line that PMB names is that of the first file that it refuses.
  @Test func thePlaceOfAnErrorInPMBIsWithinAFileOf300Lines() {
    var rules = PMBRules()
    for number in 0..<400 {
      var line = LineFacts(.return)
      line.state = .lent
      if number == 350 { line.item = .unknown }
      _ = rules.outcome(of: line)
    }
    // 299 returns and their head fill the first file.
    #expect(
      rules.firstAnswer
        == "Erreur à la ligne 53 : Un code barre exemplaire est attendu")
  }
}
