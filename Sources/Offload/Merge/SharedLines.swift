/// Lines that stand in two files, too many of them to be the same by chance.
///
/// A single one is real: an item that is returned at two desks in one minute. At
/// least two that are more than half of the smaller file are not, nor are twenty
/// in however long a file.
package struct SharedLines: Hashable, Sendable {
  /// The file that was given first.
  package let first: StationFile
  /// The other one.
  package let second: StationFile
  /// How many lines they share.
  package let count: Int

  /// Whether so many lines can't be shared by chance.
  static func isNoChance(_ count: Int, ofSmaller lineCount: Int) -> Bool {
    count >= 2 && (2 * count > lineCount || count >= 20)
  }
}

/// How often each line stands in a file, by its mark.
struct MarkCount {
  private var counts: [LineMark: Int] = [:]
  private let lineCount: Int

  init(of marks: [LineMark]) {
    lineCount = marks.count
    for mark in marks { counts[mark, default: 0] += 1 }
  }

  /// How many lines it shares with another file; nil if that can be by chance.
  func shared(with other: MarkCount) -> Int? {
    let (few, many) =
      counts.count < other.counts.count
      ? (counts, other.counts) : (other.counts, counts)
    let count = few.reduce(0) { $0 + min($1.value, many[$1.key] ?? 0) }
    let least = min(lineCount, other.lineCount)
    return SharedLines.isNoChance(count, ofSmaller: least) ? count : nil
  }

  /// How many lines stand in it more than once, if that is half of them or
  /// more, and two at least; else nil.
  var repeatedCount: Int? {
    let count = counts.values.count { $0 > 1 }
    return count >= 2 && 2 * count >= counts.count ? count : nil
  }
}
