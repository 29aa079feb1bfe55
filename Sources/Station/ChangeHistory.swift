import Circulation

/// The steps that Undo takes back, until they are saved.
struct ChangeHistory {
  /// A change, or a run of deletions.
  struct Step {
    /// The number of its first event in the journal.
    let first: Int
    /// The reader whose card was at the desk before a move took another one.
    var borrower: Barcode?
    /// The number of its deletions; 0 if it is none.
    fileprivate(set) var deletionCount: Int
    fileprivate var latest: ContinuousClock.Instant
  }

  /// The time, since the last one, that makes a deletion another run.
  static let pause = Duration.seconds(2)

  private var steps: [Step] = []

  /// Takes what was just done.
  ///
  /// - Parameters:
  ///   - change: what was done.
  ///   - now: the moment.
  ///   - borrower: the reader whose card was at the desk, if there is another
  ///     now.
  /// - Returns: how many deletions the run has; 0 if it is none.
  @discardableResult
  mutating func add(
    _ change: Change, at now: ContinuousClock.Instant,
    insteadOf borrower: Barcode? = nil
  ) -> Int {
    var step = Step(first: change.sequence, deletionCount: 0, latest: now)
    guard change.kind == .deletion else {
      step.borrower = borrower
      steps.append(step)
      return 0
    }
    if var run = steps.last, run.deletionCount > 0,
      run.latest.duration(to: now) < Self.pause
    {
      run.deletionCount += 1
      run.latest = now
      steps[steps.count - 1] = run
      return run.deletionCount
    }
    step.deletionCount = 1
    steps.append(step)
    return 1
  }

  /// Leaves the reader at the desk whose card was scanned since.
  mutating func keepReader() {
    for index in steps.indices { steps[index].borrower = nil }
  }

  /// The last step.
  var last: Step? { steps.last }

  /// Forgets the last step, which was taken back.
  mutating func removeLast() {
    _ = steps.popLast()
  }

  /// Forgets the last deletion of a run, which was taken back.
  mutating func removeLastDeletion() {
    guard var run = steps.popLast(), run.deletionCount > 1 else { return }
    run.deletionCount -= 1
    steps.append(run)
  }
}
