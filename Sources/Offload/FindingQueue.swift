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
    /// Its place in the queue; nil if it is only counted.
    let place: Int?
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
    guard let run = runs[key], run.lastLine == place.number - 1,
      run.other?.next == other
    else { return false }
    runs[key]?.lastLine = place.number
    runs[key]?.other = other
    if let queued = run.place, queued >= goneCount {
      waiting[queued - goneCount].lastLine = place.number
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

extension LinePlace {
  /// The line after it.
  fileprivate var next: LinePlace {
    LinePlace(file: file, number: number + 1)
  }
}
