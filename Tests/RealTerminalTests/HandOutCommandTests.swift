import Foundation
import Support
import Testing

/// `offcirc handout`, in a terminal and in a script.
@Suite(.serialized, .ownThread)
struct HandOutCommandTests {
  private let folder = TestFolder()

  private var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      "OFFCIRC_FILES": folder.files,
    ]
  }

  private func offcirc(_ arguments: String...) throws -> Program.Result {
    try Program.run(
      arguments + ["--language", "en"], environment: environment)
  }

  private func importList(_ text: String, _ options: String...) throws {
    let path = folder.path + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Program.run(
      ["catalogue", "import", path, "--language", "en"] + options,
      environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    if options.contains("sets") {
      #expect(result.output.contains("! No copy in the lists: Grec (3B)."))
    }
  }

  @Test func aClassIsHandedOutInATerminalAndListedInAScript() throws {
    try importList("item,title\n101,French\n102,French\n201,Latin\n")
    try importList(
      "borrower,name,class\nE1,ADAM Léa,\"4A, Latin\"\nE2,BAH Moussa,4A\n",
      "--level", "classes")
    try importList(
      "class,title\n4A,French\nLatin,Latin\n3B,Grec\n", "--kind", "sets")

    let screen = try Screen(
      "handout 4A --language en", environment: environment, in: folder)
    try screen.waitFor("Next: French for ADAM Léa.")
    try screen.type("101")
    try screen.press("Enter")
    try screen.waitFor("1 of 3 given.")
    // Killed in the middle.
    kill(try screen.process(), SIGKILL)
    try screen.waitForEnd()
    let next = try Screen(
      "handout 4A --language en", environment: environment, in: folder)
    try next.waitFor("French for BAH Moussa.")
    try next.press("Escape")
    try next.press("F10")
    try next.waitForEnd()

    let table = try offcirc("handout", "4a", "--format", "table")
    #expect(table.status == 1)
    #expect(
      table.output == """
        Borrower  Pupil       To give
        E1        ADAM Léa    Latin
        E2        BAH Moussa  French
        1 of 3 given.

        """)
    let csv = try offcirc("handout", "Latin", "--format", "csv")
    #expect(
      csv.output.split(separator: "\r\n") == [
        "borrower,name,title,state,absent", "E1,ADAM Léa,French,given,no",
        "E1,ADAM Léa,Latin,open,no",
      ])
    let unknown = try offcirc("handout", "4Z")
    #expect(unknown.status == 1)
    #expect(
      unknown.errors.contains(
        "No pupil is in 4Z. The lists have: 4A and Latin."))
  }
}
