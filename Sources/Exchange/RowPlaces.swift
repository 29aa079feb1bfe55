/// The place of a row: its file and its line.
package struct RowPlace: Hashable, Sendable {
  /// The index of the file among those that are read.
  package let file: Int
  /// The number of the line, from 1.
  package let line: Int

  /// Creates a place.
  package init(file: Int, line: Int) {
    self.file = file
    self.line = line
  }
}

/// The places of rows: all are counted, and the lines of the first ones kept.
package struct RowPlaces: Hashable, Sendable {
  /// Lines of a file that follow each other.
  package struct Run: Hashable, Sendable {
    /// The index of the file.
    package let file: Int
    /// The numbers of the lines.
    package fileprivate(set) var lines: ClosedRange<Int>
  }

  /// The most runs that are kept, so that memory does not depend on the file.
  package static let maximumRunCount = 100

  /// The number of rows.
  package private(set) var count = 0
  /// The lines of the first ones, in the order of reading.
  package private(set) var runs: [Run] = []
  /// True if some rows are not in a run.
  package private(set) var isCut = false

  /// Creates the places of no rows.
  package init() {}

  /// Adds a row.
  package mutating func add(_ place: RowPlace) {
    count += 1
    if let last = runs.last, last.file == place.file,
      last.lines.upperBound == place.line
        || last.lines.upperBound + 1 == place.line
    {
      runs[runs.count - 1].lines = last.lines.lowerBound...place.line
    } else if runs.count < Self.maximumRunCount {
      runs.append(Run(file: place.file, lines: place.line...place.line))
    } else {
      isCut = true
    }
  }

  /// Adds the rows of another file.
  mutating func append(_ others: RowPlaces) {
    count += others.count
    let kept = others.runs.prefix(Self.maximumRunCount - runs.count)
    isCut = isCut || others.isCut || kept.count < others.runs.count
    runs += kept
  }
}
