import Exchange
import ExchangeSamples
import Testing

/// Random rows of each format, converted to each.
///
/// `offcirc-bench roundtrips` converts 100,000 of each pair.
struct RoundTripTests {
  private static let rounds: UInt64 = 3
  private static let rowCount = 60

  @Test(arguments: RoundTrip.all)
  func noRowIsLostWithoutAWord(_ pair: RoundTrip) throws {
    for seed in 0..<Self.rounds {
      let problems = try pair.problems(seed: seed, rowCount: Self.rowCount)
      #expect(problems == [])
    }
  }
}
