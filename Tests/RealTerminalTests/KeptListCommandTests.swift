import Foundation
import Support
import Testing

/// The commands on kept lists, and what a scanner types beside them.
@Suite(.serialized, .ownThread)
struct KeptListCommandTests {
  private let folder = TestFolder()

  private var settings: String { folder.path + "/offcirc.toml" }

  private func run(
    _ words: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      ["catalogue"] + words
        + ["--catalogue", folder.path + "/catalogue", "--config", settings],
      input: input, environment: ["HOME": folder.path, "LANG": "C.UTF-8"])
  }

  private func add(_ text: String, _ options: String...) throws {
    let path = folder.path + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try Program.run(
        ["catalogue", "import", path] + options
          + ["--catalogue", folder.path + "/catalogue", "--config", settings],
        environment: ["HOME": folder.path]
      ).status == 0)
  }

  init() throws {
    try "[catalogue]\nlevel = \"names\"\n"
      .write(toFile: settings, atomically: true, encoding: .utf8)
  }

  @Test func aDamagedCatalogueSaysHowItIsMadeAgain() throws {
    try add("barcode,title\n105785,Atlas\n105786,Roman\n")
    try Data("damaged".utf8)
      .write(to: URL(fileURLWithPath: folder.path + "/catalogue"))
    let damaged = try run("status")
    #expect(damaged.status == 74)
    #expect(damaged.errors.contains("offcirc catalogue rebuild"))
    #expect(try run("rebuild").status == 0)
    #expect(try run("item", "105785").output.contains("Atlas"))
  }

  @Test func oldListsOfBorrowersAreErasedAndNamed() throws {
    try add("barcode,title\n105785,Atlas\n")
    try add(
      "card number,name\nC4711,Nachname\n", "--exported",
      "2020-01-31", "--clock-offset", "2020-02-01")
    let status = try run("status")
    #expect(status.status == 0)
    #expect(status.errors.contains("list.csv of 31 Jan 2020"))
    #expect(try run("borrower", "C4711").status == 1)
    #expect(try run("item", "105785").status == 0)
    #expect(try run("status").errors == "")
  }

  @Test func whatTheScannerAddsIsLearnt() throws {
    try add("barcode,title\n105785,Atlas\n105786,Roman\n")
    try add("card number,name\nC4711,A\nC4712,B\n")
    let scans = "1057850039567\n1057860039564\n\nC4711\nC4712\nC9999\n"
    let result = try run("verify", input: scans)
    #expect(result.status == 1)
    #expect(result.output.contains("1057850039567: found as 105785"))
    #expect(result.output.contains("C9999: not found"))
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    #expect(text.contains("level = \"names\""))
    #expect(text.contains("item-cut = [\"end 7\"]"))
    #expect(!text.contains("borrower-cut"))
    #expect(try run("item", "1057850039567").output.contains("Atlas"))
  }

  @Test func whatTheSettingsStripIsLearntAsSuch() throws {
    try add("barcode,title\nB105785,Atlas\nB105786,Roman\n")
    try add("card number,name\nC4711,A\nC4712,B\n")
    let scans = "]A0B105785\n]A0B105786\n\nc4711\nC4712\n\n"
    let result = try run("verify", input: scans)
    #expect(result.status == 0)
    #expect(
      result.output.contains("]A0B105785: found as B105785, without what"))
    #expect(result.output.contains("c4711: found as C4711. Upper and lower"))
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    #expect(text.contains("strip = [\"aim\"]"))
    #expect(!text.contains("-cut"))
    // So it is known from now on.
    let again = try run("verify", input: scans)
    #expect(again.output.contains("B105785: found.\n"))
    #expect(!again.output.contains("Written"))
  }
}
