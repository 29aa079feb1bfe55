import Foundation
import Support
import Testing

/// Names of borrowers are in no file of a station but those of the catalogue,
/// and there only if its level keeps them.
@Suite(.serialized, .ownThread)
struct KeptNamesTests {
  private let folder = TestFolder()

  private func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: [
        "HOME": folder.path, "OFFCIRC_FILES": folder.files,
        "XDG_DATA_HOME": folder.path + "/data",
      ])
  }

  /// The files below the folder that have a name in them, without those that
  /// were imported.
  private func filesWithNames() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)
    return try (all?.allObjects as? [String] ?? []).sorted().filter { name in
      let path = folder.path + "/" + name
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !name.hasSuffix("list.csv") else {
        return false
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      return ["Nachname", "Vorname", "Klasse"].contains {
        bytes.range(of: Data($0.utf8)) != nil
      }
    }
  }

  private func add(_ text: String, _ kind: String, _ level: String) throws {
    let list = folder.path + "/\(kind)-list.csv"
    try text.write(toFile: list, atomically: true, encoding: .utf8)
    let result = try offcirc(
      "catalogue", "import", list, "--kind", kind, "--level", level)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A morning after: two of three lines will fail, and are explained.
  private func rehearseAndUpload() throws {
    #expect(
      try offcirc(
        "record", input: "loan 105785 C4711\nloan 105786 C4799\nreturn 1\n"
      ).status == 0)
    #expect(try offcirc("save").status == 0)
    let file = folder.files + "/OffCirc.dat"
    let report = folder.path + "/report.csv"
    #expect(try offcirc("rehearse", file, "--report", report).status == 2)
    // It has something to look at.
    #expect(
      try offcirc("kit", file, "--output", folder.path + "/kit").status == 1)
    _ = try offcirc(
      "reconcile", report, file, "--output",
      folder.path + "/worklist")
    _ = try offcirc("status")
    _ = try offcirc("archive", "--uploaded")
  }

  @Test(arguments: ["numbers", "names"])
  func namesAreInNoFileThatIsNotOfTheCatalogue(_ level: String) throws {
    try add("barcode,title\n105785,Atlas\n105786,Roman\n", "items", level)
    try add(
      "card number,last name,first name,class,expiry date\n"
        + (4_700..<4_800).filter { $0 != 4_799 }
        .map { "C\($0),Nachname\($0),Vorname,Klasse3B,2099-09-30\n" }
        .joined(), "borrowers", level)
    try rehearseAndUpload()
    let found = try filesWithNames()
    if level == "numbers" {
      #expect(found == [])
    } else {
      #expect(found.contains("data/offcirc/catalogue"))
      #expect(found.allSatisfy { $0.hasPrefix("data/offcirc/catalogue") })
    }
    // There was something to find.
    let all = FileManager.default.enumerator(atPath: folder.path)
    let names = all?.allObjects as? [String] ?? []
    for part in ["OffCirc.journal", "ledger", "kit/", "worklist/", "archive/"] {
      #expect(names.contains { $0.contains(part) }, "\(part)")
    }
  }
}
