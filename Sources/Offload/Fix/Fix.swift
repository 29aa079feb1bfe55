import Circulation

/// The files of one desk's stations, fixed as decided and merged.
///
/// The files themselves are never changed. Without decisions, the result is
/// that of a ``Merge``, byte for byte.
package struct Fix {
  /// The result of playing decisions.
  package struct Report {
    /// The number of lines in the new file.
    package internal(set) var lineCount = 0
    /// The number of lines taken out.
    package internal(set) var takenOutCount = 0
    /// The number of lines with another item or borrower.
    package internal(set) var changedCount = 0
    /// The number of lines with another time.
    package internal(set) var movedCount = 0
    /// The number of decisions played.
    package internal(set) var playedCount = 0
    /// The number of decisions about files that were not given.
    package internal(set) var otherCount = 0
    /// The decisions that can't be played; nothing is written if there are any.
    package internal(set) var faults: [DecisionFault.Numbered] = []

    /// Creates an empty report.
    package init() {}
  }

  /// The files that are merged.
  package var files: [StationFile] { merge.files }
  /// The files that are left out, since another one begins with their lines.
  package var overlaps: [Overlap] { merge.overlaps }

  var merge: Merge
  /// The files with their lines, as they are.
  let lines: [FixedFile]

  /// Reads the files, and what the journals beside them say of their lines.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  package init(
    _ files: [StationFile], fileSystem: any FileSystem = PosixFileSystem(),
    progress: Merge.Progress = { _, _ in }
  ) throws {
    let merge = try Merge(files, fileSystem: fileSystem)
    var lines = [[FixedFile.Line]](repeating: [], count: merge.files.count)
    try merge.forEachLine(progress: progress) {
      (bytes, file, number) throws(FileError) in
      let bytes = bytes.withUnsafeBytes(Array.init)
      let last = lines[file].indices.last
      // A very long line comes in pieces.
      if let last, lines[file][last].place.number == number {
        lines[file][last].bytes += bytes
      } else {
        let place = FixedFile.Place(file: file, number: number)
        lines[file].append(
          FixedFile.Line(
            place: place, bytes: bytes,
            second: merge.seconds?.second(ofLine: number, in: file)))
      }
    }
    self.lines = try merge.files.indices.map { index in
      let (file, input) = (merge.files[index], merge.inputs[index])
      var fixed = FixedFile(
        sha256: try SHA256.of(input.content), station: file.station,
        lines: lines[index])
      try input.confirm()
      if let saved = try file.savedEntries(fileSystem) {
        fixed.name(by: saved)
      }
      return fixed
    }
    self.merge = merge
  }

  /// Returns the name of a line of a file, for a decision; nil if there is no
  /// such line.
  package func name(ofLine number: Int, in file: Int) -> LineName? {
    lines[file].name(ofLine: number)
  }

  /// Returns the name of a whole file, for a decision: its station if known.
  package func source(of file: Int) -> LineSource {
    lines[file].station.map(LineSource.station)
      ?? .file(sha256: lines[file].sha256)
  }

  /// Plays decisions without writing anything.
  package func played(_ decisions: [Decision.Numbered]) -> Report {
    result(of: decisions).report
  }

  /// Returns the decisions that can't be played; cheaper than playing them,
  /// since only the lines that were put in order are sorted.
  func faults(of decisions: [Decision.Numbered]) -> [DecisionFault.Numbered] {
    var fixed = FixedLines(lines)
    fixed.play(decisions)
    fixed.verifyOrders()
    return fixed.faults
  }

  /// Returns the files with their lines as decided, also those taken out.
  func fixedFiles(by decisions: [Decision.Numbered]) -> [FixedFile] {
    var fixed = FixedLines(lines)
    fixed.play(decisions)
    return fixed.files
  }

  private func result(
    of decisions: [Decision.Numbered]
  ) -> (report: Report, lines: [FixedFile.Line]) {
    var fixed = FixedLines(lines)
    fixed.play(decisions)
    let merged = fixed.merged()
    var report = Report()
    report.lineCount = merged.count
    report.takenOutCount = fixed.files.reduce(0) {
      $0 + $1.lines.count(where: \.isOut)
    }
    report.changedCount = merged.count(where: \.isChanged)
    report.movedCount = merged.count(where: \.isMoved)
    report.playedCount = fixed.playedCount
    report.otherCount = fixed.otherCount
    report.faults = fixed.faults.sorted { $0.number < $1.number }
    return (report, merged)
  }

  /// Writes the fixed lines to a file, atomically replacing an old one; returns
  /// when it is on disk.
  ///
  /// - Returns: the report; nothing is written if it has faults.
  /// - Throws: ``FileError``, as ``Merge/write(to:keeping:progress:)``.
  package func write(
    _ decisions: [Decision.Numbered], to path: String
  ) throws(FileError) -> Report {
    let (report, lines) = result(of: decisions)
    guard report.faults.isEmpty else { return report }
    try merge.refuse(path)
    _ = try merge.fileSystem.replace(path) { file throws(FileError) in
      var output: [UInt8] = []
      for line in lines {
        output += line.bytes
        guard output.count >= 1 << 20 else { continue }
        try file.append(output.span)
        output.removeAll(keepingCapacity: true)
      }
      try file.append(output.span)
    }
    try merge.fileSystem.synchronizeFolder(path.folder)
    return report
  }
}
