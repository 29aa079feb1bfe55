import Circulation
import Foundation
import Offload
import Support
import Testing
import Typesetting

/// Details of what the commands say, in both languages.
@Suite(.serialized, .ownThread)
struct CommandDetailTests {
  private let folder = TestFolder()
  private let loan = "201805310900L\("37000034179".padded(to: 80))9921000000164"

  private func offcirc(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
        "OFFCIRC_FILES": folder.files,
      ])
  }

  // MARK: Options

  @Test(arguments: [
    ("en_US.UTF-8", "Unknown option", "Did you mean --language?"),
    ("fr_FR.UTF-8", "Option inconnue", "Vouliez-vous dire --language ?"),
  ])
  func anOptionThatIsNoneIsCalledOne(
    _ locale: String, _ none: String, _ meant: String
  ) throws {
    for arguments in [["--langue", "fr"], ["--langue", "fr", "lst"]] {
      let result = try Program.run(
        arguments, environment: ["HOME": folder.path, "LC_ALL": locale])
      #expect(result.status == 64)
      #expect(result.errors.contains("--langue"), "\(result.errors)")
      #expect(result.errors.contains(none) && result.errors.contains(meant))
    }
    let other = try offcirc("--language", "en", "lst")
    #expect(other.errors.contains("Did you mean list?"))
  }

  @Test func theUsageNamesAllOptions() throws {
    let usage = try offcirc("--help").output
    for option in [
      "--deleted", "--item", "--borrower", "--learn", "--catalogue",
    ] {
      #expect(usage.contains(option), "\(option)")
    }
  }

  @Test func ofAFolderOnlyFilesAreNamed() throws {
    try folder.writeDataFile(loan + "\r\n")
    let reports = folder.path + "/reports"
    try FileManager.default.createDirectory(
      atPath: reports + "/older", withIntermediateDirectories: true)
    try "x".write(
      toFile: reports + "/report.txt", atomically: true, encoding: .utf8)
    let result = try offcirc(
      "reconcile", reports, folder.files + "/OffCirc.dat")
    #expect(result.errors.contains("reports/report.txt"), "\(result.errors)")
    #expect(!result.errors.contains("reports/older"))
  }

  // MARK: Tables

  @Test func aTableHasTheDatesOfTheLanguage() throws {
    try folder.writeDataFile(loan + "\r\n")
    let french = try offcirc("list", "--language", "fr")
    #expect(french.output.contains("31/05/2018 09:00"), "\(french.output)")
    let english = try offcirc("list", "--language", "en")
    #expect(english.output.contains("2018-05-31 09:00"))
    for format in ["csv", "json"] {
      let rows = try offcirc("list", "--language", "fr", "--format", format)
      #expect(rows.output.contains("2018-05-31T09:00"))
    }
    #expect(try offcirc("archive", "--uploaded").status == 0)
    let boxes = try offcirc("list", "archive", "--language", "fr")
    #expect(boxes.output.contains("31/05/2018 09:00"), "\(boxes.output)")
  }

  @Test func aDoubtfulNumberHasItsMarkInTheTable() throws {
    let desk = try Desk(folder: StationFolder(path: folder.files))
    desk.identify(
      try Barcode("9921000000164"), origin: ScanOrigin(isDoubtful: true))
    try desk.record(Barcode("37000034179"))
    try desk.record(
      Barcode("37000034180"), origin: ScanOrigin(isDoubtful: true))
    try desk.commit()
    try desk.close()
    let lines = try offcirc("list", "--unsaved").output
      .split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[1].hasSuffix("37000034179           9921000000164 ?"))
    #expect(lines[2].contains("37000034180 ? "))
  }

  // MARK: Recovery

  @Test(arguments: [
    ("en", "Nothing is lost in"), ("fr", "Rien n'est perdu dans"),
  ])
  func whereNothingIsLostThatIsSaid(
    _ language: String, _ sentence: String
  ) throws {
    _ = try offcirc("record", input: "loan 1 2\nreturn 1\n")
    #expect(try offcirc("save").status == 0)
    let result = try offcirc(
      "recover", folder.files, "--files", folder.files, "--language", language)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(sentence), "\(result.output)")
    #expect(result.output.split(separator: "\n").count == 1)
    try FileManager.default.removeItem(
      atPath: folder.files + "/OffCirc.dat")
    let lost = try offcirc("recover", folder.files, "--language", language)
    #expect(!lost.output.hasPrefix(sentence), "\(lost.output)")
  }

  // MARK: Clocks

  @Test func aClockThatIsKnownToBeWrongKeepsNothingBack() throws {
    let offset = "2026-12-24T10:00"
    let late = loan.replacingOccurrences(of: "20180531", with: "20261223")
    try folder.writeDataFile(late + "\r\n")
    let later = ["--clock-offset", "2027-01-05T10:00"]
    let file = folder.files + "/OffCirc.dat"
    #expect(
      try Program.run(["check", file] + later).status == 0)
    let kit = try Program.run(
      ["kit", file, "--output", folder.path + "/kit"] + later,
      environment: [
        "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data",
      ]
    )
    #expect(kit.status == 0, "\(kit.errors)")
    let archive = try offcirc(
      "archive", "--clock-offset", "2027-01-05T10:00")
    #expect(archive.status == 0, "\(archive.errors)")
    #expect(archive.output.contains("archive/2027-01-05"))
    let early = try offcirc(
      "purge", "--older-than", "1d", "--yes", "--clock-offset", offset)
    #expect(early.status == 1)
    let purge = try offcirc(
      "purge", "--older-than", "1d", "--yes", "--clock-offset",
      "2027-02-05T10:00")
    #expect(purge.status == 0, "\(purge.errors)")
  }

  // MARK: Kits

  @Test func theCommandThatWritesEachLineOnceDoesSo() throws {
    let lines = (0..<4).map {
      "20180531090\($0)L\("3700003417\($0)".padded(to: 80))9921000000164\r\n"
    }
    try folder.writeDataFile((lines + lines).joined())
    let file = folder.files + "/OffCirc.dat"
    let refused = try offcirc("kit", file, "--output", folder.path + "/kit")
    #expect(refused.status == 1)
    let start = try #require(refused.errors.range(of: "awk "))
    let end = try #require(refused.errors.range(of: " > NEW.dat"))
    let command = refused.errors[start.lowerBound..<end.lowerBound]
    let once = try Program.run(["-c", String(command)], of: "/bin/sh")
    #expect(once.output == lines.joined(), "\(command)")
  }
}
