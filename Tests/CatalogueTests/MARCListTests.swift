import Foundation
import Support
import Tables
import Testing

@testable import Catalogue

/// Records of MARC with items.
struct MARCListTests {
  private let lists = ListFolder()

  @Test func theItemsOfMARC21AreKnown() throws {
    let old = Data([0x45, 0xe2, 0x74, 0x65])
    let data =
      SampleList.record(
        [
          (
            "245", SampleList.texts([("a", "Équations /"), ("c", "An author")])
          ),
          (
            "952",
            SampleList.texts([
              ("p", "0042"), ("o", "A 1"), ("y", "BK"), ("7", "1"),
            ])
          ),
          ("952", SampleList.texts([("p", "43"), ("q", "2026-12-24")])),
        ], leader: "a")
      + Data("\r\n".utf8) + Data("broken\u{1d}".utf8)
      + SampleList.record([
        ("245", [("a", old)]), ("952", SampleList.texts([("p", "44")])),
      ])
    let outcome = try lists.add([lists.write(data, as: "list")])
    #expect(outcome.report.kind == .items)
    #expect(outcome.report.newCount == 3)
    #expect(outcome.report.unreadCellCount == 1)
    #expect(outcome.rejected.map(\.reason) == [.broken(.notARecord)])
    #expect(outcome.rejected.map(\.line) == [2])
    let catalogue = try Catalogue(lists.catalogue)
    let item = try catalogue.item("0042")
    #expect(item?.title == "Équations /")
    #expect(item?.author == "An author")
    #expect(item?.callNumber == "A 1")
    #expect(item?.isNotForLoan == true)
    #expect(try catalogue.item("43")?.due == "2026-12-24")
    #expect(try catalogue.item("43")?.isNotForLoan == false)
    #expect(try catalogue.item("44")?.title == nil)
  }

  @Test func theItemsOfUNIMARCAreKnown() throws {
    let title = ("200", SampleList.texts([("a", "Titre"), ("f", "Auteur")]))
    let koha = try lists.write(
      SampleList.record([
        title,
        (
          "995",
          SampleList.texts([
            ("f", "42"), ("k", "A 1"), ("r", "LIV"), ("g", "12"),
          ])
        ),
      ]), as: "list")
    try lists.add([koha])
    var item = try Catalogue(lists.catalogue).item("42")
    #expect(item?.title == "Titre")
    #expect(item?.callNumber == "A 1")
    #expect(item?.policy == "LIV")
    #expect(item?.price == "12")
    let pmb = try lists.write(
      SampleList.record([
        title, ("995", SampleList.texts([("f", "43"), ("o", "e")])),
        (
          "996",
          SampleList.texts([
            ("f", "43"), ("k", "A 2"), ("1", "exclu"), ("2", "4"), ("3", "0"),
            ("a", "Owner"), ("v", "Hall"), ("x", "Part"), ("e", "Book"),
            ("9", "expl_prix:Marker"),
          ])
        ),
      ]), as: "list")
    try lists.add([pmb])
    item = try Catalogue(lists.catalogue).item("43")
    #expect(item?.status == 4)
    #expect(item?.statusLabel == "exclu")
    #expect(item?.isNotForLoan == true)
    #expect(item?.owner == "Owner")
    #expect(item?.location == "Hall")
    #expect(item?.section == "Part")
    #expect(item?.support == "Book")
    try lists.expectNoMarker()
  }
}
