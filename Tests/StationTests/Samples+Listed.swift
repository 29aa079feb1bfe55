import Scanning
@testable import Catalogue
@testable import Circulation
@testable import Station

extension Samples {
  /// What lists of the library system say.
  mutating func addListed() {
    add("var againstHeading: String { get }") { [$0.againstHeading] }
    add("func name(of objection: Objection) -> String") { words in
      Objection.allCases.map { words.name(of: $0) }
    }
    add("func dueAbout(_ day: String) -> String", naming: ["18"]) {
      [$0.dueAbout("2026-12-18")]
    }
    add("func alert(_ note: String) -> String", naming: ["NOTE"]) {
      [$0.alert("NOTE")]
    }
    add(
      "func putAside(_ item: String, day: String) -> String", naming: ["ITEM"]
    ) {
      [$0.putAside("ITEM", day: "2026-11-20")]
    }
    add("func returned(by holder: String) -> String", naming: ["WHO"]) {
      [$0.returned(by: "WHO")]
    }
    add("var titleHeading: String { get }") { [$0.titleHeading] }
    add(
      "func facts(of borrower: Borrower) -> String", naming: ["NAME", "CLASS"]
    ) { words in
      var borrower = Borrower(digest: NumberDigest(value: 1))
      borrower.name = "NAME"
      borrower.group = "CLASS"
      borrower.expires = "2027-09-30"
      return [words.facts(of: borrower)]
    }
    var item = Item(number: "4711")
    item.title = "TITLE"
    item.isOnLoan = true
    item.due = "2026-12-04"
    add("var lookUpExplanation: String { get }") { [$0.lookUpExplanation] }
    add("var lookUpPrompt: String { get }") { [$0.lookUpPrompt] }
    add("func foundItem(_ item: Item) -> String", naming: ["4711", "TITLE"]) {
      [$0.foundItem(item)]
    }
    add(
      "func foundItems(_ text: String, _ count: Int) -> String",
      naming: ["WORDS"]
    ) { words in
      Value.counts.map { words.foundItems("WORDS", $0) }
    }
    add("var foundItemFooter: String { get }") { [$0.foundItemFooter] }
    add("func listedHeading(_ day: String) -> String", naming: ["20"]) {
      [$0.listedHeading("2026-11-20")]
    }
    add("func line(of item: Item) -> String", naming: ["TITLE"]) {
      [$0.line(of: item)]
    }
    add("func itemTitle(_ number: String) -> String", naming: ["4711"]) {
      [$0.itemTitle("4711")]
    }
    add("var itemFooter: String { get }") { [$0.itemFooter] }
    add("func hasItem(_ name: String) -> String", naming: ["NAME"]) {
      [$0.hasItem("NAME")]
    }
    add("func heldHeading(_ day: String) -> String", naming: ["20"]) {
      [$0.heldHeading("2026-11-20")]
    }
    add("func blocked(_ reason: String) -> String") {
      [$0.blocked(""), $0.blocked("REASON")]
    }
    add("func withoutLists(_ error: CatalogueError) -> String") { words in
      [words.withoutLists(.notACatalogue("/c"))]
    }
    add("func listsOf(_ day: String) -> String", naming: ["20"]) {
      [$0.listsOf("2026-11-20")]
    }
    let verdicts = Objection.allCases.map {
      ListVerdict(
        on: "NUMBER", as: $0.isOfBorrower ? .borrower : .item,
        against: [$0], day: "2026-11-20")
    }
    add(
      "func objection(_ verdict: ListVerdict) -> String", naming: ["NUMBER"]
    ) { verdicts.map($0.objection) }
    add(
      "func against(_ verdict: ListVerdict) -> String",
      naming: ["NUMBER", "20"]
    ) { verdicts.map($0.against) }
  }
}
