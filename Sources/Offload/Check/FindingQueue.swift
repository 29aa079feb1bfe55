/// Findings in the order of their first line; a finding that the next line may
/// extend holds back those after it.
struct FindingQueue {
  /// The maximum number held back; beyond it, the first is emitted as it is.
  private static let maximumWaiting = 4_096

  private var waiting: [Finding] = []
  /// The number of findings emitted so far.
  private var emittedCount = 0
  /// The open run of each file and kind.
  private var runs: [Key: Run] = [:]
  /// The current line number of each file.
  private var lines: [Int]

  private struct Key: Hashable {
    let file: Int
    let kind: FileIssue.Kind
  }

  private struct Run {
    var lastLine: Int
    /// The line that the last one repeats.
    var other: LinePlace?
    /// The distance between repeated lines: 0 if all repeat one line, 1 if they
    /// are consecutive; nil before the second.
    var step: Int?
    /// Its index since the start of the queue; nil if it is only counted.
    let place: Int?

    /// Returns true if the next repeated line continues the run, and adds it.
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

  /// Advances a file to a line.
  mutating func advance(to place: LinePlace) {
    lines[place.file] = place.number
  }

  /// Returns true if a line extends the run of its kind, including the lines
  /// that the run repeats, and extends it.
  mutating func extendsRun(
    at place: LinePlace, _ kind: FileIssue.Kind, other: LinePlace? = nil
  ) -> Bool {
    let key = Key(file: place.file, kind: kind)
    guard var run = runs[key], run.lastLine == place.number - 1,
      run.takes(other)
    else { return false }
    run.lastLine = place.number
    runs[key] = run
    if let queued = run.place, queued >= emittedCount {
      waiting[queued - emittedCount].lastLine = place.number
      waiting[queued - emittedCount].lastRepeated = other?.number
    }
    return true
  }

  /// Adds a finding, or starts a run that is only counted if `finding` is nil.
  mutating func add(
    _ issue: FileIssue, at place: LinePlace, _ finding: Finding?
  ) {
    if issue.kind.isGrouped {
      var other: LinePlace?
      if case .duplicate(let first) = issue { other = first }
      runs[Key(file: place.file, kind: issue.kind)] = Run(
        lastLine: place.number, other: other,
        place: finding.map { _ in emittedCount + waiting.count })
    }
    if let finding { waiting.append(finding) }
  }

  /// Emits the findings that can no longer grow; at the end, all.
  mutating func flush(isEnd: Bool = false, _ body: (Finding) -> Void) {
    var count = 0
    for finding in waiting {
      let mayGoOn =
        finding.issue.kind.isGrouped
        && lines[finding.place.file] <= finding.lastLine
      let isPatient = waiting.count - count <= Self.maximumWaiting
      if mayGoOn, isPatient, !isEnd { break }
      body(finding)
      count += 1
    }
    waiting.removeFirst(count)
    emittedCount += count
  }
}
