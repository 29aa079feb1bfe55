import Circulation
import Simulated
import Testing

@testable import Exchange

/// The cases of the tests of KOC 2.4.0, Koha's own program: `tst_kocfile`, and
/// what `tst_mainwindow` saves and loads again.
struct KOCOwnTests {
  private static let head = "Version=1.0\tGenerator=OffCirc\tGeneratorVersion="
  private let time = "2024-03-15T10:20:30"

  private func line(_ entry: Entry) -> String {
    let text = String(
      decoding: ExchangeFormat.koha.bytes(of: [entry]), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().joined(separator: "|")
  }

  private func payment(_ cents: Int) -> Entry {
    Entry(.payment(borrower: "42", cents: cents), at: Moment(iso8601: time))
  }

  @Test func headerLine() {
    let text = String(
      decoding: ExchangeFormat.koha.bytes(of: []), as: UTF8.self)
    #expect(text == Self.head + "1.0\n")
  }

  @Test func serializeIssueReturnAndPayment() {
    #expect(
      line(.lent("B1", "42", time)) == "2024-03-15 10:20:30 000\tissue\t42\tB1")
    #expect(
      line(.returned("B1", time)) == "2024-03-15 10:20:30 000\treturn\tB1")
    #expect(
      line(payment(250)) == "2024-03-15 10:20:30 000\tpayment\t42\t2.50")
  }

  @Test(arguments: [
    (500, "5.00"), (250, "2.50"), (10, "0.10"), (400, "4.00"), (0, "0.00"),
    (123_456, "1234.56"),
  ])
  func formatPayment(_ cents: Int, _ text: String) throws {
    #expect(line(payment(cents)).hasSuffix("\t" + text))
  }

  @Test func parseIssueReturnPaymentAndAShortLine() throws {
    let file = try OfflineFile(
      """
      Version=1.0\tGenerator=kocDesktop\tGeneratorVersion=2.4.0
      2024-03-15 10-20-30 123\tissue\t42\tB1
      2024-03-15 10-20-30 123\treturn\tB1
      2024-03-15 10-20-30 123\tpayment\t42\t2.50
      2024-03-15 10-20-30 123\tissue

      """, as: .koha)
    #expect(
      file.entries.map(\.act) == [
        .loan(item: "B1", borrower: "42"), .return(item: "B1"),
        .payment(borrower: "42", cents: 250),
      ])
    #expect(file.entries.map(\.moment?.millisecond) == [123, 123, 123])
    #expect(file.faults == [5: .fields(found: 0, expected: 2)])
  }

  @Test func roundTripOfThreeLines() throws {
    let rows: [Entry] = [
      .lent("B1", "42", time), .returned("B2", time), payment(123_456),
    ]
    let file = try OfflineFile(ExchangeFormat.koha.bytes(of: rows), as: .koha)
    #expect(file.entries.map(\.act) == rows.map(\.act))
    #expect(
      file.entries.map(\.moment?.wall) == rows.map(\.moment?.wall))
    #expect(file.faults == [:] && file.notes.notices == [])
  }
}
