import Foundation
import Support
import Testing

/// The built program, with a report and the file that it is about.
@Suite(.serialized, .ownThread)
struct ReconcileTests {
  private let folder = TestFolder()

  private static let file = """
    201805311001L37000034179                                                                     9921000000164
    201805311002L37000034180                                                                     9921000000146
    201805311003R37000034181

    """
  private static let laterAction =
    "3\tA later action on this item happened. Barcode: 37000034181\n"
  private static let unknownUser =
    "2\tUser not found. Barcode: 9921000000146\n"

  private func reconcile(
    _ report: String, file: String = file, _ arguments: String...,
    language: String = "C.UTF-8"
  ) throws -> Program.Result {
    try folder.write(report, to: "report.txt")
    try folder.write(file, to: "up.dat")
    return try Program.run(
      ["reconcile", "\(folder.files)/report.txt", "\(folder.files)/up.dat"]
        + arguments.map { $0.replacing("DIR", with: folder.files) },
      environment: ["LC_ALL": language])
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(
      atPath: folder.files + "/" + name)[.posixPermissions] as? Int
  }

  @Test func theStatusTellsWhetherThereIsAnythingToDo() throws {
    let nothing = try reconcile(Self.laterAction)
    #expect(nothing.status == 0)
    #expect(nothing.output.contains("Nothing to do: 1."))
    #expect(nothing.errors.isEmpty)
    #expect(try reconcile(Self.unknownUser).status == 1)
    #expect(try reconcile("Line\tError Message\n2\tNew.\n").status == 1)
  }

  @Test func aReportOfAnotherFileIsToldAndNothingIsWritten() throws {
    for (language, words) in [
      ("C.UTF-8", "is not the report on"),
      ("fr_FR.UTF-8", "n'est pas le rapport de"),
    ] {
      let result = try reconcile(
        "1\tItem not found. Barcode: X\n", "--output", "DIR/out", "--retry",
        "DIR/retry.dat", language: language)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(words))
      #expect(result.errors.contains("37000034179"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.files)
          .sorted() == ["report.txt", "up.dat"])
    }
  }

  @Test func theFilesAreForTheirUserAlone() throws {
    let result = try reconcile(
      Self.unknownUser, "--output", "DIR/out", "--retry", "DIR/retry.dat",
      language: "fr_FR.UTF-8")
    #expect(result.status == 1)
    // What is uploaded again is not marked as well.
    #expect(!result.output.contains("Prêté à un usager inconnu"))
    #expect(
      result.output.contains(
        "Ligne 2 : emprunteur 9921000000146 → 9921000000164 (deux caractères\n    intervertis)."
      ))
    #expect(try mode("out") == 0o700)
    for name in [
      "out/worklist.txt", "out/worklist.html", "out/worklist.csv",
      "out/worklist.json", "retry.dat",
    ] {
      #expect(try mode(name) == 0o600, "\(name)")
    }
    for name in ["items.csv", "users.csv"] {
      #expect(
        !FileManager.default.fileExists(atPath: folder.files + "/out/" + name))
    }
    #expect(
      try Data(
        contentsOf: URL(fileURLWithPath: folder.files + "/out/worklist.csv")
      ).starts(with: Data("\u{feff}Ligne;".utf8)))
    #expect(
      try folder.read("retry.dat")
        == "201805311002L37000034180".padding(
          toLength: 93, withPad: " ", startingAt: 0) + "9921000000164\r\n")
    #expect(try folder.read("up.dat") == Self.file)
  }

  @Test func nothingThatIsThereIsReplaced() throws {
    try folder.write("mine", to: "retry.dat")
    for (arguments, name) in [
      (["--retry", "DIR/retry.dat"], "retry.dat"),
      (["--retry", "DIR/up.dat", "--output", "DIR/out"], "up.dat"),
    ] {
      let result = try reconcile(
        Self.unknownUser, arguments[0], arguments[1],
        arguments.count > 2 ? arguments[2] : "--format",
        arguments.count > 2 ? arguments[3] : "json")
      #expect(result.status == 74)
      #expect(result.errors.contains("/\(name) already exists"))
      #expect(
        !FileManager.default.fileExists(atPath: folder.files + "/out"))
    }
    #expect(try folder.read("retry.dat") == "mine")
    #expect(try folder.read("up.dat") == Self.file)
    let first = try reconcile(Self.unknownUser, "--output", "DIR/out")
    #expect(first.status == 1)
    let again = try reconcile(Self.laterAction, "--output", "DIR/out")
    #expect(again.status == 74)
    #expect(try folder.read("out/worklist.txt").contains("9921000000146"))
  }

  @Test func whereNothingCanBeCorrectedNoFileIsMade() throws {
    let result = try reconcile(
      "1\tItem not found. Barcode: 37000034179\n", "--retry", "DIR/retry.dat")
    #expect(result.status == 1)
    #expect(result.output.contains("retry.dat was not written"))
    #expect(
      !FileManager.default.fileExists(atPath: folder.files + "/retry.dat"))
  }

  @Test func formsForProgramsStandAlone() throws {
    let csv = try reconcile(Self.unknownUser, "--format", "csv")
    #expect(
      csv.output == """
        line,grade,section,recorded,operation,item,borrower,note,suggestion,message\r
        2,to-do,unknown-user,2018-05-31T10:02,loan,37000034180,9921000000146,\
        Lent to an unknown user (31 May 2018),\
        Perhaps 9921000000164 (two characters are swapped).,\
        User not found. Barcode: 9921000000146\r

        """)
    let json = try reconcile(
      "Records with exceptions\t2\n" + Self.unknownUser, "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8))
        as? [String: Any])
    #expect((object["warnings"] as? [String])?.count == 1)
    #expect(json.errors.isEmpty)
  }

  @Test func whatCannotBeReadIsToldInWords() throws {
    let noReport = try reconcile("Hello\n")
    #expect(noReport.status == 74)
    #expect(noReport.errors.contains("is not a job report"))
    let french = try reconcile("%PDF-1.4\n", language: "fr_FR.UTF-8")
    #expect(french.errors.contains("copiez son texte dans un fichier"))
    for arguments in [
      ["none", "none"], ["\(folder.files)/report.txt", "none"],
    ] {
      let result = try Program.run(["reconcile"] + arguments)
      #expect(result.status == 74)
      #expect(!result.errors.isEmpty)
    }
    for arguments in [["a"], ["a", "b", "c"], ["a", "b", "--output", ""]] {
      #expect(try Program.run(["reconcile"] + arguments).status == 64)
    }
  }

  @Test func anItemLentToAnUnknownUserIsMarkedWhereNothingIsRetried() throws {
    let result = try reconcile(Self.unknownUser, "--output", "DIR/out")
    #expect(
      result.output.contains("Lent to an unknown user (31 May 2018)"))
    #expect(try mode("out/items.csv") == 0o600)
    #expect(try folder.read("out/items.csv") == "Barcode\r\n37000034180\r\n")
  }

  @Test func aFolderIsMadeOnlyWhereTheOneAroundItIs() throws {
    let result = try reconcile(Self.unknownUser, "--output", "DIR/none/out")
    #expect(result.status == 74)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "offcirc: Cannot open \(folder.files)/none: no such file or folder.\n"
    )
    #expect(
      !FileManager.default.fileExists(atPath: folder.files + "/none"))
  }

  @Test func aFileOfTheUserWithAnyNameIsLeftAlone() throws {
    _ = try reconcile(Self.unknownUser)
    let names = ["retry.dat.new", "worklist.csv.new", "out.new"]
    for name in names { try folder.write(Self.file, to: name) }
    let result = try Program.run([
      "reconcile", folder.files + "/report.txt",
      folder.files + "/retry.dat.new", "--output", folder.files + "/out",
      "--retry", folder.files + "/retry.dat",
    ])
    #expect(result.status == 1)
    for name in names { #expect(try folder.read(name) == Self.file, "\(name)") }
  }

  @Test func whatIsNoFileIsNotToBeMovedAway() throws {
    _ = try reconcile(Self.laterAction)
    try FileManager.default.createSymbolicLink(
      atPath: folder.files + "/link", withDestinationPath: "nowhere")
    let report = folder.files + "/report.txt"
    let file = folder.files + "/up.dat"
    for (bad, reason) in [
      ("/dev/full", "it is not a regular file. Give another one"),
      (folder.files + "/link", "no such file or folder"),
    ] {
      for inputs in [[bad, file], [report, bad]] {
        let result = try Program.run(["reconcile"] + inputs)
        #expect(result.status == 74)
        #expect(
          result.errors.hasPrefix("offcirc: Cannot ")
            && result.errors.contains(bad)
            && result.errors.hasSuffix(": \(reason).\n"), "\(result.errors)")
      }
    }
  }

  @Test func whereThereIsNoRoomItIsSaid() throws {
    _ = try reconcile(Self.unknownUser)
    let result = try Program.run(
      [
        "-c",
        "\(Program.path) reconcile \(folder.files)/report.txt \(folder.files)/up.dat > /dev/full",
      ], of: "sh")
    #expect(result.status == 74)
    #expect(result.errors.contains("the disk is full"))
  }

  @Test func patternsOfTheSettingsSuggestToo() throws {
    try folder.write(
      "[borrower]\npatterns = ['99\\d{11}']\n[item]\npatterns = ['0\\d{5}']\n",
      to: "offcirc.toml")
    let result = try reconcile(
      "3\tItem not found. Barcode: 12345\n",
      file: Self.file.replacing("R37000034181", with: "R12345"), "--config",
      "DIR/offcirc.toml")
    #expect(result.output.contains("Perhaps 012345 (a leading zero"))
  }
}
