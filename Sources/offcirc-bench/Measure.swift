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
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    let whole = Int(rounded.rounded(.towardZero))
    var text = ""
    for (index, digit) in String(whole).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    if decimals > 0 {
      let fraction = Int(((rounded - Double(whole)) * scale).rounded())
      let digits = String(fraction)
      let zeros = String(repeating: "0", count: decimals - digits.count)
      text += "." + zeros + digits
    }
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
