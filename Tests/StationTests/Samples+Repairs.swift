import Circulation

@testable import Station

extension Samples {
  /// What is said of files that were not as they should be.
  mutating func addRepairs() {
    add(
      "func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String"
    ) { words in
      Repair.oneOfEach.map { words.sentence($0, JournalTrace.oneOfEach) }
    }
    add("func sentence(_ repair: Repair, at time: LocalTime) -> String") {
      words in
      Repair.oneOfEach.map { words.sentence($0, at: Value.time) }
    }
    add(
      """
      func void(_ void: JournalVoid, _ traces: [JournalTrace], in journal: \
      String) -> String
      """
    ) { words in
      JournalVoid.oneOfEach.flatMap { void in
        JournalTrace.oneOfEach.map { words.void(void, [$0], in: "J") }
      }
    }
    add(
      "func rescued(_ count: Int, in path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      Value.counts.map { words.rescued($0, in: Value.path) }
    }
    add("func zeros(_ count: Int, in journal: String) -> String") { words in
      Value.counts.map { words.zeros($0, in: "J") }
    }
    add("func eventsGone(_ count: Int, from journal: String) -> String") {
      words in
      Value.counts.map { words.eventsGone($0, from: "J") }
    }
    add(
      "func predecessor(_ holder: StationLock.Holder) -> String",
      naming: ["DESK"]
    ) {
      [$0.predecessor(Value.holder)]
    }
    add("func localLocks(of drive: Drive) -> String", naming: ["nfs4"]) {
      [$0.localLocks(of: Value.drive)]
    }
    add("func isAnothers(_ error: FileError) -> String?") { words in
      Value.ofAnother.compactMap { words.isAnothers($0) }
    }
  }
}
