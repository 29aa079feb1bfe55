import Circulation
import Foundation
import Support
import Testing

/// `offcirc list`: what was deleted, and who has what.
@Suite(.serialized, .ownThread)
struct ListCommandTests {
  private let folder = TestFolder()

  /// A desk at which a loan is saved, two are not, and two were deleted, one of
  /// which was brought back.
  init() throws {
    let desk = try Desk(folder: StationFolder(path: folder.files))
    desk.identify(try Barcode("9921000000164"))
    try desk.record(Barcode("37000034179"))
    try desk.save()
    for item in ["37000034180", "37000034181", "37000034182"] {
      try desk.record(Barcode(item))
    }
    let recorded = try desk.commit()
    for entry in recorded.prefix(2) {
      try desk.delete(sequence: entry.sequence)
    }
    try desk.undo(from: desk.changes[1].sequence)
    try desk.amend(
      sequence: recorded[recorded.endIndex - 1].sequence,
      borrower: Barcode("9921000000172"))
    desk.switch(to: .return)
    try desk.record(Barcode("37000034179"))
    try desk.commit()
    try desk.close()
  }

  private func list(_ arguments: String...) throws -> (Int32, [String]) {
    let result = try Program.run(
      ["list", "--files", folder.files] + arguments)
    let lines = result.output.split(whereSeparator: \.isNewline).map { line in
      // Without the times, which are those of the test.
      line.split(separator: ",").filter { !$0.contains("T") }
        .joined(separator: " ")
    }
    return (result.status, lines)
  }

  @Test func whatWasDeletedAndNotBroughtBackIsListedWithItsTime() throws {
    let (status, lines) = try list("--deleted", "--format", "csv")
    #expect(status == 0)
    #expect(
      lines == [
        "recorded operation item borrower deleted",
        "loan 37000034180 9921000000164",
      ])
    let json = try Program.run(
      ["list", "--files", folder.files, "--deleted", "--format", "json"]
    ).output
    #expect(json.contains("\"item\":\"37000034180\""))
    #expect(json.contains("\"deleted\":\"20"))
    let table = try Program.run(
      ["list", "--files", folder.files, "--deleted", "--language", "fr"]
    ).output
    #expect(table.contains("Supprimé"))
    #expect(table.split(separator: "\n").count == 3)
    #expect(table.hasSuffix("\n1 prêt, 0 retour, 1 lecteur.\n"))
  }

  @Test func theTimesOfAListHaveABeginningAndAnEnd() throws {
    let file = folder.path + "/days.dat"
    let text = ["201805301159R1", "201805301200R2", "201805310900R3"]
    try (text.joined(separator: "\r\n") + "\r\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    func items(_ arguments: String...) throws -> [Substring] {
      let result = try Program.run(
        ["list", file, "--format", "csv"] + arguments)
      return result.output.split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(separator: ",")[2] }
    }
    #expect(try items("--from", "2018-05-30T12:00") == ["2", "3"])
    #expect(try items("--to", "2018-05-30T11:59") == ["1"])
    #expect(try items("--to", "2018-05-30") == ["1", "2"])
    #expect(try items("--from", "2018-05-31", "--to", "2018-05-31") == ["3"])
  }

  @Test func anItemIsFoundSavedAndUnsaved() throws {
    let (status, lines) = try list("--item", "37000034179", "--format", "csv")
    #expect(status == 0)
    #expect(
      lines.dropFirst() == [
        "loan 37000034179 9921000000164", "return 37000034179",
      ])
    #expect(
      try list("--item", "37000034182", "--format", "csv").1.dropFirst()
        == ["loan 37000034182 9921000000172"])
  }

  @Test func aBorrowersLinesAreFound() throws {
    #expect(
      try list("--borrower", "9921000000164", "--format", "csv").1.dropFirst()
        == [
          "loan 37000034179 9921000000164", "loan 37000034181 9921000000164",
        ])
    #expect(
      try list(
        "--borrower", "9921000000164", "--unsaved", "--format", "csv"
      ).1.dropFirst() == ["loan 37000034181 9921000000164"])
    #expect(
      try list(
        "--borrower", "9921000000172", "--deleted", "--format", "csv"
      ).1.count == 1)
    #expect(try list("--borrower", "1").1 == ["No transactions."])
  }

  @Test func statesAndBringersAreListedWhereThereAreAny() throws {
    func both() throws -> [String] {
      try list("--item", "37000034179", "--format", "csv").1
    }
    let before = try both()
    #expect(before[0] == "recorded operation item borrower")
    try Program.run(
      ["record", "--files", folder.files],
      input: """
        return 37000034179 by 9921000000172
        state 37000034179 3

        """)
    let noted = "return 37000034179 3 9921000000172"
    #expect(
      try both() == [before[0] + " state by"] + before.dropFirst() + [noted])
    // In OffCirc.dat too, though its lines have nothing of it.
    try Program.run(["save", "--files", folder.files])
    #expect(try both().last == noted)
    #expect(try list("--format", "csv").1.last == noted)
    let json = try Program.run(
      ["list", "--files", folder.files, "--format", "json"]
    ).output
    #expect(json.contains("\"by\":\"9921000000172\""))
    #expect(json.contains("\"state\":3}"))
    #expect(json.contains("\"state\":null}"))
    let table = try Program.run(
      ["list", "--files", folder.files, "--language", "fr"]
    ).output
    #expect(table.contains("Emprunteur            Statut  Rendu par\n"))
    #expect(table.contains("                      3       9921000000172\n"))
    // A file on its own says no more than it has.
    let file = try Program.run(
      ["list", folder.files + "/OffCirc.dat", "--format", "csv"]
    ).output
    #expect(file.hasPrefix("recorded,operation,item,borrower\r\n"))
  }

  @Test func aFileIsLookedThroughAlone() throws {
    let file = folder.files + "/OffCirc.dat"
    let found = try Program.run(
      ["list", file, "--item", "37000034179", "--format", "csv"])
    #expect(found.status == 0)
    #expect(found.output.split(whereSeparator: \.isNewline).count == 2)
    for flags in [["--deleted"], ["--unsaved"]] {
      #expect(try Program.run(["list", file] + flags).status == 64)
    }
    #expect(
      try Program.run(
        ["list", "--files", folder.files, "--deleted", "--unsaved"]
      ).status == 64)
    #expect(
      try Program.run(["list", "archive", "--item", "1"]).status == 64)
  }

  @Test func theCommandsOfTheMorningReadAnAmendedJournal() throws {
    func offcirc(_ arguments: String...) throws -> Program.Result {
      try Program.run(
        arguments, environment: ["OFFCIRC_FILES": folder.files])
    }
    #expect(try offcirc("status").status == 0)
    #expect(try offcirc("save").status == 0)
    let saved = try folder.read("OffCirc.dat")
    #expect(saved.contains("9921000000172"))
    #expect(!saved.contains("37000034180"))
    let other = folder.path + "/other"
    #expect(
      try offcirc("recover", folder.files, "--files", other).status == 0)
    #expect(
      try String(contentsOfFile: other + "/OffCirc.dat", encoding: .utf8)
        == saved)
    #expect(
      try offcirc("list", "--deleted", "--files", other).output
        .contains("37000034180"))
    let kit = folder.path + "/kit"
    let made = try offcirc(
      "kit", folder.files + "/OffCirc.dat", "--output", kit, "--ledger",
      folder.path + "/ledger")
    #expect(made.status == 0, "\(made)")
    #expect(
      try offcirc("archive", "--ledger", folder.path + "/ledger").status == 0)
    let after = try offcirc("status", "--ledger", folder.path + "/ledger")
    #expect(after.status == 0, "\(after)")
  }
}
