import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Station

/// Archives uploaded files, and restores them.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.archive)

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(.uploaded))
  var uploaded = false

  @Option(
    help: ArgumentHelp(.archivedReport, .fileOrFolder), completion: .file())
  var report: [String] = []

  @Option(
    help: ArgumentHelp(.kit, .folder), completion: .directory)
  var kit: String?

  @Flag(help: ArgumentHelp(.trustClock))
  var trustClock = false

  @OptionGroup var clock: ClockOptions

  @Flag(help: ArgumentHelp(.damaged))
  var damaged = false

  @Flag(help: ArgumentHelp(.restore))
  var restore = false

  @Argument(help: ArgumentHelp(.archiveName, .name))
  var name: String?

  func validate() throws {
    if restore,
      uploaded || trustClock || damaged || !report.isEmpty || kit != nil
    {
      throw ValidationError(.onlyName)
    }
    if !restore, name != nil {
      throw ValidationError(.nameWithoutRestore)
    }
  }

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    do {
      guard try place.hasFolder(named: options.files) else {
        throw ArchiveError.nothingThere(path: place.folder.dataFile)
      }
      let lock = try StationLock(place.folder, at: clock.clock().now())
      try withExtendedLifetime(lock) {
        try restore
          ? bringBack(at: place, holding: lock) : putAwayAndErase(at: place)
      }
    } catch let error as ArchiveError {
      printError(place.words.sentence(error))
      if case .unfinished = error { throw ExitCode.inputOutputError }
      throw ExitCode.someRefused
    } catch {
      throw place.failure(error)
    }
  }

  /// Archives what there is, and erases the borrowers of old archives, whether
  /// there is something to archive or not.
  private func putAwayAndErase(at place: CommandContext) throws {
    var refusal: (any Error)?
    do {
      try putAway(at: place)
    } catch ArchiveError.nothingThere(let path) {
      refusal = ArchiveError.nothingThere(path: path)
    } catch let code as ExitCode {
      refusal = code
    }
    try eraseBorrowers(at: place)
    if let refusal { throw refusal }
  }

  // MARK: Putting away

  private func putAway(at place: CommandContext) throws {
    let (folder, words) = (place.folder, place.words)
    let request = request(for: folder)
    let clock = try clock.clock()
    let now = clock.now()
    let newest = try DataFile(in: folder).summary().last
    if let warning = try request.verify(clock, newest: newest) {
      printError(words.clockWarning(warning, now: clock.now()))
    }
    let health = try place.reading().health
    if !health.isWhole {
      for finding in words.findings(of: health) { printError(finding) }
    }
    try request.verify(health)
    var isSound = health.isWhole
    var evidence = UploadEvidence(ground: .statement)
    do {
      let found = try self.evidence(for: request, at: place, now)
      evidence = found.evidence
      isSound = isSound && found.isSound
    } catch  where uploaded && !(error is ArchiveError) {
      printError(words.sentence(about: error))
      printError(words.notNoted(inLedger: place.ledger.path))
      isSound = false
    }
    let kits = try request.kits(for: evidence)
    let present = kits.filter { $0.state == .whole }.map(\.folder)
    let attachments = try Attachments(
      of: folder, kits: present, reports: report)
    let desk = evidence.latest?.desk ?? place.settings.station.desk
    let archive = Archive(of: folder)
    let box = try archive.putAway(
      desk: desk, attachments: attachments.files, at: now)
    for path in attachments.damagedJournals {
      try CommandContext.disk.remove(path)
    }
    let summary = try archive.summary(of: box)
    var sentences = words.putAway(box, lineCount: summary?.lineCount ?? 0)
    sentences += present.map(words.kitStays)
    sentences += kits.filter { $0.state == .elsewhere }
      .compactMap { words.sentence($0) }
    if let copyFolder = place.settings.station.copyTo {
      sentences.append(tellOfCopy(in: copyFolder, box, words))
    }
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
    for kit in kits where kit.isBroken {
      printError(words.kitMissing(kit))
      isSound = false
    }
    let leftOut = attachments.leftOut
    if !leftOut.isEmpty { printError(words.leftOut(leftOut)) }
    guard isSound, leftOut.isEmpty else { throw ExitCode.someRefused }
  }

  private func request(for folder: StationFolder) -> ArchiveRequest {
    var request = ArchiveRequest(folder)
    request.isUploaded = uploaded
    request.kit = kit
    request.trustsClock = trustClock
    request.acceptsLosses = damaged
    return request
  }

  /// Returns the evidence that the file was uploaded, after listing it in the
  /// ledger if it was not, and true if the ledger is undamaged.
  private func evidence(
    for request: ArchiveRequest, at place: CommandContext, _ now: LocalTime
  ) throws -> (evidence: UploadEvidence, isSound: Bool) {
    guard try request.hasFile() else {
      return (UploadEvidence(ground: .ledger), true)
    }
    place.exchangeLedger()
    let ledger = place.ledger
    let reading = try ledger.entries()
    let damage = reading.damage
    if !damage.isEmpty {
      printError(place.words.damaged(damage, inLedger: ledger.path))
    }
    let evidence = try request.evidence(in: reading, ledger: ledger.path)
    if evidence.ground != .ledger {
      try ledger.noteUpload(
        of: place.folder, desk: place.settings.station.desk, at: now)
      place.exchangeLedger()
    }
    return (evidence, damage.isEmpty)
  }

  private func tellOfCopy(
    in copyFolder: String, _ box: Archive.Entry, _ words: any Words
  ) -> String {
    let journal = StationFolder(path: box.path).journal
    // The reason does not matter to the reader: the copy is unreachable, or
    // holds more than the journal.
    let removed = try? Journal.removeCopy(in: copyFolder, ofJournal: journal)
    return removed.map { words.copyRemoved($0) } ?? words.copyStays(copyFolder)
  }

  // MARK: Bringing back

  private func bringBack(
    at place: CommandContext, holding lock: StationLock
  ) throws {
    let archive = Archive(of: place.folder)
    let boxes = try archive.boxes()
    let found =
      name.map { name in boxes.first { $0.name == name } }
      ?? boxes.last { $0.isWhole }
    guard let box = found else { throw ArchiveError.noBox(name: name) }
    let hasJournal = try archive.restore(box)
    // It ends before the events recorded since.
    if hasJournal { lock.remember(nil) }
    try StandardOutput.write(
      place.words.broughtBack(box, withJournal: hasJournal)
        .joined(separator: "\n") + "\n")
  }
}
