/// Identical lines of two files, more than by chance.
///
/// A single one can be real: an item returned at two desks in one minute. Not
/// real are two or more that make up over half of the smaller file, and twenty
/// or more in any file.
package struct SharedLines: Hashable, Sendable {
  /// The file that was given first.
  package let first: StationFile
  /// The other file.
  package let second: StationFile
  /// The number of shared lines.
  package let count: Int

  /// Returns true if so many shared lines can't be chance.
  static func exceedsChance(_ count: Int, ofSmaller lineCount: Int) -> Bool {
    count >= 2 && (2 * count > lineCount || count >= 20)
  }
}

/// The number of occurrences of each line in a file, by its mark.
struct MarkCount {
  private var counts: [LineMark: Int] = [:]
  private let lineCount: Int

  init(of marks: [LineMark]) {
    lineCount = marks.count
    for mark in marks { counts[mark, default: 0] += 1 }
  }

  /// Returns the number of lines shared with another file; nil if it may be
  /// chance.
  func shared(with other: MarkCount) -> Int? {
    let (few, many) =
      counts.count < other.counts.count
      ? (counts, other.counts) : (other.counts, counts)
    let count = few.reduce(0) { $0 + min($1.value, many[$1.key] ?? 0) }
    let least = min(lineCount, other.lineCount)
    return SharedLines.exceedsChance(count, ofSmaller: least) ? count : nil
  }

  /// The number of lines that occur more than once, if there are at least two
  /// and half of the distinct lines; nil otherwise.
  var repeatedCount: Int? {
    let count = counts.values.count { $0 > 1 }
    return count >= 2 && 2 * count >= counts.count ? count : nil
  }
}
