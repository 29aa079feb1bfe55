import Dispatch
import Testing

/// Runs a suite on a thread of its own, and its tests a few at a time beside
/// those of other such suites: tests that wait for a terminal would hold the
/// threads that all tests share, and leave the processors idle.
///
/// All of a suite is on that thread, its beginnings and ends too: on the shared
/// ones, each would wait for all tests that came before it.
///
/// Tests that send at a scanner's pace stay away from it: they need the
/// processor when it is due.
struct OwnThread: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  /// The number of tests that wait at once beside those on shared threads.
  private static let turnstile = Turnstile(places: 4)

  func scopeProvider(for test: Test, testCase: Test.Case?) -> OwnThread? {
    test.isSuite || testCase != nil ? self : nil
  }

  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    if test.isSuite {
      return try await withTaskExecutorPreference(ThreadExecutor()) {
        try await function()
      }
    }
    await Self.turnstile.enter()
    do {
      try await function()
    } catch {
      await Self.turnstile.leave()
      throw error
    }
    await Self.turnstile.leave()
  }
}

extension Trait where Self == OwnThread {
  /// On a thread of its own.
  static var ownThread: OwnThread { OwnThread() }
}

private final class ThreadExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// A door with so many places behind it.
private actor Turnstile {
  private var freePlaces: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) {
    freePlaces = places
  }

  func enter() async {
    if freePlaces > 0 {
      freePlaces -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty {
      freePlaces += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
