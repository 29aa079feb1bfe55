/// The history of one copy, as far as journals have it.
package struct CopyHistory: Hashable, Sendable {
  /// A state noted without a return, as in stock-taking.
  package struct StockNote: Hashable, Sendable {
    /// The time when it was noted.
    package let time: LocalTime
    /// The status.
    package let status: Int
  }

  /// A state as it was noted, at a return or without one.
  package struct NotedState: Hashable, Sendable {
    /// The status.
    package let status: Int
    /// The time of the return, or of the note without one.
    package let time: LocalTime
    /// True if it was noted at a return.
    package let isOfReturn: Bool
  }

  /// The copy.
  package let item: Barcode
  /// Its loans, in the order recorded.
  package internal(set) var episodes: [LoanEpisode] = []
  /// The states noted without a return, in the order recorded.
  package internal(set) var stockNotes: [StockNote] = []
  /// All states that were noted, in the order recorded.
  package private(set) var notedStates: [NotedState] = []

  /// The last known state; nil if none is known.
  package var state: Int? { notedStates.last?.status }
  /// The last loan or return; nil if a state was noted since without a return.
  private(set) var lastMovement: Movement?
  /// True if the last state was noted at the last movement.
  private var isNotedAtLast = false
  /// The station that recorded all of it; nil if several did.
  private var station: String?
  /// The latest time that a station had reached when it recorded any of it.
  private var reached: LocalTime?

  init(of item: Barcode) { self.item = item }

  /// The borrower who has the copy now; nil if it is back, or was never lent.
  package var holder: Barcode? {
    episodes.last.flatMap { $0.returned == nil ? $0.borrower : nil }
  }

  /// The time of the last loan or return; nil if there is none.
  package var lastMoved: LocalTime? {
    episodes.last.flatMap { $0.returned?.time ?? $0.lent?.time }
  }

  /// Returns true if what a station has recorded at a time comes after all of
  /// it, whatever its clock showed before.
  func isBefore(_ time: LocalTime, of other: String) -> Bool {
    guard let reached else { return true }
    return station == other || time.seconds(since: reached) > 0
  }

  /// Notes that a station, which has reached a time, recorded something of it.
  mutating func pass(_ time: LocalTime, of other: String) {
    station = reached == nil || station == other ? other : nil
    reached.reach(time)
  }

  /// Takes a loan or a return with what was noted at it.
  ///
  /// A loan to the borrower who has the copy renews that one, and a second
  /// return on the same day belongs to the first.
  ///
  /// - Returns: the index of its episode.
  mutating func take(
    _ movement: Movement, borrower: Barcode?, bringer: Barcode?, status: Int?
  ) -> Int {
    lastMovement = movement
    isNotedAtLast = false
    let last = episodes.indices.last
    if let borrower {
      if let last, episodes[last].returned == nil,
        episodes[last].borrower == borrower
      {
        return last
      }
      begin(borrower, movement)
      return episodes.count - 1
    }
    let isOfLast = last.map { last in
      episodes[last].returned.map { $0.time.isSameDay(as: movement.time) }
        ?? true
    }
    if isOfLast != true { begin(nil, nil) }
    let index = episodes.count - 1
    episodes[index].returned = episodes[index].returned ?? movement
    episodes[index].bringer = bringer ?? episodes[index].bringer
    episodes[index].notedState = status ?? episodes[index].notedState
    if let status {
      notedStates.append(
        NotedState(status: status, time: movement.time, isOfReturn: true))
      isNotedAtLast = true
    }
    return index
  }

  /// Takes a state noted without a return.
  mutating func take(_ note: StockNote) {
    stockNotes.append(note)
    notedStates.append(
      NotedState(status: note.status, time: note.time, isOfReturn: false))
    lastMovement = nil
    isNotedAtLast = false
  }

  /// Takes a state noted at the last movement, a return of an episode.
  mutating func note(_ status: Int, at index: Int) {
    guard let lastMovement else { return }
    episodes[index].notedState = status
    if isNotedAtLast { notedStates.removeLast() }
    notedStates.append(
      NotedState(status: status, time: lastMovement.time, isOfReturn: true))
    isNotedAtLast = true
  }

  private mutating func begin(_ borrower: Barcode?, _ lent: Movement?) {
    episodes.append(
      LoanEpisode(
        item: item, borrower: borrower, lent: lent, stateAtStart: state))
  }
}
