import Dispatch
import Synchronization

/// A place that has the journal too: its copy on another disk, or a database
/// that desks share.
///
/// The desk never waits for it.
package protocol JournalFollower: AnyObject, Sendable {
  /// Requests all of the journal's bytes before `end`, which never change;
  /// returns at once.
  func follow(_ journal: any OpenFile, to end: Int)

  /// True while it is behind what was requested.
  var isBusy: Bool { get }

  /// Waits a few seconds until it has what was requested.
  func finish()

  /// The transactions of other desks; nil if it knows none.
  var neighbours: Neighbours? { get }
}

extension JournalFollower {
  /// No transactions of other desks.
  package var neighbours: Neighbours? { nil }
}

/// The work of a follower, in the background: one task at a time, and always
/// the newest.
package final class FollowerQueue: Sendable {
  private let queue: DispatchQueue?
  private let group = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    var task: Task?
    var busySince: ContinuousClock.Instant?
  }

  /// A journal, and the number of its bytes that are on disk.
  private struct Task: @unchecked Sendable {
    // Only read, at explicit offsets, which is safe on any thread.
    let journal: any OpenFile
    let end: Int
  }

  /// Creates a queue that works in the background, or synchronously in each
  /// call.
  package init(_ label: String, inBackground: Bool = true) {
    queue = inBackground ? DispatchQueue(label: label) : nil
  }

  /// Requests that the body be called with a journal and an end; an older
  /// request that waits is replaced.
  package func follow(
    _ journal: any OpenFile, to end: Int,
    by work: @escaping @Sendable (any OpenFile, Int) -> Void
  ) {
    let task = Task(journal: journal, end: end)
    let isBusy = state.withLock { state in
      state.task = task
      defer { state.busySince = state.busySince ?? .now }
      return state.busySince != nil
    }
    if isBusy { return }
    guard let queue else { return workOff(by: work) }
    queue.async(group: group) { self.workOff(by: work) }
  }

  private func workOff(by work: (any OpenFile, Int) -> Void) {
    while let task = next() { work(task.journal, task.end) }
  }

  private func next() -> Task? {
    state.withLock { state in
      defer { state.task = nil }
      if state.task == nil { state.busySince = nil }
      return state.task
    }
  }

  /// Calls the body in the background whenever there is something to read from
  /// a socket, never while it works, until the watch is gone.
  ///
  /// - Parameters:
  ///   - socket: the socket.
  ///   - owner: what closes the socket when it is gone; kept that long.
  ///   - body: what is done.
  /// - Returns: the watch.
  package func watch(
    _ socket: Int32, of owner: AnyObject,
    by body: @escaping @Sendable () -> Void
  ) -> SocketWatch {
    SocketWatch(socket, of: owner, on: queue, by: body)
  }

  /// True if a request waits for the work before it.
  package var hasRequest: Bool { state.withLock { $0.task != nil } }

  /// The time since which there has been work; nil if all is done.
  package var busySince: ContinuousClock.Instant? {
    state.withLock { $0.busySince }
  }

  /// Waits until all is done, up to a number of seconds.
  ///
  /// - Returns: false if it takes longer.
  package func wait(seconds: Int) -> Bool {
    group.wait(timeout: .now() + .seconds(seconds)) == .success
  }
}

/// A watch of a socket, until it is gone itself.
package final class SocketWatch {
  private let source: any DispatchSourceRead

  fileprivate init(
    _ socket: Int32, of owner: AnyObject, on queue: DispatchQueue?,
    by body: @escaping @Sendable () -> Void
  ) {
    source = DispatchSource.makeReadSource(
      fileDescriptor: socket, queue: queue)
    source.setEventHandler(handler: body)
    // The socket must not be closed, or be another's, while it is watched.
    nonisolated(unsafe) let owner = owner
    source.setCancelHandler { withExtendedLifetime(owner) {} }
    source.resume()
  }

  deinit { source.cancel() }
}
