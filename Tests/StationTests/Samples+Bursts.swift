import Terminal

@testable import Station

extension Samples {
  /// What is said of what a scanner sent and is no scan.
  mutating func addBursts() {
    add("func sentence(_ refused: BurstError) -> String") { words in
      BurstError.Reason.oneOfEach.flatMap { reason in
        let key = Event.key(.function(8))
        return [[key], [.key(.character("3")), key]].map {
          words.sentence(BurstError(events: $0, reason: reason))
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

extension BurstError.Reason: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil: .stroke(.key(.function(8)))
    case .stroke: .altCodes
    case .altCodes: .torn
    case .torn: nil
    }
  }
}
