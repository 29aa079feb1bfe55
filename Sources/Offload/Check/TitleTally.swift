import Scanning

/// A count of items that are title numbers, as in a library that has no copy
/// numbers.
struct TitleTally {
  private static let minimumCount = 20
  private static let minimumAlmostCount = 5

  private var count = 0
  private var titleCount = 0
  /// The number of items with the length of a title number but a wrong check
  /// digit.
  private var almostCount = 0

  mutating func add(_ item: Span<UInt8>) {
    count += 1
    guard item.count >= 10, item.count <= 20 else { return }
    let isTenDigits =
      item.count == 10 && item.indices.allSatisfy { item[$0].isDigit }
    guard isTenDigits || item[0] == UInt8(ascii: "9") else { return }
    if let title = TitleNumber(item) {
      if !title.mayBeChance { titleCount += 1 }
    } else if isTenDigits {
      almostCount += 1
    }
  }

  mutating func add(_ other: TitleTally) {
    count += other.count
    titleCount += other.titleCount
    almostCount += other.almostCount
  }

  /// Returns true if the items of the files are such numbers, so that these are
  /// on the library's labels.
  func areItems(like title: TitleNumber) -> Bool {
    title.mayBeChance
      ? almostCount >= Self.minimumAlmostCount
      : count >= Self.minimumCount && 2 * titleCount > count
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= self
  }
}
