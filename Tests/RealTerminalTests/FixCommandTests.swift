import Foundation
import Support
import Testing

/// `offcirc fix`, run as a librarian runs it.
@Suite(.serialized, .ownThread)
struct FixCommandTests {
  private let folder = TestFolder()

  private func fix(
    _ arguments: String..., language: String = "en"
  ) throws -> Program.Result {
    try Program.run(
      ["-c", "cd \(folder.path) && exec \(Program.path) fix \"$@\"", "offcirc"]
        + arguments,
      of: "sh", environment: ["OFFCIRC_LANGUAGE": language, "USER": "m.dupont"])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func aLineIsDecidedOnceAndPlayedAgainInBothLanguages() throws {
    let lines = ["202605300900R1", "202605300901R2", "202605300901R2"]
    try (lines.joined(separator: "\r\n") + "\r\n").write(
      toFile: folder.path + "/a b.dat", atomically: true, encoding: .utf8)
    let made = try fix(
      "a b.dat", "--decisions", "d", "--decide", "take-out a b.dat:3",
      "--decide", "item a b.dat:1 10", "--why", "twice", "--output", "f.dat")
    #expect(made.status == 0)
    #expect(made.errors.isEmpty)
    #expect(
      made.output == """
        Recorded in d: decisions 1 and 2.
        Wrote 2 lines to f.dat by 2 decisions: 1 taken out, 1 corrected, 0 with another time. Next: offcirc check f.dat.

        """)
    let fixed = "202605300900R10\r\n202605300901R2\r\n"
    #expect(try text("f.dat") == fixed)
    #expect(try text("d").contains("\"who\":\"m.dupont\",\"why\":\"twice\""))

    let before = try text("d")
    let refused = try fix(
      "a b.dat", "--decisions", "d", "--decide", "swap a b.dat:2",
      language: "fr")
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        offcirc: Décision 3 : la ligne 2 de a b.dat est un retour, donc sans emprunteur. Pour y renoncer : --decide "undo 3".
        offcirc: Rien n'a été décidé.

        """)
    #expect(try text("d") == before)

    // A power cut while somebody decided.
    try (before + "{\"check\":\"12").write(
      toFile: folder.path + "/d", atomically: true, encoding: .utf8)
    let again = try fix("a b.dat", "--decisions", "d", "--output", "g.dat")
    #expect(again.status == 1)
    #expect(again.errors.contains("d, line 4 was cut off"))
    #expect(try text("g.dat") == fixed)
    #expect(try fix("a b.dat", "--decisions", "d").status == 64)
    #expect(
      try fix("a b.dat", "--decisions", "d", "--decide", "drop x:1").status
        == 64)
  }
}
