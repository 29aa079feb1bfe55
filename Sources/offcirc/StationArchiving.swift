import Circulation
import Languages
import Offload
import Settings
import Station

/// The archiving of a station's uploaded file, in its own folder or on a stick.
///
/// Whoever calls it holds the folder.
struct StationArchiving {
  /// The result of an archiving.
  struct Outcome {
    /// The entry of the archive.
    let box: Archive.Entry
    /// The sentences about what was done.
    let sentences: [String]
    /// True if nothing needs a person's attention.
    let isSound: Bool
  }

  /// The context of the station.
  let place: CommandContext
  /// The request, with what a person says about it.
  let request: ArchiveRequest
  /// The paths of the reports and worklists that are archived with it.
  var reports: [String] = []
  /// The clock that names the entry.
  let clock: WallClock
  /// Reports what a person must look at, as it is found.
  let tell: (String) -> Void

  private var words: any Words { place.words }

  /// Archives the file.
  ///
  /// - Throws: ``ArchiveError`` if it is refused; ``FileError``; `LedgerError`.
  func putAway() throws -> Outcome {
    let folder = request.folder
    let now = clock.now()
    let newest = try DataFile(in: folder).summary().last
    if let warning = try request.verify(clock, newest: newest) {
      tell(words.clockWarning(warning, now: clock.now()))
    }
    let health = try place.reading().health
    if !health.isWhole { words.findings(of: health).forEach(tell) }
    try request.verify(health)
    var isSound = health.isWhole
    var evidence = UploadEvidence(ground: .statement)
    do {
      let found = try self.evidence(now)
      evidence = found.evidence
      isSound = isSound && found.isSound
    } catch  where request.isUploaded && !(error is ArchiveError) {
      tell(words.sentence(about: error))
      tell(words.notNoted(inLedger: place.ledger.path))
      isSound = false
    }
    let kits = try request.kits(for: evidence)
    let present = kits.filter { $0.state == .whole }.map(\.folder)
    let attachments = try Attachments(
      of: folder, kits: present, reports: reports)
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
      sentences.append(tellOfCopy(in: copyFolder, box))
    }
    for kit in kits where kit.isBroken {
      tell(words.kitMissing(kit))
      isSound = false
    }
    let leftOut = attachments.leftOut
    if !leftOut.isEmpty { tell(words.leftOut(leftOut)) }
    return Outcome(
      box: box, sentences: sentences, isSound: isSound && leftOut.isEmpty)
  }

  /// Returns the evidence that the file was uploaded, after listing it in the
  /// ledger if it was not, and true if the ledger is undamaged.
  private func evidence(
    _ now: LocalTime
  ) throws -> (evidence: UploadEvidence, isSound: Bool) {
    guard try request.hasFile() else {
      return (UploadEvidence(ground: .ledger), true)
    }
    place.exchangeLedger(tell)
    let ledger = place.ledger
    let reading = try ledger.entries()
    let damage = reading.damage
    if !damage.isEmpty { tell(words.damaged(damage, inLedger: ledger.path)) }
    let evidence = try request.evidence(in: reading, ledger: ledger.path)
    if evidence.ground != .ledger {
      try ledger.noteUpload(
        of: request.folder, desk: place.settings.station.desk, at: now)
      place.exchangeLedger(tell)
    }
    return (evidence, damage.isEmpty)
  }

  private func tellOfCopy(
    in copyFolder: String, _ box: Archive.Entry
  ) -> String {
    let journal = StationFolder(path: box.path).journal
    // The reason does not matter to the reader: the copy is unreachable, or
    // holds more than the journal.
    let removed = try? Journal.removeCopy(in: copyFolder, ofJournal: journal)
    return removed.map { words.copyRemoved($0) } ?? words.copyStays(copyFolder)
  }
}
