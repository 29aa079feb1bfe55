import Circulation
import Synchronization

/// Sends a station's journal to a shared database, in the background, and hears
/// what the others record.
///
/// The desk never waits for it: what can't be sent is in the journal, and goes
/// with the next connection.
package final class Sharer: JournalFollower {
  /// The progress of sharing, for the frame of the window.
  package enum Standing: Hashable, Sendable {
    /// All is in the database.
    case upToDate
    /// So many lines are on their way since a time.
    case waiting(count: Int, since: LocalTime)
    /// The database has been out of reach since a time.
    case off(since: LocalTime)
  }

  /// A reason that a person has to mend.
  package enum Warning: Hashable, Sendable {
    /// Nothing is shared until it is mended.
    case error(ShareError)
    /// The desk's clock is ahead of the server's by so many seconds, or behind
    /// it.
    case clock(lead: Int)
    /// The library's newest lists can't be taken.
    case lists
  }

  private let address: Result<ShareAddress, ShareError>
  private let station: String
  private let desk: String
  private let clock: WallClock
  private let lists: ListRenewal?
  private let queue = FollowerQueue("offcirc.sharer")
  private let state: Mutex<State>
  // Accessed only by the one task that runs at a time.
  private nonisolated(unsafe) var link: Link?
  private nonisolated(unsafe) var pause = Pause()

  private struct State {
    /// The time until when all was in the database; that of the start at first.
    var complete: LocalTime
    var waitingCount = 0
    /// Nil before the first attempt.
    var isOff: Bool?
    var warning: Warning?
    var neighbours = Neighbours()
    /// True once this connection has asked for the states noted before.
    var hasStates = false
  }

  private struct Link {
    let connection: Connection
    var station: SharedStation
    var hearing: Hearing
    var reported = ContinuousClock.now
    var watch: SocketWatch?
  }

  /// The time that a failed attempt has to be followed by.
  private struct Pause {
    var end = ContinuousClock.Instant.now
    private var seconds = 0

    mutating func begin() {
      seconds = min(max(1, seconds * 2), 30)
      end = .now + .seconds(seconds)
    }

    /// Nothing changes until a person has done something, and starts again.
    mutating func beginForGood() { end += .seconds(1_000_000_000) }

    mutating func forget() { self = Pause() }
  }

  /// Begins to share; nothing is opened yet.
  ///
  /// - Parameters:
  ///   - address: the address of the database.
  ///   - station: the station's id.
  ///   - desk: the name of the desk; empty if it has none.
  ///   - clock: the desk's clock.
  ///   - lists: the lists that are renewed while the desk is open; nil for none.
  package init(
    to address: String, of station: String, desk: String, clock: WallClock,
    renewing lists: (any ListTaking)? = nil
  ) {
    // Before its own thread starts.
    let address = Result { () throws(ShareError) in
      try ShareAddress(address)
    }
    self.address = address
    self.station = station
    self.desk = desk
    self.clock = clock
    self.lists = lists.map { ListRenewal(of: $0, for: station, from: address) }
    state = Mutex(State(complete: clock.now()))
  }

  /// Requests that all before `end` be sent; returns at once.
  package func follow(_ journal: any OpenFile, to end: Int) {
    queue.follow(journal, to: end, by: send)
  }

  /// True while lines are being sent, or the database is asked.
  package var isBusy: Bool { queue.busySince != nil }

  /// Waits two seconds at most: what is left goes with the next start.
  package func finish() {
    if standing != .upToDate || isBusy { _ = queue.wait(seconds: 2) }
  }

  /// The progress of sharing; nil as long as nothing is known of it.
  package var standing: Standing? {
    // What goes within two seconds is no news.
    let isLate =
      queue.busySince.map { $0.duration(to: .now) > .seconds(2) } ?? false
    return state.withLock { state in
      guard let isOff = state.isOff else { return nil }
      if isOff { return .off(since: state.complete) }
      guard isLate, state.waitingCount > 0 else { return .upToDate }
      return .waiting(count: state.waitingCount, since: state.complete)
    }
  }

  /// The reason that a person has to mend; nil if there is none.
  package var warning: Warning? { state.withLock { $0.warning } }

  /// The transactions of the other desks, as far as they are known here.
  package var neighbours: Neighbours? { state.withLock { $0.neighbours } }

  // MARK: In the background

  private func send(_ journal: any OpenFile, to end: Int) {
    // Scans wake it too, and a server that is gone is left alone for a while.
    guard link != nil || pause.end <= .now else { return }
    attempt { () throws(ShareError) in
      let newest = try reading { () throws(FileError) in
        try journal.lastSequence(before: end)
      }
      var link: Link
      if let known = self.link {
        link = known
        // A server that is gone is noticed also at a desk that rests.
        if link.reported.duration(to: .now) > .seconds(30) {
          try link.station.report(last: newest, at: clock.now())
          link.reported = .now
        }
      } else {
        link = try connect(journal, to: end)
      }
      try push(journal, to: end, newest: newest, &link)
      if link.hearing.isDue { try hear(&link) }
      try hearNews(&link)
      try lists?.look(on: link.connection)
      self.link = link
      pause.forget()
      tell(lead: link.station.clockLead)
    }
  }

  /// Sends what is new; a desk that has much to send hears the others too.
  private func push(
    _ journal: any OpenFile, to end: Int, newest: Int, _ link: inout Link
  ) throws(ShareError) {
    while true {
      let count = max(newest - link.station.last, 0)
      state.withLock { $0.waitingCount = count }
      guard count > 0 else { return }
      let isDone = try link.station.push(journal, to: end, batches: 4)
      try link.hearing.tell()
      if isDone { return }
      if link.hearing.isDue { try hear(&link) }
    }
  }

  private func hear(_ link: inout Link) throws(ShareError) {
    let known = state.withLock { $0.neighbours.lastSequences }
    let ownLead = link.station.clockLead
    try link.hearing.ask(after: known) { line in
      state.withLock {
        $0.neighbours.take(
          line.bytes, sequence: line.sequence, of: line.station, at: line.desk,
          ahead: line.clockLead - ownLead)
      }
    }
    try hearStates(link.hearing)
  }

  /// Hears with each connection which states the others have noted before.
  private func hearStates(_ hearing: Hearing) throws(ShareError) {
    let (hasStates, first) = state.withLock {
      ($0.hasStates, $0.neighbours.firstSequences)
    }
    guard !hasStates else { return }
    var states: [Hearing.Line] = []
    do throws(ShareError) {
      states = try hearing.states(before: first)
    } catch {
      // A server that takes too long for them shares all the rest.
      guard case .refused(_, "57014") = error else { throw error }
    }
    state.withLock { state in
      for line in states {
        state.neighbours.takeState(
          line.bytes, sequence: line.sequence, of: line.station)
      }
      state.hasStates = true
    }
  }

  /// Hears what the others have told of, also while they were asked: nothing
  /// more may come to read then.
  ///
  /// Own lines go first, and the rest is heard once they are sent.
  private func hearNews(_ link: inout Link) throws(ShareError) {
    while !queue.hasRequest, try link.connection.hasNews() {
      try hear(&link)
    }
  }

  /// Hears the others as soon as they tell something.
  private func hearAtOnce() {
    guard var link else { return }
    attempt { () throws(ShareError) in
      try hearNews(&link)
      self.link = link
    }
  }

  private func attempt(_ body: () throws(ShareError) -> Void) {
    do throws(ShareError) {
      try body()
    } catch {
      link = nil
      switch error {
      case .fork, .ahead: pause.beginForGood()
      default: pause.begin()
      }
      state.withLock { state in
        state.isOff = true
        state.warning = error.isPassing ? nil : .error(error)
      }
    }
  }

  private func connect(
    _ journal: any OpenFile, to end: Int
  ) throws(ShareError) -> Link {
    let connection = try Connection(to: address.get())
    // A desk that was cut off for days has missed some.
    state.withLock { $0.hasStates = false }
    let shared = try SharedStation(
      station, of: desk, journal: journal, to: end, at: clock.now(),
      on: connection)
    var link = Link(
      connection: connection, station: shared,
      hearing: try Hearing(besides: station, on: connection))
    if link.hearing.isTold {
      link.watch = queue.watch(connection.socket, of: connection) {
        [weak self] in self?.hearAtOnce()
      }
    }
    return link
  }

  private func tell(lead: Int) {
    let now = clock.now()
    state.withLock { state in
      state.complete = now
      state.waitingCount = 0
      state.isOff = false
      state.warning =
        lead.magnitude > 60
        ? .clock(lead: lead) : lists?.hasFailed == true ? .lists : nil
    }
  }
}

extension Desk {
  /// Its follower that shares the journal; nil if nothing is shared.
  package var sharer: Sharer? {
    followers.lazy.compactMap { $0 as? Sharer }.first
  }
}
