/// A summary of a data file, without its transactions: its lines and times.
package struct DataFileSummary: Hashable, Sendable {
  /// The number of lines, including those of another program.
  package private(set) var lineCount = 0
  /// The earliest time at the beginning of a line; nil if there is none.
  package private(set) var first: LocalTime?
  /// The latest time at the beginning of a line; nil if there is none.
  package private(set) var last: LocalTime?
  /// The lines that are not transactions, as far as the reader looks at them.
  package private(set) var unreadable = UnreadableLines()

  /// Creates the summary of no lines.
  package init() {}

  /// Adds the next line.
  ///
  /// - Parameters:
  ///   - time: the time at its beginning; nil if there is none.
  ///   - isReadable: false if it counts as unreadable.
  package mutating func add(_ time: LocalTime?, isReadable: Bool) {
    lineCount += 1
    if !isReadable { unreadable.add(lineCount) }
    guard let time else { return }
    if first.map(time.precedes) ?? true { first = time }
    if last.map({ $0.precedes(time) }) ?? true { last = time }
  }

  /// Adds the next line by its time alone, without which it is unreadable.
  mutating func add(_ time: LocalTime?) {
    add(time, isReadable: time != nil)
  }
}
