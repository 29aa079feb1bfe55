import Circulation
import Sheet

@testable import Station

extension Samples {
  /// What an exercise says.
  mutating func addDrill() {
    add("var exercise: String { get }") { [$0.exercise] }
    add(
      "func instruction(_ step: Drill.Step, number: Int, of count: Int) -> String"
    ) { words in
      Drill.Step.allCases.map {
        words.instruction($0, number: $0.rawValue, of: 9)
      }
    }
    add("func name(of step: Drill.Step) -> String") { words in
      Drill.Step.allCases.map { words.name(of: $0) }
    }
    add("var powerIsBack: String { get }") { [$0.powerIsBack] }
    add("var notInExercise: String { get }") { [$0.notInExercise] }
    add("func result(of drill: Drill, minutes: Int) -> [String]") { words in
      var drill = Drill(at: Value.time)
      let begun = words.result(of: drill, minutes: 1)
      for _ in Drill.Step.allCases.dropLast() { drill.skip() }
      drill.close()
      return begun + words.result(of: drill, minutes: 8)
    }
    add("var drillHeadings: [String] { get }") { $0.drillHeadings }
    add("var noDrills: String { get }") { [$0.noDrills] }
    add("var practiceTitle: String { get }") { [$0.practiceTitle] }
    add("var practicePurpose: String { get }") { [$0.practicePurpose] }
  }
}
