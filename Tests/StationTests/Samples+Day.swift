@testable import Station

extension Samples {
  /// The page about the day.
  mutating func addDay() {
    add("var dayTitle: String { get }") { [$0.dayTitle] }
    add("var dayColumns: [String] { get }") { $0.dayColumns }
    add("var wholeDay: String { get }") { [$0.wholeDay] }
    add(
      "func dayLegend(loans: Character, returns: Character) -> String",
      naming: ["1", "2"]
    ) { [$0.dayLegend(loans: "1", returns: "2")] }
    add("var dayNote: String { get }") { [$0.dayNote] }
  }
}
