/// A file of a station in the table of a morning.
package struct MorningFile: Hashable, Sendable {
  /// A remark about a file.
  package enum Note: Hashable, Sendable {
    /// It is of the station of another one.
    case sameStation(StationFile)
    /// It has many lines in common with another one.
    case shared(SharedLines)
    /// It is left out, since another one begins with its lines.
    case leftOut(Overlap)
    /// It is of another kind: its lines can't be checked.
    case unreadable
  }

  /// The file.
  package let file: StationFile
  /// The counts and times; nil if its lines can't be checked, or are left out.
  package let overview: FileOverview?
  /// The remarks.
  package let notes: [Note]

  /// Creates a row of the table.
  package init(
    _ file: StationFile, _ overview: FileOverview?, notes: [Note] = []
  ) {
    self.file = file
    self.overview = overview
    self.notes = notes
  }

  /// Returns the rows of files, then of those that are left out.
  static func rows(
    of files: [StationFile], _ overviews: [FileOverview?],
    shared: [SharedLines], overlaps: [Overlap]
  ) -> [MorningFile] {
    zip(files, overviews).enumerated().map { index, row in
      let (file, overview) = row
      let twins = files.enumerated().filter {
        $0.offset != index && file.station != nil
          && $0.element.station == file.station
      }
      return MorningFile(
        file, overview,
        notes: twins.map { .sameStation($0.element) }
          + shared.filter { $0.second == file || $0.first == file }
          .map { .shared($0) }
          + (overview == nil ? [.unreadable] : []))
    }
      + overlaps.map { MorningFile($0.file, nil, notes: [.leftOut($0)]) }
  }
}
