/// A duration: `±HH:MM[:SS]`.
package struct TimeShift: Hashable, Sendable {
  /// The maximum number of hours: from 1970, where a clock without battery
  /// starts, to 2027.
  package static let maximumHours = 500_000

  /// The duration in seconds.
  package let seconds: Int

  /// Parses a duration; nil if the text is none.
  package init?(argument: String) {
    let sign: Int
    switch argument.first {
    case "+": sign = 1
    case "-", "−": sign = -1
    default: return nil
    }
    let parts = argument.dropFirst()
      .split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil
    }
    guard
      2...3 ~= parts.count, numbers.count == parts.count,
      numbers[0] <= Self.maximumHours,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    seconds = sign * (numbers[0] * 3_600 + numbers[1] * 60 + second)
  }
}
