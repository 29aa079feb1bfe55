import Dispatch
import Synchronization

/// Keeps a copy of the journal up to date beside the work of the desk, which
/// never waits for it.
final class Copyist: Sendable {
  // Only the one task that makes it busy touches it.
  private nonisolated(unsafe) let copy: JournalCopy
  /// Longer than a disk takes that is well.
  private let patience: Duration
  private let queue: DispatchQueue?
  private let group = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    var task: Task?
    var busySince: ContinuousClock.Instant?
    var isGivenUp = false
    var doubt: CopyDoubt?
  }

  /// A journal, and how much of it is on disk.
  private struct Task: @unchecked Sendable {
    // It is only read, at offsets, which any thread may.
    let journal: any OpenFile
    let end: Int
  }

  /// Works beside the caller, or has done its work when a call returns.
  init(
    _ copy: JournalCopy, isBeside: Bool = true,
    patience: Duration = .seconds(3)
  ) {
    self.copy = copy
    self.patience = patience
    queue = isBeside ? DispatchQueue(label: "offcirc.copyist") : nil
  }

  /// Wants the copy to have all of the journal's bytes before the end, which
  /// stay as they are.
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
      var doubt: CopyDoubt?
      do throws(FileFailure) {
        try copy.follow(task.journal, to: task.end)
        if copy.isOnSameDisk { doubt = .onSameDisk }
        if let path = copy.setAside { doubt = .setAside(path: path) }
      } catch {
        doubt = .lost(error)
      }
      state.withLock { $0.doubt = doubt }
    }
  }

  private func next() -> Task? {
    state.withLock { state in
      defer { state.task = nil }
      if state.task == nil { state.busySince = nil }
      return state.task
    }
  }

  /// Whether the copy has less than it was wanted to have, for now.
  var isBusy: Bool {
    state.withLock { $0.busySince != nil }
  }

  /// Why there may be no good copy, as far as it is known.
  var doubt: CopyDoubt? {
    state.withLock { state in
      guard let since = state.busySince else { return state.doubt }
      let isLate = state.isGivenUp || since.duration(to: .now) > patience
      return isLate ? .late : state.doubt
    }
  }

  /// Waits for the work to be done, but not for ever.
  func finish() {
    if group.wait(timeout: .now() + .seconds(5)) == .timedOut {
      state.withLock { $0.isGivenUp = true }
    }
  }
}
