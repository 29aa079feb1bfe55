import Scanning
import Terminal

@testable import Station

extension Samples {
  /// The words of the scanner test.
  mutating func addScanner() {
    add("var scannerTitle: String { get }") { [$0.scannerTitle] }
    add("func scannerKeys(canWrite: Bool, canSkip: Bool) -> String") { words in
      [true, false].map { words.scannerKeys(canWrite: $0, canSkip: $0) }
    }
    add("var scannerHelp: String { get }") { [$0.scannerHelp] }
    add("var strokesHeading: String { get }") { [$0.strokesHeading] }
    add(
      "func progress(_ number: Int, of count: Int) -> String", naming: ["4711"]
    ) {
      [$0.progress(3, of: 4_711)]
    }
    add("func instruction(_ step: ScannerRoom.Step) -> String") { words in
      ScannerRoom.Step.all.map { words.instruction($0) }
    }
    add("func sentence(_ remark: ScannerRoom.Remark) -> String") { words in
      ScannerRoom.Remark.oneOfEach.map { words.sentence($0) }
        + BurstError.Reason.oneOfEach.map { reason in
          let events = [Event.key(.character("3")), .key(.function(8))]
          return words.sentence(
            .refused(BurstError(events: events, reason: reason)))
        }
    }
    add("func finding(_ finding: Diagnosis.Finding) -> String") { words in
      Diagnosis.Finding.oneOfEach.map { words.finding($0) }
    }
    add("func name(ofEnd end: Burst.End) -> String") { words in
      Burst.End.oneOfEach.map { words.name(ofEnd: $0) }
    }
    add("var proposalHeading: String { get }") { [$0.proposalHeading] }
    let path = Value.path
    add(
      "func settingsWritten(_ path: String) -> String", naming: ["/files/x"]
    ) { words in
      [words.settingsWritten(path)]
    }
  }
}

extension ScannerRoom.Remark: OneOfEach {
  static func sample(after sample: Self?) -> Self? {
    switch sample {
    case nil:
      .refused(
        BurstError(
          events: [.key(.function(8))], reason: .stroke(.key(.function(8)))))
    case .refused: .several(4_711)
    case .several: .typed
    case .typed: .scanned
    case .scanned: .same("4711")
    case .same: .looksLikeOther("4711", .item)
    case .looksLikeOther(_, .item): .looksLikeOther("4711", .borrower)
    case .looksLikeOther: .mistyped("4711", arrived: "4712")
    case .mistyped: .nothingLearnt
    case .nothingLearnt: nil
    }
  }
}
