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

/// The lines of a file by their marks, each as often as it occurs.
struct MarkCount {
  /// The marks in ascending order: they take a quarter of the memory of a table
  /// of counts.
  private let marks: [LineMark]

  init(of marks: [LineMark]) {
    self.marks = marks.sorted { $0.bits < $1.bits }
  }

  /// Returns the number of lines shared with another file; nil if it may be
  /// chance.
  func shared(with other: MarkCount) -> Int? {
    var count = 0
    var (place, otherPlace) = (0, 0)
    while place < marks.count, otherPlace < other.marks.count {
      let (bits, otherBits) = (marks[place].bits, other.marks[otherPlace].bits)
      if bits <= otherBits { place += 1 }
      if otherBits <= bits { otherPlace += 1 }
      if bits == otherBits { count += 1 }
    }
    let least = min(marks.count, other.marks.count)
    return SharedLines.exceedsChance(count, ofSmaller: least) ? count : nil
  }

  /// The number of lines that occur more than once, if there are at least two
  /// and half of the distinct lines; nil otherwise.
  var repeatedCount: Int? {
    var (distinctCount, count) = (0, 0)
    for place in marks.indices {
      guard place > 0, marks[place] == marks[place - 1] else {
        distinctCount += 1
        continue
      }
      // The second of equal ones counts the line.
      if place < 2 || marks[place] != marks[place - 2] { count += 1 }
    }
    return count >= 2 && 2 * count >= distinctCount ? count : nil
  }
}
