import Circulation
import Languages
import Textbooks

@testable import Station

extension Samples {
  /// What is said of fines.
  mutating func addFines() {
    add("var finesHeadings: [String] { get }") {
      [$0.finesHeadings.joined(separator: " ")]
    }
    add("func reason(of fine: Fine, on scale: StatusScale) -> String") {
      words in
      [words.reason(of: Value.fine, on: StatusScale())]
    }
    add("var noFines: String { get }") { [$0.noFines] }
    add("func total(of fines: [Fine]) -> String", naming: ["24"]) {
      [$0.total(of: [Value.fine])]
    }
    add("func cameBackBetter(_ items: [String]) -> String", naming: ["4711"]) {
      [$0.cameBackBetter(["4711"])]
    }
    add("var noClasses: String { get }") { [$0.noClasses] }
    add("func finesMayLack(_ journal: String) -> String", naming: ["/a/b"]) {
      [$0.finesMayLack("/a/b")]
    }
    add("func noFine(_ id: String) -> String", naming: ["4711"]) {
      [$0.noFine("4711")]
    }
    add("func notOpen(_ fine: Fine) -> String", naming: ["a:4711"]) {
      [$0.notOpen(Value.fine)]
    }
    add("func needsAmount(_ fine: Fine) -> String", naming: ["a:4711"]) {
      [$0.needsAmount(Value.fine)]
    }
    add(
      """
      func settled(_ fine: Fine, _ kind: FineSettlement.Kind, _ amount: \
      Money?) -> String
      """, naming: ["a:4711"]
    ) { words in
      FineSettlement.Kind.allCases.map {
        words.settled(Value.fine, $0, Money(cents: 2_490))
      }
    }
  }
}

extension Value {
  fileprivate static let fine = Fine(
    id: "a:4711", borrower: "E1", item: "3105412", start: 1, end: 4,
    amount: Money(cents: 2_490), time: Value.time,
    derivation: .asked(.noPrice))
}
