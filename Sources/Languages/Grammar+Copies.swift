import Typesetting

extension Grammar {
  /// Returns the first few of many numbers.
  func few(_ numbers: [String]) -> String {
    counting.list(numbers.map(\.printable), .and, maximum: 10)
  }

  /// Returns the first and the last of many numbers, or all of few.
  func span(_ numbers: [String]) -> String {
    guard numbers.count > 3, let first = numbers.first, let last = numbers.last
    else { return few(numbers) }
    return "\(first.printable) … \(last.printable)"
  }
}
