import Circulation
import Dispatch
import Synchronization

/// The lists of a computer, which it takes from the database that it shares.
package protocol ListTaking: Sendable {
  /// The number of the version that is here; 0 for none.
  var version: Int { get }

  /// Takes the newest version.
  ///
  /// - Returns: false if another program is changing the lists here.
  /// - Throws: any error; the lists are as they were then.
  func take(on connection: Connection) throws -> Bool
}

/// The taking of newer lists while a desk is open.
///
/// It has a queue and a connection of its own: a long list keeps no line
/// waiting.
final class ListRenewal: Sendable {
  private let lists: any ListTaking
  private let station: String
  private let address: Result<ShareAddress, ShareError>
  private let queue = DispatchQueue(label: "offcirc.lists")
  private let state = Mutex(State())

  private struct State {
    var isBusy = false
    /// The time of the next look.
    var next = ContinuousClock.Instant.now
    var hasFailed = false
    /// The number of failures in a row.
    var failureCount = 0
    /// The version that the database was told of; nil before the first time.
    var told: Int?

    mutating func succeed() { (failureCount, hasFailed) = (0, false) }

    /// Takes a failure: what may pass has not passed at the third in a row.
    mutating func fail(_ error: any Error) {
      failureCount += 1
      let isPassing = (error as? ShareError)?.isPassing == true
      hasFailed = !isPassing || failureCount > 2
    }
  }

  private static let interval = Duration.seconds(20)
  /// Nothing changes until a person has done something.
  private static let pause = Duration.seconds(300)

  /// Creates the renewal of a computer's lists; nothing is asked yet.
  init(
    of lists: any ListTaking, for station: String,
    from address: Result<ShareAddress, ShareError>
  ) {
    self.lists = lists
    self.station = station
    self.address = address
  }

  /// True if the newest version can't be taken, for a reason that does not
  /// pass, or has not so far.
  var hasFailed: Bool { state.withLock { $0.hasFailed } }

  /// Begins to take the newest version if there is one, and it is time to look.
  ///
  /// - Throws: ``ShareError``.
  func look(on connection: Connection) throws(ShareError) {
    let isDue = state.withLock { state in
      guard !state.isBusy, state.next <= .now else { return false }
      state.next = .now + Self.interval
      return true
    }
    guard isDue else { return }
    let here = lists.version
    if state.withLock({ $0.told }) != here {
      try connection.run(
        "update offcirc.station set lists = $2 where station = $1",
        [.text(station), .text("\(here)")])
      state.withLock { $0.told = here }
    }
    guard try SharedLists.newestVersion(on: connection) > here else {
      return state.withLock { $0.succeed() }
    }
    state.withLock { $0.isBusy = true }
    queue.async { self.take() }
  }

  private func take() {
    let outcome = Result {
      try lists.take(on: Connection(to: address.get()))
    }
    state.withLock { state in
      state.isBusy = false
      switch outcome {
      case .success(let isTaken):
        state.succeed()
        // The database hears of it at once.
        state.next = isTaken ? .now : .now + Self.interval
      case .failure(let error):
        state.fail(error)
        state.next = .now + (state.hasFailed ? Self.pause : Self.interval)
      }
    }
  }
}
