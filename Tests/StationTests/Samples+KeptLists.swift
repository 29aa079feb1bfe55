import Catalogue
import Languages
import Scanning

@testable import Station

extension Samples {
  /// What is said of the lists that are kept.
  mutating func addKeptLists() {
    add(
      "func rebuilt(_ path: String, listCount: Int) -> String",
      naming: ["/a/b", "4711"]
    ) { [$0.rebuilt("/a/b", listCount: 4711)] }
    add("func erased(_ lists: [ImportedList]) -> String") {
      [$0.erased(Value.importedLists), $0.erased([])]
    }
    add(
      """
      func erased(_ lists: [ImportedList], olderThan days: Int) -> String
      """, naming: ["items.csv", "400"]
    ) { [$0.erased(Value.importedLists, olderThan: 400)] }
    add(
      """
      func verified(_ number: String, _ finding: Verification.Finding) -> String
      """, naming: ["4711"]
    ) { words in
      [
        .found, .notFound,
        .foundAfter(NumberCut(start: 1, end: 2, dropsZeros: true)),
        .foundAs(.init(number: "4711", word: "aim")),
        .foundAs(.init(number: "4711", word: nil)),
      ].map { words.verified("04711x12", $0) }
    }
    add("func learnt(in path: String) -> String", naming: ["/a/b"]) {
      [$0.learnt(in: "/a/b")]
    }
    add("func learntToStrip(in path: String) -> String", naming: ["/a/b"]) {
      [$0.learntToStrip(in: "/a/b")]
    }
    add(
      """
      func scanToVerify(_ kind: Scan.Kind, _ number: Int, of count: Int) -> \
      String
      """, naming: ["3"]
    ) { words in
      Scan.Kind.allCases.map { words.scanToVerify($0, 1, of: 3) }
    }
    add("func reduced(_ count: Int) -> String", naming: ["4711"]) {
      [$0.reduced(4711)]
    }
  }
}
