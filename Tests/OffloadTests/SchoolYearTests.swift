import Catalogue
import Circulation
import Exchange
import Foundation
import Languages
import Settings
import Support
import Testing
import Textbooks

@testable import Offload

/// A school year with PMB: its own exports come in, September is recorded and
/// goes back, June is recorded and goes back.
///
/// A real PMB came to the same sums by its own procedures.
struct SchoolYearTests {
  private let folder = TestFolder()

  /// The copies of the year, with their states in August.
  private static let copies = [
    ("100001", 1), ("100003", 3), ("012345", 1), ("33700004388779", 2),
    ("100002", 2), ("1e3", 2), ("12E5", 2),
  ]

  private func importLists() throws -> Catalogue {
    for name in ["panier_expl_simple.xlsx", "panier_lecteurs_simple.xlsx"] {
      let path = Bundle.module.bundleURL
        .appendingPathComponent("Fixtures/PMB/" + name).path
      var request = ListImport.Request(
        sources: [ListImport.Source(path: path, digest: "0")],
        rules: RecordRules(notForLoan: [], level: .numbers),
        exported: "2026-08-28", imported: "2026-08-28T08:00:00+02:00")
      request.isComplete = true
      _ = try ListImport(
        into: folder.path + "/catalogue", on: PosixFileSystem()
      ).run(request) { _ in
      } progress: { _, _ in
      }
    }
    return try Catalogue(folder.path + "/catalogue")
  }

  private var station: StationFolder {
    StationFolder(path: folder.path + "/files")
  }

  private func record(_ year: Int, _ month: Int, _ lines: String) throws {
    let time = try #require(
      LocalTime(
        year: year, month: month, day: 22, hour: 8, minute: 15,
        utcOffset: 7_200))
    try RecordedDay(folder: station.path, at: time).record(
      lines.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      },
      saves: true)
  }

  private func fines(_ catalogue: Catalogue) throws -> [Fine] {
    let (history, damaged) = try LendingHistory.read(of: station)
    #expect(damaged.isEmpty)
    let lists = try catalogue.listsByNumber()
    return try FineList(
      of: history, by: Tariff(), on: StatusScale()
    ) { episode throws(CatalogueError) in
      try catalogue.facts(of: episode, lists)
    }.fines
  }

  /// Makes the kit of what is not in one yet.
  private func kit(_ name: String, _ catalogue: Catalogue) throws -> Kit {
    let journal = try JournalReader.replay(
      PosixFileSystem().open(station.journal, for: .reading),
      keepingSaved: true, keepingSuperseded: true)
    let states = CopyStates(of: [journal], try fines(catalogue))
    let time = try #require(
      LocalTime(
        year: 2027, month: 6, day: 23, hour: 8, minute: 0, utcOffset: 7_200))
    let assembly = KitAssembly(
      in: folder.path + "/" + name,
      ledger: Ledger(at: folder.path + "/ledger"),
      words: Language.french.words, language: "fr", catalogue: catalogue,
      for: KitTarget(.pmb, states: states, beginsWithState: true), at: time)
    let (outcome, _) = try assembly.make(
      of: KitRequest([StationFile(path: station.dataFile)], .rest))
    let kit: Kit? = if case .made(let kit) = outcome { kit } else { nil }
    return try #require(kit)
  }

  /// Does in PMB what a file of a kit says.
  private func upload(_ text: String, to base: SchoolBase) throws {
    var reader: String?
    var wantsReader = false
    for line in text.split(separator: "\r\n").map(String.init) {
      if line == "PRET SECOURU" {
        wantsReader = true
      } else if line == "RETOUR SECOURU" {
        reader = nil
      } else if wantsReader {
        reader = line
        wantsReader = false
      } else if let reader {
        try base.lend(line, to: reader, at: "2026-09-25 10:00:00")
      } else {
        try base.takeBack(line)
      }
    }
  }

  private func column(_ query: String, _ base: SchoolBase) throws -> [String] {
    try base.rows(query + " ORDER BY expl_id")
  }

  @Test func septemberAndJuneComeToTheSumsOfARealPMB() throws {
    let catalogue = try importLists()
    let base = try SchoolBase()
    for (number, status) in Self.copies {
      try base.addCopy(number, status: status, price: "8.3")
    }

    try record(
      2026, 9,
      """
      loan 100001 E0001, loan 100003 E0001, loan 012345 E0001,
      loan 33700004388779 E0001, loan 100002 E0002, loan 1e3 E0002,
      loan 12E5 E0002, loan 100010 E4711
      """.replacing("\n", with: " "))
    let september = try kit("september", catalogue)
    // Nobody knows the last reader: PMB would lend to the one before.
    #expect(september.pmb?.leftOut.map(\.reason) == [.readerUnknown])
    #expect(september.pmb?.steps[.statuses] == nil)
    try upload(folder.text("september/secouru-1.txt"), to: base)
    let start = try folder.text("september/demarrage-procedure.sql")
    #expect(try base.runProcedure(start) == 7 + 7)
    #expect(try base.runProcedure(start) == 0)
    #expect(
      try base.run(folder.text("september/dates.sql")) == 7 + 7)
    #expect(
      try column(
        "SELECT expl_custom_integer FROM expl_custom_values JOIN exemplaires "
          + "ON expl_id=expl_custom_origine", base)
        == ["1", "3", "1", "2", "2", "2", "2"])
    #expect(
      try base.rows("SELECT DISTINCT pret_date FROM pret")
        == ["2026-09-22 08:15:00"])

    try record(
      2027, 6,
      """
      return 100001, state 100001 3, return 100003, return 012345,
      state 012345 5, return 33700004388779, state 33700004388779 4,
      return 100002, state 100002 5, return 1e3, return 12E5, state 12E5 6
      """.replacing("\n", with: " "))
    let sums = Dictionary(
      grouping: try fines(catalogue).filter { $0.amount != nil }
    ) { $0.borrower ?? "" }.mapValues {
      $0.compactMap(\.amount?.cents).reduce(0, +)
    }
    #expect(sums == ["E0001": 830 + 3_150 + 1_800, "E0002": 2_490])

    _ = try kit("june", catalogue)
    let statuses = try folder.text("june/statuts-procedure.sql")
    // Before their returns, the states wait.
    #expect(try base.runProcedure(statuses) == 0)
    try upload(folder.text("june/secouru-1.txt"), to: base)
    #expect(try base.runProcedure(statuses) == 5)
    let dues = try folder.text("june/amendes-procedure.sql")
    #expect(try base.runProcedure(dues) == 4)
    for name in ["statuts.sql", "amendes.sql"] {
      #expect(try base.run(folder.text("june/" + name)) == 0)
    }
    #expect(
      try base.rows(
        "SELECT empr_cb, sum(expl_prix) FROM exemplaires JOIN empr "
          + "ON id_empr=expl_lastempr GROUP BY empr_cb ORDER BY empr_cb")
        == ["E0001 57.8", "E0002 24.9"])
    #expect(
      try column(
        "SELECT expl_cb, expl_statut, expl_prix FROM exemplaires", base)
        == [
          "100001 3 8.30", "100003 3 ", "012345 5 31.50",
          "33700004388779 4 18.00", "100002 5 24.90", "1e3 2 ", "12E5 6 ",
        ])
    // The history has the state of the loan, not the one after it.
    #expect(
      try base.rows("SELECT arc_expl_statut FROM pret_archive ORDER BY arc_id")
        == ["1", "3", "1", "2", "2", "2", "2"])
    #expect(try base.rows("SELECT * FROM pret").isEmpty)
  }
}
