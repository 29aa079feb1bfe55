import Circulation

/// How a station stands after the outage: what is saved, handed over and put
/// away, and what is to be done next.
package struct Aftermath {
  /// The number of transactions that are not in `OffCirc.dat` yet.
  package let unsavedCount: Int
  /// When the first of them was recorded.
  package let unsavedSince: LocalTime?
  /// What the journal lacks.
  package let journal: JournalHealth
  /// What is in `OffCirc.dat`.
  package let survey: DataFile.Survey
  /// What is known of its hand-over.
  package let handOver: HandOver
  /// What is in the archive.
  package let boxes: [Archive.Box]
  /// The boxes that are not as they were put away, as far as was looked.
  package private(set) var damagedBoxes: [Archive.Box] = []
  /// Why the archive can't be read; nil if it can.
  package private(set) var archiveFailure: FileFailure?
  /// Where the station's files are.
  package let folder: StationFolder
  /// Where the ledger is, if a command has to be told; nil if it finds it.
  package let ledger: String?

  /// What is to be done next.
  package enum Step: String, Hashable, Sendable {
    /// Nothing: the station is ready for the next outage.
    case none
    /// What is recorded has to be saved.
    case save
    /// The ledger has to be found that tells whether it was handed over.
    case findLedger = "find-ledger"
    /// What can't be read of the ledger may say that it was handed over.
    case readLedger = "read-ledger"
    /// A kit has to be found, or finished.
    case findKit = "find-kit"
    /// The file has to be handed over to the library system.
    case handOver = "hand-over"
    /// Some of it was: the rest has to be, and by itself.
    case handOverRest = "hand-over-rest"
    /// It has to be put away.
    case archive
    /// What is damaged has to be looked at.
    case mend
  }

  /// How a station stands, from all that can be known of it.
  package init(
    unsavedCount: Int, unsavedSince: LocalTime?, journal: JournalHealth,
    survey: DataFile.Survey, handOver: HandOver, boxes: [Archive.Box],
    folder: StationFolder,
    ledger: String?, archiveFailure: FileFailure? = nil
  ) {
    self.unsavedCount = unsavedCount
    self.unsavedSince = unsavedSince
    self.journal = journal
    self.survey = survey
    self.handOver = handOver
    self.archiveFailure = archiveFailure
    self.boxes = boxes
    self.folder = folder
    self.ledger = ledger
  }

  /// Looks at a station's folder, whether a station is open on it or not.
  ///
  /// - Parameters:
  ///   - folder: The station's folder.
  ///   - reading: What its journal says.
  ///   - handOver: What is known of the hand-over of `OffCirc.dat`.
  ///   - ledger: Where the ledger is, if a command has to be told.
  /// - Throws: ``CirculationError``; ``FileFailure``.
  package init(
    of folder: StationFolder, reading: StationReading, handOver: HandOver,
    ledger: String?
  ) throws {
    let archive = Archive(of: folder)
    self.init(
      unsavedCount: reading.unsaved.count,
      unsavedSince: reading.unsaved.first?.transaction.recorded,
      journal: reading.health, survey: try DataFile(in: folder).survey(),
      handOver: handOver,
      boxes: try archive.boxes(), folder: folder, ledger: ledger)
    damagedBoxes = try boxes.filter {
      try !$0.isWhole || !archive.damage(in: $0).isEmpty
    }
  }

  /// How much of `OffCirc.dat` was handed over; nil if that is not known.
  package var standing: Standing? { handOver.standing }

  /// Whether the ledger is gone that knew of what is in the archive.
  package var lacksLedger: Bool {
    !handOver.hasLedger && boxes.contains(where: \.isWhole)
  }

  /// Whether something is damaged, gone or can't be read.
  package var hasDamage: Bool {
    !journal.isSound || !handOver.damage.isEmpty || handOver.failure != nil
      || lacksLedger || standing?.doubt != nil
      || handOver.brokenKit != nil || !damagedBoxes.isEmpty
      || archiveFailure != nil
  }

  /// The file whose lines the report of the last upload counts.
  package var uploadedFile: String {
    guard let latest = standing?.latest, case .kit(let kit) = latest.way else {
      return folder.dataFile
    }
    return kit + "/" + latest.upload.name
  }

  /// What is to be done next.
  package var step: Step {
    if unsavedCount > 0 { return .save }
    if survey.lineCount == 0 { return hasDamage ? .mend : .none }
    guard let standing else { return .findLedger }
    switch standing.doubt {
    case .damage: return .readLedger
    case .trace: return .findLedger
    case nil: break
    }
    if handOver.brokenKit != nil { return .findKit }
    if standing.handedOverCount == 0 { return .handOver }
    return standing.isHandedOver ? .archive : .handOverRest
  }
}
