import Circulation

/// The standing of a file before its upload: its desk, and what its station and
/// the ledger say of it.
package struct FileStanding: Hashable, Sendable {
  /// The expected desk; nil if it is not known.
  package let desk: String?
  /// The number of transactions that the station has not saved; 0 if its
  /// journal is not at hand.
  package let unsavedCount: Int
  /// The number of lines that were handed over before.
  package let handedOverCount: Int
  /// The seconds that were added to a wrong clock, in the order of time.
  package let clockCorrections: [Int32]

  /// Creates a standing.
  package init(
    desk: String? = nil, unsavedCount: Int = 0, handedOverCount: Int = 0,
    clockCorrections: [Int32] = []
  ) {
    self.desk = desk
    self.unsavedCount = unsavedCount
    self.handedOverCount = handedOverCount
    self.clockCorrections = clockCorrections
  }

  /// Reads the journal beside a file, and compares the file with the ledger.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  package init(
    of file: StationFile, expecting expected: ExpectedDesks = ExpectedDesks(),
    by ledger: Ledger.Reading?, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let reading = try file.stationReading(
      keepingSaved: true, fileSystem: fileSystem)
    let entries =
      (reading?.replay?.saved ?? []) + (reading?.replay?.unsaved ?? [])
    let isListed = ledger?.entries.isEmpty == false
    self.init(
      desk: expected.desk(of: file), unsavedCount: reading?.unsaved.count ?? 0,
      handedOverCount: isListed
        ? try ledger?.uploadStatus(of: file.path, fileSystem: fileSystem)
          .handedOverCount ?? 0 : 0,
      clockCorrections: entries.map(\.transaction.recorded.correction)
        .reduce(into: []) {
          if $1 != 0, !$0.contains($1) { $0.append($1) }
        })
  }
}
