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
  /// The events of hand-outs, those of one station in the order recorded.
  package private(set) var skips: [RecordedSkip]
  /// The episode of each loan and return.
  private var places: [FineID: Place] = [:]
  /// The latest time that each station has reached.
  private var latest: [String: LocalTime] = [:]

  /// Creates the history that replays tell, which keep all that was saved.
  package init(of journals: [JournalReplay]) {
    let stations = Dictionary(grouping: journals) { $0.station ?? "" }
      .map { StationHistory($0.key, $0.value) }
      .sorted { $0.station < $1.station }
    skips = stations.flatMap(\.skips)
    takeMovements(of: stations)
    takeFines(of: stations)
  }

  /// The place of an episode.
  private struct Place {
    let item: Barcode
    let index: Int
  }

  /// Takes all transactions and stock notes: those of one station in their
  /// order, of several by their times.
  private mutating func takeMovements(of stations: [StationHistory]) {
    for (station, event) in stations.inOrder(\.movements) {
      switch event {
      case .moved(let entry):
        take(entry, of: station.station, station.textbooks)
      case .noted(let item, let note):
        take(note, on: item, of: station.station)
      }
    }
  }

  /// Notes what a station records of a copy at a time.
  private mutating func pass(
    _ time: LocalTime, on item: Barcode, of station: String
  ) {
    latest[station].reach(time)
    copies[item, default: CopyHistory(of: item)]
      .pass(latest[station] ?? time, of: station)
  }

  private mutating func take(
    _ note: CopyHistory.StockNote, on item: Barcode, of station: String
  ) {
    pass(note.time, on: item, of: station)
    copies[item]?.take(note)
  }

  private mutating func take(
    _ entry: DeskEntry, of station: String, _ textbooks: TextbookRecord
  ) {
    let transaction = entry.transaction
    let movement = Movement(
      station: station, sequence: entry.sequence, time: transaction.recorded)
    pass(transaction.recorded, on: transaction.item, of: station)
    let index = copies[
      transaction.item, default: CopyHistory(of: transaction.item)
    ].take(
      movement, borrower: transaction.borrower,
      bringer: textbooks.bringer(of: entry),
      status: textbooks.status(at: entry))
    places[movement.fine] = Place(item: transaction.item, index: index)
  }

  /// Returns the copy of a loan or a return, and the index of its episode; nil
  /// if the journals have none of this number.
  package func episode(
    of movement: FineID
  ) -> (copy: CopyHistory, index: Int)? {
    guard let place = places[movement], let copy = copies[place.item] else {
      return nil
    }
    return (copy, place.index)
  }

  private mutating func takeFines(of stations: [StationHistory]) {
    for (_, entry) in stations.inOrder(\.fineEntries) {
      switch entry.event {
      case .charged(let charge):
        fines[charge.fine, default: FineRecord(id: charge.fine)].charges.append(
          .init(time: entry.time, act: charge))
      case .settled(let settlement):
        let id = settlement.fine
        fines[id, default: FineRecord(id: id)].settlements.append(
          .init(time: entry.time, act: settlement))
      case .condition, .brought, .skipped: break
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

extension LendingHistory {
  /// Returns the history of one copy, with its fines, and nothing else.
  package func only(_ item: Barcode) -> LendingHistory {
    var history = LendingHistory(of: [])
    history.copies[item] = copies[item]
    history.fines = fines.filter { id, fine in
      fine.charge?.item == item
        || copies[item]?.episodes.contains { $0.fines.contains(fine) } == true
    }
    return history
  }
}

extension FineID {
  fileprivate func isBefore(_ other: FineID) -> Bool {
    (sequence, station) < (other.sequence, other.station)
  }
}

// Desks that go on recording.
extension LendingHistory {
  /// Takes what a station has recorded after a number, if that comes after all
  /// that is there of the same copies.
  ///
  /// - Returns: false if it does not, or if something was deleted, amended or
  ///   archived: the journals have to be read again then.
  mutating func follow(
    _ journal: JournalReplay, of station: String, after sequence: Int
  ) -> Bool {
    guard let events = journal.recorded(after: sequence) else { return false }
    func isLast(_ time: LocalTime, _ item: Barcode) -> Bool {
      copies[item]?.isBefore(time, of: station) ?? true
    }
    for event in events {
      switch event {
      case .moved(let entry):
        let transaction = entry.transaction
        guard isLast(transaction.recorded, transaction.item) else {
          return false
        }
        take(entry, of: station, journal.textbooks)
      case .noted(let entry):
        switch entry.event {
        case .condition(let condition) where condition.returned == nil:
          guard isLast(entry.time, condition.item) else { return false }
          take(
            CopyHistory.StockNote(time: entry.time, status: condition.status),
            on: condition.item, of: station)
        case .condition(let condition):
          guard note(condition, of: station) else { return false }
        // The return has taken it.
        case .brought(let returned, _) where returned > sequence: break
        case .skipped(let skip):
          skips.append(
            RecordedSkip(
              station: station, sequence: entry.sequence, time: entry.time,
              skip: skip))
        // Nothing else is common enough to be worth more than reading again.
        default: return false
        }
      }
    }
    return true
  }

  /// Takes a state noted at a return; returns false if the copy was moved, or
  /// looked at, since.
  private mutating func note(_ condition: Condition, of station: String) -> Bool
  {
    let id = FineID(station: station, sequence: condition.returned ?? 0)
    guard let place = places[id], place.item == condition.item,
      copies[place.item]?.lastMovement?.fine == id
    else { return false }
    copies[place.item]?.note(condition.status, at: place.index)
    return true
  }
}

extension JournalReplay {
  fileprivate enum Recorded {
    case moved(DeskEntry)
    case noted(TextbookRecord.Entry)

    var sequence: Int {
      switch self {
      case .moved(let entry): entry.sequence
      case .noted(let entry): entry.sequence
      }
    }
  }

  /// Returns the transactions and events of textbooks after a number; nil if
  /// there was anything else but saves, which move nothing.
  fileprivate func recorded(after sequence: Int) -> [Recorded]? {
    let entries = [saved, unsaved].flatMap {
      $0[$0.startIndex(ofSequence: sequence + 1)...]
    }
    let notes = textbooks.entries.reversed().prefix {
      $0.sequence > sequence
    }
    let saveCount = saves.reversed().prefix { $0 > sequence }.count
    let events = entries.map(Recorded.moved) + notes.map(Recorded.noted)
    guard events.count + saveCount == lastSequence - sequence else {
      return nil
    }
    return events.sorted { $0.sequence < $1.sequence }
  }
}
