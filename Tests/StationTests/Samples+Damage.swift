import Circulation
import Offload

@testable import Station

extension Samples {
  /// What is said of what the morning after finds damaged, or left behind.
  mutating func addDamage() {
    let path = Value.path
    add("func sentence(_ kit: KitCheck) -> String?", naming: ["/files/x"]) {
      words in
      Value.kitChecks.compactMap { words.sentence($0) }
    }
    add(
      "func reason(_ warning: UploadStatus.Warning) -> String", naming: ["4711"]
    ) { words in Value.doubts.map { words.reason($0) } }
    add(
      "func nothingMade(_ warning: UploadStatus.Warning, ledger path: String) -> String"
    ) { words in Value.doubts.map { words.nothingMade($0, ledger: path) } }
    add(
      "func notShared(_ count: Int, ofLedger path: String) -> String",
      naming: ["/files/x"]
    ) { words in Value.counts.map { words.notShared($0, ofLedger: path) } }
    add(
      "func withoutSharedLedger(_ path: String) -> String",
      naming: ["/files/x"]
    ) { [$0.withoutSharedLedger(path)] }
    add(
      """
      func nothingConverted(_ warning: UploadStatus.Warning?, ledger path: \
      String) -> String
      """
    ) { words in
      [words.nothingConverted(nil, ledger: path)]
        + Value.doubts.map { words.nothingConverted($0, ledger: path) }
    }
    add(
      "func leftOut(_ paths: [String]) -> String", naming: ["/files/x"]
    ) { [$0.leftOut([path])] }
    add(
      "func kept(_ boxes: [Archive.Entry], before day: LocalTime) -> String",
      naming: ["2018-06-01"]
    ) { [$0.kept([Value.box], before: Value.time)] }
    add("func notErased(_ warning: ClockWarning, now: LocalTime) -> String") {
      words in
      ClockWarning.oneOfEach.map { words.notErased($0, now: Value.time) }
    }
    add(
      "func removedRemains(_ paths: [String]) -> String", naming: ["/files/x"]
    ) { [$0.removedRemains([path])] }
    add(
      "func foundRemains(_ paths: [String]) -> String", naming: ["/files/x"]
    ) { [$0.foundRemains([path])] }
  }
}
