import Foundation
import Support
import Testing

/// The commands for scripts, run as a script runs them.
@Suite(.serialized, .ownThread)
struct CommandTests {
  private let folder = TestFolder()

  private func offcirc(
    _ arguments: String..., input: String = "",
    language: String = "C.UTF-8"
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: input,
      environment: ["OFFCIRC_FILES": folder.files, "LC_ALL": language])
  }

  private func line(_ item: String, _ borrower: String) -> String {
    "L" + item.padding(toLength: 80, withPad: " ", startingAt: 0) + borrower
  }

  // MARK: record

  @Test func eachLineThatIsRecordedIsAnsweredWithItsSequence() throws {
    let result = try offcirc("record", input: "loan 1 2\n\nreturn 3\n")
    #expect(result.output == "ok 1\nok 2\n")
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
    _ = try offcirc("save")
    #expect(try folder.savedLines() == [line("1", "2"), "R3"])
  }

  @Test func linesThatAreRefusedAreToldWithTheirNumber() throws {
    let result = try offcirc(
      "record",
      input: "loan 1 2\nloan 1\nlend 1 2\nreturn é\nreturn 4\nreturn 5")
    #expect(
      result.output.split(separator: "\n").map { $0.prefix(7) } == [
        "ok 1", "error 2", "error 3", "error 4", "ok 2", "ok 3",
      ])
    for number in 2...4 {
      #expect(result.errors.contains("line \(number): "))
    }
    #expect(result.errors.contains("U+00E9"))
    #expect(result.status == 1)
  }

  @Test func aReturnMayHaveABringerAndAStateAndBothAreAnswered() throws {
    let result = try offcirc(
      "record",
      input: """
        loan 1004 9
        return 1004 by 2117
        state 1004 3
        state 1004 4
        state 1005 2 -

        """)
    #expect(result.output == "ok 1\nok 2\nok 4\nok 5\nok 6\n")
    #expect(result.errors.isEmpty)
    // In another run too, the last state counts.
    #expect(
      try offcirc("record", input: "state\t1004\t5\n").output == "ok 7\n")
    let list = try offcirc("list", "--unsaved", "--format", "csv").output
    #expect(
      list.hasPrefix("recorded,operation,item,borrower,state,by\r\n"))
    #expect(list.contains(",loan,1004,9,,\r\n"))
    #expect(list.hasSuffix(",return,1004,,5,2117\r\n"))
    _ = try offcirc("save")
    #expect(try folder.savedLines() == [line("1004", "9"), "R1004"])
  }

  @Test func aStateThatBelongsToNoReturnIsRefusedWithItsReason() throws {
    let result = try offcirc(
      "record",
      input: """
        state 1 3
        loan 1 9
        state 1 3
        return 2
        state 2 x
        state 2 0
        state 2
        return 2 from 9
        return 2 by é

        """)
    #expect(
      result.output.split(separator: "\n").map { $0.prefix(7) } == [
        "error 1", "ok 1", "error 3", "ok 2", "error 5", "error 6", "error 7",
        "error 8", "error 9",
      ])
    #expect(result.errors.contains("1 was not returned here"))
    #expect(result.errors.contains("\"x\" is not a state"))
    #expect(result.status == 1)
    #expect(
      try offcirc("list", "--unsaved", "--format", "csv").output
        .hasPrefix("recorded,operation,item,borrower\r\n"))
  }

  @Test func numbersWithBlanksAreSetApartByTabs() throws {
    let result = try offcirc("record", input: "loan\t3 9990\t21 48\r\n")
    #expect(result.output == "ok 1\n")
    _ = try offcirc("save")
    #expect(try folder.savedLines() == [line("3 9990", "21 48")])
  }

  @Test func controlCharactersInTheInputNeverReachTheTerminal() throws {
    let result = try offcirc("record", input: "return 1\u{1b}[2J\nx\u{7}y\n")
    #expect(result.status == 1)
    for text in [result.output, result.errors] {
      #expect(!text.contains("\u{1b}") && !text.contains("\u{7}"))
    }
  }

  @Test func whileAStationIsOpenOnlyListWorks() throws {
    let screen = try Screen(in: folder)
    try screen.waitFor("Offline Circulation")
    try screen.scan("2", "1")
    try screen.waitFor("Recorded: loan of 1")
    for command in ["record", "save"] {
      let result = try offcirc(command, input: "return 3\n")
      #expect(result.status == 74)
      #expect(result.errors.contains("process \(try screen.process())"))
      #expect(result.output.isEmpty)
    }
    let list = try offcirc("list", "--unsaved", "--format", "csv")
    #expect(list.output.hasSuffix(",loan,1,2\r\n"))
    #expect(list.status == 0)
    try screen.waitFor("Unsaved: 1 ")
  }

  @Test func aClockOffsetCorrectsWhatIsRecorded() throws {
    let before = Date()
    let result = try offcirc(
      "record", "--clock-offset", "-10:00:30", input: "return 1\n")
    #expect(result.output == "ok 1\n")
    let list = try offcirc("list", "--unsaved", "--format", "csv").output
    let time = try #require(
      list.split(whereSeparator: \.isNewline).last?.split(separator: ",").first)
    let recorded = try #require(ISO8601DateFormatter().date(from: String(time)))
    // The list has whole seconds.
    let moment = recorded.timeIntervalSince1970 + 36_030
    #expect(moment >= before.timeIntervalSince1970 - 1)
    #expect(moment <= Date().timeIntervalSince1970)
    #expect(try offcirc("record", "--clock-offset", "1h").status == 64)
  }

  @Test func aLineWithoutAnEndIsRefusedAndKeepsNobodyWaiting() throws {
    let long = String(repeating: "a", count: 3_000_000)
    let result = try offcirc("record", input: "return 1\n\(long)\nreturn 2\n")
    #expect(result.output.hasPrefix("ok 1\nerror 2: "))
    #expect(result.output.hasSuffix("\nok 2\n"))
    #expect(result.output.utf8.count < 300)
  }

  @Test func inputThatCannotBeReadIsAnErrorInWords() throws {
    let result = try Program.run(
      ["-c", "\(Program.path) record < /"], of: "sh",
      environment: ["OFFCIRC_FILES": folder.files])
    #expect(result.status == 74)
    #expect(
      result.errors.hasPrefix("offcirc: Cannot read standard input: "))
  }

  @Test(arguments: ["record <&- >&-", "record >&-", "save <&- >&- 2>&-"])
  func closedStreamsDamageNoFile(_ command: String) throws {
    _ = try offcirc("record", input: "return 1\n")
    let result = try Program.run(
      ["-c", "echo return 2 | \(Program.path) \(command)"], of: "sh",
      environment: ["OFFCIRC_FILES": folder.files])
    #expect(result.status == 74)
    let journal = try folder.read("OffCirc.journal")
    #expect(journal.hasPrefix("offcirc-journal\t"))
    #expect(try offcirc("list", "--unsaved").status == 0)
    #expect(try offcirc("save").errors.isEmpty)
  }

  // MARK: save

  @Test func saveSavesOnceAndSaysSo() throws {
    _ = try offcirc("record", input: "return 1\nreturn 2\n")
    let first = try offcirc("save")
    #expect(
      first.output == "Saved 2 transactions in \(folder.files)/OffCirc.dat.\n")
    let second = try offcirc("save")
    #expect(second.output == "Everything is already saved.\n")
    #expect(try folder.savedLines() == ["R1", "R2"])
  }

  // MARK: list

  @Test func listReadsTheSampleLineOfTheUsersDocument() throws {
    let sample = "201805091348L37000034179          9921000000164\n"
    try folder.write(sample, to: "sample.dat")
    let file = folder.files + "/sample.dat"
    #expect(
      try offcirc("list", file).output == """
        Time                 Operation  Barcode               Borrower
        2018-05-09 13:48     Loan       37000034179           9921000000164
        1 loan, 0 returns, 1 reader.

        """)
    #expect(
      try offcirc("list", file, language: "fr_FR.UTF-8").output == """
        Heure                Opération  Code-barres           Emprunteur
        09/05/2018 13:48     Prêt       37000034179           9921000000164
        1 prêt, 0 retour, 1 lecteur.

        """)
    #expect(
      try offcirc("list", file, "--format", "csv").output == """
        recorded,operation,item,borrower\r
        2018-05-09T13:48,loan,37000034179,9921000000164\r

        """)
    #expect(
      try offcirc("list", file, "--format", "json").output == """
        [
        {"borrower":"9921000000164","item":"37000034179",\
        "operation":"loan","recorded":"2018-05-09T13:48"}
        ]

        """)
  }

  @Test func csvAndJSONCarryEverySign() throws {
    _ = try offcirc("record", input: "loan a\"b,c\\d =1\nreturn x\n")
    let csv = try offcirc("list", "--unsaved", "--format", "csv").output
    #expect(csv.contains(",loan,\"a\"\"b,c\\d\",\"\t=1\"\r\n"))
    let json = try offcirc("list", "--unsaved", "--format", "json").output
    let objects = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(objects.map { $0["item"] as? String } == [#"a"b,c\d"#, "x"])
    #expect(objects.map { $0["operation"] as? String } == ["loan", "return"])
    #expect(objects[1]["borrower"] is NSNull)
    let time = try #require(objects[0]["recorded"] as? String)
    #expect(ISO8601DateFormatter().date(from: time) != nil)
  }

  @Test func damagedLinesAreToldAndTheRestIsListed() throws {
    try folder.write(
      "201805091348R1\r\nnonsense\u{1b}[2J\r\n201805091348R2", to: "OffCirc.dat"
    )
    let result = try offcirc("list", "--format", "csv")
    #expect(
      result.output.hasSuffix(
        "return,1,\r\n2018-05-09T13:48,return,2,\r\n"))
    #expect(
      result.errors.contains("\(folder.files)/OffCirc.dat, line 2: "))
    #expect(!result.errors.contains("\u{1b}"))
    #expect(result.status == 1)
  }

  @Test func aFolderThatIsNotThereIsMadeByNoList() throws {
    #expect(try offcirc("list").status == 0)
    #expect(try offcirc("list", "--unsaved").output == "No transactions.\n")
    #expect(!FileManager.default.fileExists(atPath: folder.files))
    let named = try offcirc("list", "--files", folder.files)
    #expect(named.status == 74)
    #expect(named.errors == "offcirc: There is no folder \(folder.files).\n")
    #expect(try offcirc("list", folder.path + "/none").status == 74)
  }

  @Test func whereStandardOutputIsFullItIsSaid() throws {
    for command in ["list --format json", "record", "save"] {
      let result = try Program.run(
        ["-c", "echo 'return 1' | \(Program.path) \(command) > /dev/full"],
        of: "sh", environment: ["OFFCIRC_FILES": folder.files])
      #expect(result.status == 74, "\(command)")
      #expect(result.errors.contains("the disk is full"), "\(command)")
    }
  }

  // MARK: The command line

  @Test func everySubcommandHasHelpAndTheCommandAVersion() throws {
    #expect(try offcirc("--version").output.hasPrefix("OffCirc "))
    for command in ["station", "record", "save", "list"] {
      let result = try offcirc(command, "--help")
      #expect(result.status == 0)
      #expect(result.output.contains("USAGE: offcirc \(command)"))
      #expect(result.output.contains("--files"))
    }
  }

  @Test(arguments: [
    ["--nothing"], ["station", "--bell", "loud"], ["--language", "de"],
    ["list", "a", "b"], ["list", "--format", "xml"], ["--files"],
  ])
  func wrongUsageIsStatus64(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(!result.errors.isEmpty)
  }

  @Test func withoutATerminalTheStationSaysWhatToUse() throws {
    let result = try offcirc("station")
    #expect(result.status == 74)
    #expect(result.errors.contains("offcirc record"))
  }

  // MARK: recover

  @Test func theFilesOfAStationAreBuiltAnewFromItsJournal() throws {
    _ = try offcirc("record", input: "loan 1 2\nreturn 3\n")
    _ = try offcirc("save")
    _ = try offcirc("record", input: "return 4\n")
    let before = try folder.read("OffCirc.dat")
    let new = TestFolder()
    let result = try offcirc("recover", folder.files, "--files", new.files)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        "Recovered in \(new.files): 2 in OffCirc.dat, 1 unsaved in the list.\n")
    )
    #expect(try new.read("OffCirc.dat") == before)
    #expect(try new.read("OffCirc.journal") == folder.read("OffCirc.journal"))

    let again = try offcirc(
      "recover", folder.files, "--files", new.files, language: "fr_FR.UTF-8")
    #expect(again.status == 0)
    try new.write(before + before, to: "OffCirc.dat")
    let refused = try offcirc(
      "recover", folder.files, "--files", new.files, language: "fr_FR.UTF-8")
    #expect(refused.status == 74)
    #expect(refused.errors.contains("\(new.files)/OffCirc.dat existe déjà."))
  }

  @Test func whereNoJournalIsMeantOrSeveralAreTheirNamesAreSaid() throws {
    _ = try offcirc("record", input: "return 3\n")
    let none = try offcirc("recover", folder.path)
    #expect(none.status == 74)
    #expect(none.errors.contains("no OffCirc journal in \(folder.path)"))
    for name in ["OffCirc-1.journal", "OffCirc-2.journal"] {
      try folder.write(folder.read("OffCirc.journal"), to: name)
    }
    try FileManager.default.removeItem(
      atPath: folder.files + "/OffCirc.journal")
    let several = try offcirc("recover", folder.files)
    #expect(several.status == 74)
    for name in ["OffCirc-1.journal", "OffCirc-2.journal"] {
      #expect(several.errors.contains("\(folder.files)/\(name): 0 saved, 1 un"))
    }
    let missing = try offcirc("recover", folder.path + "/nothing")
    #expect(missing.status == 74)
    #expect(missing.errors.contains("/nothing: no such file"))
  }

  @Test func theLostDataFileIsBuiltAnewInItsOwnFolder() throws {
    _ = try offcirc("record", input: "loan 1 2\n")
    _ = try offcirc("save")
    let before = try folder.read("OffCirc.dat")
    try FileManager.default.removeItem(atPath: folder.files + "/OffCirc.dat")
    let new = TestFolder()
    let result = try Program.run(
      ["recover", folder.files], environment: ["OFFCIRC_FILES": new.files])
    #expect(result.output.hasPrefix("Recovered in \(folder.files): 1 in "))
    #expect(try folder.read("OffCirc.dat") == before)
    #expect(!FileManager.default.fileExists(atPath: new.files))
  }

  @Test func whatIsTornOffAJournalIsTold() throws {
    _ = try offcirc("record", input: "return 1\nreturn 2\n")
    let copy = folder.path + "/OffCirc-1.journal"
    try (folder.read("OffCirc.journal").dropLast(20) + "").write(
      toFile: copy, atomically: true, encoding: .utf8)
    let new = TestFolder()
    let result = try offcirc("recover", copy, "--files", new.files)
    #expect(result.output.contains("0 in OffCirc.dat, 1 unsaved"))
    #expect(result.errors.contains("\(copy): The last scan was interrupted"))
    #expect(result.status == 1)
  }

  @Test func ofAFolderThatAStationHoldsNothingIsRecovered() throws {
    let screen = try Screen(in: folder)
    try screen.waitFor("Offline Circulation")
    let result = try offcirc("recover", folder.files)
    #expect(result.status == 74)
    #expect(result.errors.contains("Another station is using"))
  }
}
