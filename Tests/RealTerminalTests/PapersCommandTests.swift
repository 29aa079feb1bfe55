import Foundation
import Support
import Testing

/// `offcirc papers` as the built program: names, files and refusals.
@Suite(.serialized, .ownThread)
struct PapersCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try folder.offcirc(arguments, input: input)
  }

  private func importList(_ text: String, _ options: String...) throws {
    let path = folder.path + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try run(["catalogue", "import", path] + options)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func papers(_ arguments: String...) throws -> Program.Result {
    try run(["papers"] + arguments)
  }

  @Test func aClassHasItsPapersAndNobodyElseReadsThem() throws {
    try importList("item,title,price\n1,Français,\"24,90\"\n2,Maths,18\n")
    try importList(
      "borrower,name,class\nE2,ÉMILE Zoé,03b\nE1,ZOLA Léa,3B\nE3,X,4A\n",
      "--level", "classes")
    let record = try run(
      ["record"],
      input: """
        state 1 1 -
        loan 1 E1
        loan 2 E1
        loan 9 E3
        return 1
        state 1 3

        """)
    #expect(record.status == 0)

    let list = try papers("class-list", "--class", "3B", "--output", "-")
    let rows = list.output.split(separator: "\n").filter {
      $0.contains("ÉMILE") || $0.contains("ZOLA")
    }
    // By name, without regard to the accent; of this class alone.
    #expect(
      rows == ["ÉMILE Zoé  E2      0", "ZOLA Léa   E1      1       Maths"])
    #expect(!list.output.contains("E3"))

    let path = folder.path + "/bilan.TXT"
    let statement = try papers(
      "statement", "--borrower", "E1", "--output", path, "--language", "fr")
    #expect(statement.status == 0, "\(statement.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("ZOLA Léa, classe 3B"))
    #expect(text.contains("    Amende : 1/3 de 24,90\u{a0}€ = 8,30\u{a0}€\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let labels = folder.path + "/labels.pdf"
    let made = try papers("loan-labels", "--class", "3b", "--output", labels)
    #expect(made.output == "1 page written to \(labels).\n")
    #expect(FileManager.default.fileExists(atPath: labels))
  }

  @Test func whatCannotBePrintedIsSaidAndNoFileIsMade() throws {
    try importList(
      "borrower,name,class\nE1,ZOLA Léa,3B\nE3,X,4A\n", "--level", "classes")
    let path = folder.path + "/papers.pdf"
    for (arguments, status, sentence) in [
      (
        ["receipt", "--class", "9Z"], 1,
        "No class is called 9Z. The classes are 3B and 4A."
      ),
      (["receipt", "--class", "3B"], 1, "Nothing to print."),
      (["receipt"], 64, "Give either --class or --borrower."),
      (
        ["receipt", "--class", "3B", "--skip", "2"], 64,
        "Only loan-labels has these options: --skip."
      ),
      (
        ["loan-labels", "--class", "3B", "--skip", "24"], 64,
        "--skip needs a number from 0 to 23."
      ),
      (
        ["loan-labels", "--class", "3B", "--labels", "9x9"], 64,
        "9x9 is not a sheet of labels."
      ),
    ] as [([String], Int32, String)] {
      let result = try run(["papers"] + arguments + ["--output", path])
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.contains(sentence), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    let other = try papers("receipt", "--class", "3B", "--output", "a.doc")
    #expect(other.errors.contains("The name must end in .pdf or .txt"))
  }
}
