import Circulation
import Foundation
import Scanning
import Seeded
import Support
import Testing

@testable import Languages
@testable import Offload
@testable import Station

/// A morning with every kind of message.
enum Morning {
  static let file = """
    L 37000034179 9921000000164
    L 37000034180 9921000000146
    L 37000034181 1234
    L TOTO31400 9921000000164
    R 37000034185
    R 3700003418
    L 9921000000164 37000034190
    R 37000034188
    L 37000034191 9921000000165
    L 37000034192 1234
    R 37000034177
    L NEU1 NEU2

    """
  static let report = """
    Process ID	27	Started on	01/06/2018 08:12:47 CEST
    Status	Completed Successfully
    Records processed	12	Records with exceptions	12
    Line	Error Message
    2	User not found. Barcode: 9921000000146
    3	User not found. Barcode: 1234
    4	Item not found. Barcode: TOTO31400
    5	Return item failed, item was not on loan. Barcode: 37000034185
    6	Item not found. Barcode: 3700003418
    7	Item not found. Barcode: 9921000000164
    8	A later action on this item happened. Barcode: 37000034188
    9	Loan <blocked> by policy. Barcode: 37000034191
    10	User not found. Barcode: 1234
    12	Item not found. Barcode: NEU1
    12	User not found. Barcode: NEU2
    11	Item not found. Barcode: 37000034178

    """

  static func worklist(isRetried: Bool = false) throws -> Worklist {
    try Upload.worklist(file, report, isRetried: isRetried)
  }
}

@Suite struct WorklistTests {
  /// The text of a fixture; where `RECORD_SNAPSHOTS` is set, it is written.
  private func fixture(_ name: String, is text: String) throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/" + name)
      try text.write(to: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(
      text == String(decoding: try ReportFixture.bytes(name), as: UTF8.self))
  }

  @Test(arguments: ["en", "fr"])
  func theWorklistReadsLikeThis(_ language: String) throws {
    let words: any Words = language == "en" ? English() : French()
    for name in ["worklist", "retried"] {
      var worklist = try Morning.worklist(isRetried: name == "retried")
      // Its path is as long as the computer makes it, and would wrap the text.
      worklist.file = "OffCirc.dat"
      let document = worklist.document(words, language: language)
      try fixture("\(name).\(language).txt", is: document.text)
      try fixture("\(name).\(language).html", is: document.html)
      for line in document.text.split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test func theJSONTellsWhatTheListDoes() throws {
    let json = try Morning.worklist().json(English())
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let messages = try #require(object["messages"] as? [[String: Any]])
    #expect(messages.count == 12)
    #expect(messages[0]["section"] as? String == "unknown-user")
    #expect(
      messages[0]["note"] as? String
        == "Lent to an unknown user (31 May 2018)")
    #expect(messages[3]["grade"] as? String == "nothing")
    let corrections = try #require(object["corrections"] as? [[String: Any]])
    #expect(corrections.count == 2)
  }

  @Test func noRowBeginsAFormulaInASpreadsheet() throws {
    let worklist = try Upload.worklist(
      "L =HYPERLINK(1) +33\nL @x -1\nR 1\n",
      """
      1	Item not found. Barcode: =HYPERLINK(1)
      2	User not found. Barcode: -1
      3	=cmd|' /C calc'!A0 Barcode: 1
      """)
    let text = worklist.table(English())
    for row in text.split(separator: "\r\n") {
      for cell in row.split(separator: ",") {
        let cell = cell.drop { $0 == "\"" }
        #expect(!"=+-@".contains(cell.first ?? " "), "\(row)")
      }
    }
  }

  @Test func nothingOfTheReportIsMarkupOnThePage() throws {
    let html = try Upload.worklist(
      "L <script> B\n",
      "1\tItem not found. Barcode: <script>\n\tNew <img src=x> Barcode: B\n",
      isRetried: true
    ).document(English(), language: "en").html
    #expect(!html.contains("<script>") && !html.contains("<img"))
    #expect(html.contains("&lt;script&gt;"))
  }

  @Test func whatNeedsNothingIsDone() throws {
    let report = "1\tA later action on this item happened. Barcode: I1\n"
    #expect(try Upload.worklist("L I1 B1\n", report).isDone)
    #expect(
      try !Upload.worklist("L I1 B1\n", report + "1\tNew message\n").isDone)
    #expect(
      try !Upload.worklist(
        "L I1 B1\n", "Records with exceptions\t2\n" + report
      ).isDone)
  }

  /// Whatever is in a report and a file, each message is on the list once, and
  /// only lines of which a number is unknown are corrected.
  @Test func noReportAndFileBreakTheList() throws {
    var random = SeededGenerator(seed: 11)
    let numbers = ["10000001", "10000010", "0100001", "99000001", "99000010"]
    let wordings = [
      "Item not found.", "User not found.",
      "A later action on this item happened.",
      "Return item failed, item was not on loan.", "New.",
    ]
    func number() -> String { numbers.randomElement(using: &random) ?? "" }
    for _ in 0..<150 {
      let file = (0..<8).map { _ in
        switch Int.random(in: 0..<5, using: &random) {
        case 0: "nonsense\n"
        case 1: "R \(number())\n"
        default: "L \(number()) \(number())\n"
        }
      }.joined()
      let count = Int.random(in: 1...8, using: &random)
      let report = (0..<count).map { _ in
        let line =
          Bool.random(using: &random)
          ? String(Int.random(in: 1...9, using: &random)) : ""
        let wording = wordings.randomElement(using: &random) ?? ""
        return "\(line)\t\(wording) Barcode: \(number())\n"
      }
      do {
        let text = report.joined()
        let messages = try JobReport(
          bytes: Array(("Line\tError Message\n" + text).utf8)
        ).messages
        let worklist = try Upload.worklist(file, text, isRetried: true)
        #expect(worklist.tasks.map(\.entry.message) == messages)
        let rejected = worklist.tasks.filter {
          $0.entry.message.said.grade == .toDo
        }.compactMap(\.entry.joined?.line)
        let retry = worklist.retry
        #expect(
          Set(
            retry.corrections.map(\.line) + retry.omissions.compactMap(\.line)
          ).isSuperset(of: rejected))
        for correction in retry.corrections {
          #expect(rejected.contains(correction.line))
          #expect(correction.old.recorded == correction.new.recorded)
          #expect(correction.old.operation == correction.new.operation)
        }
        _ = worklist.document(French(), language: "fr").text
        #expect(
          Set(
            worklist.tasks(in: .corrected).compactMap(\.entry.joined?.line))
            == Set(retry.corrections.map(\.line)))
      } catch is OtherFile {
        continue
      }
    }
  }

  @Test func aNumberOfTheOtherKindIsPointedOut() throws {
    let tasks = try Upload.worklist(
      "L I10001 B10001\nL I20002 I10001\nL I20002 B10001\n",
      "2\tUser not found. Barcode: I10001\n"
    ).tasks
    #expect(tasks[0].nearMisses.isEmpty)
    #expect(tasks[0].otherKindLine == 1)
  }
}

@Suite struct RetryTests {
  private func retry(_ file: String, _ report: String) throws -> Retry {
    try Upload.worklist(file, report).retry
  }

  private func text(_ retry: Retry) -> [String] {
    String(decoding: retry.bytes, as: UTF8.self).split(separator: "\r\n")
      .map {
        $0.split(separator: " ").joined(separator: " ")
      }
  }

  @Test func whatIsUnambiguousIsCorrectedWithItsTime() throws {
    let retry = try Morning.worklist().retry
    #expect(
      text(retry) == [
        "201805311002L37000034180 9921000000164",
        "201805311007L37000034190 9921000000164",
      ])
    #expect(retry.corrections.map(\.reasons) == [[.transposed], [.swapped]])
    #expect(
      retry.corrections.map(\.old.recorded.iso8601).first == "2018-05-31T10:02")
    #expect(
      retry.omissions == [
        .init(line: 3, reason: .nothingNear),
        .init(line: 4, reason: .nothingNear),
        .init(line: 6, reason: .several),
        .init(line: 10, reason: .nothingNear),
        .init(line: 11, reason: .unclear),
        .init(line: 12, reason: .nothingNear),
      ])
  }

  @Test func whatWasScannedAgainIsNotRecordedTwice() throws {
    #expect(
      try retry(
        "L 370000341799 B10001\nL 37000034179 B10001\n",
        "1\tItem not found. Barcode: 370000341799\n"
      ).omissions == [.init(line: 1, reason: .recorded(line: 2))])
    #expect(
      try retry(
        "L I10001 B1000\nL I10001 B10001\n",
        "1\tUser not found. Barcode: B1000\n"
      ).omissions == [.init(line: 1, reason: .recorded(line: 2))])
  }

  @Test func anItemThatAnotherHasIsNotTakenFromThem() throws {
    #expect(
      try retry(
        "L 37000034179 B20002\nL 037000034179 B10001\n",
        "2\tItem not found. Barcode: 037000034179\n"
      ).omissions == [.init(line: 2, reason: .contradicted(line: 1))])
    #expect(
      try text(
        retry(
          "L 37000034179 B20002\nR 37000034179\nL 037000034179 B10001\n",
          "3\tItem not found. Barcode: 037000034179\n"))
        == ["201805311003L37000034179 B10001"])
  }

  @Test func bothNumbersOfALineAreCorrectedOrNone() throws {
    let file = "R 37000034179\nL 037000034179 B1000\nL I10009 B10001\n"
    let both =
      "2\tItem not found. Barcode: 037000034179\n2\tUser not found. Barcode: B1000\n"
    #expect(
      try text(retry(file, both)) == ["201805311002L37000034179 B10001"])
    #expect(
      try retry(file.replacing("B10001", with: "B99999"), both).corrections
        .isEmpty)
  }

  @Test(arguments: ["37000034178", "3700003417", "370000341"])
  func aNumberThatLostSomethingIsNotTakenForTheNextOnTheRoll(
    _ item: String
  ) throws {
    let worklist = try Upload.worklist(
      "L 37000034179 B10001\nR \(item)\n",
      "2\tItem not found. Barcode: \(item)\n")
    #expect(worklist.tasks[0].nearMisses.map(\.number) == ["37000034179"])
    #expect(worklist.retry.omissions == [.init(line: 2, reason: .uncertain)])
  }

  @Test func aCardThatWasReadAgainRightAwayIsTakenForItself() throws {
    for between in ["", "R I30003\n"] {
      let retry = try retry(
        "L I10001 9921000000\n\(between)L I20002 9921000000164\n",
        "1\tUser not found. Barcode: 9921000000\n")
      #expect(retry.corrections.isEmpty != between.isEmpty)
    }
  }

  @Test func aNumberThatTheReportSpeaksOfIsNotTaken() throws {
    #expect(
      try retry(
        "L I10001 0012345\nL I20002 12345\n",
        "1\tUser not found. Barcode: 0012345\n2\tUser is expired. Barcode: 12345\n"
      ).omissions == [.init(line: 1, reason: .reported)])
    #expect(
      try retry(
        "R 037000034179\nL 37000034179 B1\n",
        "1\tItem not found. Barcode: 037000034179\n2\tItem is lost. Barcode: 37000034179\n"
      ).omissions == [.init(line: 1, reason: .reported)])
  }

  @Test func whatIsNotJoinedIsNotCorrected() throws {
    #expect(
      try retry(
        "L I10001 B1000\nL I10002 B1000\nL I10003 B10001\n",
        "\tUser not found. Barcode: B1000\n"
      ).omissions == [.init(line: nil, reason: .unclear)])
  }

  @Test func cardsThatWereScannedForItemsAreSwappedBack() throws {
    let file =
      "L 37000034179 B10001\nL B10001 37000034180\nL B10001 37000034179\n"
    let retry = try retry(
      file,
      "2\tItem not found. Barcode: B10001\n3\tUser not found. Barcode: 37000034179\n"
    )
    #expect(text(retry) == ["201805311002L37000034180 B10001"])
    #expect(retry.omissions == [.init(line: 3, reason: .recorded(line: 1))])
  }
}

@Suite struct WorklistFolderTests {
  private func write(
    into path: String, _ fileSystem: any FolderOperations = PosixFileSystem()
  ) throws -> [String] {
    let worklist = try Morning.worklist()
    return try WorklistFolder(path: path, fileSystem: fileSystem).write(
      worklist, as: worklist.document(English(), language: "en"), English())
  }

  @Test func setsAreRawNumbersUnderTheHeadThatAlmaAsksFor() throws {
    let files = TestFolder()
    #expect(
      try write(into: files.path + "/out") == [
        "worklist.txt", "worklist.html", "worklist.csv", "worklist.json",
        "items.csv", "users.csv",
      ])
    #expect(
      try files.text("out/items.csv")
        == "Barcode\r\n37000034180\r\n37000034181\r\n37000034192\r\n")
    #expect(
      try files.text("out/users.csv")
        == "Primary identifier\r\n9921000000164\r\n")
    let rows = try files.text("out/worklist.csv")
    #expect(rows.contains("\"\t37000034180\""))
    // The sets are what they were where nothing is corrected.
    #expect(try Morning.worklist().tasks(in: .corrected).isEmpty)
  }

  @Test func theTableForASpreadsheetIsInTheWordsOfItsReader() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nR I2\n", "1\tUser not found. Barcode: B1\n2\tNew\n")
    #expect(
      worklist.table(French()) == """
        \u{feff}Ligne;Objet;Date et heure;Opération;Exemplaire;Emprunteur;Note;Suggestion;Message\r
        1;Exemplaires prêtés à des usagers introuvables;"\t31/05/2018 10:01";Prêt;"\tI1";"\tB1";"\tPrêté à un usager inconnu (31/05/2018)";;"\tUser not found. Barcode: B1"\r
        2;Messages inconnus;"\t31/05/2018 10:02";Retour;"\tI2";;;;New\r

        """)
    #expect(
      worklist.table(English()).hasPrefix(
        "\u{feff}Line,Category,Date and time,Operation,Item,"))
  }

  @Test func whatIsCorrectedIsNoWorkAnyMore() throws {
    let worklist = try Morning.worklist(isRetried: true)
    #expect(
      worklist.tasks(in: .corrected).compactMap(\.entry.joined?.line) == [2, 7]
    )
    #expect(worklist.itemsToNote == ["37000034181", "37000034192"])
    #expect(!worklist.isDone)
  }

  @Test func whateverFailsNoOldFileIsTouchedAndNoPartIsLeft() throws {
    let counted = FailingFileSystem(PosixFileSystem(), at: 0)
    let whole = TestFolder()
    _ = try write(into: whole.path, counted)
    for number in 1...counted.callCount {
      let files = TestFolder()
      #expect(throws: FileError.self, "\(number)") {
        try write(
          into: files.path,
          FailingFileSystem(PosixFileSystem(), at: number))
      }
      for name in try FileManager.default.contentsOfDirectory(
        atPath: files.path)
      {
        #expect(!name.hasSuffix(".new"), "\(number)")
        #expect(try !files.text(name).isEmpty)
      }
    }
  }

  @Test func aFileThatIsThereIsNotReplaced() throws {
    for name in ["worklist.txt", "users.csv"] {
      let files = TestFolder()
      files.write(bytes: Array("mine".utf8), to: name)
      #expect(throws: CirculationError.inTheWay(path: files.path + "/" + name))
      { try write(into: files.path) }
      #expect(try files.text(name) == "mine")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: files.path)
          == [name])
    }
  }
}
