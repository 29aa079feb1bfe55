import Terminal

@testable import Station

extension Samples {
  /// What is said of what a scanner sent and is no scan.
  mutating func addBursts() {
    add("func sentence(_ refused: RefusedBurst) -> String") { words in
      RefusedBurst.Fault.oneOfEach.flatMap { fault in
        let key = Event.key(.function(8))
        return [[key], [.key(.character("3")), key]].map {
          words.sentence(RefusedBurst(events: $0, fault: fault))
        }
      }
    }
    add("var mouseName: String { get }") { [$0.mouseName] }
    add("var pasteName: String { get }") { [$0.pasteName] }
    add("func name(ofBytes count: Int) -> String") { words in
      Value.counts.map { words.name(ofBytes: $0) }
    }
  }
}

extension RefusedBurst.Fault: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .stroke(.key(.function(8)))
    case .stroke: .altCodes
    case .altCodes: .torn
    case .torn: nil
    }
  }
}
