import Dispatch
import Synchronization

/// Keeps a copy of the journal up to date in the background; the desk never
/// waits for it.
final class JournalMirror: Sendable {
  // Accessed only by the one task that runs at a time.
  private nonisolated(unsafe) let copy: JournalCopy
  /// The time after which a copy counts as late: more than a healthy disk
  /// takes.
  private let patience: Duration
  private let queue: DispatchQueue?
  private let group = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    var task: Task?
    var busySince: ContinuousClock.Instant?
    var isGivenUp = false
    var warning: CopyWarning?
  }

  /// A journal, and the number of its bytes that are on disk.
  private struct Task: @unchecked Sendable {
    // Only read, at explicit offsets, which is safe on any thread.
    let journal: any OpenFile
    let end: Int
  }

  /// Creates a mirror that works in the background, or synchronously in each
  /// call.
  init(
    _ copy: JournalCopy, inBackground: Bool = true,
    patience: Duration = .seconds(3)
  ) {
    self.copy = copy
    self.patience = patience
    queue = inBackground ? DispatchQueue(label: "offcirc.copyist") : nil
  }

  /// Requests that the copy contain all of the journal's bytes before `end`;
  /// these bytes never change.
  func follow(_ journal: any OpenFile, to end: Int) {
    let task = Task(journal: journal, end: end)
    let isBusy = state.withLock { state in
      state.task = task
      defer { state.busySince = state.busySince ?? .now }
      return state.busySince != nil
    }
    if isBusy { return }
    guard let queue else { return work() }
    queue.async(group: group) { self.work() }
  }

  private func work() {
    while let task = next() {
      var warning: CopyWarning?
      do throws(FileError) {
        try copy.follow(task.journal, to: task.end)
        if copy.isOnSameDisk { warning = .onSameDisk }
        if let path = copy.setAside { warning = .setAside(path: path) }
      } catch {
        warning = .lost(error)
      }
      state.withLock { $0.warning = warning }
    }
  }

  private func next() -> Task? {
    state.withLock { state in
      defer { state.task = nil }
      if state.task == nil { state.busySince = nil }
      return state.task
    }
  }

  /// True while the copy is behind what was requested.
  var isBusy: Bool {
    state.withLock { $0.busySince != nil }
  }

  /// The reason why there may be no good copy, as far as it is known.
  var warning: CopyWarning? {
    state.withLock { state in
      guard let since = state.busySince else { return state.warning }
      let isLate = state.isGivenUp || since.duration(to: .now) > patience
      return isLate ? .late : state.warning
    }
  }

  /// Waits up to 5 seconds for the copy to be complete.
  func finish() {
    if group.wait(timeout: .now() + .seconds(5)) == .timedOut {
      state.withLock { $0.isGivenUp = true }
    }
  }
}
