import Catalogue
import Circulation
import Exchange
import Foundation
import Settings
import Support
import Testing
import Textbooks
import Typesetting

@testable import Languages
@testable import Offload

/// Kits for PMB.
struct PMBKitTests: KitMaking, Rehearsing {
  let folder = TestFolder()

  private func kit(
    _ files: [StationFile], _ catalogue: Catalogue? = nil,
    _ language: Language = .english, _ target: KitTarget = KitTarget(.pmb)
  ) throws -> Kit {
    let assembly = KitAssembly(
      in: folder.path + "/kit", ledger: ledger, words: language.words,
      language: language.rawValue, catalogue: catalogue, for: target, at: time)
    let (outcome, _) = try assembly.make(of: KitRequest(files))
    let kit: Kit? = if case .made(let kit) = outcome { kit } else { nil }
    return try #require(kit)
  }

  private func lines(_ name: String) throws -> [String] {
    try folder.text("kit/" + name).split(separator: "\r\n").map(String.init)
  }

  private func known(isComplete: Bool = true) throws -> Catalogue {
    try catalogue(
      "barcode,title,status\n1001,Maths,2\n1002,Maths,2\n1003,Latin,1\n",
      "card number,name\nE1,Nomdefamille\nE2,Nomdefamille\n",
      isComplete: isComplete)
  }

  @Test func theLoansOfAnUnknownReaderAreLeftOutAndListed() throws {
    let kit = try kit(
      [
        file([
          loan("1001", "E1"), loan("1002", "E9"), loan("9999", "E2"),
          loan("1003", "E2"), loan("0", "E1"), loan("1002", "0"),
        ])
      ], known())
    #expect(
      try lines("secouru-1.txt") == [
        "PRET SECOURU", "E1", "1001", "PRET SECOURU", "E2", "1003",
      ])
    let pmb = try #require(kit.pmb)
    #expect(
      pmb.leftOut.map(\.reason) == [
        .readerUnknown, .itemUnknown, .item, .reader,
      ])
    #expect(pmb.leftOut.map(\.line) == [2, 3, 5, 6])
    #expect(pmb.needsAttention)
    let table = try lines("a-traiter.csv")
    #expect(table.count == 5)
    #expect(table[1].contains("E9"))
    // They are foretold as lines that no file has, and nobody else gets them.
    #expect(kit.rehearsal?.summary.counts[.givenToPrevious] == nil)
    #expect(kit.rehearsal?.summary.counts[.borrowerUnknown] == 1)
    #expect(kit.rehearsal?.summary.counts[.unfit] == 2)
    #expect(kit.rehearsal?.summary.firstAnswers == [:])
    #expect(try lines("ecran.txt").contains("Prêt 1003 pour E2"))
    for name in try names(in: "kit") {
      #expect(Kit.has(name))
      #expect(try !folder.text("kit/" + name).contains("Nomdefamille"))
    }
  }

  /// A list of some copies does not tell which others PMB has.
  @Test func withoutACompleteListCopiesGoToPMBUnchecked() throws {
    let kit = try kit(
      [file([loan("9999", "E1"), loan("1001", "E9")])],
      known(isComplete: false))
    #expect(try lines("secouru-1.txt") == ["PRET SECOURU", "E1", "9999"])
    #expect(kit.pmb?.leftOut.map(\.reason) == [.readerUnknown])
    #expect(
      kit.pmb?.notices[.loans] == [.itemsUnchecked, .leftOut(count: 1)])
  }

  @Test(arguments: [Language.english, .french])
  func withoutListsTheChecklistSaysThatNobodyChecked(
    _ language: Language
  ) throws {
    let kit = try kit([file([loan("1001", "E1")])], nil, language)
    #expect(
      kit.pmb?.notices[.loans] == [.readersUnchecked, .itemsUnchecked])
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    #expect(
      page.contains(
        language.words.sentence(.readersUnchecked).collapsingWhitespace))
    #expect(try lines("secouru-1.txt").count == 3)
  }

  /// PMB has no desks: an item that goes from one to another stays in order.
  @Test func theFilesOfAllDesksAreOneFile() throws {
    let one = folder.write([loan("1001", "E1")], to: "a.dat")
    let other = folder.write(
      ["201805311200R1001", "201805311201L" + "1001".padded(to: 80) + "E2"],
      to: "b.dat")
    let request = KitRequest(
      ["B=" + other, "A=" + one].map { StationFile(argument: $0) },
      desk: "C", expecting: ExpectedDesks(), .refuse, for: .pmb)
    #expect(request.files.map(\.desk) == [nil, nil])
    let kit = try kit(request.files)
    #expect(kit.uploads.map(\.name) == ["OffCirc.dat"])
    #expect(try lines("secouru-1.txt") == ["PRET SECOURU", "E1", "1001"])
    #expect(try lines("secouru-2.txt") == ["RETOUR SECOURU", "1001"])
    #expect(try lines("secouru-3.txt") == ["PRET SECOURU", "E2", "1001"])
  }

  private static let states = CopyStates(
    noted: [
      .init("1001", 3), .init("1002", 5), .init("1003", 3, isBack: false),
      .init("1;4", 3),
    ],
    dues: [
      .init("1001", Money(cents: 830)), .init("1002", Money(cents: 2_490)),
      .init("1003", nil),
    ], undecided: ["1005"], earlier: ["1002"], lost: ["1002"])

  @Test(arguments: [Language.english, .french])
  func statesAndFinesFollowTheLoansInTheOrderThatPMBNeeds(
    _ language: Language
  ) throws {
    let target = KitTarget(
      .pmb, states: Self.states, beginsWithState: true, startField: "etat")
    let kit = try kit(
      [file([back("1001"), loan("1001", "E1"), loan("1003", "E2")])], nil,
      language, target)
    let pmb = try #require(kit.pmb)
    #expect(try lines("statut-3.txt") == ["1001", "1003", "1;4"])
    #expect(try lines("statut-5.txt") == ["1002"])
    // The lost copy is returned, so that PMB keeps whom to bill.
    #expect(
      try lines("secouru-1.txt") == [
        "RETOUR SECOURU", "1001", "PRET SECOURU", "E2", "1003",
        "RETOUR SECOURU", "1002",
      ])
    #expect(
      try folder.text("kit/amendes.sql").contains("SET expl_prix='8.30'"))
    #expect(try !folder.text("kit/statuts.sql").contains("1;4"))
    let start = try folder.text("kit/demarrage-procedure.sql")
    #expect(start.contains("name=\\'etat\\'"))
    #expect(pmb.notices[.statuses] == [.unfit(["1;4"])])
    #expect(
      pmb.notices[.dues] == [.undecided(["1005"]), .earlier(["1002"])])
    #expect(pmb.notices[.start] == [.lentAgain(["1001"])])
    #expect(try folder.text("kit/dates.sql").contains("2018-05-31 10:00:00"))
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    var place = page.startIndex
    for part in PMBKit.Part.allCases {
      let heading = language.words.heading(of: part)
      let found = page[place...].range(of: heading)
      place = try #require(found, "\(heading)").upperBound
    }
    for step in pmb.steps.values.joined() {
      #expect(
        page.contains(language.words.sentence(step).collapsingWhitespace))
    }
    #expect(try DigestList(ofFolder: kit.folder).isChanged == false)
    #expect(
      try DigestList(ofFolder: kit.folder)["demarrage-procedure.sql"] != nil)
  }

  @Test func whatNamesReadersIsForOneUserOnly() throws {
    _ = try kit([file([loan("1001", "E1"), loan("0", "E1")])])
    for name in ["secouru-1.txt", "a-traiter.csv", "ecran.txt", "dates.sql"] {
      let mode = try FileManager.default.attributesOfItem(
        atPath: folder.path + "/kit/" + name)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
  }

  @Test func aKitForPMBIsFinishedAfterAnInterruption() throws {
    for name in [
      "secouru-01.txt", "statut-8.txt", "statuts.sql", "ecran.txt",
      "statuts-procedure-2.sql", "amendes-procedure.sql", "a-traiter.csv",
      "demarrage.sql", "dates-procedure-10.sql", "state-3.csv",
    ] {
      #expect(Kit.has(name))
    }
    for name in ["secouru.txt", "prets.sql", "notes.txt", "statuts-x.sql"] {
      #expect(!Kit.has(name))
    }
  }

  @Test(arguments: [KitTarget.System.alma, .koha, .evergreen, .destiny])
  func anotherSystemGetsAListForEachState(
    _ system: KitTarget.System
  ) throws {
    let target = KitTarget(system, states: Self.states)
    _ = try kit([file([back("1001")])], nil, .english, target)
    let name = system == .alma ? "state-3.csv" : "state-3.txt"
    let head = system == .alma ? ["Barcode"] : []
    #expect(
      try lines(name) == head
        + ["1001", "1003", system == .alma ? "\"1;4\"" : "1;4"])
    let page = try folder.text("kit/checklist.txt").collapsingWhitespace
    #expect(
      page.contains(
        Language.english.words.stepForState(
          3, count: 3, in: name, for: system
        ).collapsingWhitespace))
    #expect(try !names(in: "kit").contains("secouru-1.txt"))
  }
}
