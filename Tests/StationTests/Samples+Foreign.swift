import Circulation
import Offload

@testable import Station

extension Samples {
  /// What is said of files of other programs, and of what these made of lines.
  mutating func addForeign() {
    add("func name(of foreign: ForeignFile) -> String") { words in
      ForeignFile.allCases.map { words.name(of: $0) }
    }
    add(
      "func sentence(_ foreign: ForeignFile, of path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      ForeignFile.allCases.map { words.sentence($0, of: Value.path) }
    }
    add(
      "func sentence(_ foreign: ForeignFile, asReport path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      ForeignFile.allCases.map { words.sentence($0, asReport: Value.path) }
    }
    add("func advice(on foreign: ForeignFile) -> String") { words in
      ForeignFile.allCases.map { words.advice(on: $0) }
    }
    add("func sentence(_ form: LineForm) -> String") { words in
      LineForm.allCases.map { words.sentence($0) }
    }
    add("func advice(on form: LineForm) -> String") { words in
      LineForm.allCases.map { words.advice(on: $0) }
    }
    add(
      "func leftOut(_ marks: OuterMarks, of path: String) -> String",
      naming: ["/files/x"]
    ) { words in
      [[.endOfText], [.formFeed], [.endOfText, .formFeed, .frame]].map {
        words.leftOut($0, of: Value.path)
      }
    }
  }
}
