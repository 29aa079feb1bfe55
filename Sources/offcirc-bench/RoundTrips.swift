import Exchange
import ExchangeSamples
import Foundation

/// The conversion of 100,000 random rows from each format to each.
enum RoundTrips {
  private static let rowCount = 100_000

  static func measure(in temporary: TemporaryFolder) throws {
    print("\nConverting \(rowCount) random rows of each pair of formats:")
    for pair in RoundTrip.all {
      var problems: [String] = []
      var count = 0
      var seed: UInt64 = 0
      let time = try seconds {
        while count < rowCount {
          problems += try pair.problems(
            seed: seed, rowCount: pair.maximumRowCount)
          count += pair.maximumRowCount
          seed += 1
        }
      }
      print(
        "    \(pair): \(time.formatted(decimals: 1)) s, "
          + "\(problems.count) problems")
      for problem in problems.prefix(10) { print("      \(problem)") }
      guard problems.isEmpty else {
        throw CommandError(name: "the conversion from \(pair)")
      }
    }
  }
}
