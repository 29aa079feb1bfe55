import Seeded
import Testing

@testable import Circulation

struct DataFormatTests {
  private static let blanks = String(repeating: " ", count: 69)

  private func read(
    _ line: String
  ) throws(DataFormat.LineError) -> Transaction {
    try DataFormat.transaction(in: Array(line.utf8).span)
  }

  @Test func aLoanIsWrittenInTheColumnsOfTheDocument() throws {
    let loan = try Transaction.loan("37000034179", "9921000000164")
    let expected =
      "201805081348L37000034179" + Self.blanks + "9921000000164\r\n"
    #expect(
      String(decoding: DataFormat.lines(of: [loan]), as: UTF8.self) == expected)
    #expect(loan.line.utf8.count == 93 + 13)
  }

  @Test func aReturnIsWrittenWithoutBlanksAfterIt() throws {
    let lines = DataFormat.lines(of: [
      try .return("37000034179"), try .return("00P6A949HF4P"),
    ])
    #expect(
      String(decoding: lines, as: UTF8.self)
        == "201805081348R37000034179\r\n201805081348R00P6A949HF4P\r\n")
  }

  @Test(arguments: [
    "201805081348R37000034179",
    "201805081348R37000034179" + blanks,
    "201805081348R37000034179 ",
  ])
  func aReturnIsReadPaddedOrNot(_ line: String) throws {
    let transaction = try read(line)
    #expect(transaction.operation == .return)
    #expect(transaction.item.text == "37000034179")
    #expect(transaction.borrower == nil)
    #expect(transaction.recorded.iso8601 == "2018-05-08T13:48")
  }

  @Test(arguments: [
    // The sample of the user's document, and other narrow ones.
    "201805091348L37000034179          9921000000164",
    "201805091348L37000034179  9921000000164",
    "201805091348L37000034179" + blanks + "9921000000164",
    "201805091348L37000034179" + blanks + "9921000000164   ",
  ])
  func aLoanIsReadWhereverItsBorrowerStands(_ line: String) throws {
    let transaction = try read(line)
    #expect(transaction.operation == .loan)
    #expect(transaction.item.text == "37000034179")
    #expect(transaction.borrower?.text == "9921000000164")
    #expect(transaction.recorded.iso8601 == "2018-05-09T13:48")
  }

  @Test func aNarrowItemKeepsItsSingleBlanks() throws {
    let transaction = try read("201805091348L3 9990 00019    99 21")
    #expect(transaction.item.text == "3 9990 00019")
    #expect(transaction.borrower?.text == "99 21")
  }

  @Test func column94IsTheFirstOfABorrower() throws {
    let item = String(repeating: "7", count: 80)
    let transaction = try read("201805091348L\(item)9")
    #expect(transaction.item.text == item)
    #expect(transaction.borrower?.text == "9")
    #expect(throws: DataFormat.LineError.noBorrower) {
      try read("201805091348L\(item)")
    }
  }

  @Test(
    arguments: [
      ("", .empty),
      ("      ", .empty),
      ("2018", .tooShort(columns: 4)),
      ("201805091348L", .tooShort(columns: 13)),
      ("201805091348R   ", .tooShort(columns: 13)),
      ("201802301348L1  2", .time),
      ("201805092448L1  2", .time),
      ("20180509134 L1  2", .time),
      ("\u{feff}201805091348L1  2", .time),
      ("201805091348X1  2", .operation),
      ("201805091348l1  2", .operation),
      ("201805091348R 12", .item(.late(column: 15))),
      ("201805091348R1\u{7}2", .item(.character(column: 15))),
      ("201805091348R1é2", .item(.character(column: 15))),
      ("201805091348L   2", .item(.late(column: 17))),
      ("201805091348L1\u{0}  2", .item(.character(column: 15))),
      ("201805091348L37000034179", .noBorrower),
      ("201805091348L37000034179 9921000000164", .noBorrower),
      ("201805091348L37000034179" + blanks, .noBorrower),
      ("201805091348L1   \u{1}2", .borrower(.character(column: 18))),
      (
        "201805091348L37000034179" + blanks + " 99",
        .borrower(.late(column: 95))
      ),
      (
        "201805091348L37000034179" + blanks + String(repeating: "9", count: 81),
        .borrower(.tooLong(columns: 81))
      ),
      ("201805091348R37000034179" + blanks + "9", .afterReturn),
    ] as [(String, DataFormat.LineError)])
  func aLineThatCannotBeReadSaysWhy(
    _ line: String, _ error: DataFormat.LineError
  ) {
    #expect(throws: error) { try read(line) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<3_000 {
      let item = try generator.barcode()
      let time = try #require(
        LocalTime(
          year: .random(in: 1...9_999, using: &generator),
          month: .random(in: 1...12, using: &generator),
          day: .random(in: 1...28, using: &generator),
          hour: .random(in: 0...23, using: &generator),
          minute: .random(in: 0...59, using: &generator)))
      let transaction: Transaction =
        Bool.random(using: &generator)
        ? .return(of: item, at: time)
        : .loan(of: item, to: try generator.barcode(), at: time)
      #expect(try read(transaction.line) == transaction)
      let padding = String(repeating: " ", count: 80)
      #expect(try read(transaction.line + padding) == transaction)
    }
  }

  @Test func noBytesAtAllMakeTheReaderFail() throws {
    var generator = SeededGenerator(seed: 3)
    let letters = Array("0123456789LR   \u{0}\u{ff}".utf8)
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...200, using: &generator)
      let line =
        Array(
          "201805091348L".utf8.prefix(Int.random(in: 0...13, using: &generator))
        )
        + (0..<length).compactMap { _ in
          letters.randomElement(using: &generator)
        }
      guard let transaction = try? DataFormat.transaction(in: line.span) else {
        continue
      }
      // What can be read can be written and read again.
      #expect(try read(transaction.line) == transaction)
    }
  }
}
