import Exchange
import ExchangeSamples
import Foundation
import Seeded

/// The readers of other systems' files, with 200,000 damaged files each.
enum Fuzzing {
  private static let inputCount = 200_000

  static func measure(in temporary: TemporaryFolder) throws {
    print("\nReading \(inputCount) damaged files of each format:")
    for format in ExchangeFormat.allCases {
      var random = SeededGenerator(seed: 1)
      var problems: [String] = []
      let time = try seconds {
        for index in 0..<inputCount {
          // Another system's file may be given as well.
          let source =
            index % 8 == 0
            ? ExchangeFormat.allCases.randomElement(using: &random) ?? format
            : format
          let bytes = DamagedFile.bytes(of: source, &random)
          if let problem = try DamagedFile.problem(of: bytes, as: format) {
            problems.append("input \(index): \(problem)")
          }
        }
      }
      print(
        "    \(format.rawValue): \(time.formatted(decimals: 1)) s, "
          + "\(problems.count) problems")
      for problem in problems.prefix(10) { print("      \(problem)") }
      guard problems.isEmpty else {
        throw CommandError(name: "the reader of \(format.title)'s files")
      }
    }
  }
}
