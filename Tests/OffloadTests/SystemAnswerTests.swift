import Circulation
import Foundation
import Support
import Testing

@testable import Offload

/// The answers of other systems than Alma, matched with the lines that were
/// uploaded.
struct SystemAnswerTests {
  private let folder = TestFolder()

  /// Returns the worklist of an answer, and lines such as `L ITEM BORROWER`,
  /// the first of 2018-05-31 10:01.
  private func worklist(
    _ lines: String, _ answer: String
  ) throws -> Worklist {
    let transactions = try Upload.lines(lines).compactMap { try? $0.get() }
    let path = folder.write(
      bytes: DataFormat.lines(of: transactions), to: "OffCirc.dat")
    return try Worklist(
      of: JobReport(bytes: Array(answer.utf8)), with: path)
  }

  /// Each task: its section, its line, and the number that it is about.
  private func tasks(_ worklist: Worklist) -> [String] {
    worklist.tasks.map { task in
      let line = task.entry.joined.map { String($0.line) } ?? "-"
      return
        "\(task.section.rawValue) \(line) \(task.entry.message.said.number ?? "-")"
    }
  }

  // MARK: Koha

  private static let kohaHead = """
    <html><body><h1>Offline circulation</h1><table id="operations"><thead>
    <tr><th>&nbsp;</th><th>Date</th><th>Item last seen date</th>
    <th>Action</th><th>Barcode</th><th>Card number or username</th>
    <th>Amount</th></tr></thead><tbody>
    """

  private func koha(_ rows: [[String]]) -> String {
    Self.kohaHead
      + rows.map { row in
        "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>"
      }.joined() + "</tbody></table></body></html>"
  }

  @Test func theListOfKohaIsJoinedWithTheLines() throws {
    let worklist = try worklist(
      "L I1 C1\nL I2 C2\nL I3 C3\nR I4\nR I1\nL I1 C1\n",
      koha([
        ["Success.", "31/05/2018 10:01", "", "Check out", "I1", "C1", ""],
        ["Patron not found.", "31/05/2018 10:02", "", "Check out", "I2", "C2"],
        ["Item not found.", "31/05/2018 10:03", "", "Check out", "I3", "C3"],
        [
          "Item not checked out.", "31/05/2018 10:04", "", "Check in", "I4", "",
        ],
        ["Success.", "31/05/2018 10:05", "", "Check in", "I1", "", ""],
        ["Success.", "31/05/2018 10:06", "", "Check out", "I1", "C1", ""],
      ]))
    #expect(
      tasks(worklist) == [
        "unknown-user 2 C2", "unknown-item 3 I3", "nothing 4 I4",
      ])
    #expect(worklist.report.system == .koha)
    #expect(worklist.warnings == [])
  }

  @Test func theTimeTellsWhichOfTwoEqualLinesKohaMeans() throws {
    // A part of the list was copied.
    let worklist = try worklist(
      "R I1\nR I1\nR I2\n",
      "Item not checked out.\t05/31/2018 10:02\t\tCheck in\tI1\t\t\n")
    #expect(tasks(worklist) == ["nothing 2 I1"])
    #expect(worklist.warnings == [.otherCount(processed: 1, inFile: 3)])
  }

  @Test func rowsThatKohaHasNotProcessedAreSaid() throws {
    let worklist = try worklist(
      "L I1 C1\nR I2\n",
      koha([
        ["", "31/05/2018 10:01", "", "Check out", "I1", "C1", ""],
        ["Success.", "31/05/2018 10:02", "", "Check in", "I2", "", ""],
      ]))
    #expect(worklist.tasks == [])
    #expect(worklist.warnings == [.waiting(count: 1)])
    #expect(!worklist.isDone)
  }

  @Test func aListOfAnotherFileIsRefused() throws {
    #expect(throws: OtherFile.self) {
      try worklist(
        "L I1 C1\nR I2\n",
        koha([
          ["Success.", "31/05/2018 10:01", "", "Check out", "X1", "C1", ""],
          ["Success.", "31/05/2018 10:02", "", "Check in", "X2", "", ""],
        ]))
    }
  }

  @Test func aNumberThatKohaRejectsHasItsNearMissAndIsCorrected() throws {
    let worklist = try worklist(
      "L 37000034179 9921000000164\nL 37000034187 9921000000614\nR I3\n",
      koha([
        [
          "Patron not found.", "31/05/2018 10:02", "", "Check out",
          "37000034187", "9921000000614",
        ]
      ]))
    let task = try #require(worklist.tasks.first)
    #expect(task.nearMisses.map(\.number) == ["9921000000164"])
    #expect(task.nearMisses.map(\.reason) == [.transposed])
  }

  @Test func theLinesMayBeThoseOfTheFileThatKohaTook() throws {
    let path = folder.write(
      bytes: Array(
        """
        Version=1.0\tGenerator=OffCirc\tGeneratorVersion=1.0
        2018-05-31 10:01:00 000\tissue\tC1\tI1
        2018-05-31 10:02:00 000\tpayment\tC1\t2.50
        2018-05-31 10:02:01 000\treturn\tI2

        """.utf8), to: "desk.koc")
    let list = koha([
      ["Success.", "31/05/2018 10:01", "", "Check out", "I1", "C1", ""],
      ["Success.", "31/05/2018 10:02", "", "Payment", "", "C1", "2.50"],
      ["Item not checked out.", "31/05/2018 10:02", "", "Check in", "I2", ""],
    ])
    let worklist = try Worklist(
      of: JobReport(bytes: Array(list.utf8)), with: path)
    #expect(tasks(worklist) == ["nothing 4 I2"])
    #expect(worklist.warnings == [])
  }

  // MARK: Evergreen

  private static let lent = "L I1 C1\nL I2 C2\nL I3 C3\nR I4\nR I5\nL I6 C6\n"

  @Test(arguments: [
    "Workstation\tType\tEvent Name\tItem Barcode\tPatron Barcode\n", "",
  ])
  func theExceptionsOfEvergreenAreJoinedWithTheLines(_ head: String) throws {
    let rows = [
      "BR1-desk\tcheckout\tASSET_COPY_NOT_FOUND\tI2\tC2",
      "BR1-desk\tcheckout\tACTOR_CARD_NOT_FOUND\tI3\tC3",
      "BR1-desk\tcheckin\tCOPY_STATUS_LOST\tI4\t",
      "BR1-desk\tcheckin\tROUTE-ITEM\tI5\t",
      "BR1-desk\tcheckout\tOPEN_CIRCULATION_EXISTS\tI6\tC6",
      "BR1-desk\tcheckout\tINTERNAL_SERVER_ERROR\tI1\tC1",
    ]
    let worklist = try worklist(
      Self.lent, head + rows.map { $0 + "\n" }.joined())
    #expect(
      tasks(worklist) == [
        "unknown-item 2 I2", "unknown-user 3 C3", "return-again 4 I4",
        "return-again 5 I5", "on-loan 6 I6", "unknown-message 1 I1",
      ])
    #expect(worklist.report.system == .evergreen)
    // Only an unknown number can be corrected by another one.
    let retry = worklist.retry
    #expect(
      retry.omissions.compactMap(\.line) + retry.corrections.map(\.line)
        == [2, 3])
  }

  // MARK: PMB

  /// Returns the lines of a file for PMB, and its page after it, seen on
  /// a real PMB 7.3.9.
  private func pmb(_ name: String) throws -> (lines: String, page: String) {
    func text(_ name: String) throws -> String {
      let path = Bundle.module.bundleURL
        .appendingPathComponent("Fixtures/secouru/" + name)
      return String(decoding: try Data(contentsOf: path), as: UTF8.self)
    }
    var lines: [String] = []
    var reader: String?
    var isLoan = false
    for line in try text(name + ".in").split(whereSeparator: \.isNewline) {
      switch line {
      case "PRET SECOURU": (isLoan, reader) = (true, nil)
      case "RETOUR SECOURU": isLoan = false
      default:
        if isLoan, reader == nil {
          reader = String(line)
        } else {
          lines.append(isLoan ? "L \(line) \(reader ?? "")" : "R \(line)")
        }
      }
    }
    let results = try text("RESULTS_\(name).txt").components(separatedBy: "\n")
    let start = try #require(results.firstIndex(of: "-- PASS 1"))
    let end = try #require(results.firstIndex(of: "-- DB"))
    return (
      lines.map { $0 + "\n" }.joined(),
      results[(start + 1)..<end].map { $0 + "\n" }.joined()
    )
  }

  @Test(arguments: [
    ("mix", []),
    ("already", ["nothing 2 100001", "on-loan 3 100001"]),
    (
      "unk_reader",
      [
        "other-borrower 2 100002", "other-borrower 3 100003",
        "unknown-message - -",
      ]
    ),
    ("resa", ["return-again 4 200001", "return-again 5 200003"]),
  ])
  func thePageOfARealPMBIsJoinedWithTheLines(
    _ name: String, _ expected: [String]
  ) throws {
    let (lines, page) = try pmb(name)
    let worklist = try worklist(lines, page)
    #expect(worklist.report.system == .pmb)
    #expect(tasks(worklist).prefix(expected.count) == expected[...])
    #expect(worklist.tasks.count >= expected.count)
    #expect(worklist.warnings == [])
    if expected.isEmpty { #expect(worklist.isDone) }
  }

  @Test func theSavedPageOfPMBIsReadToo() throws {
    let worklist = try worklist(
      "L 100001 E0001\nL 999999 E0001\nR 100002\nR 100003\n",
      """
      <html><body><h3>Prêt</h3><div>Prêt 100001 pour E0001<br />effectué</div>
      <div>999999 : Exemplaire inconnu</div><h3>Retour</h3><h4>Un titre</h4>
      <div>Prêt introuvable...</div>
      <table><tr><th>No.</th><th>Cote</th></tr>
      <tr><td>100002</td><td>M510 EXE FRA</td></tr></table>
      <h4>Le prêt pour tous</h4><div>Rendu !</div>
      <table><tr><th>No.</th><th>Cote</th></tr>
      <tr><td>100003</td><td>M510 EXE FRA</td></tr></table>
      <div>Récupération terminée</div></body></html>
      """)
    #expect(
      tasks(worklist) == ["unknown-item 2 999999", "nothing 3 100002"])
    #expect(worklist.warnings == [])
  }

  @Test func aPageOfPMBWithoutItsEndIsSaid() throws {
    let (lines, page) = try pmb("mix")
    let cut = String(page.prefix(page.count / 2))
    #expect(try worklist(lines, cut).warnings == [.noEnd])
  }

  // MARK: A rehearsal for another system

  @Test func theRehearsalForAnotherSystemHasTheNumbersOfItsLines() throws {
    let worklist = try worklist(
      "L I1 C1\nL I2 C2\nR I4\n",
      """
      Records processed,3,Records with exceptions,3
      Line,Error Message
      1,Borrower not found.
      2,Barcode not found.
      3,Item not issued.

      """)
    #expect(
      tasks(worklist) == [
        "unknown-user 1 C1", "unknown-item 2 I2", "nothing 3 I4",
      ])
    #expect(worklist.report.system == .koha)
  }

  @Test(arguments: SystemMessage.all.filter { $0.system != .koc })
  func eachMessageThatIsForetoldIsKnownWhenItComes(_ message: SystemMessage) {
    let text = SystemMessage.text(
      of: message.system, on: message.effect, message.operation ?? .loan,
      LineNumbers(item: "I1", borrower: "C1", previous: "C0"))
    let said = ReportMessage(text ?? "")
    #expect(text != nil)
    #expect(said.kind != .unknown)
    if message.words.contains("ITEM") { #expect(said.number == "I1") }
  }
}
