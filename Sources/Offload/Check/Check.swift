import Circulation
import Scanning

/// Finds what is wrong, or odd, with files before they are uploaded.
///
/// Each file is read twice. First its lines are counted and measured; then the
/// lines of all files are followed in the order in which a merge would put them,
/// since a book that goes from one station to another is one book. What is said
/// of the order of times is about each file by itself.
///
/// For each line it needs about eleven bytes, and for each number about forty.
/// Lines are compared before one is said to repeat another. Numbers are known by
/// 64 bits: among a million of them there are two that are taken for one with a
/// chance of one in 40 million, in other runs others.
package struct Check {
  /// What the lines are held against.
  package struct Rules {
    /// The time of the clock.
    package var now: LocalTime
    /// When the outage began; nil if that was not said.
    package var since: LocalTime?
    /// What the numbers look like.
    package var numbers: ScanRules

    /// Rules, with the time of the clock.
    package init(
      now: LocalTime, since: LocalTime? = nil, numbers: ScanRules = ScanRules()
    ) {
      self.now = now
      self.since = since
      self.numbers = numbers
    }
  }

  /// The files that are checked, in the order in which they were given.
  package let files: [StationFile]
  /// Why some of the files can't be checked.
  package private(set) var failures: [FileFailure] = []

  private let inputs: [InputFile]
  private let rules: Rules

  /// Opens the files; those that can't be are left out, see ``failures``.
  package init(
    _ files: [StationFile], rules: Rules,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.rules = rules
    var inputs: [InputFile] = []
    for file in files {
      do throws(FileFailure) {
        inputs.append(try InputFile(file, fileSystem: fileSystem))
      } catch {
        failures.append(error)
      }
    }
    self.inputs = inputs
    self.files = inputs.map(\.file)
  }

  /// What was found, in numbers.
  package struct Summary: Hashable, Sendable {
    /// The number of files.
    package internal(set) var fileCount = 0
    /// The number of files that were given and can't be checked.
    package internal(set) var uncheckedCount = 0
    /// The number of lines in them.
    package internal(set) var lineCount = 0
    /// The number of findings of each kind; lines that are told together are
    /// one.
    package internal(set) var counts: [Problem.Kind: Int] = [:]

    /// The number of findings that are so bad.
    package func count(of severity: Severity) -> Int {
      counts.reduce(0) { $1.key.severity == severity ? $0 + $1.value : $0 }
    }
  }

  /// Checks the files.
  ///
  /// - Parameters:
  ///   - limit: how many findings of a kind are told; all of them are counted.
  ///   - isByLine: whether lines that follow each other, and are no transactions
  ///     for the same reason, are told each by itself.
  ///   - progress: called now and then.
  ///   - tell: called with each finding, in the order of the lines.
  /// - Returns: how much was found.
  /// - Throws: ``FileFailure``, with `EBUSY` if a file was changed meanwhile.
  package func run(
    limit: @escaping (Severity) -> Int = { _ in .max },
    isByLine: Bool = false,
    progress: Merge.Progress = { _, _ in },
    tell: @escaping (Finding) -> Void
  ) throws(FileFailure) -> Summary {
    let all = inputs.reduce(0) { $0 + $1.stamp.length }
    var done = 0
    var told = 0
    var surveys: [FileSurvey] = []
    for input in inputs {
      surveys.append(
        try FileSurvey(of: input.content) { count in
          done += count
          guard done - told > 1 << 20 else { return }
          told = done
          progress(min(done, all) / 2, all)
        })
    }
    var examination = Examination(
      inputs: inputs, surveys: surveys, rules: rules, limit: limit,
      isByLine: isByLine, tell: tell)
    let secondHalf = { (done: Int, all: Int) in progress((all + done) / 2, all)
    }
    try MergedLines(of: inputs).forEachPiece(progress: secondHalf) {
      (line, place) throws(FileFailure) in
      if !place.isContinued { try examination.take(line, place) }
    }
    var summary = try examination.finish()
    summary.uncheckedCount = failures.count
    return summary
  }
}
