import Circulation

/// The result of a conversion.
package struct ConversionReport: Hashable, Sendable {
  /// The facts about each file that was read.
  package internal(set) var files: [FileNotes] = []
  /// The lines that are not taken.
  package internal(set) var faults = Faults()
  /// The number of rows that were read.
  package internal(set) var readCount = 0
  /// The number of rows in the new files.
  package internal(set) var writtenCount = 0
  /// The changes that have to be said.
  package internal(set) var losses = Losses()
  /// The new files, in the order in which they are to be loaded.
  package internal(set) var written: [WrittenFile] = []

  /// The first loan without a due date that needs one.
  var needsDue: RowPlace?

  /// Creates the report of nothing.
  package init() {}

  /// A new file.
  package struct WrittenFile: Hashable, Sendable {
    /// The path.
    package let path: String
    /// The number of rows.
    package let rowCount: Int
    /// The day for which it counts, as a time of it; nil if its rows have
    /// times, or if nobody knows.
    package let day: LocalTime?

    /// Creates a new file.
    package init(path: String, rowCount: Int, day: LocalTime?) {
      self.path = path
      self.rowCount = rowCount
      self.day = day
    }
  }

  /// The lines that are not taken.
  package struct Faults: Hashable, Sendable {
    /// A line and its reason.
    package struct Line: Hashable, Sendable {
      /// The place of the line.
      package let place: RowPlace
      /// The reason.
      package let fault: LineFault
    }

    /// The most lines that are kept.
    package static let maximumKept = 1_000

    /// The number of all lines.
    package private(set) var count = 0
    /// The first lines.
    package private(set) var first: [Line] = []

    /// Creates an empty list.
    package init() {}

    /// Adds a line.
    package mutating func add(_ fault: LineFault, _ place: RowPlace) {
      count += 1
      if first.count < Self.maximumKept {
        first.append(Line(place: place, fault: fault))
      }
    }
  }

  /// True if a line or a row of the files is not in the new ones.
  package var hasMissingRows: Bool {
    faults.count > 0 || losses.leftOutCount > 0
  }
}
