import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Typesetting

/// The options of commands that import a list.
struct ListImportOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(.preview))
  var preview = false

  @Option(help: ArgumentHelp(.columns, .columns))
  var columns: String?

  @Option(help: ArgumentHelp(.notForLoan, .words))
  var notForLoan: [String] = []

  @Flag(help: ArgumentHelp(.complete))
  var complete = false

  @Flag(help: ArgumentHelp(.yes))
  var yes = false

  @Option(help: ArgumentHelp(.rejects, .file), completion: .file())
  var rejects: String?

  @Option(help: ArgumentHelp(.level, valueName: "numbers|names|classes"))
  var level: PrivacyLevel?

  @Option(help: ArgumentHelp(.exported, .moment))
  var exported: Since?

  @OptionGroup var clock: ClockOptions

  func validate() throws {
    if rejects == "" { throw ValidationError(.emptyName) }
    _ = try namedColumns()
  }

  /// Returns the columns that are named, by field.
  private func namedColumns() throws -> [ListField: String] {
    var named: [ListField: String] = [:]
    for pair in columns?.split(separator: ",") ?? [] {
      guard let column = NamedColumn(pair) else {
        throw ValidationError(
          .column(String(pair), fields: ListField.allCases.map(\.rawValue)))
      }
      named[column.field] = column.name
    }
    return named
  }

  /// Imports files as one list, and reports what it has and changes.
  ///
  /// - Parameters:
  ///   - files: the paths of the files.
  ///   - kind: the kind of list; nil if its columns show it.
  ///   - place: the context.
  ///   - isPreview: true if nothing is to be changed; nil for what the options
  ///     say.
  ///   - isTold: false to report only errors.
  ///   - inspect: takes each item, with the path of its file and its line.
  /// - Returns: what the list has, and what it changes.
  /// - Throws: exit status, after reporting the error.
  @discardableResult
  func add(
    _ files: [String], _ kind: ListKind?, to place: CommandContext,
    isPreview: Bool? = nil, isTold: Bool = true,
    inspect: ((Item, String, Int) -> Void)? = nil
  ) throws -> ImportReport {
    let words = place.words
    let progress = ProgressLine(words)
    let path = place.settings.catalogue.file
    let isPreview = isPreview ?? preview
    var rejected = RejectedRows(words, shown: rejects == nil)
    let report: ImportReport
    do {
      var request = try request(files, place.settings.catalogue)
      request.columns.scale = place.settings.textbooks.scale
      request.kind = kind
      request.isPreview = isPreview
      request.inspect = inspect
      let known = KnownNumbers(place)
      request.lacksZero = { known.lackZero($1, of: $0) }
      if !isPreview { try place.eraseOldLists(clock.clock()) }
      try CommandContext.disk.makeFolders(path.folder)
      report = try ListImport(into: path, on: CommandContext.disk)
        .run(request) {
          rejected.add($0)
        } progress: {
          progress.show($0, of: $1)
        }
      progress.erase()
      if isTold, let rejects { try rejected.write(to: rejects) }
    } catch {
      progress.erase()
      if case CatalogueError.question? = error as? CatalogueError {
        printError(words.sentence(about: error))
        throw ExitCode.validationFailure
      }
      throw place.failure(error)
    }
    guard isTold else { return report }
    rejected.tell()
    if report.reducedCount > 0 {
      printError(words.reduced(report.reducedCount))
    }
    let lines = words.lines(of: report, fileCount: files.count)
    let end = isPreview ? words.nothingChanged : words.imported(into: path)
    do {
      try StandardOutput.write((lines + [end]).joined(separator: "\n") + "\n")
    } catch {
      throw place.failure(error)
    }
    return report
  }

  private func request(
    _ files: [String], _ settings: CatalogueSettings
  ) throws -> ListImport.Request {
    let now = try clock.clock().now()
    var newest: LocalTime?
    let sources = try files.map { path in
      let file = try CommandContext.disk.open(path, for: .reading)
      let modified = try file.version().modified
      if newest.map({ $0.iso8601 < modified.iso8601 }) ?? true {
        newest = modified
      }
      return ListImport.Source(path: path, digest: try SHA256.of(file))
    }
    let day = String((exported?.time ?? newest ?? now).iso8601.prefix(10))
    var request = ListImport.Request(
      sources: sources,
      rules: RecordRules(
        notForLoan: settings.notForLoan + notForLoan,
        level: level ?? settings.level, on: day),
      exported: day, imported: now.iso8601)
    request.columns = ColumnNames(named: try namedColumns())
    request.columns.add(settings.columns)
    request.isComplete = complete
    request.isConfirmed = yes
    return request
  }
}

extension Words {
  /// Returns what an import has read and changes, a line for each sentence.
  fileprivate func lines(
    of report: ImportReport, fileCount: Int
  ) -> [String] {
    var lines = [heading(report, fileCount: fileCount)]
    let names = report.columns.map { $0.name.printable }
    let fields = report.columns.map { name(of: $0.field) }
    let widths = [names, fields].map { min($0.map(\.count).max() ?? 0, 24) }
    for (index, column) in report.columns.enumerated() {
      lines.append(
        "  " + names[index].shortened(to: widths[0]).padded(to: widths[0] + 2)
          + fields[index].padded(to: widths[1] + 2)
          + content(
            of: column, rowCount: report.rowCount - report.rejectedCount))
    }
    if !report.leftOut.isEmpty || report.unusedCount > 0 {
      lines.append(leftOut(report.leftOut, unused: report.unusedCount))
    }
    if let name = report.stateColumn {
      lines.append("! " + takenAsStates(name))
    }
    for (path, count) in report.cutFiles.sorted(by: { $0.key < $1.key }) {
      lines.append("! " + cut(path, rowCount: count))
    }
    if report.numberCellCount > 0 {
      lines.append(
        "! " + numberCells(report.numberCellCount, of: report.rowCount))
    }
    if let count = report.notForLoanCount {
      lines.append((count > 0 ? "  " : "? ") + notForLoan(count))
    }
    if report.shortCount > 0 {
      lines.append(
        "! " + lostZeros(report.shortCount, of: report.comparedCount))
    }
    if report.unreadCellCount > 0 {
      lines.append("! " + unreadCells(report.unreadCellCount))
    }
    for (path, kinds) in report.otherKinds.sorted(by: { $0.key < $1.key }) {
      lines.append("! " + otherLists(kinds, in: path))
    }
    if !report.titlesWithoutCopy.isEmpty {
      lines.append("! " + withoutCopy(report.titlesWithoutCopy))
    }
    return lines + [changes(report)]
  }
}
