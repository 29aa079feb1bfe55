import Circulation
import Foundation
import Support
import Testing

@testable import Languages
@testable import Offload
@testable import Station

@Suite struct WorklistFolderTests {
  private func write(
    into path: String, _ fileSystem: any FolderOperations = PosixFileSystem()
  ) throws -> [String] {
    let worklist = try Morning.worklist()
    return try WorklistFolder(path: path, fileSystem: fileSystem).write(
      worklist, as: worklist.document(English(), language: "en"), English())
  }

  @Test func setsAreRawNumbersUnderTheHeadThatAlmaAsksFor() throws {
    let files = TestFolder()
    #expect(
      try write(into: files.path + "/out") == [
        "worklist.txt", "worklist.html", "worklist.csv", "worklist.json",
        "items.csv", "users.csv",
      ])
    #expect(
      try files.text("out/items.csv")
        == "Barcode\r\n37000034180\r\n37000034181\r\n37000034192\r\n")
    #expect(
      try files.text("out/users.csv")
        == "Primary identifier\r\n9921000000164\r\n")
    let rows = try files.text("out/worklist.csv")
    #expect(rows.contains("\"\t37000034180\""))
    // The sets are what they were where nothing is corrected.
    #expect(try Morning.worklist().tasks(in: .corrected).isEmpty)
  }

  @Test func theTableForASpreadsheetIsInTheWordsOfItsReader() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nR I2\n", "1\tUser not found. Barcode: B1\n2\tNew\n")
    #expect(
      worklist.table(French()) == """
        \u{feff}Ligne;Objet;Date et heure;Opération;Exemplaire;Emprunteur;Note;Suggestion;Message\r
        1;Exemplaires prêtés à des usagers introuvables;"\t31/05/2018 10:01";Prêt;"\tI1";"\tB1";"\tPrêté à un usager inconnu (31/05/2018)";;"\tUser not found. Barcode: B1"\r
        2;Messages inconnus;"\t31/05/2018 10:02";Retour;"\tI2";;;;New\r

        """)
    #expect(
      worklist.table(English()).hasPrefix(
        "\u{feff}Line,Category,Date and time,Operation,Item,"))
  }

  @Test func whatIsCorrectedIsNoWorkAnyMore() throws {
    let worklist = try Morning.worklist(isRetried: true)
    #expect(
      worklist.tasks(in: .corrected).compactMap(\.entry.joined?.line) == [2, 7]
    )
    #expect(worklist.itemsToNote == ["37000034181", "37000034192"])
    #expect(!worklist.isDone)
  }

  @Test func whateverFailsNoOldFileIsTouchedAndNoPartIsLeft() throws {
    let counted = FailingFileSystem(PosixFileSystem(), at: 0)
    let whole = TestFolder()
    _ = try write(into: whole.path, counted)
    for number in 1...counted.callCount {
      let files = TestFolder()
      #expect(throws: FileError.self, "\(number)") {
        try write(
          into: files.path,
          FailingFileSystem(PosixFileSystem(), at: number))
      }
      for name in try FileManager.default.contentsOfDirectory(
        atPath: files.path)
      {
        #expect(!name.hasSuffix(".new"), "\(number)")
        #expect(try !files.text(name).isEmpty)
      }
    }
  }

  @Test func aFileThatIsThereIsNotReplaced() throws {
    for name in ["worklist.txt", "users.csv"] {
      let files = TestFolder()
      files.write(bytes: Array("mine".utf8), to: name)
      #expect(throws: CirculationError.inTheWay(path: files.path + "/" + name))
      { try write(into: files.path) }
      #expect(try files.text(name) == "mine")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: files.path)
          == [name])
    }
  }
}
