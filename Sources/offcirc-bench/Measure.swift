import Foundation

/// Measures the seconds that the body takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .seconds(1)
}

extension [Double] {
  /// The median, which a single slow round does not affect.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.last else { return .nan }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return (sorted[middle - 1] + (middle < count ? sorted[middle] : last)) / 2
  }
}

extension Double {
  /// Returns the number with a number of decimals, padded to a width.
  func formatted(decimals: Int, width: Int = 0) -> String {
    String(format: "%*.*f", width, decimals, self)
  }
}
