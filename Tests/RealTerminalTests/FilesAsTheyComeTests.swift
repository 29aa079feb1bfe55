import Foundation
import Support
import Testing

/// The commands, with files as people have them, run as a librarian runs them.
@Suite(.serialized, .ownThread)
struct FilesAsTheyComeTests {
  let folder = TestFolder()

  @discardableResult
  func offcirc(
    _ arguments: String..., language: String = "en", input: String = "",
    variables: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(
      ["-c", "cd \(folder.path) && exec \(Program.path) \"$@\"", "offcirc"]
        + arguments, of: "sh", input: input,
      environment: [
        "OFFCIRC_LANGUAGE": language, "OFFCIRC_FILES": folder.files,
        "XDG_DATA_HOME": folder.path + "/data",
      ].merging(variables) { $1 })
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    try String(
      contentsOf: URL(fileURLWithPath: folder.path + "/" + name),
      encoding: .utf8)
  }

  func loan(_ time: String, _ item: String) -> String {
    "20251123\(time)L"
      + item.padding(toLength: 80, withPad: " ", startingAt: 0) + "9921"
  }

  var sound: String {
    [loan("1001", "37000034179"), loan("1002", "37000034180")]
      .map { $0 + "\r\n" }.joined()
  }

  // MARK: check, merge, kit

  @Test(arguments: [
    ("en", "one CR too many", "has only one to three spaces", "has a tab"),
    (
      "fr", "un CR de trop", "n'a que quelques espaces (1 à 3)",
      "contient une tabulation"
    ),
  ])
  func whatOtherProgramsMadeOfLinesIsSaid(
    _ language: String, _ returns: String, _ blanks: String, _ tabs: String
  ) throws {
    for (text, words) in [
      (sound.replacing("\r\n", with: "\r\r\n"), returns),
      (sound.replacing(#/ {2,}/#, with: " "), blanks),
      (sound.replacing(#/ {2,}/#, with: "\t"), tabs),
    ] {
      try write("a.dat", text)
      let result = try offcirc("check", "a.dat", language: language)
      #expect(result.status == 2)
      #expect(result.output.contains(words))
      #expect(result.output.contains("OffCirc.dat"))
    }
  }

  @Test func marksOfOldProgramsAreLeftOutAndThatIsSaid() throws {
    try write("a.dat", sound + "\u{1a}")
    try write("b.dat", "\u{c}20251123100" + "3R7\r\n")
    let check = try offcirc("check", "a.dat")
    #expect(check.status == 0)
    #expect(check.output.contains("a DOS end-of-text mark (0x1A)"))
    let merge = try offcirc("merge", "a.dat", "b.dat", "--output", "m.dat")
    #expect(merge.status == 0)
    #expect(merge.errors.contains("a.dat: left out a DOS"))
    #expect(merge.errors.contains("b.dat: left out form feeds (0x0C)"))
    #expect(try read("m.dat") == sound + "202511231003R7\r\n")
    let kit = try offcirc("kit", "a.dat", "b.dat", "--output", "k")
    #expect(kit.status == 0, "\(kit.errors)")
    #expect(kit.errors.contains("a.dat: left out a DOS"))
    #expect(try read("k/OffCirc.dat") == sound + "202511231003R7\r\n")
    let again = try offcirc("kit", "a.dat", "--output", "k2", language: "fr")
    #expect(again.status == 1)
  }

  @Test(arguments: [
    ("en", "is a Koha .koc file", "a file of Koha", "No kit made."),
    (
      "fr", "est un fichier .koc de Koha", "fichier pour Koha",
      "Aucun lot préparé."
    ),
  ])
  func filesOfOtherSystemsAreNamedByAllCommands(
    _ language: String, _ name: String, _ system: String, _ nothing: String
  ) throws {
    let koc =
      "Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0\r\n"
      + "2025-11-26 00-13-26 402\tissue\t9921\t37000034179\r\n"
    try write("day.koc", koc)
    let check = try offcirc("check", "day.koc", language: language)
    #expect(check.status == 0)
    #expect(check.output.contains(system))
    let kit = try offcirc(
      "kit", "day.koc", "--output", "k", language: language)
    #expect(kit.status == 1)
    #expect(kit.errors.contains(name) && kit.errors.contains(nothing))
    let merge = try offcirc(
      "merge", "day.koc", "--output", "m", language: language)
    #expect(merge.status == 0)
    #expect(merge.output.contains(system))
    let merged = try read("m")
    #expect(merged.hasPrefix("202511260013L37000034179    "))
    #expect(merged.hasSuffix("    9921\r\n"))
    let list = try offcirc("list", "day.koc", language: language)
    #expect(list.status == 0 && list.errors.isEmpty)
    #expect(list.output.contains("37000034179"))
    #expect(list.output.contains(system))
    // What is saved behind it would not be read.
    try offcirc("record", language: language, input: "return 1\n")
    try write("files/OffCirc.dat", koc)
    let save = try offcirc("save", language: language)
    #expect(save.status == 1)
    #expect(save.errors.contains(name))
  }

  @Test func aListOfManyUnreadableLinesIsNotOneSentenceForEach() throws {
    try write(
      "x.csv", (1...314).map { "OffCirc.dat \($0) a b\n" }.joined())
    let result = try offcirc("list", "x.csv")
    #expect(result.status == 1)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("none of its 314 lines is a transaction"))
    try write("y.dat", sound + (1...40).map { "x\($0)\n" }.joined())
    let some = try offcirc("list", "y.dat", language: "fr")
    #expect(some.output.contains("37000034180"))
    #expect(some.errors.split(separator: "\n").count == 11)
    #expect(some.errors.contains("30 autres lignes"))
  }

  @Test func twoWaysToWriteOneDeskAreRefused() throws {
    try write("a.dat", sound)
    try write("b.dat", loan("1100", "4") + "\r\n")
    for (one, other) in [
      ("Central", "central"), ("Central", "Central "), ("Médecine", "medecine"),
    ] {
      let result = try offcirc(
        "kit", "\(one)=a.dat", "\(other) =b.dat", "--output", "k")
      #expect(
        result.status
          == (one == other.trimmingCharacters(in: .whitespaces) ? 0 : 1))
      if result.status == 1 {
        #expect(result.errors.contains("would be two desks"))
      }
      try? FileManager.default.removeItem(atPath: folder.path + "/k")
      try? FileManager.default.removeItem(atPath: folder.path + "/data")
    }
  }

  // MARK: The command line

  @Test func optionsMayStandBeforeTheSubcommand() throws {
    try offcirc("record", input: "return 1\n")
    let status = try offcirc("--language", "fr", "status")
    #expect(status.status == 0, "\(status.errors)")
    #expect(status.output.contains("offcirc save"))
    #expect(
      try offcirc("--files", folder.files, "list", "--unsaved").output
        .contains("Return"))
    #expect(
      try offcirc("--files=" + folder.files, "--language=fr", "save").status
        == 0)
    #expect(try offcirc("--help").status == 0)
    #expect(
      try offcirc("--language", "fr", "kit", "--help").output
        .contains("<dossier>"))
  }

  @Test func aCommandThatIsNoneIsAnsweredWithTheOneThatIsMeant() throws {
    for (word, meant) in [
      ("lst", "list"), ("staion", "station"), ("kti", "kit"),
      ("recocnile", "reconcile"), ("CHECK", "check"),
    ] {
      let result = try offcirc(word)
      #expect(result.status == 64)
      #expect(result.errors.contains("Did you mean \(meant)?"), "\(word)")
      #expect(result.errors.contains("archive, account, purge"))
    }
    let other = try offcirc("--language", "en", "xyzzy", language: "fr")
    #expect(other.status == 64)
    #expect(other.errors.contains("xyzzy"))
    #expect(!other.errors.contains("Vouliez-vous"))
  }

  @Test func aMarkBeforeAnyLineOfInputIsLeftOutAndSaid() throws {
    let result = try offcirc(
      "record", input: "\u{feff}loan 1 2\nreturn \u{feff}3\n")
    #expect(result.output.hasPrefix("ok 1\nerror 2: "))
    #expect(result.errors.contains("byte order mark"))
    let joined = try offcirc(
      "record", input: "return 1\n\u{feff}return 2\n\u{feff}return 3\n")
    #expect(joined.output == "ok 2\nok 3\nok 4\n")
    #expect(joined.status == 0)
    for line in [2, 3] { #expect(joined.errors.contains("Line \(line) of")) }
    #expect(
      try offcirc("record", language: "fr", input: "\u{feff}return 4\n")
        .errors.contains("marque d'ordre des octets (BOM)"))
  }

  @Test func aClockOffsetTakesADateAndNamesItsLimit() throws {
    func recorded(_ offset: String) throws -> String {
      let result = try offcirc(
        "record", "--clock-offset", offset, input: "return 1\n")
      #expect(result.status == 0, "\(result.errors)")
      let list = try offcirc("list", "--unsaved", "--format", "csv").output
      return String(list.split(whereSeparator: \.isNewline).last ?? "")
    }
    #expect(try recorded("2031-05-06T07:08").hasPrefix("2031-05-06T07:0"))
    #expect(try recorded("2031-05-06").hasPrefix("2031-05-06T"))
    #expect(try recorded("+495000:00").hasPrefix("20"))
    for offset in ["+500001:00", "x", "2026-13-01", "1900-01-01"] {
      let result = try offcirc("record", "--clock-offset", offset)
      #expect(result.status == 64)
      #expect(result.errors.contains("500000"), "\(offset)")
    }
  }

  // MARK: Before and after

  @Test(arguments: [
    ("en", "No station has been opened"), ("fr", "Aucun poste n'a encore"),
  ])
  func theStateBeforeTheFirstStartIsSaid(
    _ language: String, _ words: String
  ) throws {
    let text = try offcirc("status", language: language)
    #expect(text.status == 0)
    #expect(text.output.contains(words) && text.output.contains(folder.files))
    let json = try offcirc("status", "--format", "json", language: language)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((object as? [String: Any])?["unsaved"] as? Int == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.files))
  }

  @Test func anEmptyListSaysWhatWaits() throws {
    try offcirc("record", input: "return 1\nreturn 2\n")
    let list = try offcirc("list")
    #expect(list.status == 0)
    #expect(list.output == "No transactions.\n")
    #expect(list.errors.contains("2 transactions are not saved"))
    #expect(
      try offcirc("list", language: "fr").errors.contains("offcirc list"))
    try offcirc("save")
    #expect(try offcirc("list").errors.isEmpty)
  }

  @Test func archivingTwiceSaysThatThereIsNothing() throws {
    try offcirc("record", input: "return 1\n")
    try offcirc("save")
    try offcirc("kit", "files/OffCirc.dat", "--output", "kit")
    #expect(try offcirc("archive", "--kit", "kit").status == 0)
    let again = try offcirc("archive", "--kit", "kit")
    let plain = try offcirc("archive")
    #expect(again.status == 1)
    #expect(again.errors == plain.errors)
  }

  @Test func aLineOfTwoDesksNamesNeitherTheOtherDeskNorItsFile() throws {
    let shared = "202511231000R37000034199\r\n"
    for (name, item) in [("c1", "37000034100"), ("a1", "37000034200")] {
      try offcirc("record", "--files", folder.path + "/" + name, input: "")
      try write(
        "\(name)/OffCirc.dat",
        shared + loan("1001", item + "1") + "\r\n" + loan("1002", item + "2")
          + "\r\n")
    }
    let kit = try offcirc(
      "kit", "Central=c1/OffCirc.dat", "Annexe=a1/OffCirc.dat", "--output",
      "kit")
    #expect(kit.status == 0, "\(kit.errors)")
    for (name, desk, other) in [
      ("c1", "Central", "Annexe"), ("a1", "Annexe", "Central"),
    ] {
      let status = try offcirc("status", "--files", folder.path + "/" + name)
      #expect(status.output.contains(desk), "\(status.output)")
      #expect(!status.output.contains(other), "\(status.output)")
      let archive = try offcirc(
        "archive", "--files", folder.path + "/" + name, "--kit", "kit")
      #expect(archive.status == 0, "\(archive.errors)")
      #expect(archive.output.contains(desk) && !archive.output.contains(other))
    }
  }

  @Test func theDatesOfAFileAreMovedIntoANewOne() throws {
    try write("a.dat", "197001010000R1\r\n197001010012R2\r\n")
    let result = try offcirc(
      "redate", "a.dat", "--first", "2025-11-23T09:00", "--output", "b.dat")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try read("b.dat") == "202511230900R1\r\n202511230912R2\r\n")
    #expect(try read("a.dat") == "197001010000R1\r\n197001010012R2\r\n")
    let again = try offcirc(
      "redate", "a.dat", "--by", "+00:01", "--output", "b.dat", language: "fr")
    #expect(again.status == 74)
    #expect(again.errors.contains("b.dat"))
    #expect(
      try offcirc("redate", "a.dat", "--output", "c.dat").status == 64)
    let lines = try offcirc(
      "redate", "b.dat", "--by", "-01:00", "--lines", "2", "--output", "c.dat")
    #expect(lines.status == 0)
    #expect(try read("c.dat") == "202511230900R1\r\n202511230812R2\r\n")
  }

  // MARK: A drive without locks

  private static let hasCompiler =
    (try? Program.run(["--version"], of: "clang"))?.status == 0

  @Test(
    .enabled(if: hasCompiler),
    arguments: [
      ("en", "does not support locks"), ("fr", "ne permet pas les verrous"),
    ])
  func aDriveWithoutLocksIsToldWithWhatToNameInstead(
    _ language: String, _ words: String
  ) throws {
    try write(
      "noflock.c",
      """
      #include <errno.h>
      #include <stdlib.h>
      int flock(int file, int how) {
        (void)file, (void)how;
        errno = atoi(getenv("FLOCK_ERRNO"));
        return -1;
      }
      """)
    let library = folder.path + "/noflock.so"
    #expect(
      try Program.run(
        ["-shared", "-fPIC", "-o", library, folder.path + "/noflock.c"],
        of: "clang"
      ).status == 0)
    try write("a.dat", sound)
    for code in [EOPNOTSUPP, ENOLCK, ENOSYS] {
      let variables = ["LD_PRELOAD": library, "FLOCK_ERRNO": "\(code)"]
      let kit = try offcirc(
        "kit", "a.dat", "--output", "k", "--ledger", "./ledger",
        language: language, variables: variables)
      #expect(kit.status == 74)
      #expect(kit.errors.contains("ledger") && kit.errors.contains(words))
      #expect(kit.errors.contains("--ledger"))
      let record = try offcirc(
        "record", language: language, input: "return 1\n", variables: variables)
      #expect(record.status == 74)
      #expect(record.errors.contains(words), "\(record.errors)")
      #expect(record.errors.contains("--files"))
      for errors in [kit.errors, record.errors] {
        #expect(!errors.contains("(\(code))") && !errors.contains("Operation"))
      }
    }
  }
}
