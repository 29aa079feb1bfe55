import Seeded
import Testing

@testable import Offload

/// What is passed over at the beginning of a message's text has no tag.
struct LineTagTests {
  private static let beginnings = [
    "Item not found. Barcode: ", "Line ", "line: ", "LIGNE n° ", "Zeile",
    "Return item failed", "Row", "o ", "o", "a) Line ", "a. ", "rad ", "sor",
    "User ", "L", "", "3", "#", "li\u{301}nea ", "línea ", "sorry ", " ",
  ]
  private static let ends = [
    "3", "12: Item not found. Barcode: 4711", "", "37000034179", " 2 - x", ")",
    "éà 4", ". 5",
  ]

  @Test func whatBeginsWithWordsHasNoTag() {
    var passedCount = 0
    for first in Self.beginnings {
      for second in Self.beginnings {
        for end in Self.ends {
          let text = first + second + end
          guard text.beginsWithWords else { continue }
          passedCount += 1
          #expect(LineTag(whole: text) == nil, "\(text)")
        }
      }
    }
    #expect(passedCount > 300)
  }

  @Test(arguments: [
    ("Line 3: Item not found. Barcode: 1", 3), ("ROW 4 - x", 4),
    ("o Zeile 7: x", 7), ("a) line 8: x", 8), ("5. Item not found", 5),
  ])
  func whatHasATagKeepsIt(_ text: String, _ line: Int) {
    #expect(LineTag(text)?.line == line)
  }

  @Test(arguments: [
    ("ITEM NOT FOUND. Barcode: 1", true), ("item not found", true),
    ("Item not foun", false), ("item not found\u{301}", false),
    ("return item failed", true), ("A later action on this", true),
    ("İtem not found", false), ("", false),
  ])
  func messagesBeginInAnyLetters(_ text: String, _ isBeginning: Bool) {
    #expect(ReportMessage.isBeginning(text) == isBeginning)
  }

  @Test(arguments: [
    ("x. Barcode: 4711", "Barcode:"), ("x BARCODE  : 4711", "BARCODE  :"),
    ("Barcode:", "Barcode:"), ("arcode: 1", nil), ("x: Barcode: 1", "Barcode:"),
    ("é Barcode: 1", "Barcode:"), ("Bar code: 1", "Bar code:"),
    ("Strichcode: 1", "Strichcode:"),
  ])
  func labelsOfNumbersAreFound(_ text: String, _ label: String?) {
    let found = ReportHeads.numberLabel(in: text, from: text.startIndex)
    #expect(found.map { String(text[$0]) } == label)
  }

  @Test(arguments: [
    ("7", 7), ("0", nil), ("000", nil), ("0012", 12),
    ("999999999", 999_999_999),
    ("1000000000", nil), ("1 234", 1_234), ("12.0", 12), ("", nil), ("x", nil),
  ])
  func cellsHoldLineNumbers(_ text: String, _ number: Int?) {
    #expect(text.lineNumber == number)
  }

  @Test(arguments: [
    ("a b", ["a b"]), ("a  b", ["a", "b"]), (" a", ["a"]), ("", []),
    ("a\tb", ["a", "b"]),
  ])
  func linesArePartedIntoCells(_ line: String, _ cells: [String]) {
    #expect(line.cells == cells)
  }
}
