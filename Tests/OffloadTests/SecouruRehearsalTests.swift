import Catalogue
import Circulation
import Foundation
import Support
import Testing

@testable import Offload

/// A file for PMB's page that somebody made, by the lists of a catalogue.
struct SecouruRehearsalTests {
  private let folder = TestFolder()

  private func write(_ text: String, as name: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func add(
    _ text: String, _ kind: ListKind, isComplete: Bool = true
  ) throws {
    let path = try write(text, as: kind.rawValue + ".csv")
    var request = ListImport.Request(
      sources: [.init(path: path, digest: "0")],
      rules: RecordRules(notForLoan: [], level: .names),
      exported: "2026-11-20", imported: "2026-11-21T08:00:00+01:00")
    request.kind = kind
    request.isComplete = isComplete
    _ = try ListImport(
      into: folder.path + "/catalogue", on: PosixFileSystem()
    ).run(request) { _ in
    } progress: { _, _ in
    }
  }

  private func catalogue() throws -> Catalogue {
    try add("barcode,title\n100001,A\n100002,B\n12E5,C\n", .items)
    try add("card number,name\nE0001,ADAM Léa\nE0002,BAH Moussa\n", .borrowers)
    try add(
      "barcode,due date,patron barcode\n100002,2027-06-30,E0002\n", .loans)
    return try Catalogue(folder.path + "/catalogue")
  }

  private func rehearsal(_ texts: String...) throws -> SecouruRehearsal {
    let paths = try texts.enumerated().map {
      try write($1, as: "secouru-\($0).txt")
    }
    return try SecouruRehearsal(of: paths, by: catalogue())
  }

  @Test func theListsTellWhoIsKnownAndWhoHasWhat() throws {
    let parts = try rehearsal(
      "PRET SECOURU\r\ne0001\r\n12e5\r\n100002\r\n"
    ).parts
    let screen = parts[0].screen
    #expect(screen.isSound)
    #expect(screen.lent == [SecouruMovement("12e5", to: "e0001")])
    #expect(screen.failureCount == 1)
    #expect(
      screen.lines.contains { $0.contains("emprunté par un autre lecteur") })
  }

  @Test func anUnknownNumberStopsTheFirstReading() throws {
    let parts = try rehearsal("RETOUR SECOURU\n100001\n999999\n").parts
    #expect(
      parts[0].screen.check
        == "Erreur à la ligne 3 : Un code barre exemplaire est attendu")
  }

  @Test func aFileComesAfterTheOneBefore() throws {
    let parts = try rehearsal(
      "RETOUR SECOURU\n100002\n", "PRET SECOURU\nE0001\n100002\n"
    ).parts
    #expect(parts[0].screen.returnCount == 1)
    #expect(parts[1].screen.lent.count == 1)
    #expect(parts.allSatisfy { $0.screen.failureCount == 0 })
  }

  @Test func copiesThatGoToTheReaderBeforeAreCounted() throws {
    let parts = try rehearsal(
      "PRET SECOURU\nE0001\n100001\nPRET SECOURU\nE7\n12E5\n"
    ).parts
    let screen = parts[0].screen
    #expect(!screen.isSound)
    #expect(screen.lent.count == 2)
    #expect(screen.givenToPrevious == [SecouruMovement("12E5", to: "E0001")])
  }

  @Test(arguments: [
    ("PRET SECOURU\n", true), ("\u{feff}RETOUR SECOURU\n", true),
    ("\n pret secouru \r\nE1\n", true), ("PRÊT SECOURU\n", true),
    ("", false), ("201805311001L1      E1\n", false), ("PRET\n", false),
  ])
  func suchAFileIsKnownByItsFirstLine(
    _ text: String, _ isOne: Bool
  ) throws {
    #expect(
      try SecouruRehearsal.takes(write(text, as: "file.txt")) == isOne)
  }
}
