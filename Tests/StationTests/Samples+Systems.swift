import Circulation
import Languages

@testable import Exchange
@testable import Offload

extension Samples {
  private static let systems: [ExchangeFormat] = [
    .koha, .evergreen, .sierra, .destiny,
  ]

  /// What is said of kits for systems with files of their own.
  mutating func addSystems() {
    add("func systemTitle(_ system: ExchangeFormat) -> String") { words in
      Self.systems.map { words.systemTitle($0) }
    }
    add(
      """
      func systemPurpose(_ kit: Kit, for system: ExchangeFormat) -> String
      """, naming: ["/files/x"]
    ) { words in
      Self.systems.map { words.systemPurpose(Value.kit, for: $0) }
    }
    add("func stepsBefore(_ system: ExchangeFormat) -> [String]") { words in
      Self.systems.map { words.stepsBefore($0).joined(separator: "\n") }
    }
    add("func ways(to system: ExchangeFormat) -> [String]") { words in
      Self.systems.map { words.ways(to: $0).joined(separator: "\n") }
    }
    add(
      """
      func step(for file: ConversionReport.WrittenFile, of system: \
      ExchangeFormat) -> String
      """, naming: ["ITEM"]
    ) { words in
      Self.systems.flatMap { system in
        [1, 4_711].map { count in
          words.step(
            for: ConversionReport.WrittenFile(
              path: "ITEM", rowCount: count,
              day: system.hasTimes ? nil : Value.time), of: system)
        }
      }
    }
    add("func stepForLeftOut(_ count: Int) -> String") { words in
      [1, 4_711].map { words.stepForLeftOut($0) }
    }
    add("func stepsAfter(_ system: ExchangeFormat) -> [String]") { words in
      Self.systems.map { words.stepsAfter($0).joined(separator: "\n") }
    }
    add(
      """
      func meaningsOfMessages(from system: ExchangeFormat) -> [String]
      """
    ) { words in
      Self.systems.map {
        words.meaningsOfMessages(from: $0).joined(separator: "\n")
      }
    }
    add("func made(_ kit: SystemKit) -> [String]", naming: ["ITEM"]) { words in
      [Losses(), Value.leftOut].map { losses in
        var report = ConversionReport()
        report.losses = losses
        report.written = [
          ConversionReport.WrittenFile(path: "ITEM", rowCount: 2, day: nil)
        ]
        let kit = SystemKit(
          for: .koha, of: ["OffCirc.dat"], in: "Europe/Paris", report)
        return words.made(kit).joined(separator: "\n")
      }
    }
  }
}

extension Value {
  fileprivate static let leftOut: Losses = {
    var losses = Losses()
    losses.add(.leftOut(.longItem), RowPlace(file: 0, line: 4_711))
    return losses
  }()
}
