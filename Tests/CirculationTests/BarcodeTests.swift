import Seeded
import Testing

@testable import Circulation

struct BarcodeTests {
  @Test(arguments: [
    "1", "37000034179", "00P6A949HF4P", "A  B", "!~", "3 9990 00019 2148",
    String(repeating: "9", count: 80),
  ])
  func whatALineCanCarryIsTaken(_ text: String) throws {
    #expect(try Barcode(text).text == text)
  }

  @Test(
    arguments: [
      ("", .empty),
      ("   ", .empty),
      (String(repeating: "9", count: 81), .tooLong(columns: 81)),
      ("12\t34", .character("\t", column: 3)),
      ("12\n", .character("\n", column: 3)),
      ("12\r\n", .character("\r\n", column: 3)),
      ("\u{1b}[A", .character("\u{1b}", column: 1)),
      ("12\u{7f}", .character("\u{7f}", column: 3)),
      ("1é", .character("é", column: 2)),
      ("e\u{301}1", .character("e\u{301}", column: 1)),
      ("1\u{a0}2", .character("\u{a0}", column: 2)),
      (" 12", .outerSpace),
      ("12 ", .outerSpace),
    ] as [(String, BarcodeError.Reason)])
  func aRefusalNamesTheValueAndTheReason(
    _ text: String, reason: BarcodeError.Reason
  ) {
    #expect(throws: BarcodeError(value: text, reason: reason)) {
      try Barcode(text)
    }
  }

  @Test func bytesOfAFileAreTakenByTheSameRule() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...82, using: &generator)
      let bytes = (0..<length).map { _ in
        // Mostly good ones, else hardly any number would be whole.
        UInt8.random(in: 0..<200, using: &generator) == 0
          ? UInt8.random(in: 0...0xff, using: &generator)
          : UInt8.random(in: 0x20...0x7e, using: &generator)
      }
      let typed = try? Barcode(String(decoding: bytes, as: UTF8.self))
      #expect(Barcode(bytes.span) == typed)
    }
  }
}
