import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// The sentences about a kit that was made, or that was not.
struct KitTelling {
  /// The sentences about what a person must look at.
  var errors: [String] = []
  /// The sentences about what was made; none if nothing was.
  var written: [String] = []
  /// True if nothing needs a person's attention.
  var isSound = true
}

extension CommandContext {
  /// Makes the kit of a request, or finishes an interrupted one.
  ///
  /// - Parameters:
  ///   - request: the files.
  ///   - folder: the full path of the kit.
  ///   - catalogue: the catalogue by which it is rehearsed; nil if there is
  ///     none.
  ///   - target: the library system.
  ///   - time: the present time.
  ///   - stations: the files of stations that are not in the request, but of
  ///     which it was made.
  ///   - progress: called with bytes done and bytes in total.
  /// - Returns: the sentences about it.
  /// - Throws: ``KitError``; ``LedgerError``; `ConversionError`; ``FileError``.
  func makeKit(
    of request: KitRequest, in folder: String, catalogue: Catalogue?,
    for target: KitTarget = KitTarget(), at time: LocalTime,
    madeOf stations: [StationFile] = [],
    progress: @escaping Merge.Progress = { _, _ in }
  ) throws -> KitTelling {
    let assembly = KitAssembly(
      in: folder, ledger: ledger, words: words,
      language: settings.station.language.rawValue, catalogue: catalogue,
      due: settings.catalogue.due, for: target, at: time)
    let (outcome, damage) = try assembly.make(of: request, progress: progress)
    var telling = KitTelling()
    if !damage.isEmpty {
      telling.errors.append(words.damaged(damage, inLedger: ledger.path))
    }
    if case .made(let kit) = outcome, let path = kit.newLedger {
      telling.errors.append(words.newLedger(path))
    }
    telling.tell(outcome, words, ledger: ledger.path)
    for file in stations { telling.tellStation(beside: file, words) }
    if !damage.isEmpty { telling.isSound = false }
    return telling
  }
}

extension KitTelling {
  fileprivate mutating func tell(
    _ outcome: KitAssembly.Outcome, _ words: any Words, ledger: String
  ) {
    switch outcome {
    case .made(let kit):
      tellNotices(of: kit, words)
      if let error = kit.catalogueError {
        errors.append(words.sentence(about: error))
      }
      written =
        words.made(kit, ledger: ledger)
        + (kit.pmb.map { words.made($0) } ?? [])
        + (kit.system.map { words.made($0) } ?? [])
        + [kit.rehearsal.map(words.rehearsed)].compactMap(\.self)
      if kit.rehearsal?.needsAttention == true
        || kit.pmb?.needsAttention == true
        || kit.system?.leftOutCount ?? 0 > 0
      {
        isSound = false
      }
    case .finished(let folder, let uploadStatuses):
      let newCount = uploadStatuses.reduce(0) { $0 + $1.1.newCount }
      written = words.finished(folder, new: newCount)
      isSound = newCount == 0
    case .refused(let refusal):
      for (file, uploadStatus, unreadable) in refusal.files {
        errors.append(words.uploadStatus(uploadStatus, of: file))
        guard unreadable.count > 0 else { continue }
        errors.append(words.sentence(unreadable, of: file.path))
      }
      if refusal.hasOld || refusal.warning == nil {
        errors.append(words.nothingMade(hasNew: refusal.hasNew))
      }
      if let warning = refusal.warning {
        errors.append(words.nothingMade(warning, ledger: ledger))
      }
      isSound = false
    }
  }

  private mutating func tellNotices(of kit: Kit, _ words: any Words) {
    errors += kit.emptyFiles.map { words.isEmpty($0) }
    for upload in kit.uploads {
      errors += upload.overlaps.map { words.leftOut($0) }
      for (file, marks) in upload.marks {
        errors.append(words.leftOut(marks, of: file.path))
      }
      if upload.needsAttention { isSound = false }
      errors += words.notices(of: upload)
      errors += words.sentences(
        upload.shared, upload.conflicts + upload.decided,
        count: upload.conflictCount + upload.decidedCount,
        of: upload.sources)
      for file in upload.sources { tellStation(beside: file, words) }
    }
  }

  /// Tells of transactions and losses in the journal next to a file.
  fileprivate mutating func tellStation(
    beside file: StationFile, _ words: any Words
  ) {
    do {
      guard let reading = try file.stationReading() else { return }
      let unsavedCount = reading.unsaved.count
      if unsavedCount > 0 {
        errors.append(words.unsaved(unsavedCount, at: file))
        isSound = false
      }
      if reading.health.isWhole { return }
      errors += words.findings(of: reading.health)
    } catch {
      // Its unsaved transactions are unknown then.
      errors.append(words.sentence(about: error))
    }
    isSound = false
  }
}
