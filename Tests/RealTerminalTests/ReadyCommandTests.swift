import Foundation
import Support
import Testing

/// The check before an outage, as the built program makes it.
@Suite(.serialized, .ownThread)
struct ReadyCommandTests {
  private struct Row: Decodable {
    let subject, verdict: String
  }

  private let folder = TestFolder()

  private func offcirc(_ arguments: String..., input: String = "") throws
    -> Program.Result
  {
    try Program.run(
      arguments, input: input,
      environment: [
        "HOME": folder.path, "OFFCIRC_FILES": folder.files,
        "XDG_DATA_HOME": folder.path + "/data",
        "XDG_STATE_HOME": folder.path + "/state",
      ])
  }

  private func verdicts(_ result: Program.Result) throws -> [String: String] {
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(result.output.utf8))
    return Dictionary(
      rows.map { ($0.subject, $0.verdict) }, uniquingKeysWith: max)
  }

  @Test func itLooksAtTheDeskChangesNothingAndNotesTheResult() throws {
    let before = try offcirc("ready", "--format", "json")
    #expect(try verdicts(before)["folder"] == "check")
    #expect(!FileManager.default.fileExists(atPath: folder.files))
    try offcirc("record", input: "loan 37000034179 9921000000164\n")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.files)
    let result = try offcirc("ready", "--format", "json")
    let verdicts = try verdicts(result)
    #expect(verdicts["folder"] == "check")
    #expect(verdicts["copy"] == "check")
    #expect(verdicts["left-over"] == "ok")
    #expect(verdicts["terminal"] == nil)
    #expect(result.status == (verdicts.values.contains("fail") ? 2 : 1))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.files)
        .sorted() == files.sorted())
    let notes = try String(
      contentsOfFile: folder.path + "/state/offcirc/practice", encoding: .utf8)
    #expect(notes.split(separator: "\n").count == 1)
    #expect(notes.contains("\"files\":\"\(folder.files)\""))
    // A copy on the disk of the journal is no copy.
    let copied = try offcirc(
      "ready", "--copy-to", folder.path, "--language", "fr", "--bell", "loud")
    #expect(copied.status == 64)
    let french = try offcirc(
      "ready", "--quiet", "--copy-to", folder.path, "--language", "fr")
    #expect(french.output.contains("La clé USB est-elle branchée ?"))
    #expect(!french.output.contains("\nbon "))
  }
}
