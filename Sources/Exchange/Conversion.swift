import Circulation
import Glibc

/// The conversion of offline files to the format of another library system.
///
/// The rows of all files are written in the order of their times. Nothing is
/// lost without being counted, and a new file has its name only after it was
/// read again. Memory does not depend on the length of the files; for Destiny
/// and PMB, which take a file for a day, on that of a day.
package struct Conversion {
  /// The files that are read, with their formats.
  package let inputs: [(path: String, format: ExchangeFormat)]
  /// The format of the new file.
  package let target: ExchangeFormat
  /// The answers of a person.
  package let options: ConversionOptions
  let fileSystem: any FolderOperations
  /// The files that are read, open.
  package let files: [any OpenFile]
  private let versions: [FileVersion]

  /// Opens the files and recognizes their formats.
  ///
  /// - Parameters:
  ///   - paths: the files, at least one.
  ///   - source: the format of all files; nil to recognize each by its content.
  ///   - formats: the formats of files that are known, by their paths.
  ///   - target: the format of the new file.
  ///   - options: what the files do not tell.
  ///   - fileSystem: the file system.
  /// - Throws: ``ConversionError``; `FileError`.
  package init(
    of paths: [String], from source: ExchangeFormat? = nil,
    known formats: [String: ExchangeFormat] = [:],
    to target: ExchangeFormat, _ options: ConversionOptions,
    fileSystem: any FolderOperations = PosixFileSystem()
  ) throws {
    var inputs: [(path: String, format: ExchangeFormat)] = []
    var files: [any OpenFile] = []
    var versions: [FileVersion] = []
    for path in paths {
      let file = try fileSystem.open(path, for: .reading)
      guard
        let format = try source ?? formats[path] ?? ExchangeFormat(of: file)
      else {
        throw ConversionError.unknownFormat(path: path)
      }
      if target.hasTimes, !format.hasTimes, options.time == nil {
        throw ConversionError.needsTime(path: path)
      }
      inputs.append((path, format))
      files.append(file)
      versions.append(try file.version())
    }
    let hasGroups = inputs.allSatisfy { $0.format == .sierra }
    if target == .sierra,
      options.group.map({ !(SierraFormat.groups ~= $0) }) ?? !hasGroups
    {
      throw ConversionError.needsGroup
    }
    self.inputs = inputs
    self.target = target
    self.options = options
    self.fileSystem = fileSystem
    self.files = files
    self.versions = versions
  }

  /// A new file that does not have its name yet.
  package typealias NewFile = (name: String, file: any OpenFile)

  /// Writes the new file, or the folder of new files for Destiny and PMB;
  /// returns when it is on disk.
  ///
  /// - Parameters:
  ///   - path: the path of the file, or of the folder.
  ///   - naming: called before the new files get their names; what it throws
  ///     prevents that.
  /// - Returns: what was read, written and lost.
  /// - Throws: ``ConversionError``; `FileError`, with `EBUSY` if a file changed
  ///   while it was read; errors of the call.
  package func write(
    to path: String, before naming: ([NewFile]) throws -> Void = { _ in }
  ) throws -> ConversionReport {
    if target == .sierra, !path.lastName.hasPrefix("rdy") {
      throw ConversionError.name(path: path)
    }
    guard try fileSystem.entry(at: path) == nil else {
      throw ConversionError.inTheWay(path: path)
    }
    return try target.hasTimes
      ? writeFile(path, naming) : writeFolder(path, naming)
  }

  /// Writes one file.
  private func writeFile(
    _ path: String, _ naming: ([NewFile]) throws -> Void
  ) throws -> ConversionReport {
    var report = ConversionReport()
    var refusal: (any Error)?
    do throws(FileError) {
      _ = try fileSystem.replace(path) { file throws(FileError) in
        var writer = RowFile(file, target)
        var sequence = RowSequence(to: target, options.zone)
        try forEachRow(
          &report,
          restart: { () throws(FileError) in
            try writer.restart()
            sequence = RowSequence(to: target, options.zone)
          },
          plain: { row, line, place in
            writer.append(sequence.next(row, at: place), in: line)
          },
          body: { writer.append(sequence.next($0)) })
        try writer.end()
        report.writtenCount = writer.count
        report.losses.append(sequence.losses)
        refusal = try self.refusal(report)
        if refusal == nil, try !writer.isReadBack() {
          refusal = ConversionError.notReadBack(path: path)
        }
        do {
          if refusal == nil { try naming([(path.lastName, file)]) }
        } catch let error {
          refusal = error
        }
        if refusal != nil {
          throw FileError(operation: .write, path: path, code: ECANCELED)
        }
      }
      try fileSystem.synchronizeFolder(path.folder)
    } catch {
      throw refusal ?? error
    }
    report.written = [
      ConversionReport.WrittenFile(
        path: path, rowCount: report.writtenCount, day: nil)
    ]
    return report
  }

  /// Returns the reason why the new files don't get their names; nil if there
  /// is none.
  func refusal(
    _ report: ConversionReport
  ) throws(FileError) -> ConversionError? {
    for (file, version) in zip(files, versions)
    where try file.version() != version {
      throw FileError(operation: .read, path: file.path, code: EBUSY)
    }
    if let place = report.needsDue {
      return .needsDue(path: inputs[place.file].path, line: place.line)
    }
    if report.hasMissingRows, !options.acceptsLosses { return .losses(report) }
    return report.writtenCount == 0 ? .noRows : nil
  }

  // MARK: Reading

  /// Calls the body with each row in the order of times.
  ///
  /// - Parameters:
  ///   - report: what is found.
  ///   - restart: called when rows turn out not to be in order, before all of
  ///     them come again.
  ///   - plain: called with each plain row whose line is at hand, the line, and
  ///     its place.
  ///   - body: called with each other row.
  /// - Throws: `FileError`.
  func forEachRow(
    _ report: inout ConversionReport,
    restart: () throws(FileError) -> Void,
    plain: (PlainRow, Span<UInt8>, RowPlace) -> Void,
    body: (RowConverter.Row) -> Void
  ) throws(FileError) {
    var order = RowOrder()
    let converter = try pass(
      plain: { row, line, place in
        report.readCount += 1
        order.take(row.moment.instant, place)
        if order.isKept { plain(row, line, place) }
      },
      body: { finding in
        switch finding {
        case .file(let notes): report.files.append(notes)
        case .fault(let fault, let place): report.faults.add(fault, place)
        case .leftOut: report.readCount += 1
        case .row(let row):
          report.readCount += 1
          order.take(row.instant, row.place)
          if order.isKept { body(row) }
        }
      })
    report.losses = converter.losses
    report.losses.append(order.losses)
    report.needsDue = converter.needsDue
    guard !order.isKept else { return }
    try restart()
    var previous: SortedRows.Key?
    repeat {
      var batch = SortedRows(after: previous)
      _ = try pass(
        plain: { batch.take(RowConverter.Row($0, in: $1, at: $2)) },
        body: { if case .row(let row) = $0 { batch.take(row) } })
      let sorted = batch.end()
      for row in sorted.rows { body(row) }
      previous = sorted.last
    } while previous != nil
  }

  /// Calls the body with each row in the order of times, and makes entries of
  /// all.
  ///
  /// - Throws: `FileError`.
  func forEachRow(
    _ report: inout ConversionReport,
    restart: () throws(FileError) -> Void,
    body: (RowConverter.Row) -> Void
  ) throws(FileError) {
    try forEachRow(
      &report, restart: restart,
      plain: { body(RowConverter.Row($0, in: $1, at: $2)) }, body: body)
  }

  /// A thing that comes up while files are read.
  private enum Finding {
    /// A row that can be written.
    case row(RowConverter.Row)
    /// A row that is left out.
    case leftOut
    /// A line that is not taken.
    case fault(LineFault, RowPlace)
    /// The end of a file, and the facts about it.
    case file(FileNotes)
  }

  /// Reads all files once, in their order.
  ///
  /// - Returns: the converter, which has the losses.
  /// - Throws: `FileError`.
  private func pass(
    plain: (PlainRow, Span<UInt8>, RowPlace) -> Void,
    body: (Finding) -> Void
  ) throws(FileError) -> RowConverter {
    var converter = RowConverter(to: target, options)
    for (index, file) in files.enumerated() {
      let notes = try inputs[index].format.read(
        file,
        plain: { number, row, line in
          let place = RowPlace(file: index, line: number)
          if let row = converter.row(row, in: line, at: place) {
            plain(row, line, place)
          } else {
            let row = converter.row(row.entry(in: line), at: place)
            body(row.map(Finding.row) ?? .leftOut)
          }
        },
        { number, reading in
          let place = RowPlace(file: index, line: number)
          switch reading {
          case .entry(let entry):
            let row = converter.row(entry, at: place)
            body(row.map(Finding.row) ?? .leftOut)
          case .fault(let reason): body(.fault(reason, place))
          }
        })
      body(.file(notes))
    }
    converter.finishPlainRow()
    return converter
  }
}
