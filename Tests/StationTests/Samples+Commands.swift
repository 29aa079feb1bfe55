import Circulation
import Languages
import Offload

@testable import Station

extension RedatingError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .noDate(path: Value.path)
    case .noDate: .beyondYears(path: Value.path)
    case .beyondYears: nil
    }
  }
}

extension Samples {
  /// What commands say of how they were called, and of what they were given.
  mutating func addCommands() {
    let path = Value.path
    add(
      """
      func unknownCommand(_ name: String, nearest: String?, all: [String]) \
      -> String
      """, naming: ["lst", "save"]
    ) { words in
      ["list", nil].map {
        words.unknownCommand("lst", nearest: $0, all: ["list", "save"])
      }
    }
    add("func tableTime(_ time: LocalTime) -> String") {
      [$0.tableTime(Value.time)]
    }
    add(
      """
      func nothingLost(_ recovery: Recovery, in folder: StationFolder) -> \
      String
      """, naming: [Value.folder.path]
    ) { words in
      [words.nothingLost(try Value.recovery(), in: Value.folder)]
    }
    add(
      "func isFolder(_ path: String, with names: [String]) -> String",
      naming: [path]
    ) { words in
      [[], ["OffCirc.dat"], ["a.dat", "b.dat"]].map {
        words.isFolder(path, with: $0)
      }
    }
    add(
      """
      func redated(_ report: Redating.Report, as path: String) -> \
      String
      """, naming: [path]
    ) { words in
      Value.counts.map {
        let report = Redating.Report(
          movedCount: $0, old: Value.time, new: Value.time,
          unreadable: Value.unreadable)
        return words.redated(report, as: path)
      }
    }
    add("func sentence(_ error: RedatingError) -> String", naming: [path]) {
      words in
      RedatingError.oneOfEach.map { words.sentence($0) }
    }
    add(
      """
      func noTransaction(in path: String, count: Int, first: String) \
      -> String
      """, naming: [path, "Line 1."]
    ) { words in
      Value.counts.map {
        words.noTransaction(in: path, count: $0, first: "Line 1.")
      }
    }
    add(
      "func moreIssues(_ count: Int, in path: String) -> String",
      naming: [path]
    ) { words in
      Value.counts.map { words.moreIssues($0, in: path) }
    }
    add("var fileHeading: String { get }") { [$0.fileHeading] }
    add(
      """
      func total(loanCount: Int, returnCount: Int, readerCount: Int) \
      -> String
      """, naming: ["4711"]
    ) { [$0.total(loanCount: 4_711, returnCount: 1, readerCount: 2)] }
    add("func unsavedWait(_ count: Int) -> String") { words in
      Value.counts.map { words.unsavedWait($0) }
    }
    add("var neverStarted: String { get }") { [$0.neverStarted] }
    add(
      "func byteOrderMarkOfInput(line: Int) -> String", naming: ["4711"]
    ) { [$0.byteOrderMarkOfInput(line: 4_711)] }
    add("func cannotLock(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.cannotLock(path)]
    }
  }
}
