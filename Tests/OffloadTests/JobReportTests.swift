import Foundation
import Seeded
import Testing

@testable import Offload

/// The job report of the user's document, and others like it.
enum ReportFixture {
  static let forms = [
    "report.txt", "report.html", "shared.xlsx", "inline.xlsx", "openpyxl.xlsx",
    "text.eml", "page.eml", "attached.eml",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil))
    return Array(try Data(contentsOf: url))
  }

  static let messages = [
    JobReport.Message(line: 18, text: "Item not found. Barcode: TOTO31400"),
    JobReport.Message(
      line: 19,
      text: "Return item failed, item was not on loan. Barcode: OTOLO104602"),
    JobReport.Message(
      line: 38,
      text: "Return item failed, item was not on loan. Barcode: d293004279"),
    JobReport.Message(
      line: 39,
      text: "Return item failed, item was not on loan. Barcode: OTOLO104602"),
  ]

  static func report() throws -> JobReport {
    try JobReport(bytes: bytes("report.txt"))
  }
}

@Suite struct JobReportTests {
  private func read(_ text: String) throws -> JobReport {
    try JobReport(bytes: Array(text.utf8))
  }

  private func messages(_ text: String) throws -> [String] {
    try read(text).messages.map {
      ($0.line.map(String.init) ?? "-") + " " + $0.text
    }
  }

  @Test func theReportOfTheUsersDocumentIsReadWhole() throws {
    let report = try ReportFixture.report()
    #expect(report.head.process == "2744228060004116")
    #expect(
      report.head.name == "Prêts - Télécharger les transactions hors-ligne")
    #expect(report.head.started == "17/01/2018 17:32:47 CET")
    #expect(report.head.finished == "17/01/2018 17:33:14 CET")
    #expect(report.head.status == "Completed Successfully")
    #expect(report.head.processed == 57)
    #expect(report.head.exceptions == 9)
    #expect(report.messages == ReportFixture.messages)
    #expect(report.missingCount == 5)
  }

  @Test(arguments: ReportFixture.forms)
  func everyFormIsTheSameReport(_ name: String) throws {
    let report = try JobReport(bytes: ReportFixture.bytes(name))
    #expect(report == (try ReportFixture.report()))
  }

  @Test(arguments: [
    String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windowsCP1252,
  ])
  func everyEncodingAndLineEndIsTheSameReport(
    _ encoding: String.Encoding
  ) throws {
    let text = String(
      decoding: try ReportFixture.bytes("report.txt"), as: UTF8.self)
    for end in ["\n", "\r\n", "\r"] {
      for mark in encoding == .windowsCP1252 ? [""] : ["", "\u{feff}"] {
        let bytes = try #require(
          (mark + text.replacing("\n", with: end)).data(using: encoding))
        #expect(
          try JobReport(bytes: Array(bytes)) == (try ReportFixture.report()))
      }
    }
  }

  @Test(arguments: [",", ";", "\t"], [true, false])
  func rowsOfCommaSeparatedValuesAreRead(
    _ separator: String, _ isQuoted: Bool
  ) throws {
    let rows = ReportFixture.messages.map { message in
      let text = isQuoted ? "\"\(message.text)\"" : message.text
      return "\(message.line ?? 0)\(separator)\(text)"
    }
    for end in ["\n", "\r\n"] {
      let text =
        "\u{feff}Line\(separator)Error Message\(end)"
        + rows.joined(separator: end) + end
      #expect(try read(text).messages == ReportFixture.messages)
    }
  }

  @Test func aQuotedFieldMayHaveLineEndsAndQuotesInIt() throws {
    #expect(
      try messages(
        "Line;Error Message\r\n3;\"Item not found.\r\nBarcode: A;\"\"B\"\"\"\r\n"
      )
        == ["3 Item not found. Barcode: A;\"B\""])
  }

  @Test func aStrayQuoteLosesNoMessage() throws {
    #expect(
      try messages(
        "Line;Error Message\n3;\"Item not found. Barcode: A\n4;User not found. Barcode: B\n"
      ).count == 2)
  }

  @Test func cellsMayStandOnLinesOfTheirOwn() throws {
    let text = """
      Records processed
      57
      Records with exceptions
      2
      Line
      Error Message

      18

      Item not found. Barcode: 37000034179
      19
      Something that nobody has heard of
      """
    #expect(
      try messages(text) == [
        "18 Item not found. Barcode: 37000034179",
        "19 Something that nobody has heard of",
      ])
    let head = try read(text).head
    #expect(head.processed == 57 && head.exceptions == 2)
  }

  @Test func wrappedLinesAndPagesAreOneTable() throws {
    #expect(
      try messages(
        """
        Line   Error Message
        18     Item not found. Barcode:
               37000034179
        19     Return item failed, item was not on
               loan. Barcode: 7
                                  Page 1 / 2
        \u{c}Line   Error Message
        20     Return item failed, item was
        2
               not on loan. Barcode: 8
        21     A message of two
               lines. Barcode: 9
        https://alma.example.org/rep 2/2
        """) == [
          "18 Item not found. Barcode: 37000034179",
          "19 Return item failed, item was not on loan. Barcode: 7",
          "20 Return item failed, item was not on loan. Barcode: 8",
          "21 A message of two lines. Barcode: 9",
        ])
  }

  @Test func lineNumbersMayBeMissing() throws {
    #expect(
      try messages(
        """
        Error Message
        Item not found. Barcode: 1
        User not found. Barcode: 2
        Nobody knows this. Barcode: 3
        A later action on this item happened. Barcode: 4
        """) == [
          "- Item not found. Barcode: 1", "- User not found. Barcode: 2",
          "- Nobody knows this. Barcode: 3",
          "- A later action on this item happened. Barcode: 4",
        ])
  }

  @Test func singleBlanksMayPartTheColumnsAndTheHead() throws {
    let report = try read(
      """
      Process ID 27 Name Loans: offline Status Completed Successfully Status date 1/1
      Records processed 1,057 Records with exceptions 1
      Line Error Message
      18 Item not found. Barcode: 37 4
      """)
    #expect(report.head.process == "27")
    #expect(report.head.name == "Loans: offline")
    #expect(report.head.status == "Completed Successfully")
    #expect(report.head.processed == 1057)
    #expect(report.head.exceptions == 1)
    #expect(report.messages.map(\.said.number) == ["37 4"])
  }

  @Test func aFrenchPageIsReadAndItsMessagesAreKeptWhole() throws {
    let report = try read(
      """
      Statut de traitement :	Terminé avec succès
      Enregistrements terminés	57
      Enregistrements avec échecs	2
      Ligne	Message d'erreur
      18	Exemplaire introuvable. Code-barres : TOTO31400
      19	Item not found. Barcode: 2
      """)
    #expect(report.head.status == "Terminé avec succès")
    #expect(report.head.processed == 57)
    #expect(report.head.exceptions == 2)
    #expect(report.messages.map(\.line) == [18, 19])
    #expect(report.messages[0].said.kind == .unknown)
    #expect(report.messages[0].said.number == "TOTO31400")
    #expect(
      report.messages[0].text
        == "Exemplaire introuvable. Code-barres : TOTO31400")
  }

  @Test func labelsMayStandAboveTheirValues() throws {
    let report = try read(
      """
      Process ID,Records processed,Records with exceptions
      27,57,1
      Line,Error Message
      4,Item not found. Barcode: 2
      """)
    #expect(report.head.process == "27")
    #expect(report.head.processed == 57)
    #expect(report.head.exceptions == 1)
  }

  @Test func whatStandsAroundTheTableIsNoMessage() throws {
    #expect(
      try messages(
        """
        15 Rue des Lois
        31077 Toulouse Cedex 4

        Line	Error Message
        18	Item not found. Barcode: 1

        Alma enregistre les prêts, y compris si :
        12 mois ont passé
        """) == ["18 Item not found. Barcode: 1"])
  }

  @Test func rowsThatWereCopiedTwiceCountOnce() throws {
    let row = "18\tItem not found. Barcode: 1\n"
    #expect(try messages(row + row) == ["18 Item not found. Barcode: 1"])
    let bare = "Item not found. Barcode: 1\n"
    #expect(try messages(bare + bare).count == 2)
  }

  @Test(arguments: [
    ("Item not found. Barcode: 1", ReportMessage.Kind.itemNotFound),
    ("User not found. Barcode: 1", .userNotFound),
    ("Return item failed, item was not on loan. Barcode: 1", .notOnLoan),
    ("A later action on this item happened. Barcode: 1", .laterAction),
    ("ITEM NOT FOUND.  Barcode : 1", .itemNotFound),
    ("Item is not for loan. Barcode: 1", .unknown),
  ])
  func everyMessageIsKnown(_ text: String, _ kind: ReportMessage.Kind) {
    let message = JobReport.Message(line: 1, text: text.collapsingWhitespace)
    #expect(message.said.kind == kind)
    #expect(message.said.number == "1")
  }

  @Test func nothingThatATerminalObeysIsLeftInAMessage() throws {
    #expect(
      try messages("18\tItem not found. Barcode: \u{1b}[2J\u{202e}1\u{7}\n")
        == ["18 Item not found. Barcode: [2J1"])
  }

  @Test func aReportWithoutExceptionsIsOne() throws {
    let report = try read("Records processed\t3\tRecords with exceptions\t0\n")
    #expect(report.messages.isEmpty)
    #expect(report.head.processed == 3)
  }

  @Test(arguments: [
    ("", ReportError.noMessage), ("%PDF-1.7\n", .pdf), ("GIF89a", .picture),
    ("\0\u{1}\u{2}", .noMessage), ("PK\u{3}\u{4}", .damaged),
    ("no report at all", .noMessage), ("Line\tError Message\n", .noMessage),
    ("MIME-Version: 1.0\nContent-Type: text/plain\n\nHello\n", .noMessage),
    ("<html><body>Hello</body></html>", .noMessage),
  ])
  func whatIsNoReportIsRefused(_ text: String, _ error: ReportError) {
    #expect(throws: error) { try read(text) }
  }

  @Test func filesOfTheOldOfficeAreRefused() {
    let bytes: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]
    #expect(throws: ReportError.oldOffice) { try JobReport(bytes: bytes) }
  }

  @Test func aPageOfDivisionsIsRead() throws {
    #expect(
      try messages(
        """
        <div role="table"><div role="row"><div>Line</div><div>Error Message</div>
        </div><div role="row"><div>18</div><div>User not found.<br>Barcode:&nbsp;1
        </div></div><div><div>19</div><div>New one &lt;b&gt;</div></div></div>
        """) == ["18 User not found. Barcode: 1", "19 New one <b>"])
  }

  @Test func linesOfAPageThatAreSetAsTheyAreStayLines() throws {
    #expect(
      try messages(
        """
        <html><body><table><tr><td><pre>Line  Error Message
        18  User not found.
            Barcode: 1
        19  Item not found. Barcode: 2</pre></td></tr></table></body></html>
        """) == [
          "18 User not found. Barcode: 1", "19 Item not found. Barcode: 2",
        ])
  }

  @Test func aMailMayComeFromABox() throws {
    let mail = try ReportFixture.bytes("text.eml")
    let bytes = Array("From alma@example.org Wed Jan 17 17:33:20 2018\n".utf8)
    #expect(
      try JobReport(bytes: bytes + mail) == (try ReportFixture.report()))
  }

  /// Damaged files are refused or read as far as they go: nothing crashes.
  @Test(arguments: ReportFixture.forms)
  func damagedReportsNeverCrash(_ name: String) throws {
    let sound = try ReportFixture.bytes(name)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        guard !bytes.isEmpty else { break }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes.suffix(9), at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      do {
        let report = try JobReport(bytes: bytes)
        #expect(report.messages.count < 1_000)
      } catch {
        #expect(error as ReportError? != nil)
      }
    }
  }
}
