import Circulation
import Foundation
import Scanning
import Seeded
import Testing

@testable import Languages
@testable import Offload
@testable import Station

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
