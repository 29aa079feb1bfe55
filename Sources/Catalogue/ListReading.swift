import Circulation
import Tables

/// The reading of the files of a list into a catalogue that is being built.
struct ListReading {
  private let request: ListImport.Request
  private let draft: CatalogueDraft
  private let reject: (ListImport.RejectedRow) -> Void
  private var report: ImportReport?
  /// The number of rows of the file that is read.
  private var rowsOfFile = 0

  init(
    _ request: ListImport.Request, into draft: CatalogueDraft,
    reject: @escaping (ListImport.RejectedRow) -> Void
  ) {
    self.request = request
    self.draft = draft
    self.reject = reject
  }

  /// Reads all files.
  ///
  /// - Parameters:
  ///   - disk: the file system.
  ///   - progress: takes the bytes that are read, and their number in all.
  /// - Returns: what the list has, and what it changes.
  /// - Throws: ``CatalogueError``.
  mutating func run(
    _ disk: any FileSystem, progress: (Int, Int) -> Void
  ) throws(CatalogueError) -> ImportReport {
    if let own = request.own { return try run(own) }
    var files: [ListFile] = []
    for source in request.sources {
      files.append(try ListFile(source.path, on: disk))
    }
    let all = files.reduce(0) { $0 + $1.length }
    var done = 0
    for file in files {
      try read(file) { progress(done + $0, all) }
      done += file.length
    }
    guard let report else { throw .noRow(file: request.sources[0].path) }
    guard report.rowCount > 0 else {
      throw .noRow(file: request.sources[0].path)
    }
    guard report.rowCount > report.rejectedCount else {
      throw .allRejected(file: request.sources[0].path, report.rejectedCount)
    }
    return try end(report)
  }

  /// Reads a list that a person makes with a command.
  private mutating func run(
    _ list: OwnList
  ) throws(CatalogueError) -> ImportReport {
    let path = request.sources[0].path
    for table in list.tables {
      let columns = table.columns
      if report == nil {
        report = ImportReport(columns, at: request.rules.level)
      }
      try draft.begin(columns)
      let reader = RecordReader(columns, request.rules, draft.key)
      for (index, cells) in table.rows.enumerated() {
        try take(TableRow(line: index + 1, cells: cells), reader, path)
      }
    }
    guard let report, report.rowCount > 0 else { throw .noRow(file: path) }
    return try end(report)
  }

  private mutating func read(
    _ file: ListFile, progress: (Int) -> Void
  ) throws(CatalogueError) {
    let kind = try kind(of: file)
    var first: [TableRow] = []
    var firstSize = 0
    var reader: RecordReader?
    var failure: CatalogueError?
    try file.read(
      kind,
      { row in
        do throws(CatalogueError) {
          if let reader {
            try take(row, reader, file.path)
          } else {
            first.append(row)
            firstSize += row.cells.reduce(0) { $0 + $1.utf8.count }
            if first.count == ListHead.sampleRows
              || firstSize > ListHead.sampleSize
            {
              reader = try begin(first, of: file, kind)
              first = []
            }
          }
        } catch {
          failure = error
        }
        return failure == nil
      }, refuse: { refuse($0, file.path) }, progress: progress)
    if let failure { throw failure }
    if reader == nil { _ = try begin(first, of: file, kind) }
    countRows(of: file.path)
  }

  /// Returns the kind of a file's list that is read; nil if its columns show
  /// it.
  private func kind(of file: ListFile) throws(CatalogueError) -> ListKind? {
    let kinds = file.kinds + file.emptyKinds
    guard let first = kinds.first else { return request.kind }
    guard let kind = request.kind else {
      return report.map(\.kind).flatMap { kinds.contains($0) ? $0 : nil }
        ?? first
    }
    // Borrowers may be read for their blocks alone.
    guard
      kinds.contains(kind) || kind == .blocks && kinds.contains(.borrowers)
    else {
      throw .otherKinds(file: file.path, file.kinds, not: kind)
    }
    return kind
  }

  // MARK: The first rows

  /// Finds the columns in the first rows of a file, and takes those rows.
  private mutating func begin(
    _ rows: [TableRow], of file: ListFile, _ kind: ListKind?
  ) throws(CatalogueError) -> RecordReader {
    guard !rows.isEmpty else { throw .noRow(file: file.path) }
    var columns: ListColumns
    do throws(ColumnQuestion) {
      columns = try ListHead.columns(
        of: rows, kind: kind, request.columns)
    } catch {
      throw .question(error, file: file.path)
    }
    columns.isRagged = columns.isRagged || file.isRagged
    if let report, report.kind != columns.kind {
      throw .severalKinds(
        file: file.path, columns.kind, before: report.kind)
    }
    if report == nil {
      report = ImportReport(columns, at: request.rules.level)
      report?.isComplete = request.isComplete
    }
    for other in file.kinds where other != columns.kind {
      report?.otherKinds[file.path, default: []].append(other)
    }
    try draft.begin(columns)
    let reader = RecordReader(columns, request.rules, draft.key)
    for row in rows where row.line > columns.headerLine {
      try take(row, reader, file.path)
    }
    return reader
  }

  // MARK: Rows

  private mutating func take(
    _ row: TableRow, _ reader: RecordReader, _ path: String
  ) throws(CatalogueError) {
    rowsOfFile += 1
    report?.count(row, reader.columns)
    let record: ListRecord
    do throws(RowError) {
      record = try reader.record(row)
    } catch {
      return refuse(row, error.reason, reader, path)
    }
    compare(row, reader)
    if let inspect = request.inspect, case .item(let item) = record {
      inspect(Item(item), path, row.line)
    }
    switch try draft.add(record) {
    case .new: report?.newCount += 1
    case .changed: report?.changedCount += 1
    case .same: report?.sameCount += 1
    // A spreadsheet has made one number of two.
    case .repeated where reader.holdsNumber(row):
      return refuse(row, .repeated(record.number), reader, path)
    case .repeated: report?.repeatedCount += 1
    case .contradicted:
      return refuse(row, .repeated(record.number), reader, path)
    }
    report?.count(row, as: record, reader.places)
    try draft.keep(record)
  }

  /// Compares the number of one of the first rows with known ones.
  private mutating func compare(_ row: TableRow, _ reader: RecordReader) {
    guard let count = report?.comparedCount, count < ListHead.sampleRows,
      let number = reader.number(of: row)
    else { return }
    report?.comparedCount += 1
    if request.lacksZero(reader.columns.kind, number) {
      report?.shortCount += 1
    }
  }

  private mutating func refuse(
    _ row: TableRow, _ reason: RowRejection, _ reader: RecordReader,
    _ path: String
  ) {
    report?.rejectedCount += 1
    reject(
      ListImport.RejectedRow(
        path: path, line: row.line, cells: row.cells, reason: reason,
        header: reader.columns.names))
  }

  private mutating func refuse(_ row: BrokenRow, _ path: String) {
    report?.rowCount += 1
    report?.rejectedCount += 1
    reject(
      ListImport.RejectedRow(
        path: path, line: row.line, cells: [row.text],
        reason: .broken(row.reason), header: []))
  }

  // MARK: The end

  /// Points out a file that may have been cut.
  private mutating func countRows(of path: String) {
    if ImportReport.cutCounts.contains(rowsOfFile) {
      report?.cutFiles[path] = rowsOfFile
    }
    rowsOfFile = 0
  }

  private func end(
    _ report: ImportReport
  ) throws(CatalogueError) -> ImportReport {
    var report = report
    let missing = try draft.missing(of: report.kind)
    report.missingCount = missing.gone
    if report.kind == .sets {
      report.titlesWithoutCopy = try draft.titlesWithoutCopy()
    }
    if report.isComplete, report.kind.tellsWhatIsGone,
      !request.isConfirmed, !request.isPreview,
      missing.gone * ListImport.goneShare > missing.known
    {
      throw .tooManyGone(missing.gone, of: missing.known, report.kind)
    }
    try draft.end(
      report.kind, rowCount: report.rowCount - report.rejectedCount)
    return report
  }
}
