import Foundation

/// The seconds that the body takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .seconds(1)
}

extension [Double] {
  /// The middle value, which a single slow round does not move.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.last else { return .nan }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return (sorted[middle - 1] + (middle < count ? sorted[middle] : last)) / 2
  }
}

extension Double {
  /// The number with so many decimals, and at least so wide.
  func formatted(decimals: Int, width: Int = 0) -> String {
    String(format: "%*.*f", width, decimals, self)
  }
}
