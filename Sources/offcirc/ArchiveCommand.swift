import ArgumentParser
import Circulation
import Offload
import Settings
import Station

/// Archives uploaded files, and restores them.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Put an uploaded OffCirc.dat away; the station starts afresh.",
    discussion: """
      OffCirc.dat, its journal, the kit and the reports go into the folder \
      archive of the station's files, read-only and with their digests. Only \
      what the ledger says was handed over is put away, or, with --uploaded, \
      what you say was. offcirc list archive shows what is there, offcirc purge \
      erases it. No station may be open on the folder.

      The kit that it was handed over with has to be where it was made, or in \
      --kit, as it was made; --uploaded does without. What is damaged in the \
      ledger is told: where it may hide that a line was handed over, the kit \
      that has this very file, or --uploaded, has to say so.

      Exit status: 0 done, 1 not put away, or put away without its kit, \
      without a note in the ledger or with something damaged, 74 input/output \
      error.
      """)

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: "It was uploaded, though the ledger does not tell.")
  var uploaded = false

  @Option(
    help: ArgumentHelp(
      "A report, or a folder of worklists, that goes into the archive too.",
      valueName: "file|folder"))
  var report: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where the kit is, if it is not where it was made.", valueName: "folder"))
  var kit: String?

  @Flag(help: "The clock is right, though transactions are later.")
  var trustClock = false

  @OptionGroup var clock: ClockOptions

  @Flag(help: "Begin a fresh journal though this one lacks something.")
  var damaged = false

  @Flag(help: "Bring NAME back, or the last one.")
  var restore = false

  @Argument(help: "What to bring back.")
  var name: String?

  func validate() throws {
    if restore,
      uploaded || trustClock || damaged || !report.isEmpty || kit != nil
    {
      throw ValidationError("--restore goes with a name alone.")
    }
    if !restore, name != nil {
      throw ValidationError("A name is only for --restore.")
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
          ? bringBack(at: place, holding: lock) : putAway(at: place)
      }
    } catch let error as ArchiveError {
      printError(place.words.sentence(error))
      if case .unfinished = error { throw ExitCode.inputOutputError }
      throw ExitCode.someRefused
    } catch {
      throw place.failure(error)
    }
  }

  // MARK: Putting away

  private func putAway(at place: CommandContext) throws {
    let (folder, words) = (place.folder, place.words)
    let clock = try clock.clock()
    let now = clock.now()
    try refuseWrongClock(at: place, clock)
    var isSound = try tellJournal(of: place)
    var handOver = HandedOver()
    do {
      handOver = try handedOver(at: place, now)
      isSound = isSound && handOver.isSound
    } catch  where uploaded && !(error is ArchiveError) {
      printError(words.sentence(error))
      printError(words.notNoted(inLedger: place.ledger.path))
      isSound = false
    }
    let kits = try self.kits(of: handOver, at: place)
    var attachments: [Archive.Attachment] = []
    var leftOut: [String] = []
    let present = kits.filter { $0.state == .whole }
    for (path, name) in named(present.map(\.folder), "kit")
      + named(report, "report")
    {
      let found = try Archive.Attachment.all(at: path, as: name)
      attachments += found.attachments
      leftOut += found.leftOut
    }
    let kept = try damagedJournals(of: folder)
    attachments += kept.map { Archive.Attachment(path: $0, name: $0.lastName) }
    let desk = handOver.latest?.desk ?? place.settings.station.desk
    let archive = Archive(of: folder)
    let box = try archive.putAway(desk: desk, attachments: attachments, at: now)
    for path in kept { try PosixFileSystem().remove(path) }
    let survey = try archive.survey(of: box)
    var sentences = words.putAway(box, lineCount: survey?.lineCount ?? 0)
    sentences += present.map { words.kitStays($0.folder) }
    if let copyFolder = place.settings.station.copyTo {
      sentences.append(tellOfCopy(in: copyFolder, box, words))
    }
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
    for kit in kits where kit.state != .whole {
      printError(words.kitMissing(kit))
      isSound = false
    }
    if !leftOut.isEmpty { printError(words.leftOut(leftOut)) }
    guard isSound, leftOut.isEmpty else { throw ExitCode.someRefused }
  }

  /// Reports the journal's losses.
  ///
  /// - Returns: true if there are none.
  /// - Throws: ``ArchiveError/damagedJournal(path:)`` unless `--damaged`
  ///   accepts them.
  private func tellJournal(of place: CommandContext) throws -> Bool {
    let health = try place.reading().health
    if health.isWhole { return true }
    for finding in place.words.findings(of: health) { printError(finding) }
    // A missing journal is not replaced by a new one.
    guard damaged || health.void == .missing else {
      throw ArchiveError.damagedJournal(path: health.path)
    }
    return false
  }

  /// Returns the damaged journals kept in the folder, which are archived too.
  private func damagedJournals(
    of folder: StationFolder
  ) throws(FileFailure) -> [String] {
    try PosixFileSystem().names(in: folder.path)
      .filter { $0.hasPrefix(StationFolder.journalName + ".") }
      .map { folder.path + "/" + $0 }
  }

  /// Refuses an implausible clock: the entry would keep its date for ever, and
  /// `purge` goes by it.
  private func refuseWrongClock(
    at place: CommandContext, _ clock: WallClock
  ) throws {
    let newest = try DataFile(in: place.folder).survey().newest
    guard let doubt = ClockWarning(clock, latest: newest) else { return }
    let now = clock.now()
    guard trustClock else { throw ArchiveError.clock(doubt, now: now) }
    printError(place.words.clockWarning(doubt, now: now))
  }

  /// The upload status of the file, by the ledger and the options.
  private struct HandedOver {
    /// The ledger entries that list its lines.
    var entries: [Ledger.Entry] = []
    /// The entry that lists most of them.
    var latest: Ledger.Entry?
    /// The kit with this very file, if the ledger can't tell.
    var kit: String?
    /// True if the ledger is undamaged.
    var isSound = true
  }

  private func handedOver(
    at place: CommandContext, _ now: LocalTime
  ) throws -> HandedOver {
    let path = place.folder.dataFile
    guard try PosixFileSystem().stamp(path) != nil else { return HandedOver() }
    let reading = try place.ledger.entries()
    if !reading.damage.isEmpty {
      printError(
        place.words.damaged(reading.damage, inLedger: place.ledger.path))
    }
    let standing = try reading.standing(of: path)
    var handOver = HandedOver(
      entries: standing.entries, latest: standing.latest,
      isSound: reading.damage.isEmpty)
    let isKnown = try reading.knows(fileAt: path)
    guard standing.lineCount > 0, !(standing.isHandedOver && isKnown) else {
      return handOver
    }
    if standing.doubt != nil, let kit, try isKit(kit, of: path) {
      handOver.kit = kit
    } else if !uploaded {
      throw refusal(of: standing, at: place)
    }
    try noteUpload(at: place, now)
    return handOver
  }

  private func refusal(
    of standing: UploadStatus, at place: CommandContext
  ) -> ArchiveError {
    let path = place.folder.dataFile
    if standing.isHandedOver { return .handedOverElsewhere(path: path) }
    if let doubt = standing.doubt {
      return .unknown(
        count: standing.newCount, path: path, doubt,
        ledger: place.ledger.path)
    }
    return .notHandedOver(
      count: standing.newCount, firstLine: standing.firstNewLine ?? 1,
      path: path)
  }

  /// Records the stated upload in the ledger, so that the file is not uploaded
  /// again.
  ///
  /// Done before archiving: an interruption in between does no harm.
  private func noteUpload(at place: CommandContext, _ now: LocalTime) throws {
    let file = StationFile(path: place.folder.dataFile)
    let tally = try FileTally(of: file.path)
    let desk = place.settings.station.desk
    try place.ledger.append(
      Ledger.Entry(
        at: now, .uploaded, desk: desk.isEmpty ? nil : desk,
        name: StationFolder.dataFileName, tally,
        sources: [Ledger.Entry.Source(file, tally)]))
  }

  /// Returns true if a folder is an unchanged kit with this very file.
  private func isKit(_ folder: String, of file: String) throws -> Bool {
    let digest = try SHA256.of(PosixFileSystem().open(file, for: .reading))
    return try KitCheck.holds(digest, in: folder)
  }

  /// Returns the kits listed for the file, with their state.
  private func kits(
    of handOver: HandedOver, at place: CommandContext
  ) throws -> [KitCheck] {
    var kits = KitCheck.all(of: handOver.entries)
    if let kit = handOver.kit {
      kits.append(KitCheck(of: kit, for: []))
    } else if let kit, try isToPutAway(at: place) {
      let here = kits.firstIndex { made in
        let entries = handOver.entries
          .filter { $0.way == .kit(folder: made.folder) }
        return KitCheck(of: made.folder, in: kit, for: entries).state == .whole
      }
      guard let here else { throw ArchiveError.notTheKit(path: kit) }
      kits[here] = KitCheck(of: kit, for: [])
    }
    guard let broken = kits.first(where: { $0.state != .whole }), !uploaded
    else { return kits }
    throw ArchiveError.kit(broken)
  }

  /// Returns true if there is a file; if not, archiving reports that.
  private func isToPutAway(at place: CommandContext) throws -> Bool {
    try PosixFileSystem().stamp(place.folder.dataFile) != nil
  }

  /// Returns the paths with numbered names for their subfolders.
  private func named(
    _ paths: [String], _ name: String
  ) -> [(path: String, name: String)] {
    paths.enumerated().map { number, path in
      (path, number == 0 ? name : "\(name)-\(number + 1)")
    }
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
