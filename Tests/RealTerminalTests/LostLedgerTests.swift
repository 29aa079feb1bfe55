import Foundation
import Support
import Testing

/// A ledger that is gone, or another: nothing is taken for new because of it.
@Suite(.serialized, .ownThread)
struct LostLedgerTests {
  private let folder = TestFolder()
  private let lines =
    "201805091348L37000034179          9921000000164\r\n"
    + "201805091720R37000034180\r\n"
  private var dataFile: String { folder.files + "/OffCirc.dat" }

  private func offcirc(
    _ arguments: String..., data: String = "data"
  ) throws -> Program.Result {
    try Program.run(
      arguments,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/" + data,
        "OFFCIRC_FILES": folder.files,
      ])
  }

  /// A station whose file was put away and brought back, and has grown since.
  private func bringBack() throws {
    try folder.writeDataFile(lines)
    #expect(try offcirc("archive", "--uploaded").status == 0)
    #expect(try offcirc("archive", "--restore").status == 0)
    try folder.write(lines + "201805101000R37000034181\r\n", to: "OffCirc.dat")
  }

  private func makeKit(
    _ name: String, _ options: String..., data: String = "data"
  ) throws -> Program.Result {
    try Program.run(
      ["kit", dataFile, "--output", folder.path + "/" + name] + options,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/" + data,
      ])
  }

  private var isKitThere: Bool {
    FileManager.default.fileExists(atPath: folder.path + "/kit")
  }

  @Test(arguments: [
    (
      "en", "The upload state is unknown", "the ledger does not list"
    ),
    (
      "fr", "Impossible de savoir si le fichier a été déchargé",
      "le registre ne contient pas"
    ),
  ])
  func whatTheArchiveTellsIsNotKnownAndNotNew(
    _ language: String, _ unknown: String, _ reason: String
  ) throws {
    try bringBack()
    #expect(try offcirc("status").output.contains("2 of 3 lines are in a kit"))
    let status = try offcirc(
      "status", "--language", language, data: "other")
    #expect(status.status == 1)
    #expect(status.output.contains(unknown), "\(status.output)")
    #expect(status.output.contains(reason), "\(status.output)")
    #expect(!status.output.contains("offcirc kit"), "\(status.output)")
    #expect(status.output.contains("status --files \(folder.files) --ledger"))
    let kit = try makeKit("kit", "--language", language, data: "other")
    #expect(kit.status == 1 && !isKitThere)
    #expect(kit.errors.contains(reason), "\(kit.errors)")
    #expect(kit.errors.contains("\(folder.path)/other/offcirc/ledger"))
    #expect(kit.errors.contains("--again"))
    // The refusal leaves no ledger that would be taken for the right one.
    let again = try makeKit("kit", data: "other")
    #expect(again.status == 1 && !isKitThere)
    let after = try offcirc(
      "status", "--language", language, data: "other")
    #expect(after.output.contains(unknown), "\(after.output)")
    #expect(after.output.contains("\(folder.path)/other/offcirc/ledger"))
    let archive = try offcirc(
      "archive", "--language", language, data: "other")
    #expect(archive.status == 1)
    #expect(archive.errors.contains(reason), "\(archive.errors)")
  }

  @Test func forProgramsTheNumberIsLeftOut() throws {
    try bringBack()
    let known = try offcirc("status", "--format", "json")
    #expect(known.output.contains("\"handedOver\":2"))
    let status = try offcirc("status", "--format", "json", data: "other")
    #expect(status.status == 1)
    #expect(status.output.contains("\"handedOver\":null"), "\(status.output)")
    #expect(status.output.contains("\"next\":\"find-ledger\""))
  }

  @Test func whoInsistsHasAKitAndIsKnownFromThenOn() throws {
    try bringBack()
    #expect(try makeKit("kit", "--again", data: "other").status == 0)
    try folder.write(
      try folder.read("OffCirc.dat") + "201805101100R37000034182\r\n",
      to: "OffCirc.dat")
    let status = try offcirc("status", data: "other")
    #expect(status.output.contains("3 of 4 lines are in a kit"))
  }

  @Test func ofWhatWasErasedTheJournalKnows() throws {
    try folder.writeDataFile(lines)
    #expect(try offcirc("archive", "--uploaded").status == 0)
    #expect(
      try offcirc("purge", "--older-than", "0d", "--yes").status == 0)
    try folder.write(lines, to: "OffCirc.dat")
    let kit = try makeKit("kit", data: "other")
    #expect(kit.status == 1 && !isKitThere, "\(kit.output)")
  }

  @Test func theLedgerBesideTheFolderIsNamed() throws {
    try folder.writeDataFile(lines)
    let own = folder.path + "/ledger"
    #expect(
      try makeKit("first", "--ledger", own, data: "other").status == 0)
    try folder.write(lines + "201805101000R37000034181\r\n", to: "OffCirc.dat")
    let kit = try makeKit("kit", data: "other")
    #expect(kit.status == 1 && !isKitThere)
    #expect(kit.errors.contains("but \(own) does"), "\(kit.errors)")
  }

  @Test func aDeskThatNeverHadALedgerIsNotAsked() throws {
    try folder.writeDataFile(lines)
    #expect(try offcirc("status").output.contains("Not in a kit yet."))
    #expect(try makeKit("kit").status == 0)
  }
}
