import Circulation

/// A roll call of the desks before their files are used together: those that
/// are missing, and stations of which there is too much or too little.
package struct RollCall: Sendable {
  /// A copy of a journal with transactions that no file has.
  package struct Ahead: Hashable, Sendable {
    /// The path of the copy.
    package let path: String
    /// The number of these transactions.
    package let count: Int

    /// Creates a remark on a copy.
    package init(path: String, count: Int) {
      self.path = path
      self.count = count
    }
  }

  /// The names of the expected desks without a file.
  package let missing: [String]
  /// The files of each station that has more than one.
  package let sameStations: [[StationFile]]
  /// The copies of journals that are ahead of the files.
  package private(set) var ahead: [Ahead] = []
  /// The reasons why copies of journals can't be compared.
  package private(set) var errors: [any Error] = []

  /// True if nothing is missing, as far as is known; a file that is there twice
  /// is left out of a merge.
  package var isComplete: Bool {
    missing.isEmpty && ahead.isEmpty && errors.isEmpty
  }

  /// Calls the roll.
  ///
  /// - Parameters:
  ///   - collected: the files; who names no folder has chosen them, and no desk
  ///     is missing.
  ///   - expected: the desks that are expected.
  ///   - ledger: the lines that were handed over before, asked only if they
  ///     matter; nil if not known.
  ///   - fileSystem: the file system to read from.
  package init(
    of collected: CollectedFiles, expecting expected: ExpectedDesks,
    handedOver ledger: @autoclosure () -> Ledger.Reading? = nil,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    let files = collected.files
    missing = collected.areOfAllDesks ? expected.missing(among: files) : []
    let stations = files.compactMap(\.station).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    sameStations = stations.map { station in
      files.filter { $0.station == station }
    }.filter { $0.count > 1 }
    guard !collected.journalCopies.isEmpty else { return }
    // The command reports a file that can't be read.
    let marks = files.flatMap {
      (try? FileContent(of: $0.path, fileSystem: fileSystem))?.marks ?? []
    }
    let uploaded = UploadedLines(of: ledger()?.entries ?? [])
    for path in collected.journalCopies {
      do {
        let count = try Self.count(
          inCopy: path, beside: marks, uploaded, of: files, fileSystem)
        if count > 0 { ahead.append(Ahead(path: path, count: count)) }
      } catch {
        errors.append(error)
      }
    }
  }

  /// Returns the number of transactions that only a copy of a journal has.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  private static func count(
    inCopy path: String, beside marks: [LineMark], _ uploaded: UploadedLines,
    of files: [StationFile], _ fileSystem: any FileSystem
  ) throws -> Int {
    guard
      let copy = try JournalReader.replay(
        path: path, keepingSaved: true, fileSystem: fileSystem),
      copy.hasBorrowers
    else { return 0 }
    // What the station's own journal has is reported with its file.
    let own = try files.first {
      $0.station != nil && $0.station == copy.station
    }.map {
      try JournalReader.replay(
        path: StationFolder(path: $0.path.folder).journal,
        fileSystem: fileSystem)
    }
    let known = own.flatMap(\.self)?.lastSequence
    var present = marks.reduce(into: [LineMark: Int]()) {
      $0[$1, default: 0] += 1
    }
    var uploaded = uploaded
    return (copy.saved + copy.unsaved).count { entry in
      if let known, entry.sequence <= known { return false }
      let line = DataFormat.lines(of: [entry.transaction])
      let end = line.span.endBeforeLineEnd
      guard let mark = LineMark(of: line.span.extracting(0..<end)) else {
        return false
      }
      if let count = present[mark], count > 0 {
        present[mark] = count - 1
        return false
      }
      return !uploaded.consume(mark)
    }
  }
}
