import Testing

@testable import Catalogue

/// The numbers that a person gives for many copies.
struct CopyNumbersTests {
  @Test(arguments: [
    ("27001", ["27001"]), ("27009-27011", ["27009", "27010", "27011"]),
    ("A98-101", ["A98", "A99", "A100", "A101"]),
    ("MA08-MA10", ["MA08", "MA09", "MA10"]),
    ("0099-0101", ["0099", "0100", "0101"]), ("1-1", ["1"]),
    // No range: these may be labels.
    ("A1-B2", ["A1-B2"]), ("978-2-01", ["978-2-01"]), ("12-A", ["12-A"]),
  ])
  func aRangeCounts(text: String, numbers: [String]) throws {
    #expect(try CopyNumbers.all(in: text) == numbers)
  }

  @Test func aHundredCopiesAreOneRange() throws {
    let all = try CopyNumbers.all(in: "27001-27100")
    #expect(all.count == 100)
    #expect(all.last == "27100")
  }

  @Test func whatCannotBeCountedIsRefused() {
    for (text, flaw) in [
      ("20-10", CopyNumberFlaw.backwards("20-10")),
      ("1-5001", .tooMany("1-5001", maximum: 5_000)),
      (
        "1-99999999999999999999", .tooLong("1-99999999999999999999")
      ),
      ("é", .notANumber("é")), ("", .notANumber("")),
    ] {
      #expect(throws: flaw) { try CopyNumbers.all(in: text) }
    }
  }
}
