import Foundation
import Support
import Testing

/// `offcirc kit --as pmb`, from a station that has noted states.
@Suite(.serialized, .ownThread)
struct PMBKitCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try folder.offcirc(arguments, input: input)
  }

  private func text(_ name: String) throws -> String {
    try String(
      contentsOfFile: folder.path + "/lot/" + name, encoding: .utf8)
  }

  @Test func aStationsStatesAndFinesGoBackToPMB() throws {
    let list = folder.path + "/list.csv"
    try """
    item,title,expl_statut,price
    1,Maths,2,"24,90"
    2,Latin,1,18
    3,X,1,

    """.write(toFile: list, atomically: true, encoding: .utf8)
    #expect(
      try run(["catalogue", "import", list, "--exported", "2020-01-01"])
        .status == 0)
    let recorded = try run(
      ["record"],
      input: "loan 1 READER1\nreturn 1\nstate 1 3\n"
        + "return 2\nstate 2 5\nloan 3 READER2\n")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try run(["save"]).status == 0)
    let file = folder.path + "/data/offcirc/files/OffCirc.dat"
    let kit = [
      "kit", "--as", "pmb", file, "--output", folder.path + "/lot",
      "--language", "fr",
    ]
    #expect(try run(kit + ["--start-field", "a;b"]).status == 64)
    let made = try run(kit)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("Pour PMB : 2 fichiers de prêts et retours."))
    #expect(
      try text("secouru-1.txt")
        == "PRET SECOURU\r\nREADER1\r\n1\r\nRETOUR SECOURU\r\n2\r\n"
        + "PRET SECOURU\r\nREADER2\r\n3\r\n")
    #expect(try text("secouru-2.txt") == "RETOUR SECOURU\r\n1\r\n")
    #expect(try text("statut-3.txt") == "1\r\n")
    #expect(try text("amendes.sql").contains("expl_prix='8.30'"))
    #expect(try text("amendes-procedure.sql").contains("expl_prix=\\'18.00\\'"))
    #expect(try text("demarrage.sql").contains("'statut_initial'"))
    #expect(try text("checklist.txt").contains("Statut initial"))
    let rehearsed = try run([
      "rehearse", "--as", "pmb", folder.path + "/lot/secouru-1.txt",
      folder.path + "/lot/secouru-2.txt", "--language", "fr",
    ])
    #expect(rehearsed.status == 0, "\(rehearsed.output)")
    #expect(rehearsed.output.contains("Il enregistre 2 prêts et 1 retour."))
    #expect(rehearsed.output.contains("  Prêt 1 pour READER1\n  effectué\n"))
    #expect(
      !made.output.contains("READER1") && !made.errors.contains("READER1"))
  }

  @Test func noKitIsMadeIfAnArchivedJournalOfItsFinesCannotBeRead() throws {
    let recorded = try run(
      ["record"], input: "loan 1 E1\nreturn 1\nstate 1 3\n")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try run(["save"]).status == 0)
    let files = folder.path + "/data/offcirc/files"
    let entry = files + "/archive/2026-06-20"
    try FileManager.default.createDirectory(
      atPath: entry, withIntermediateDirectories: true)
    try "loans\n".write(
      toFile: entry + "/OffCirc.journal", atomically: true, encoding: .utf8)
    let refused = try run([
      "kit", "--as", "pmb", files + "/OffCirc.dat", "--output",
      folder.path + "/lot",
    ])
    #expect(refused.status == 74)
    #expect(refused.errors.contains(entry + "/OffCirc.journal"))
    #expect(refused.errors.contains("No kit made: it would lack states"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/lot"))
    // Fines go to PMB only.
    let made = try run([
      "kit", "--as", "koha", files + "/OffCirc.dat", "--output",
      folder.path + "/lot",
    ])
    #expect(try text("state-3.txt") == "1\r\n", "\(made.errors)")
  }
}
