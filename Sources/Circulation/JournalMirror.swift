import Synchronization

/// Keeps a copy of the journal up to date in the background; the desk never
/// waits for it.
final class JournalMirror: JournalFollower {
  // Accessed only by the one task that runs at a time.
  private nonisolated(unsafe) let copy: JournalCopy
  /// The time after which a copy counts as late: more than a healthy disk
  /// takes.
  private let patience: Duration
  private let queue: FollowerQueue
  private let state = Mutex(State())

  private struct State {
    var isGivenUp = false
    var warning: CopyWarning?
  }

  /// Creates a mirror that works in the background, or synchronously in each
  /// call.
  init(
    _ copy: JournalCopy, inBackground: Bool = true,
    patience: Duration = .seconds(3)
  ) {
    self.copy = copy
    self.patience = patience
    queue = FollowerQueue("offcirc.copyist", inBackground: inBackground)
  }

  func follow(_ journal: any OpenFile, to end: Int) {
    queue.follow(journal, to: end, by: write)
  }

  private func write(_ journal: any OpenFile, to end: Int) {
    var warning: CopyWarning?
    do throws(FileError) {
      try copy.follow(journal, to: end)
      if copy.isOnSameDisk { warning = .onSameDisk }
      if let path = copy.setAside { warning = .setAside(path: path) }
    } catch {
      warning = .lost(error)
    }
    state.withLock { $0.warning = warning }
  }

  var isBusy: Bool { queue.busySince != nil }

  /// The reason why there may be no good copy, as far as it is known.
  var warning: CopyWarning? {
    let since = queue.busySince
    return state.withLock { state in
      guard let since else { return state.warning }
      let isLate = state.isGivenUp || since.duration(to: .now) > patience
      return isLate ? .late : state.warning
    }
  }

  /// Waits up to 5 seconds for the copy to be complete.
  func finish() {
    if !queue.wait(seconds: 5) { state.withLock { $0.isGivenUp = true } }
  }
}
