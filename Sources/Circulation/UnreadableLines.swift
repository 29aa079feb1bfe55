/// The lines of a file that are not transactions.
package struct UnreadableLines: Hashable, Sendable {
  private static let maximumKept = 8

  /// The number of such lines.
  package private(set) var count = 0
  /// The line numbers of the first eight, from 1.
  package private(set) var firstNumbers: [Int] = []

  /// Creates an empty count.
  package init() {}

  /// Adds a line by its number.
  package mutating func add(_ number: Int) {
    count += 1
    if firstNumbers.count < Self.maximumKept { firstNumbers.append(number) }
  }
}
