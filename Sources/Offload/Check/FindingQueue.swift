/// Findings in the order in which they begin: one that may go on with the next
/// line waits, and those after it with it.
struct FindingQueue {
  /// Where this many wait, the first goes on its way as it is.
  private static let mostWaiting = 4_096

  private var waiting: [Finding] = []
  /// How many were in the queue before those that wait.
  private var goneCount = 0
  /// The run of each file and kind that may still go on.
  private var runs: [Key: Run] = [:]
  /// The number of the line that each file has come to.
  private var lines: [Int]

  private struct Key: Hashable {
    let file: Int
    let kind: Problem.Kind
  }

  private struct Run {
    var lastLine: Int
    /// The line that the last one repeats.
    var other: LinePlace?
    /// How far the lines that are repeated are apart: all of them are one, or
    /// each follows the one before; nil if that is not known yet.
    var step: Int?
    /// Its place in the queue; nil if it is only counted.
    let place: Int?

    /// Whether it goes on with the line that is repeated next.
    mutating func takes(_ next: LinePlace?) -> Bool {
      guard let next, let last = other else { return next == nil }
      let step = next.number - last.number
      guard
        next.file == last.file, self.step.map({ $0 == step }) ?? (0...1 ~= step)
      else { return false }
      other = next
      self.step = step
      return true
    }
  }

  init(fileCount: Int) {
    lines = [Int](repeating: 0, count: fileCount)
  }

  /// Knows that a file has come to a line.
  mutating func come(to place: LinePlace) {
    lines[place.file] = place.number
  }

  /// Whether a line goes on with a run of its kind, and with the lines that the
  /// run repeats, if it repeats any; then the run has it.
  mutating func goesOn(
    at place: LinePlace, _ kind: Problem.Kind, other: LinePlace? = nil
  ) -> Bool {
    let key = Key(file: place.file, kind: kind)
    guard var run = runs[key], run.lastLine == place.number - 1,
      run.takes(other)
    else { return false }
    run.lastLine = place.number
    runs[key] = run
    if let queued = run.place, queued >= goneCount {
      waiting[queued - goneCount].lastLine = place.number
      waiting[queued - goneCount].lastRepeated = other?.number
    }
    return true
  }

  /// Takes a finding in, or only the beginning of its run if it is not to be
  /// told.
  mutating func add(
    _ problem: Problem, at place: LinePlace, _ finding: Finding?
  ) {
    if problem.kind.isOfRuns {
      var other: LinePlace?
      if case .duplicate(let first) = problem { other = first }
      runs[Key(file: place.file, kind: problem.kind)] = Run(
        lastLine: place.number, other: other,
        place: finding.map { _ in goneCount + waiting.count })
    }
    if let finding { waiting.append(finding) }
  }

  /// Gives those away that nothing can be added to, or all of them.
  mutating func empty(isEnd: Bool = false, _ body: (Finding) -> Void) {
    var count = 0
    for finding in waiting {
      let mayGoOn =
        finding.problem.kind.isOfRuns
        && lines[finding.place.file] <= finding.lastLine
      let isPatient = waiting.count - count <= Self.mostWaiting
      if mayGoOn, isPatient, !isEnd { break }
      body(finding)
      count += 1
    }
    waiting.removeFirst(count)
    goneCount += count
  }
}
