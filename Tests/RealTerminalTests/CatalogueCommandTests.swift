import Foundation
import Support
import Testing

/// `offcirc catalogue`, as a librarian and a script use it.
@Suite(.serialized, .ownThread)
struct CatalogueCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: [String], language: String = "en"
  ) throws -> Program.Result {
    try Program.run(
      ["catalogue"] + arguments + ["--language", language],
      environment: [
        "XDG_DATA_HOME": folder.path + "/data", "HOME": folder.path,
      ])
  }

  private func write(_ text: String, as name: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func anUnknownColumnIsAskedForWithTheOptionThatAnswers() throws {
    let path = try write("book_code,text\n1,A\n2,B\n", as: "list.csv")
    for language in ["en", "fr"] {
      let result = try run(["import", path], language: language)
      #expect(result.status == 64)
      #expect(result.errors.contains("--kind items --columns item=book_code"))
      #expect(
        !FileManager.default.fileExists(
          atPath: folder.path + "/data/offcirc/catalogue"))
    }
    let answered = try run(
      ["import", path, "--kind", "items", "--columns", "item=book_code"])
    #expect(answered.status == 0)
    let settings = try write(
      "[catalogue]\ncolumns = [\"item=book_code\", \"title=text\"]\n",
      as: "settings.toml")
    let known = try run(["import", path, "--config", settings])
    #expect(known.status == 0)
    #expect(known.output.contains("2 changed"))
  }

  /// With a header or without one, and of a file that is no table.
  @Test(arguments: [
    "card number;name\n3.37E+13;A\nC2;B\n",
    "3.37E+13;A;B;;;;;;;5A;F\nC2;A;B;;;;;;;5A;F\n",
    "{\"patrons\": {\"1\": {\"cardnumber\": \"3.37E+13\"},"
      + "\"2\": {\"cardnumber\": \"C2\"}}}",
  ])
  func rejectedRowsCanBeMendedAndImported(_ list: String) throws {
    let rejects = folder.path + "/rejects.csv"
    let first = try run(
      ["import", write(list, as: "list.csv"), "--rejects", rejects])
    #expect(first.status == 1)
    let mended = try String(contentsOfFile: rejects, encoding: .utf8)
      .replacing("3.37E+13,", with: "C1,")
    let second = try run(["import", write(mended, as: "mended.csv")])
    #expect(second.status == 0)
    #expect(second.output.contains("A list of borrowers"))
    #expect(try run(["borrower", "C1"]).status == 0)
    #expect(try run(["borrower", "C2"]).status == 0)
  }

  @Test func lostZerosAreToldOfByThePatternAndByTheListBefore() throws {
    let settings = try write(
      "[item]\npatterns = ['^0\\d{5}$']\n", as: "settings.toml")
    let path = try write("barcode,title\n12345,A\n12346,B\n", as: "list.csv")
    let told = "2 of 2 compared numbers fit only with a zero before them"
    #expect(
      try run(["import", path, "--preview", "--config", settings])
        .output.contains(told))
    #expect(!(try run(["import", path, "--preview"]).output.contains(told)))
    _ = try run([
      "import", write("barcode,title\n012345,A\n012346,B\n", as: "old.csv"),
    ])
    #expect(try run(["import", path, "--preview"]).output.contains(told))
  }

  @Test func lostZerosAreToldOfByTheJournal() throws {
    let files = folder.path + "/files"
    _ = try Program.run(
      ["record", "--files", files], input: "loan 012345 C1\n")
    let settings = try write(
      "[station]\nfiles = '\(files)'\n", as: "settings.toml")
    let path = try write("barcode,title\n12345,A\n", as: "list.csv")
    #expect(
      try run(["import", path, "--preview", "--config", settings])
        .output.contains("1 of 1 compared numbers fit only with a zero"))
  }

  /// Hundreds of columns, and names and values that are far too long.
  @Test func thePreviewOfAWideTableFitsAScreen() throws {
    let long = String(repeating: "long ", count: 100)
    let header =
      (0..<300).map { "column \($0) \(long)" } + ["Barcode", "Title"]
    let row = (0..<300).map { "value \($0)" } + ["1", long]
    let path = try write(
      [header, row].map { $0.joined(separator: ";") + "\n" }.joined(),
      as: "list.csv")
    let screen = try Screen(
      "catalogue import \(path) --preview --catalogue \(folder.path)/none",
      columns: 80)
    try screen.waitForEnd()
    try screen.waitFor("Nothing was changed.")
    #expect(screen.lines.contains { $0.hasPrefix("  Barcode  item number") })
    #expect(screen.lines.contains("300 columns are not used."))
    #expect(screen.lines.count { !$0.isEmpty } < 12)
  }

  /// Titles and names that would clear the screen, change its title or hide
  /// what follows.
  @Test func noCharacterThatATerminalObeysIsWritten() throws {
    let evil = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{8}Atlas"
    let items = try write(
      "barcode,ti\u{1b}[2Jtle,title,status\n1,x,\(evil),\(evil)\n\(evil),,,\n",
      as: "items\u{1b}[2J.csv")
    let readers = try write(
      "card number;name;note\nC1;\(evil);\(evil)\n", as: "readers.csv")
    var results: [Program.Result] = []
    results.append(try run(["import", items, "--preview"]))
    results.append(try run(["import", items]))
    results.append(try run(["import", readers, "--level", "names"]))
    results.append(try run(["import", write(evil, as: "list.csv")]))
    for format in ["text", "csv", "json"] {
      for command in [
        ["find", "atlas"], ["item", "1"], ["borrower", "C1"], ["status"],
      ] {
        results.append(try run(command + ["--format", format]))
      }
    }
    #expect(results.contains { $0.output.contains("Atlas") })
    for result in results {
      for text in [result.output, result.errors] {
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0 == "\r" || $0 == "\u{feff}"
              || $0.value >= 0x20 && !(0x7f...0x9f ~= $0.value)
                && $0 != "\u{202e}"
          }, "\(text.debugDescription)")
      }
    }
  }

  /// Addresses, phones and passwords of a list, in all files of the station.
  @Test func whatMustNotBeReadIsInNoFile() throws {
    let path = try write(
      """
      cardnumber,surname,address,phone,email,sex,userid,password,dateofbirth
      C1,Name,Marker Street,Marker1,Marker@example.org,Marker,Marker,Marker,1999
      """, as: "list.csv")
    let priced = try write(
      "expl_cb;tit1;expl_prix\n4711;Title;Marker\n", as: "items.csv")
    let files = folder.path + "/files"
    for list in [path, priced] {
      #expect(
        try run(["import", list, "--level", "classes", "--config", "/dev/null"])
          .status == 0)
    }
    _ = try Program.run(
      ["record", "--files", files], input: "loan 4711 C1\n")
    for place in ["data", "files"] {
      let found = try Program.run(
        ["-rac", "Marker", folder.path + "/" + place], of: "/usr/bin/grep")
      #expect(
        !found.output.split(separator: "\n").contains { !$0.hasSuffix(":0") })
    }
  }
}
