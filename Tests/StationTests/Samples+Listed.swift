@testable import Circulation
@testable import Station

extension Samples {
  /// What lists of the library system say.
  mutating func addListed() {
    add("var againstHeading: String { get }") { [$0.againstHeading] }
    add("func name(of objection: Objection) -> String") { words in
      Objection.allCases.map { words.name(of: $0) }
    }
  }
}
