import Languages
import Sheet
import Textbooks

@testable import Station

extension Samples {
  /// What is on papers, and what is said of making them.
  mutating func addPapers() {
    let year = SchoolYear(beginningIn: 4_711)
    let cents = Money(cents: 4_711)
    add("func title(of kind: PaperKind) -> String") { words in
      PaperKind.allCases.map { words.title(of: $0) }
    }
    add("func schoolClass(_ name: String) -> String", naming: ["3B"]) {
      [$0.schoolClass("3B")]
    }
    add("func name(of year: SchoolYear) -> String", naming: ["4711"]) {
      [$0.name(of: year)]
    }
    add("func years(of year: SchoolYear) -> String", naming: ["4711"]) {
      [$0.years(of: year)]
    }
    add("func head(of column: PaperColumn) -> String") { words in
      PaperColumn.allCases.map { words.head(of: $0) }
    }
    add("func heading(of part: PaperPart) -> String") { words in
      PaperPart.allCases.map { words.heading(of: $0) }
    }
    add("var unknownState: String { get }") { [$0.unknownState] }
    add("func copies(_ count: Int) -> String") { words in
      Value.counts.map { words.copies($0) }
    }
    add("func receiptText(dueOn day: String?) -> String") { words in
      ["30/06", nil].map { words.receiptText(dueOn: $0) }
    }
    add("var signatureLines: [String] { get }") {
      [$0.signatureLines.joined(separator: " ")]
    }
    add("var kept: String { get }") { [$0.kept] }
    add("var allIsBack: String { get }") { [$0.allIsBack] }
    add(
      "func sums(due: Money, undecided: Int, paid: Money) -> String",
      naming: ["47"]
    ) { words in
      [0, 1, 2].map { words.sums(due: cents, undecided: $0, paid: cents) }
    }
    add("func toParents(of name: String) -> String", naming: ["ADAM"]) {
      [$0.toParents(of: "ADAM")]
    }
    add("func reminderText(dueOn day: String?) -> String") { words in
      ["30/06", nil].map { words.reminderText(dueOn: $0) }
    }
    add(
      "func reminderRequest(hasCopies: Bool, hasFines: Bool) -> String"
    ) { words in
      [(true, true), (true, false), (false, true)].map {
        words.reminderRequest(hasCopies: $0, hasFines: $1)
      }
    }
    add(
      "func classSummary(pupils: Int, holding: Int, copies: Int) -> String",
      naming: ["28", "24", "140"]
    ) { [$0.classSummary(pupils: 28, holding: 24, copies: 140)] }
    add(
      "func page(_ number: Int, of count: Int) -> String", naming: ["1", "2"]
    ) { [$0.page(1, of: 2)] }
    add(
      "func written(_ path: String, pages: Int) -> String",
      naming: [Value.path]
    ) { words in
      Value.counts.map { words.written(Value.path, pages: $0) }
    }
    add("func nothingToPrint(_ kind: PaperKind) -> String") { words in
      PaperKind.allCases.map { words.nothingToPrint($0) }
    }
    add("func notDueYet(_ day: String) -> String", naming: ["4711"]) {
      [$0.notDueYet("4711")]
    }
    add(
      "func noSuchClass(_ name: String, all: [String]) -> String",
      naming: ["9Z", "3A", "3B"]
    ) { [$0.noSuchClass("9Z", all: ["3A", "3B"])] }
    add("func withoutCode(_ count: Int) -> String") { words in
      Value.counts.map { words.withoutCode($0) }
    }
  }
}
