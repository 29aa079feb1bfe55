import Circulation
import Foundation
import Support
import Testing

/// A desk that knows its items and its readers, from the import of two lists to
/// what was taken against them.
@Suite(.serialized, .ownThread)
struct ListedStationTests {
  private let folder = TestFolder()

  private var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "OFFCIRC_FILES": folder.files,
    ]
  }

  private func offcirc(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, environment: environment)
  }

  // MARK: What was taken against the lists

  private func record() throws {
    let desk = try Desk(folder: StationFolder(path: folder.files))
    desk.identify(
      try Barcode("9921000000164"), origin: ScanOrigin(against: [.blocked]))
    try desk.record(Barcode("1"), origin: ScanOrigin(against: [.notForLoan]))
    try desk.record(Barcode("2"))
    desk.clear()
    desk.identify(try Barcode("9921000000165"))
    try desk.record(Barcode("3"))
    desk.switch(to: .return)
    try desk.record(Barcode("4"), origin: ScanOrigin(against: [.unknownItem]))
    try desk.commit()
    // What is saved is still listed.
    try desk.save()
    try desk.close()
  }

  @Test func exactlyWhatWasTakenAgainstTheListsIsListed() throws {
    try record()
    let csv = try offcirc("list", "--against", "--format", "csv").output
      .split(separator: "\r\n").map { $0.split(separator: ",").dropFirst(2) }
    #expect(
      csv.map { $0.joined(separator: ",") } == [
        "item,borrower,against", "1,9921000000164,not-for-loan blocked",
        "2,9921000000164,blocked", "4,unknown-item",
      ])
    let json = try offcirc("list", "--against", "--format", "json").output
    #expect(json.contains(#""against":["not-for-loan","blocked"]"#))
    let table = try offcirc("list", "--against").output
    #expect(table.contains("Warnings"))
    #expect(table.contains("not for loan, blocked\n"))
    #expect(!table.contains("9921000000165"))
    let french = try offcirc("list", "--against", "--language", "fr").output
    #expect(french.contains("exclu du prêt, emprunteur bloqué\n"))
  }

  // MARK: The story

  /// Waits half a second and more: what comes before is a double beep.
  private func waitBeforeTheAnswer() {
    for _ in 0..<30 { HangGuard.pause() }
  }

  struct Tongue: Sendable {
    let name: String
    let lists: String
    let notForLoan: String
    let blocked: String
    let recorded: String
    let saved: String
  }

  @Test(arguments: [
    Tongue(
      name: "en", lists: "Lists of 20 Nov 2026", notForLoan: "is not for loan",
      blocked: "is blocked (amende)", recorded: "Recorded: loan of",
      saved: "Saved 4 transactions"),
    Tongue(
      name: "fr", lists: "Listes du 20/11/2026",
      notForLoan: "est exclu du prêt", blocked: "est bloqué (amende)",
      recorded: "Prêt", saved: "4 transactions"),
  ])
  func aMorningWithListsIsToldAndWrittenDown(_ tongue: Tongue) throws {
    try """
    Barcode;Titre;Auteur;Cote;Exclu du prêt
    37000034179;Analyse réelle et complexe;Rudin W.;M515 RUD;non
    37000034180;Atlas routier de France;;G914 ATL;oui
    37000034181;Équations différentielles;Demailly J.;M515 DEM;non
    37000034182;Variable complexe;Cartan H.;M515 CAR;non

    """.write(
      toFile: folder.path + "/items.csv", atomically: true, encoding: .utf8)
    try """
    Carte;Nom;Prénom;Fin de validité;Bloqué
    9921000000164;DUCASSE;Loïc;2099-09-30;
    9921000000165;LAMBERT;Zoé;2099-09-30;amende

    """.write(
      toFile: folder.path + "/borrowers.csv", atomically: true, encoding: .utf8)
    let catalogue = folder.path + "/known"
    for kind in ["items", "borrowers"] {
      let result = try offcirc(
        "catalogue", "import", folder.path + "/\(kind).csv", "--kind", kind,
        "--catalogue", catalogue,
        "--level", "names", "--exported", "2026-11-20", "--columns",
        kind == "items"
          ? "item=Barcode,title=Titre,not-for-loan=Exclu du prêt"
          : "borrower=Carte,last-name=Nom,first-name=Prénom,block=Bloqué")
      #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
    let screen = try Screen(
      "--language \(tongue.name) --catalogue \(catalogue)",
      environment: environment, in: folder)
    try screen.waitFor(tongue.lists)
    try screen.scan("9921000000164")
    try screen.waitFor("DUCASSE Loïc")
    try screen.scan("37000034179")
    try screen.waitToSay("Analyse réelle et complexe.")
    try screen.scan("37000034180")
    try screen.waitToSay(tongue.notForLoan)
    waitBeforeTheAnswer()
    try screen.scan("37000034180")
    try screen.waitFor("37000034180 !")
    // Words of a title are looked up; the next scan is recorded.
    try screen.press("F5")
    try screen.type("equations diff")
    try screen.press("Enter")
    try screen.waitFor("Équations différentielles")
    try screen.press("Escape", "F4")
    try screen.scan("9921000000165")
    try screen.waitToSay(tongue.blocked)
    waitBeforeTheAnswer()
    try screen.scan("9921000000165")
    try screen.waitFor("LAMBERT Zoé")
    try screen.scan("37000034181")
    try screen.waitToSay("Équations différentielles.")
    try screen.press("F4")
    try screen.scan("9921000000199")
    try screen.waitToSay("9921000000199")
    waitBeforeTheAnswer()
    try screen.scan("9921000000199", "37000034182")
    try screen.waitToSay("Variable complexe.")
    try screen.press("F2")
    try screen.waitFor(tongue.saved)
    try screen.press("F10")
    try screen.waitForEnd()
    let rows = try offcirc("list", "--against", "--format", "csv").output
      .split(separator: "\r\n").dropFirst().map {
        $0.split(separator: ",").dropFirst(2).joined(separator: ",")
      }
    #expect(
      rows == [
        "37000034180,9921000000164,not-for-loan",
        "37000034181,9921000000165,blocked",
        "37000034182,9921000000199,unknown-borrower",
      ])
    try expectTheMorningAfter(tongue, catalogue)
    // Names are in the catalogue, and in nothing that is handed over.
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.files) where name.hasPrefix("OffCirc.")
    {
      let text = String(
        decoding: try Data(
          contentsOf: URL(fileURLWithPath: folder.files + "/" + name)),
        as: UTF8.self)
      for word in ["DUCASSE", "LAMBERT", "Analyse"] {
        #expect(!text.contains(word), "\(name)")
      }
    }
  }

  /// What is foretold, mended and handed over.
  private func expectTheMorningAfter(
    _ tongue: Tongue, _ catalogue: String
  ) throws {
    let file = folder.files + "/OffCirc.dat"
    func offcirc(_ arguments: String...) throws -> Program.Result {
      try Program.run(
        arguments + ["--catalogue", catalogue, "--language", tongue.name],
        environment: environment)
    }
    let unknown = "User not found. Barcode: 9921000000199"
    let report = folder.path + "/expected.csv"
    let rehearsal = try offcirc("rehearse", file, "--report", report)
    #expect(rehearsal.status == 2)
    #expect(rehearsal.output.contains(unknown))
    #expect(rehearsal.output.contains("Atlas routier de France"))
    let worklist = try offcirc(
      "reconcile", report, file, "--output", folder.path + "/worklist")
    #expect(worklist.status == 1)
    #expect(worklist.output.contains("9921000000199"))
    let kit = folder.path + "/kit"
    _ = try offcirc("kit", file, "--output", kit)
    let foretold = try String(
      contentsOfFile: kit + "/rehearsal.txt", encoding: .utf8)
    #expect(foretold.contains(unknown))
    let excluded = try String(
      contentsOfFile: kit + "/not-for-loan.csv", encoding: .utf8)
    #expect(excluded.contains("37000034180"))
  }
}
