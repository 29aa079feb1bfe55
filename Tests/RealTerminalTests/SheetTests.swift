import Foundation
import Scanning
import Support
import Testing

/// The page that the built program draws, read again by zbar.
@Suite(.serialized, .ownThread)
struct SheetTests {
  private let folder = TestFolder()

  private func sheet(
    _ name: String, language: String = "en"
  ) throws -> Program.Result {
    try Program.run([
      "sheet", "--output", folder.path + "/" + name, "--language", language,
    ])
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path + "/" + name)
  }

  /// A page as dots, 200 to the inch: less than any printer's.
  private func picture(of name: String) throws -> String {
    let path = folder.path + "/" + name
    let picture = folder.path + "/picture"
    if name.hasSuffix("svg") {
      let result = try Program.run(
        [
          "--dpi-x", "200", "--dpi-y", "200", "--output", picture + ".png",
          path,
        ], of: "rsvg-convert")
      #expect(result.status == 0, "\(result.errors)")
    } else {
      let result = try Program.run(
        ["-r", "200", "-png", "-singlefile", path, picture], of: "pdftoppm")
      #expect(result.status == 0, "\(result.errors)")
    }
    return picture + ".png"
  }

  @Test(
    arguments: ["codes.svg", "codes.pdf"], ["en", "fr"])
  func aScannerReadsEachCommandFromThePage(
    _ name: String, _ language: String
  ) throws {
    let drawing = try sheet(name, language: language)
    #expect(drawing.status == 0)
    #expect(drawing.output.isEmpty && drawing.errors.isEmpty)
    let scan = try Program.run(
      ["--raw", "-q", picture(of: name)], of: "zbarimg")
    #expect(
      scan.output.split(separator: "\n").map(String.init).sorted()
        == CommandCode.commands.map(\.rawValue).sorted())
  }

  @Test func aSchoolsSheetHasTheStatesToo() throws {
    let settings = folder.path + "/settings.toml"
    try """
    [textbooks]
    states = true
    statuses = ["3 = usagé"]
    [printing]
    printer = "/dev/usb/lp0"
    """.write(toFile: settings, atomically: true, encoding: .utf8)
    let drawing = try Program.run([
      "sheet", "--output", folder.path + "/codes.pdf", "--config", settings,
    ])
    #expect(drawing.status == 0, "\(drawing.errors)")
    let scan = try Program.run(
      ["--raw", "-q", picture(of: "codes.pdf")], of: "zbarimg")
    #expect(
      scan.output.split(separator: "\n").map(String.init).sorted()
        == CommandCode.allCases.map(\.rawValue).sorted())
    let text = try Program.run(
      [folder.path + "/codes.pdf", "-"], of: "pdftotext"
    ).output
    #expect(text.contains("3 usagé"))
  }

  @Test func thePageIsOneOfA4WithTheWordsOfTheLanguage() throws {
    for (language, words) in [
      ("en", ["Loan", "Return", "Clear: next borrower", "%DELETE-LAST%"]),
      ("fr", ["Prêt", "Retour", "Nettoyer : emprunteur suivant", "%HELP%"]),
    ] {
      _ = try sheet("codes.pdf", language: language)
      let path = folder.path + "/codes.pdf"
      let about = try Program.run([path], of: "pdfinfo").output
      #expect(about.contains(/Pages: +1\n/))
      #expect(about.contains("(A4)"))
      let text = try Program.run([path, "-"], of: "pdftotext").output
      let lines = text.split(separator: "\n").map(String.init)
      for word in words { #expect(lines.contains(word), "\(text)") }
    }
  }

  @Test(arguments: ["svg", "pdf"])
  func theSamePageIsTheSameFile(_ format: String) throws {
    let other = "other." + (format == "pdf" ? "Pdf" : format)
    for name in ["one." + format, other] { _ = try sheet(name) }
    #expect(
      FileManager.default.contentsEqual(
        atPath: folder.path + "/one." + format,
        andPath: folder.path + "/" + other))
    if format == "pdf" {
      let about = try Program.run([folder.path + "/one.pdf"], of: "pdfinfo")
      #expect(!about.output.contains("Date"))
    }
  }

  @Test func aFileThatIsThereIsReplacedAndNothingIsLeftBeside() throws {
    _ = try sheet("codes.svg", language: "fr")
    let path = folder.path + "/codes.svg"
    let french = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try sheet("codes.svg").status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != french)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        == ["codes.svg"])
  }

  @Test func anotherFormIsWrongUsage() throws {
    for name in ["codes.png", "codes", "pdf", "codes.svg.\u{1b}[2J"] {
      let result = try sheet(name)
      #expect(result.status == 64)
      #expect(result.errors.contains("The name must end in .svg or .pdf."))
      #expect(!result.errors.contains("\u{1b}"))
      #expect(!exists(name))
    }
    #expect(try Program.run(["sheet"]).status == 64)
  }

  @Test func whatIsNoFileOfItsOwnIsLeftAlone() throws {
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/folder.pdf", withIntermediateDirectories: false)
    try files.createSymbolicLink(
      atPath: folder.path + "/link.pdf", withDestinationPath: "none.pdf")
    for (name, why) in [
      ("none/codes.pdf", "no such file or folder"),
      ("folder.pdf", "it is a folder. Move it away"),
      ("link.pdf", "it is a symbolic link. Move it away"),
    ] {
      let result = try sheet(name)
      #expect(result.status == 74)
      #expect(
        result.errors
          == "offcirc: Cannot open \(folder.path)/\(name): \(why).\n")
    }
    #expect(!exists("none.pdf"))
    #expect(
      try files.destinationOfSymbolicLink(atPath: folder.path + "/link.pdf")
        == "none.pdf")
  }

  @Test(arguments: ["codes.svg", "codes.pdf"])
  func whereThereIsNoRoomTheOldFileStaysWhole(_ name: String) throws {
    let path = folder.path + "/" + name
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
    // The system refuses what is beyond the first few blocks of a file.
    let result = try Program.run(
      [
        "-c", "trap '' XFSZ; ulimit -f 4; exec \(Program.path) \"$@\"", "sh",
        "sheet", "--output", path,
      ], of: "sh")
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("offcirc: Cannot write \(path): "))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(!exists(".\(name).offcirc-new"))
  }
}
