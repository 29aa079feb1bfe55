import Circulation

/// How a station stands after the outage: what is saved, handed over and put
/// away, and what is to be done next.
package struct Aftermath {
  /// The number of transactions that are not in `OffCirc.dat` yet.
  package let unsavedCount: Int
  /// When the first of them was recorded.
  package let unsavedSince: LocalTime?
  /// What is in `OffCirc.dat`.
  package let survey: DataFile.Survey
  /// How much of it was handed over; nil if that is not known.
  package let standing: Standing?
  /// What is in the archive.
  package let boxes: [Archive.Box]
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
    /// The ledger has to be found, which tells whether it was handed over.
    case findLedger = "find-ledger"
    /// The file has to be handed over to the library system.
    case handOver = "hand-over"
    /// Some of it was: the rest has to be, and by itself.
    case handOverRest = "hand-over-rest"
    /// It has to be put away.
    case archive
  }

  /// How a station stands, from all that can be known of it.
  package init(
    unsavedCount: Int, unsavedSince: LocalTime?, survey: DataFile.Survey,
    standing: Standing?, boxes: [Archive.Box], folder: StationFolder,
    ledger: String?
  ) {
    self.unsavedCount = unsavedCount
    self.unsavedSince = unsavedSince
    self.survey = survey
    self.standing = standing
    self.boxes = boxes
    self.folder = folder
    self.ledger = ledger
  }

  /// Looks at a station's folder, whether a station is open on it or not.
  ///
  /// - Parameters:
  ///   - folder: The station's folder.
  ///   - standing: How much of `OffCirc.dat` was handed over.
  ///   - ledger: Where the ledger is, if a command has to be told.
  /// - Throws: ``CirculationError``; ``FileFailure``.
  package init(
    of folder: StationFolder, standing: Standing?, ledger: String?
  ) throws {
    let unsaved = try StationReading(of: folder).unsaved
    self.init(
      unsavedCount: unsaved.count,
      unsavedSince: unsaved.first?.transaction.recorded,
      survey: try DataFile(in: folder).survey(), standing: standing,
      boxes: try Archive(of: folder).boxes(), folder: folder, ledger: ledger)
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
    if survey.lineCount == 0 { return .none }
    guard let standing else { return .findLedger }
    if standing.handedOverCount == 0 { return .handOver }
    return standing.isHandedOver ? .archive : .handOverRest
  }
}
