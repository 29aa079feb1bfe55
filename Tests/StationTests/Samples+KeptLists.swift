import Catalogue

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
    add("func reduced(_ count: Int) -> String", naming: ["4711"]) {
      [$0.reduced(4711)]
    }
  }
}
