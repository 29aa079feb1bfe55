import Languages

extension Samples {
  /// What is said of a school's borrowers.
  mutating func addBorrowers() {
    add("var borrowersHeadings: [String] { get }") {
      [$0.borrowersHeadings.joined(separator: " ")]
    }
    add(
      "func total(ofBorrowers count: Int, gone: Int) -> String",
      naming: ["12"]
    ) {
      [$0.total(ofBorrowers: 12, gone: 3), $0.total(ofBorrowers: 12, gone: 0)]
    }
    add("var noNumbersKept: String { get }") { [$0.noNumbersKept] }
    add("var borrowerHistoryHeadings: [String] { get }") {
      [$0.borrowerHistoryHeadings.joined(separator: " ")]
    }
    add(
      "func noSuchBorrowers(_ numbers: [String]) -> String", naming: ["4711"]
    ) { [$0.noSuchBorrowers(["4711"])] }
    add(
      "func borrowersGo(_ numbers: [String]) -> [String]", naming: ["4711"]
    ) { [$0.borrowersGo(["4711"]).joined(separator: "\n")] }
    add("func deletedBorrowers(_ count: Int) -> String", naming: ["4711"]) {
      [$0.deletedBorrowers(4_711)]
    }
  }
}
