import Foundation
import Support
import Testing

/// The borrowers of old archives, as `offcirc archive` erases them.
@Suite(.serialized, .ownThread)
struct BorrowerErasureCommandTests {
  private let folder = TestFolder()
  private let card = "9921000004711"

  private func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments + ["--config", folder.path + "/offcirc.toml"], input: input,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "OFFCIRC_FILES": folder.files,
      ])
  }

  private func hasBorrower() throws -> Bool {
    try FileManager.default.subpathsOfDirectory(
      atPath: folder.files + "/archive"
    ).contains { name in
      let path = folder.files + "/archive/" + name
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      return String(decoding: bytes, as: UTF8.self).contains(card)
    }
  }

  @Test func theyGoUnlessAnotherJournalIsDamaged() throws {
    try "[textbooks]\nkeep-loans = 30\n".write(
      toFile: folder.path + "/offcirc.toml", atomically: true, encoding: .utf8)
    let recorded = try offcirc(
      "record", "--clock-offset", "2024-05-09T10:00",
      input: "loan 1 \(card)\nreturn 1\n")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try offcirc("save").status == 0)
    let archived = try offcirc(
      "archive", "--uploaded", "--trust-clock", "--clock-offset",
      "2024-05-09T11:00")
    #expect(archived.status == 0, "\(archived.errors)")
    let archive = folder.files + "/archive/"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: archive).first)
    // Another archive, with a journal in which a digit has changed.
    let journal = try String(
      contentsOfFile: archive + name + "/OffCirc.journal", encoding: .utf8)
    let damaged = archive + "2024-05-10"
    try FileManager.default.createDirectory(
      atPath: damaged, withIntermediateDirectories: true)
    try journal.replacing("4711", with: "4712").write(
      toFile: damaged + "/OffCirc.journal", atomically: true, encoding: .utf8)
    let kept = try offcirc("archive")
    #expect(kept.status == 1)
    #expect(
      kept.errors.contains("The borrowers of all archives are kept."),
      "\(kept.errors)")
    #expect(try hasBorrower())
    try FileManager.default.removeItem(atPath: damaged)
    let erased = try offcirc("archive")
    #expect(
      erased.output.contains("Erased the borrowers of loans that ended"),
      "\(erased.output)\(erased.errors)")
    #expect(try !hasBorrower())
  }
}
