import Circulation
import Offload

@testable import Station

extension DecisionError: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let path = Value.path
    return switch sample {
    case nil: .held(path: path)
    case .held: .newer(path: path, version: 4_711)
    case .newer: .notDecisions(path: path)
    case .notDecisions: .tooLarge(path: path, maximum: 4_711)
    case .tooLarge: nil
    }
  }
}

extension DecisionFault: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    let first = FixedFile.Place(file: 0, number: 3)
    let second = FixedFile.Place(file: 1, number: 8)
    let file = LineSource.file(sha256: String(repeating: "4a", count: 32))
    let station = LineSource.station("STATION")
    return switch sample {
    case nil: .absent(LineName(station, 3))
    case .absent(LineName(station, 3)): .absent(LineName(file, 3))
    case .absent: .notATransaction(first)
    case .notATransaction: .noBorrower(first)
    case .noBorrower: .noDate(file)
    case .noDate: .beyondYears(station)
    case .beyondYears: .apart(first, second)
    case .apart: .contradicted(first, second)
    case .contradicted: .nothingToUndo
    case .nothingToUndo: nil
    }
  }
}

extension Samples {
  /// What is said of decisions, and of files that are fixed by them.
  mutating func addFix() {
    let path = Value.path
    add(
      "func sentence(_ error: DecisionError) -> String", naming: ["/files/x"]
    ) { words in
      DecisionError.oneOfEach.map { words.sentence($0) }
    }
    add(
      """
      func damaged(_ damage: [DecisionReading.Damage], inDecisions path: \
      String) -> String
      """, naming: ["4711", "/files/x"]
    ) { words in
      [DecisionReading.Damage.line(4_711), .torn(line: 4_711)].map {
        words.damaged([$0], inDecisions: path)
      }
    }
    add(
      """
      func sentence(_ fault: DecisionFault.Numbered, of files: \
      [StationFile]) -> String
      """, naming: ["4711"]
    ) { words in
      DecisionFault.oneOfEach.map {
        words.sentence(.init(4_711, $0), of: Value.stationFiles)
      }
    }
    add("func decisionsOfOthers(_ count: Int) -> String") { words in
      Value.counts.map { words.decisionsOfOthers($0) }
    }
    add("var nothingFixed: String { get }") { [$0.nothingFixed] }
    add("var notDecided: String { get }") { [$0.notDecided] }
    add(
      """
      func decided(_ decisions: [Decision.Numbered], in path: String) \
      -> String
      """, naming: ["4711", "/files/x"]
    ) { words in
      let decision = Decision(.undo(1), by: "m", at: Value.time)
      return [
        words.decided([.init(4_711, decision)], in: path),
        words.decided([.init(1, decision), .init(4_711, decision)], in: path),
      ]
    }
    add("func notGiven(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.notGiven(path)]
    }
    add(
      "func noLine(_ number: Int, of path: String) -> String",
      naming: ["4711", "/files/x"]
    ) { [$0.noLine(4_711, of: path)] }
    add(
      "func fixed(_ report: Fix.Report, into path: String) -> String",
      naming: ["/files/x"]
    ) { [$0.fixed(Fix.Report(), into: path)] }
  }
}
