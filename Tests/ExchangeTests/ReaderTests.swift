import Circulation
import Testing

@testable import Exchange

/// The lines that no fixture has.
struct ReaderTests {
  private static let head = "Version=1.0\tGenerator=kolt\tGeneratorVersion=1\n"

  private func fault(
    _ line: String, _ format: ExchangeFormat
  ) throws -> LineFault? {
    let isKoha = format == .koha
    let text = (isKoha ? Self.head : "") + line + "\n"
    return try OfflineFile(text, as: format).faults[isKoha ? 2 : 1]
  }

  @Test(arguments: [
    ("2026-11-25 10:15:30\tpayment\tC1\t2,50", LineFault.amount),
    ("2026-11-25 10:15:30\tpayment\tC1\t1e3", .amount),
    ("2026-11-25 10:15:30\tpayment\tC1\t3.999", .amount),
    ("2026-11-25\tissue\tC1\tI1", .time),
    ("2026-11-25 10:15\tissue\tC1\tI1", .time),
    ("2026-11-25 24:00:00\tissue\tC1\tI1", .time),
    ("2026-11-25 10:15:30", .command("")),
    ("2026-11-25 10:15:30\tissue", .fields(found: 0, expected: 2)),
    ("2026-11-25 10:15:30\tissue\tC1", .fields(found: 1, expected: 2)),
    ("2026-11-25 10:15:30\tissue\tC1\tI\u{7}1", .controlCharacter),
    ("2026-11-25 10:15:30\tissue\tC1\tI1\r2026", .innerReturn),
    ("", .empty),
  ])
  func aLineOfKohaIsToldWithItsReason(
    _ line: String, _ expected: LineFault
  ) throws {
    #expect(try fault(line, .koha) == expected)
  }

  @Test(arguments: [
    (
      #"{"timestamp":1795598101,"type":"checkin","barcode":0012345}"#,
      LineFault.notJSON
    ),
    (
      #"{"timestamp":1795598101,"type":"checkin","barcode":900719925474099312}"#,
      .bareNumber
    ),
    (#"{"timestamp":1795598101,"type":"checkin"}"#, .noItem),
    (#"{"timestamp":"2026-11-25","type":"checkin","barcode":"I"}"#, .time),
    (#"{"type":"checkin","barcode":"I"}"#, .time),
    (
      #"{"timestamp":1795598101,"type":"checkin","barcode":"A\u0007"}"#,
      .controlCharacter
    ),
    (
      #"{"timestamp":1795598101,"type":"checkin","barcode":"\ud800"}"#,
      .notJSON
    ),
    (#"{"timestamp":1795598101,"type":"checkin","barcode":"I""#, .notJSON),
    ("null", .command("")),
    ("", .empty),
  ])
  func aLineOfEvergreenIsToldWithItsReason(
    _ line: String, _ expected: LineFault
  ) throws {
    #expect(try fault(line, .evergreen) == expected)
  }

  @Test(arguments: [
    ("o:2611251015:b37:b99:2612162359:777 ", LineFault.group),
    ("o:2611251015:37:b99:2612162359:777", .prefix),
    ("o:2613251015:b37:b99:2612162359:777", .time),
    ("o:2611251015:b37::2612162359:777", .noBorrower),
    ("i:2611251017:b37:b99::777", .fields(found: 5, expected: 4)),
    ("x:2611251017:b37:::777", .command("x")),
    ("i:2611251017:b:::777", .emptyNumber),
  ])
  func aLineOfSierraIsToldWithItsReason(
    _ line: String, _ expected: LineFault
  ) throws {
    #expect(try fault(line, .sierra) == expected)
  }

  @Test func destinysCodesChangeTheBlock() throws {
    let file = try OfflineFile(
      """
      %C125J
      E1
      T1
      %C126K
      T2
      %C121Q
      R1
      %C123H
      %C127L
      A 1
      A2
      """, as: .destiny)
    #expect(
      file.entries == [
        Entry(.loan(item: "T1", borrower: "E1"), material: .textbook),
        Entry(.return(item: "T2"), material: .textbook),
        Entry(.return(item: "A2")),
      ])
    #expect(
      file.faults == [7: .resources, 8: .blockWithoutBorrower, 10: .innerBlank])
  }

  @Test func aFileOfReturnsForLineEndsIsTold() throws {
    let text =
      Self.head.replacing("\n", with: "\r")
      + "2026-11-25 10:15:30\tissue\tC1\tI1\r"
    let file = try OfflineFile(text, as: .koha)
    #expect(file.entries == [])
    #expect(file.faults == [1: .innerReturn])
  }

  @Test func aRenewalOfAForkOfKohaIsOne() throws {
    let file = try OfflineFile(
      Self.head + "2026-11-25 10:15:30\tprolong\tC1\tI1\n", as: .koha)
    #expect(
      file.entries.map(\.act) == [.renewal(item: "I1", borrower: "C1")])
  }

  @Test func aReturnOfTheOldestTestDataIsOne() throws {
    let file = try OfflineFile(
      Self.head + "2026-11-25 10:15:30 10:15:30\treturn\t\tI1\n", as: .koha)
    #expect(file.entries == [.returned("I1", "2026-11-25T10:15:30")])
  }
}
