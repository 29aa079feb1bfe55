import Foundation
import Support
import Testing

/// `offcirc borrowers`, as a school uses it after the end of a year.
@Suite(.serialized, .ownThread)
struct BorrowersCommandTests {
  private let folder = TestFolder()

  @discardableResult
  private func run(
    _ arguments: String..., input: String = "", status: Int32 = 0
  ) throws -> Program.Result {
    let result = try folder.offcirc(
      arguments + ["--language", "en"], input: input)
    #expect(result.status == status, "\(arguments): \(result.errors)")
    return result
  }

  @Test func aBorrowerIsDeletedWithoutACopyAndOnlyWhenHistoryIsExported()
    throws
  {
    let list = folder.path + "/borrowers.csv"
    try """
    card number;last name;first name;class
    E1;DUPONT;Jeanne;3B
    E2;MARTIN;Paul;3B

    """.write(toFile: list, atomically: true, encoding: .utf8)
    try run("catalogue", "import", list, "--level", "classes")
    try run(
      "record", input: "loan 27001 E1\nreturn 27001\nloan 27002 E2\n")
    let shown = try run("borrowers", "--class", "3b", "--format", "csv")
    #expect(
      shown.output.contains("E2,MARTIN Paul,3B,,,1,0,false"),
      "\(shown.output)")
    let held = try run("borrowers", "delete", "E2", "--yes", status: 1)
    #expect(held.errors.contains("On loan: 27002"))
    let kept = try run("borrowers", "delete", "E1", "--yes", status: 1)
    #expect(kept.errors.contains("1 row of history would be lost: E1"))
    let file = folder.path + "/history.csv"
    try run("borrowers", "history", "E1", "--output", file)
    let mode =
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let unsure = try run(
      "borrowers", "delete", "E1", "--exported", file, status: 1)
    #expect(unsure.output.contains("To be deleted: 1 borrower (E1)."))
    try run("borrowers", "delete", "E1", "--exported", file, "--yes")
    let rest = try run("borrowers")
    #expect(!rest.output.contains("DUPONT") && rest.output.contains("E2"))
    let unknown = try run("borrowers", "delete", "E1", "--yes", status: 1)
    #expect(unknown.errors.contains("No list has these borrowers: E1."))
  }
}
