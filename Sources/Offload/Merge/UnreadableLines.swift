/// The lines of a file that are no transactions.
package struct UnreadableLines: Hashable, Sendable {
  private static let mostKept = 8

  /// How many there are.
  package private(set) var count = 0
  /// The numbers of the first few; the first line of a file has 1.
  package private(set) var firstNumbers: [Int] = []

  /// No lines yet.
  package init() {}

  mutating func take(_ number: Int) {
    count += 1
    if firstNumbers.count < Self.mostKept { firstNumbers.append(number) }
  }
}
