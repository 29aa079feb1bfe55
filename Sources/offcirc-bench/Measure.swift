import Foundation

/// Measures the seconds that the body takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .seconds(1)
}

/// Measures the seconds that the body takes of this process's processor time,
/// in the program and in the system.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func used() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.processorSeconds
  }
  let start = used()
  try body()
  return used() - start
}

extension rusage {
  /// The processor time, in the program and in the system.
  var processorSeconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec)
      + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1_000_000
  }
}

extension [Double] {
  /// Returns the value that a part of all values does not exceed.
  func percentile(_ part: Double) -> Double {
    let sorted = sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[Swift.min(Int(part * Double(count)), count - 1)]
  }

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
