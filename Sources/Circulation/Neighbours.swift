/// The transactions that other desks share, as far as they are known here.
package struct Neighbours: Sendable {
  /// A transaction at another desk.
  package struct Line: Hashable, Sendable {
    /// The name of the desk; empty if it has none.
    package let desk: String
    /// The transaction.
    package let transaction: Transaction

    /// Creates a line of a desk.
    package init(at desk: String, _ transaction: Transaction) {
      self.desk = desk
      self.transaction = transaction
    }
  }

  private var stations: [String: Station] = [:]
  /// The states of copies that stations noted before their first lines here.
  private var states: [String: JournalReplay] = [:]
  /// The number of these states.
  private(set) var stateCount = 0

  /// Creates neighbours of whom nothing is known.
  package init() {}

  /// The sequence number of the last line of each station.
  package var lastSequences: [String: Int] {
    stations.mapValues(\.replay.lastSequence)
  }

  /// The sequence number of the first line of each station that could be read.
  package var firstSequences: [String: Int] {
    stations.mapValues {
      $0.archived.first?.firstSequence ?? $0.replay.firstSequence
    }
    .filter { $0.value > 0 }
  }

  /// Takes the next line of a station's journal.
  ///
  /// - Parameters:
  ///   - bytes: the line, without its LF.
  ///   - sequence: its sequence number; one that was taken before is left out.
  ///   - station: the station's id.
  ///   - desk: the name of its desk.
  ///   - clockLead: the seconds by which its clock is ahead of this desk's,
  ///     which shows another time for what happened then; less than a minute
  ///     is nothing.
  package mutating func take(
    _ bytes: [UInt8], sequence: Int, of station: String, at desk: String,
    ahead clockLead: Int = 0
  ) {
    stations[station, default: Station(station)].take(
      bytes, sequence: sequence, at: desk,
      ahead: clockLead.magnitude < 60 ? 0 : Int64(clockLead))
  }

  /// Takes a line with the state of a copy that a station noted before its
  /// first line here; those of one station come in their order, and one that
  /// was taken before is left out.
  package mutating func takeState(
    _ bytes: [UInt8], sequence: Int, of station: String
  ) {
    guard sequence > states[station]?.lastSequence ?? 0,
      case .event(sequence, .textbook(.condition(let noted), _), let time)? =
        try? JournalFormat.line(bytes.span)
    else { return }
    // The return that it was noted at is not known here.
    let condition = Condition(
      item: noted.item, status: noted.status, returned: nil)
    var none = JournalReplay()
    // It has not all that the station recorded in between.
    none.station = "before " + station
    states[station, default: none].apply(
      .textbook(.condition(condition), optional: nil), sequence: sequence,
      at: time)
    stateCount += 1
  }

  /// The journals of the stations, each from the first of its lines that is
  /// known, and the states before.
  package var journals: [JournalReplay] {
    states.values + stations.values.flatMap { $0.archived + [$0.replay] }
  }

  /// Returns the journal of a station since it was archived.
  func journal(of station: String) -> JournalReplay? {
    stations[station]?.replay
  }

  /// Returns the last transaction of an item, unless it is older than a day and
  /// a half.
  package func last(of item: Barcode, at now: LocalTime) -> Line? {
    let start = now.later(by: -Self.span)
    return stations.values.compactMap { station in
      station.latest[item].map { Line(at: station.desk, $0) }
    }
    .filter { !$0.transaction.recorded.precedes(start) }
    .max { $0.transaction.recorded.precedes($1.transaction.recorded) }
  }

  /// Returns the transactions of a day that are meant, the newest first.
  package func lines(
    of day: LocalTime, where isMeant: (Transaction) -> Bool
  ) -> [Line] {
    stations.values.flatMap { station in
      (station.replay.saved + station.replay.unsaved).map(\.transaction)
        .filter { $0.recorded.isSameDay(as: day) && isMeant($0) }
        .map { Line(at: station.desk, $0) }
    }
    .sorted { $1.transaction.recorded.precedes($0.transaction.recorded) }
  }

  /// The time for which a transaction counts, in seconds: what a desk may read
  /// of others.
  private static let span: Int64 = 36 * 3_600

  /// A station, from the first of its lines that is known.
  private struct Station {
    var desk = ""
    var replay = JournalReplay()
    /// Those that were archived since: what became of copies goes on.
    var archived: [JournalReplay] = []
    /// The last transaction of each item.
    var latest: [Barcode: Transaction] = [:]

    init(_ station: String) { replay.station = station }

    mutating func take(
      _ bytes: [UInt8], sequence: Int, at desk: String, ahead lead: Int64
    ) {
      guard sequence > replay.lastSequence else { return }
      // What came in between is too old to be told.
      if sequence > replay.lastSequence + 1, let station = replay.station {
        self = Station(station)
      }
      self.desk = desk
      guard
        case .event(sequence, let told, let time)? = try? JournalFormat.line(
          bytes.span)
      else {
        // A newer program wrote it.
        replay.lastSequence = sequence
        return
      }
      let event = told.earlier(by: lead)
      if case .archived = event, replay.firstSequence > 0 {
        archived.append(replay)
        replay = JournalReplay()
        replay.station = archived.last?.station
      }
      replay.apply(event, sequence: sequence, at: time.later(by: -lead))
      switch event {
      case .recorded(let transaction): latest[transaction.item] = transaction
      case .deleted, .amended, .moved, .undone, .archived:
        latest = Dictionary(
          (replay.saved + replay.unsaved).lazy.map {
            ($0.transaction.item, $0.transaction)
          }, uniquingKeysWith: { $1 })
      case .saveBegun, .saveDone, .saveVoid, .repaired, .textbook: break
      }
    }
  }
}

extension JournalFormat.Event {
  /// Returns the event as a clock shows it that is behind by so many seconds.
  fileprivate func earlier(by seconds: Int64) -> JournalFormat.Event {
    switch self {
    case .recorded(let transaction):
      .recorded(transaction.earlier(by: seconds))
    case .amended(let sequence, let transaction):
      .amended(sequence: sequence, transaction.earlier(by: seconds))
    default: self
    }
  }
}

extension Transaction {
  fileprivate func earlier(by seconds: Int64) -> Transaction {
    Transaction(
      item: item, borrower: borrower, recorded: recorded.later(by: -seconds),
      origins: origins)
  }
}

extension Desk {
  /// The transactions of the other desks, as far as they are known here.
  package var neighbours: Neighbours {
    followers.lazy.compactMap(\.neighbours).first ?? Neighbours()
  }

  /// Returns the last transaction of an item if another desk has it, with none
  /// here after it.
  package func lastElsewhere(of item: Barcode) -> Neighbours.Line? {
    guard let there = neighbours.last(of: item, at: clock.now()) else {
      return nil
    }
    let here = lastTransaction(of: item)?.recorded
    let isNewest = here.map { $0.precedes(there.transaction.recorded) } ?? true
    return isNewest ? there : nil
  }
}
