import Catalogue
import Circulation
import Exchange
import Glibc

/// The making of kits, such that no line goes into two of them.
///
/// A kit is made under a hidden name and synced, then listed in the ledger,
/// then renamed. If that is interrupted, there is no visible kit that the
/// ledger lacks, and the next run with the same folder finishes the kit or
/// starts over.
package struct KitAssembly {
  /// The result of making a kit.
  package enum Outcome {
    /// The kit was made.
    case made(Kit)
    /// An unfinished kit of an earlier run was completed.
    case finished(folder: String, [(StationFile, UploadStatus)])
    /// Nothing was made, since the ledger lists lines of the files, or may.
    case refused(KitRefusal)
  }

  let folder: String
  private let ledger: Ledger
  let words: any OffloadWords
  let catalogue: Catalogue?
  let due: DueRules
  let target: KitTarget
  let language: String
  let time: LocalTime
  let disk: any FolderOperations

  /// Prepares a kit in a folder.
  ///
  /// - Parameters:
  ///   - folder: the full path of the kit; nothing, or an empty folder, may be
  ///     there.
  ///   - ledger: the ledger.
  ///   - words: the language of the kit's texts.
  ///   - language: the code of that language, such as `fr`.
  ///   - catalogue: the catalogue by which the uploads are rehearsed; nil if
  ///     there is none.
  ///   - due: the rules by which due dates are estimated.
  ///   - target: the library system, and what goes to it beside the loans and
  ///     returns.
  ///   - time: the current time.
  ///   - disk: the file system to write to.
  package init(
    in folder: String, ledger: Ledger, words: any OffloadWords,
    language: String, catalogue: Catalogue? = nil, due: DueRules = DueRules(),
    for target: KitTarget = KitTarget(), at time: LocalTime,
    disk: any FolderOperations = PosixFileSystem()
  ) {
    self.folder = folder
    self.ledger = ledger
    self.words = words
    self.language = language
    self.catalogue = catalogue
    self.due = due
    self.target = target
    self.time = time
    self.disk = disk
  }

  /// The hidden path of the unfinished kit.
  var newFolder: String {
    folder.temporarySibling
  }
  private var parent: String { folder.folder }

  /// Makes the kit of a request, or finishes an interrupted one.
  ///
  /// - Parameters:
  ///   - request: the files, and what a person says about them.
  ///   - progress: called with bytes done and bytes in total.
  /// - Returns: the outcome, and the damage found in the ledger.
  /// - Throws: ``KitError``; ``LedgerError``; `ConversionError`; ``FileError``.
  package func make(
    of request: KitRequest, progress: @escaping Merge.Progress = { _, _ in }
  ) throws -> (Outcome, damage: [Ledger.Reading.Damage]) {
    do {
      let isNewLedger = try ledger.version() == nil
      var (outcome, damage) = try outcome(of: request, progress)
      if case .made(var kit) = outcome, isNewLedger {
        kit.newLedger = ledger.pathToName
        outcome = .made(kit)
      }
      return (outcome, damage)
    } catch ConversionError.notReadBack(let path) {
      throw ConversionError.notReadBack(
        path: folder.appending(path: path.lastName))
    } catch let error as FileError {
      // Reports the final path, unless the hidden folder itself is in the way.
      guard
        error.operation != .remove,
        !request.files.contains(where: { $0.path == error.path })
      else { throw error }
      throw error.moved(from: newFolder, to: folder)
    }
  }

  private func outcome(
    of request: KitRequest, _ progress: @escaping Merge.Progress
  ) throws -> (Outcome, damage: [Ledger.Reading.Damage]) {
    guard try names(in: folder)?.isEmpty ?? true else {
      throw KitError.inTheWay(path: folder)
    }
    // All read errors, also of the ledger, are reported before anything is
    // made.
    let desks = try DeskFiles.all(of: request.files)
    return try ledger.hold { held in
      let reading = held.reading
      let damage = reading.damage
      let isOwnTorn = try isTorn(in: reading, desks: desks.map(\.name))
      if try finish(by: reading, inputs: desks.flatMap(\.merge.inputs)) {
        let uploadStatuses = try request.files.map {
          ($0, try reading.uploadStatus(of: $0.path))
        }
        return (.finished(folder: folder, uploadStatuses), damage)
      }
      var work = ProgressCounter(
        of: 2 * desks.reduce(0) { $0 + $1.byteCount }, progress: progress)
      var read: [DeskFiles] = []
      for desk in desks { read.append(try desk.read(by: reading, &work)) }
      if let refusal = try request.refusal(
        of: read, by: reading, isOwnTorn: isOwnTorn)
      {
        return (.refused(refusal), damage)
      }
      for index in read.indices { read[index].forgetMarks() }
      let old = request.policy == .rest ? reading : nil
      let kept = read.filter { $0.hasLines(beside: old) }
        .sorted { $0.comesBefore($1) }
      guard !kept.isEmpty else { throw KitError.nothingToHandOver }
      let empty = read.flatMap(\.files).filter {
        $0.uploadStatus.lineCount == 0
      }
      .map(\.file)
      let (kit, entries) = try build(
        kept, of: request.origins, leavingOut: old, emptyFiles: empty, &work)
      do {
        try held.append(entries)
      } catch let error as LedgerError where error.mayBeListed {
        // The next run finds out, and finishes it or starts over.
        throw error
      } catch {
        // The next run removes what can't be removed now.
        try? removeNewFolder()
        throw error
      }
      try putInPlace()
      return (.made(kit), damage)
    }
  }

  // MARK: The folder

  /// Renames an unfinished kit if it is complete and in the ledger; removes it
  /// otherwise.
  ///
  /// - Returns: true if there is a kit now.
  /// - Throws: ``KitError``; ``FileError``.
  private func finish(
    by reading: Ledger.Reading, inputs: [InputFile]
  ) throws -> Bool {
    guard let names = try names(in: newFolder) else { return false }
    // The list of transactions is created first, and removed last.
    let isOurs = names.isEmpty || names.contains(Kit.Name.transactions)
    guard isOurs, names.allSatisfy(Kit.has) else {
      throw KitError.inTheWay(path: newFolder)
    }
    for name in names {
      let version = try disk.version(newFolder.appending(path: name))
      if let input = inputs.first(where: { $0.version.isSameFile(as: version) })
      {
        throw KitError.unfinished(input.file, folder: newFolder)
      }
    }
    guard try isWhole(names), isKnown(to: reading, try digests(of: names))
    else {
      try removeNewFolder()
      return false
    }
    try putInPlace()
    return true
  }

  /// Returns the names in a folder; nil if there is none.
  ///
  /// - Throws: ``KitError/inTheWay(path:)``; ``FileError``.
  func names(in folder: String) throws -> [String]? {
    guard try disk.version(folder) != nil else { return nil }
    do throws(FileError) {
      return try disk.names(in: folder)
    } catch {
      guard error.code == ENOTDIR else { throw error }
      throw KitError.inTheWay(path: folder)
    }
  }

  /// Returns true if the ledger's last kit in this folder has these digests.
  private func isKnown(
    to reading: Ledger.Reading, _ digests: DigestList
  ) -> Bool {
    let known = reading.entries.filter {
      !$0.isElsewhere && $0.way == .kit(folder: folder)
    }
    var last = DigestList()
    for entry in known where entry.time == known.last?.time {
      last[entry.upload.name] = entry.upload.sha256
    }
    return !last.digests.isEmpty
      && last.digests == digests.digests.filter { $0.name.hasSuffix(".dat") }
  }

  /// Returns the digests of files of the unfinished kit.
  ///
  /// - Throws: ``FileError``.
  func digests(
    of names: [String]
  ) throws(FileError) -> DigestList {
    var list = DigestList()
    for name in names.sorted() {
      list[name] = try SHA256.of(
        disk.open(newFolder.appending(path: name), for: .reading))
    }
    return list
  }

  private func putInPlace() throws(FileError) {
    try disk.rename(newFolder, to: folder)
    try disk.synchronizeFolder(parent)
  }

  private func removeNewFolder() throws(FileError) {
    let names = try disk.names(in: newFolder)
    let last = names.filter { $0 == Kit.Name.transactions }
    for name in names.filter({ $0 != Kit.Name.transactions }) + last {
      try disk.remove(newFolder.appending(path: name))
    }
    try disk.removeFolder(newFolder)
  }

  // MARK: What is in it

  /// Makes the kit under its hidden name; returns when it is on disk.
  private func build(
    _ desks: [DeskFiles], of origins: [String: [StationFile]],
    leavingOut old: Ledger.Reading?,
    emptyFiles: [StationFile], _ work: inout ProgressCounter
  ) throws -> (Kit, [Ledger.Entry]) {
    // Read before anything is made.
    let sources = try origins.mapValues { files in
      try files.map {
        Ledger.Entry.Source($0, try FileContent(of: $0.path))
      }
    }
    // Removed first: if the empty folder can't be replaced, that must be known
    // before the ledger lists the kit.
    if try names(in: folder) != nil { try disk.removeFolder(folder) }
    try disk.makeFolder(newFolder)
    do {
      try disk.synchronizeFolder(parent)
      var uploads: [Kit.Upload] = []
      let names = Kit.names(ofFilesFor: desks.map(\.name))
      try write(Kit.Name.transactions) { file in
        let table = TransactionTable(file, words)
        table.begin()
        for (desk, name) in zip(desks, names) {
          var upload = try build(desk, name, leavingOut: old, table, &work)
          upload.origins = upload.sources.flatMap { origins[$0.path] ?? [] }
          uploads.append(upload)
        }
        try table.end()
      }
      var kit = Kit(
        folder: folder, time: time, uploads: uploads, emptyFiles: emptyFiles)
      try rehearse(&kit)
      let stateFiles = try addStates(&kit)
      let checklist = checklist(for: kit)
      for (name, text) in [
        (Kit.Name.checklist, checklist.text),
        (Kit.Name.printedChecklist, checklist.html),
      ] + (kit.rehearsal?.files ?? []) + stateFiles {
        try write(name) { try $0.append(Array(text.utf8).span) }
      }
      let digests = try digests(of: disk.names(in: newFolder))
      try write(DigestList.name) { try $0.append(digests.bytes.span) }
      try disk.synchronizeFolder(newFolder)
      return (
        kit,
        zip(desks, uploads).enumerated().map { index, pair in
          entry(
            of: pair.0, as: pair.1,
            madeOf: pair.0.files.flatMap { sources[$0.file.path] ?? [] },
            kit.systemFiles(of: index).compactMap { name in
              digests[name].map { .init(name: name, sha256: $0) }
            })
        }
      )
    } catch {
      // The next run removes what can't be removed now.
      try? removeNewFolder()
      throw error
    }
  }

  private func build(
    _ desk: DeskFiles, _ name: String, leavingOut old: Ledger.Reading?,
    _ table: TransactionTable, _ work: inout ProgressCounter
  ) throws -> Kit.Upload {
    var uploadedLines: [UploadedLines]?
    if let old {
      uploadedLines = try desk.merge.files.map {
        try old.uploadedLines(for: $0)
      }
    }
    var lines = UploadLines(leavingOut: uploadedLines)
    let origins = desk.merge.files.map { table.origin($0, in: name) }
    var report = Merge.Report()
    try write(name) { file in
      var writer = MergeWriter(file, desk.merge.seconds)
      try desk.merge.lines.forEachPiece { done, _ in
        work.show(done)
      } _: { (line, place) throws(FileError) in
        guard line.count == 0 || lines.take(line, place) else { return }
        try writer.append(line, place)
        guard !place.isContinued, line.count > 0 else { return }
        try table.add(
          line, number: lines.count, from: origins[place.file])
      }
      report = try writer.finish()
    }
    if lines.unreadable.count == lines.count, let file = desk.merge.files.first
    {
      throw KitError.unreadable(
        file,
        try ForeignFile(
          at: file.path, fileSystem: desk.merge.fileSystem))
    }
    work.finish(desk.byteCount)
    return Kit.Upload(
      name: name, desk: desk.name, sources: desk.merge.files,
      overlaps: desk.merge.overlaps,
      content: try FileContent(
        of: newFolder.appending(path: name), fileSystem: disk),
      unreadable: lines.unreadable, leftOutCount: lines.leftOutCount,
      marks: report.marks.map { (desk.merge.files[$0.key], $0.value) },
      shared: report.conflicts.shared(among: desk.merge.files),
      conflicts: report.conflicts.first,
      conflictCount: report.conflicts.count,
      decided: report.conflicts.decided,
      decidedCount: report.conflicts.decidedCount)
  }

  private func entry(
    of desk: DeskFiles, as upload: Kit.Upload,
    madeOf origins: [Ledger.Entry.Source],
    _ systemFiles: [Ledger.Entry.SystemFile]
  ) -> Ledger.Entry {
    Ledger.Entry(
      at: time, .kit(folder: folder), desk: desk.name, name: upload.name,
      upload.content,
      sources: desk.files.map { Ledger.Entry.Source($0.file, $0.content) }
        + origins,
      systemFiles: systemFiles)
  }

  /// Writes a file of the kit; returns when it is on disk.
  private func write(
    _ name: String, _ body: (any OpenFile) throws -> Void
  ) throws {
    let file = try disk.open(newFolder.appending(path: name), for: .writing)
    try body(file)
    try file.synchronize()
  }
}
