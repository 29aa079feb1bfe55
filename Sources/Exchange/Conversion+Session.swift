import Circulation

extension Conversion {
  /// Writes the files of a session into a folder that has no name yet, and
  /// returns when they are on disk: one for each file that is read, or for
  /// Destiny and PMB one or more for each day of all.
  ///
  /// Evergreen puts the rows of all files of a session in one order: no two
  /// have the same second.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - names: the names of the new files, in the order of those that are read.
  /// - Returns: the report; its paths are names.
  /// - Throws: ``ConversionError``; `FileError`.
  package func writeSession(
    in folder: String, named names: [String]
  ) throws -> ConversionReport {
    var report = ConversionReport()
    report.written =
      target.hasTimes
      ? try writeRows(names.map(folder.appending), &report)
      : try writeDays(in: folder, &report)
    report.writtenCount = report.written.reduce(0) { $0 + $1.rowCount }
    if let refusal = try refusal(report), refusal != .noRows { throw refusal }
    return report
  }

  private func writeRows(
    _ paths: [String], _ report: inout ConversionReport
  ) throws -> [ConversionReport.WrittenFile] {
    var writers: [RowFile] = []
    for path in paths {
      writers.append(
        RowFile(try fileSystem.open(path, for: .creating), target))
    }
    let isOneOrder = target == .evergreen
    let first = RowSequence(to: target, options.zone)
    var sequences = Array(repeating: first, count: isOneOrder ? 1 : paths.count)
    try forEachRow(
      &report,
      restart: { () throws(FileError) in
        for index in writers.indices { try writers[index].restart() }
        for index in sequences.indices { sequences[index] = first }
      },
      plain: { row, line, place in
        let file = place.file
        let next = sequences[isOneOrder ? 0 : file].next(row, at: place)
        writers[file].append(next, in: line)
      },
      body: { row in
        let file = row.place.file
        writers[file].append(sequences[isOneOrder ? 0 : file].next(row))
      })
    for sequence in sequences { report.losses.merge(sequence.losses) }
    var written: [ConversionReport.WrittenFile] = []
    for (index, path) in paths.enumerated() {
      try writers[index].finish()
      guard try writers[index].isReadBack() else {
        throw ConversionError.notReadBack(path: path)
      }
      written.append(
        ConversionReport.WrittenFile(
          path: path.lastName, rowCount: writers[index].count, day: nil))
    }
    return written
  }

  private func writeDays(
    in folder: String, _ report: inout ConversionReport
  ) throws -> [ConversionReport.WrittenFile] {
    // A session is of some days: its rows are in memory before a file is begun.
    var days = DayFiles(target)
    var files: [DayFiles.File] = []
    try forEachRow(
      &report,
      restart: {
        days = DayFiles(target)
        files = []
      },
      body: { files += days.append($0) })
    files += days.end()
    return try files.map { file in
      let new = try fileSystem.open(
        folder.appending(path: file.name), for: .creating)
      try new.append(file.bytes.span)
      try new.synchronize()
      guard try new.contents(in: target) == file.contents else {
        throw ConversionError.notReadBack(path: new.path)
      }
      return ConversionReport.WrittenFile(
        path: file.name, rowCount: file.rowCount, day: file.time)
    }
  }
}
