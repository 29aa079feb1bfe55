import Foundation
import Testing

@testable import Catalogue

/// The form in which the file keeps numbers of items: shorter, and never another
/// number.
struct ItemKeyTests {
  @Test func onlyWhatStaysTheSameIsKeptAsANumber() {
    let keys: [(String, DatabaseValue)] = [
      ("37000034179", .number(37_000_034_179)), ("1", .number(1)),
      ("999999999999999999", .number(999_999_999_999_999_999)),
      ("1000000000000000000", .text("1000000000000000000")),
      ("0", .text("0")), ("012345", .text("012345")), ("", .text("")),
      ("12E5", .text("12E5")), ("+33612", .text("+33612")), ("-1", .text("-1")),
      ("3.0", .text("3.0")), ("٣", .text("٣")), ("1 2", .text("1 2")),
    ]
    for (text, value) in keys {
      #expect(DatabaseValue(itemNumber: text) == value, "\(text)")
    }
  }

  @Test func numbersThatLookAlikeAreDifferentItems() throws {
    let lists = ListFolder()
    let numbers = [
      "12345", "012345", "12E5", "1200000", "12345678901234567890",
    ]
    let list = try lists.write(
      "barcode,title\n" + numbers.map { "\($0),T\($0)\n" }.joined())
    for _ in 0..<2 {
      try lists.add([list])
      let catalogue = try Catalogue(lists.catalogue)
      #expect(try catalogue.counts().items == numbers.count)
      for number in numbers {
        let item = try catalogue.item(number)
        #expect(item?.number == number && item?.title == "T" + number)
      }
      #expect(try catalogue.item("0012345") == nil)
      var seen: Set<String> = []
      try catalogue.forEachItem { number, _ in
        seen.insert(String(decoding: number, as: UTF8.self))
      }
      #expect(seen == Set(numbers))
    }
  }

  /// Titles of an earlier import are known again.
  @Test func aTitleIsKeptOnceWhicheverListHasIt() throws {
    let lists = ListFolder()
    try lists.add([lists.write("barcode,title\n1001,Atlas\n1002,Roman\n")])
    try lists.add([lists.write("barcode,title\n1003,Atlas\n1004,Essai\n")])
    #expect(try Catalogue(lists.catalogue).counts().titles == 3)
    #expect(
      try lists.rows("SELECT title FROM item ORDER BY number")
        == ["1", "2", "1", "3"])
  }
}
