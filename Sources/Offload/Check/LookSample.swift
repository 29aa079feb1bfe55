import Circulation

/// A sample of numbers from the whole length of a file, by which borrowers and
/// items are distinguished.
struct LookSample {
  private static let maximumCount = 2_000

  private var numbers: [(item: String, borrower: String?)] = []
  private var count = 0
  /// The sampling interval in transactions, a power of two.
  private var step = 1

  /// The sampled items.
  var items: Set<String> { Set(numbers.lazy.map(\.item)) }
  /// The sampled borrowers.
  var borrowers: Set<String> { Set(numbers.lazy.compactMap(\.borrower)) }

  mutating func take(_ line: Span<UInt8>, _ layout: DataFormat.Layout) {
    defer { count += 1 }
    guard count & (step - 1) == 0 else { return }
    if numbers.count == Self.maximumCount {
      numbers = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
      step *= 2
      guard count & (step - 1) == 0 else { return }
    }
    numbers.append(
      (line.text(layout.item), layout.borrower.map { line.text($0) }))
  }

  mutating func add(_ other: LookSample) { numbers += other.numbers }
}

extension Span<UInt8> {
  fileprivate func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
