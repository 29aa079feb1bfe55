/// The loans of all copies, and their fines, as journals tell them: those of
/// the archive and the current one, of one station or several.
///
/// The same journals give the same history, archived or not, in any order, and
/// twice or once.
package struct LendingHistory: Sendable {
  /// The history of each copy, by its number.
  package private(set) var copies: [Barcode: CopyHistory] = [:]
  /// All fines in force: those of transactions that are there or of another
  /// station, and those that were paid.
  package private(set) var fines: [FineID: FineRecord] = [:]

  /// Creates the history that replays tell, which keep all that was saved.
  package init(of journals: [JournalReplay]) {
    let stations = Dictionary(grouping: journals) { $0.station ?? "" }
      .map { StationHistory($0.key, $0.value) }
      .sorted { $0.station < $1.station }
    let places = takeMovements(of: stations)
    takeFines(of: stations, places)
  }

  /// The place of an episode.
  private typealias Place = (item: Barcode, index: Int)

  /// Takes all transactions and stock notes: those of one station in their
  /// order, of several by their times.
  private mutating func takeMovements(
    of stations: [StationHistory]
  ) -> [FineID: Place] {
    var places: [FineID: Place] = [:]
    for (station, event) in stations.inOrder(\.movements) {
      switch event {
      case .moved(let entry):
        let transaction = entry.transaction
        let movement = Movement(
          station: station.station, sequence: entry.sequence,
          time: transaction.recorded)
        let index = copies[
          transaction.item, default: CopyHistory(of: transaction.item)
        ].take(
          movement, borrower: transaction.borrower,
          bringer: station.textbooks.bringer(of: entry),
          status: station.textbooks.status(at: entry))
        places[movement.fine] = (transaction.item, index)
      case .noted(let item, let note):
        copies[item, default: CopyHistory(of: item)].take(note)
      }
    }
    return places
  }

  private mutating func takeFines(
    of stations: [StationHistory], _ places: [FineID: Place]
  ) {
    for (_, entry) in stations.inOrder(\.fineEntries) {
      switch entry.event {
      case .charged(let charge):
        fines[charge.fine, default: FineRecord(id: charge.fine)].charges.append(
          .init(time: entry.time, act: charge))
      case .settled(let settlement):
        let id = settlement.fine
        fines[id, default: FineRecord(id: id)].settlements.append(
          .init(time: entry.time, act: settlement))
      case .condition, .brought: break
      }
    }
    let known = Dictionary(
      uniqueKeysWithValues: stations.map { ($0.station, $0) })
    fines = fines.filter { id, fine in
      if fine.isPaid { return true }
      if let place = places[id] {
        return fine.charge.map { $0.item == place.item } ?? true
      }
      // What a station has recorded under this number was deleted.
      return known[id.station]?.hasRecorded(id.sequence) != true
    }
    for fine in fines.values.sorted(by: { $0.id.isBefore($1.id) }) {
      guard
        let place = places[fine.id],
        fine.charge.map({ $0.item == place.item }) ?? true
      else { continue }
      copies[place.item]?.episodes[place.index].fines.append(fine)
    }
  }
}

extension FineID {
  fileprivate func isBefore(_ other: FineID) -> Bool {
    (sequence, station) < (other.sequence, other.station)
  }
}

extension LendingHistory {
  /// Reads the history of a station from its archived journals and the current
  /// one; writes nothing.
  ///
  /// An entry of the archive without a journal is passed over.
  ///
  /// - Returns: the history, and the paths of journals that are damaged, so
  ///   that it may lack something.
  /// - Throws: ``CirculationError`` or ``FileError`` for a journal that can't
  ///   be read: without it, states and fines would be wrong.
  package static func read(
    of folder: StationFolder,
    fileSystem: any FolderOperations = PosixFileSystem()
  ) throws -> (history: LendingHistory, damaged: [String]) {
    var folders = [folder]
    // Links lead to folders that others may own.
    for name in try fileSystem.names(in: folder.archive) {
      let path = folder.archive.appending(path: name)
      guard try fileSystem.entry(at: path)?.kind == .folder else { continue }
      folders.append(StationFolder(path: path))
    }
    var journals: [JournalReplay] = []
    var damaged: [String] = []
    for path in folders.map(\.journal) {
      guard try fileSystem.version(path) != nil else { continue }
      let replay = try JournalReader.replay(
        fileSystem.open(path, for: .reading), keepingSaved: true,
        keepingSuperseded: true)
      journals.append(replay)
      if !replay.damage.isEmpty { damaged.append(path) }
    }
    return (LendingHistory(of: journals), damaged)
  }
}
