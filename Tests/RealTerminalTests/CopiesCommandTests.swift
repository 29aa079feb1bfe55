import Foundation
import Support
import Testing

/// `offcirc copies`, as a school's textbook manager uses it.
@Suite(.serialized, .ownThread)
struct CopiesCommandTests {
  private let folder = TestFolder()

  @discardableResult
  private func run(
    _ arguments: String..., input: String = "", status: Int32 = 0
  ) throws -> Program.Result {
    let result = try Program.run(
      arguments + ["--language", "en"], input: input,
      environment: [
        "XDG_DATA_HOME": folder.path + "/data", "HOME": folder.path,
        "XDG_CONFIG_HOME": folder.path + "/.config",
      ])
    #expect(result.status == status, "\(arguments): \(result.errors)")
    return result
  }

  private func add() throws {
    let settings = folder.path + "/.config/offcirc"
    try FileManager.default.createDirectory(
      atPath: settings, withIntermediateDirectories: true)
    try """
    [textbooks]
    year = 2026
    courses = ["French = 10"]
    """.write(
      toFile: settings + "/offcirc.toml", atomically: true, encoding: .utf8)
    let result = try run(
      "copies", "add", "--title", "Horizons", "--author", "Dupont",
      "--course", "French", "--grade", "5e", "--price", "27,90", "--fee",
      "9.30", "--two-year", "yes", "27001-27100")
    #expect(
      result.output == """
        Call number: M510 DUP HOR (year 5, 10 for French, DUP for the author, \
        HOR for the title).
        Added: 100 copies of Horizons (27001 … 27100).

        """)
  }

  @Test func aHundredCopiesAreOneCommandAndChangeAsTheirTitle() throws {
    try add()
    try run("copies", "edit", "27001-27002", "--status", "3")
    try run("copies", "edit", "27003", "--status", "6", "--price", "30")
    let list = try run("copies", "list", "--format", "csv", "--status", "3")
    #expect(
      list.output.contains(
        "27002,Horizons,Dupont,M510 DUP HOR,3,3,false,false,,,,,2026,30.00,9.30,true,,,false"
      ), "\(list.output)")
    #expect(
      try run("copies", "list").output.hasSuffix(
        "99 copies of 1 title: 97 new, 2 slightly damaged. Not counted: 1 to be deleted.\n"
      ))
    #expect(
      try run("copies", "check").output
        == "99 copies checked: no problem found.\n")
    let refused = try run(
      "copies", "add", "--title", "Maths/2", "0271", status: 1)
    #expect(refused.errors.contains("begins with a zero"))
    #expect(refused.errors.contains("contains a slash"))
    #expect(refused.errors.contains("3 problems. Nothing was changed."))
    try run("copies", "add", "--title", "X", "27001", status: 1)
  }

  @Test func aCopyWithAHistoryIsDeletedOnlyWhenItIsExported() throws {
    try add()
    try run(
      "record",
      input: "loan 27001 E1\nreturn 27001\nstate 27001 3\nloan 27002 E2\n")
    try run("copies", "delete", "27002", "--yes", status: 1)
    let open = try run("copies", "delete", "27001", "--yes", status: 1)
    #expect(open.errors.contains("Open fines: "))
    let fines = try run("fines", "list", "--format", "csv").output
    let id = try #require(
      fines.split(separator: "\r\n").last?.split(separator: ",").first)
    try run("fines", "pay", String(id))
    let kept = try run("copies", "delete", "27001", "--yes", status: 1)
    #expect(kept.errors.contains("would be lost: 27001"))
    let file = folder.path + "/history.xlsx"
    try run("copies", "history", "27001", "--output", file)
    let mode =
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let unsure = try run(
      "copies", "delete", "27001", "--exported", file, status: 1)
    #expect(unsure.output.contains("To be deleted: 1 copy (27001)."))
    try run("copies", "delete", "27001", "--exported", file, "--yes")
    try run("catalogue", "rebuild")
    #expect(
      try !run("copies", "list", "--all").output.contains("27001"))
    let again = try run(
      "copies", "add", "--title", "Maths", "27001", status: 1)
    #expect(again.errors.contains("deleted on"))
    #expect(
      try run("copies", "history", "27001").output.contains("1→3"))
  }

  @Test func aListIsCheckedLineByLineBeforeItIsImported() throws {
    let path = folder.path + "/copies.csv"
    try """
    barcode,title,price,call number
    27001,Horizons,27.90,M510
    02702,Horizons,free,510
    """.write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try run("copies", "import", path, status: 1)
    #expect(refused.errors.contains("copies.csv, line 3: 02702 begins with"))
    #expect(refused.errors.contains("price free is not an amount"))
    #expect(refused.errors.contains("3 problems. Nothing was changed."))
    try run("copies", "list", status: 1)
    let forced = try run("copies", "import", path, "--force")
    #expect(
      forced.output.contains(
        "2 copies without a state: now 7 (undetermined).\n"))
    let found = try run("copies", "check", "--format", "json", status: 1)
    #expect(found.output.contains("\"problem\":\"leading-zero\""))
  }
}
