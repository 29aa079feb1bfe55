import Circulation
import Exchange

/// The state of a station after the outage: what is saved, uploaded and
/// archived, and the next step.
package struct OffloadStatus {
  /// The number of transactions that are not in `OffCirc.dat` yet.
  package let unsavedCount: Int
  /// The time of the first of them; nil if there is none.
  package let unsavedSince: LocalTime?
  /// The known losses of the journal.
  package let journal: JournalHealth
  /// The summary of `OffCirc.dat`.
  package let summary: DataFileSummary
  /// The upload status of `OffCirc.dat`.
  package let handOver: HandOver
  /// The entries of the archive.
  package let boxes: [Archive.Entry]
  /// The archive entries found damaged or incomplete.
  package private(set) var damagedBoxes: [Archive.Entry] = []
  /// The reason why the archive can't be read; nil if it can.
  package private(set) var archiveError: FileError?
  /// The station's folder.
  package let folder: StationFolder
  /// The `--ledger` argument for suggested commands; nil for the default
  /// ledger.
  package let ledger: String?

  /// The next step of the offload; the raw value is its identifier for
  /// programs.
  package enum Step: String, Hashable, Sendable {
    /// Nothing to do: the station is ready for the next outage.
    case none
    /// Save the transactions.
    case save
    /// Find the ledger, which lists what was uploaded.
    case findLedger = "find-ledger"
    /// Repair the ledger: its unreadable lines may list this file.
    case readLedger = "read-ledger"
    /// Find or finish a kit.
    case findKit = "find-kit"
    /// Make a kit, and upload it to the library system.
    case handOver = "hand-over"
    /// Make a kit of the lines that were not uploaded.
    case handOverRest = "hand-over-rest"
    /// Archive the file.
    case archive
    /// Inspect the damage.
    case mend
  }

  /// Creates a status from its parts.
  package init(
    unsavedCount: Int, unsavedSince: LocalTime?, journal: JournalHealth,
    summary: DataFileSummary, handOver: HandOver, boxes: [Archive.Entry],
    folder: StationFolder,
    ledger: String?, archiveError: FileError? = nil
  ) {
    self.unsavedCount = unsavedCount
    self.unsavedSince = unsavedSince
    self.journal = journal
    self.summary = summary
    self.handOver = handOver
    self.archiveError = archiveError
    self.boxes = boxes
    self.folder = folder
    self.ledger = ledger
  }

  /// Reads the status of a station's folder, while a station may be open on it.
  ///
  /// - Parameters:
  ///   - folder: The station's folder.
  ///   - reading: The state of its files.
  ///   - handOver: The upload status of `OffCirc.dat`.
  ///   - ledger: The `--ledger` argument for suggested commands; nil for the
  ///     default ledger.
  /// - Throws: ``CirculationError``; ``FileError``.
  package init(
    of folder: StationFolder, reading: StationReading, handOver: HandOver,
    ledger: String?
  ) throws {
    let archive = Archive(of: folder)
    self.init(
      unsavedCount: reading.unsaved.count,
      unsavedSince: reading.unsaved.first?.transaction.recorded,
      journal: reading.health, summary: try DataFile(in: folder).summary(),
      handOver: handOver,
      boxes: try archive.boxes(), folder: folder, ledger: ledger)
    damagedBoxes = try boxes.filter {
      try !$0.isWhole || !archive.damage(in: $0).isEmpty
    }
  }

  /// The lines of `OffCirc.dat` that the ledger lists; nil if that is unknown.
  package var uploadStatus: UploadStatus? { handOver.uploadStatus }

  /// True if the archive has entries, but the ledger that listed them is
  /// missing.
  package var lacksLedger: Bool {
    !handOver.hasLedger && boxes.contains(where: \.isWhole)
  }

  /// True if anything is damaged, missing or unreadable.
  package var hasDamage: Bool { !journal.isSound || hasDamageBesideJournal }

  /// True if anything but the journal is damaged, missing or unreadable.
  package var hasDamageBesideJournal: Bool {
    !handOver.damage.isEmpty || handOver.error != nil || lacksLedger
      || uploadStatus?.warning != nil
      || handOver.brokenKit != nil || !damagedBoxes.isEmpty
      || archiveError != nil
  }

  /// The file to whose lines the last upload's job report refers.
  package var uploadedFile: String {
    guard let latest = uploadStatus?.latest else { return folder.dataFile }
    return switch latest.way {
    case .kit(let kit): kit.appending(path: latest.upload.name)
    case .converted(let system, let path) where system.hasTimes: path
    case .converted, .uploaded: folder.dataFile
    }
  }

  /// The next step.
  package var step: Step {
    if unsavedCount > 0 { return .save }
    if summary.lineCount == 0 { return hasDamage ? .mend : .none }
    guard let uploadStatus else { return .findLedger }
    switch uploadStatus.warning {
    case .damage: return .readLedger
    case .trace: return .findLedger
    case nil: break
    }
    if handOver.brokenKit != nil { return .findKit }
    if uploadStatus.handedOverCount == 0 { return .handOver }
    return uploadStatus.isHandedOver ? .archive : .handOverRest
  }
}
