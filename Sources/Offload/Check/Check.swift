import Circulation
import Scanning

/// A check of files before they are uploaded.
///
/// Each file is read twice: first to count and measure its lines, then to
/// follow the lines of all files in merged order, since an item that moves from
/// one station to another is one item. The order of times is checked within
/// each file.
///
/// Memory: about 11 bytes for each line, and 40 for each number. Lines are
/// compared in full before one is reported to repeat another. Numbers are
/// identified by 64-bit fingerprints: among n of them, two collide with a
/// probability of about n²/2⁶⁵, that is 1 in 40 million for a million numbers.
/// The key is random, so another run has other collisions.
package struct Check {
  /// The rules that lines are checked against.
  package struct Rules {
    /// The current time.
    package var now: LocalTime
    /// The start of the outage; nil if unknown.
    package var since: LocalTime?
    /// The rules for barcodes and identifiers.
    package var numbers: ScanRules

    /// Creates rules; the current time is required.
    package init(
      now: LocalTime, since: LocalTime? = nil, numbers: ScanRules = ScanRules()
    ) {
      self.now = now
      self.since = since
      self.numbers = numbers
    }
  }

  /// The files to check, in the order given, without those that failed to open.
  package let files: [StationFile]
  /// The reasons why files can't be checked.
  package private(set) var errors: [FileError] = []

  private let inputs: [InputFile]
  private let rules: Rules
  private let fileSystem: any FileSystem

  /// Opens the files; those that can't be opened are listed in ``errors``,
  /// after the errors of folders in which files were looked for.
  package init(
    _ files: [StationFile], rules: Rules, errors: [FileError] = [],
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.rules = rules
    self.fileSystem = fileSystem
    self.errors = errors
    var inputs: [InputFile] = []
    for file in files {
      do throws(FileError) {
        inputs.append(try InputFile(file, fileSystem: fileSystem))
      } catch {
        self.errors.append(error)
      }
    }
    self.inputs = inputs
    self.files = inputs.map(\.file)
  }

  /// The number of findings and lines.
  package struct Summary: Hashable, Sendable {
    /// The number of files checked.
    package internal(set) var fileCount = 0
    /// The number of files that could not be checked.
    package internal(set) var uncheckedCount = 0
    /// The number of lines in the checked files.
    package internal(set) var lineCount = 0
    /// The number of findings of each kind; a run of lines reported together
    /// counts once.
    package internal(set) var counts = FileIssue.Counts()

    /// Returns the number of findings of a severity.
    package func count(of severity: Severity) -> Int {
      counts.total(of: severity)
    }
  }

  /// Checks the files.
  ///
  /// - Parameters:
  ///   - limit: returns the maximum number of findings reported for each kind
  ///     of a severity; all are counted.
  ///   - isByLine: true to report consecutive lines with the same issue one by
  ///     one.
  ///   - progress: called with bytes done and bytes in total, at most once per
  ///     megabyte.
  ///   - survey: called before all findings with the overview of each file, nil
  ///     if its lines can't be checked.
  ///   - tell: called with each finding, in the order of the lines.
  /// - Returns: the counts.
  /// - Throws: ``FileError``, with `EBUSY` if a file changed during the
  ///   check.
  package func run(
    limit: @escaping (Severity) -> Int = { _ in .max },
    isByLine: Bool = false,
    progress: Merge.Progress = { _, _ in },
    survey: ([FileOverview?]) -> Void = { _ in },
    tell: @escaping (Finding) -> Void
  ) throws(FileError) -> Summary {
    let all = inputs.reduce(0) { $0 + $1.version.length }
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
    survey(surveys.map { $0.hasLines ? $0.overview : nil })
    let seconds = try LineSeconds(of: inputs, fileSystem: fileSystem)
    var checker = LineChecker(
      inputs: inputs, surveys: surveys, rules: rules, limit: limit,
      isByLine: isByLine, tell: tell)
    let secondHalf = { (done: Int, all: Int) in progress((all + done) / 2, all)
    }
    try MergedLines(of: inputs, seconds).forEachPiece(progress: secondHalf) {
      (line, place) throws(FileError) in
      if !place.isContinued { try checker.take(line, place) }
    }
    var summary = try checker.finish()
    summary.uncheckedCount = errors.count
    return summary
  }
}
