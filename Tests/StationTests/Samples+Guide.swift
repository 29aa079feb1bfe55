import Languages

@testable import Station

extension Samples {
  /// The words of the command that shows the guides.
  mutating func addGuide() {
    add("var guideListHeading: String { get }") { [$0.guideListHeading] }
    add(
      "func unknownGuide(_ name: String, all: [String]) -> String",
      naming: ["lst", "desk", "keys"]
    ) { [$0.unknownGuide("lst", all: ["desk", "keys"])] }
  }
}
