import Circulation
import Glibc

/// A check of an offline file, as the library system that it is for would take
/// it.
///
/// The file is read once, in constant memory: repetitions are known of about
/// the last million items and seconds.
package struct OfflineCheck {
  /// The rules that rows are checked against.
  package struct Rules: Sendable {
    /// The zone of local times.
    package var zone: Zone
    /// The current time; nil if nobody knows.
    package var now: LocalTime?
    /// The start of the outage; nil if unknown.
    package var since: LocalTime?

    /// Creates rules.
    package init(zone: Zone, now: LocalTime? = nil, since: LocalTime? = nil) {
      self.zone = zone
      self.now = now
      self.since = since
    }
  }

  /// The facts about a file, and the number of findings.
  package struct Summary: Hashable, Sendable {
    /// The facts about the file.
    package internal(set) var notes: FileNotes
    private var counts: [OfflineFinding.Severity: Int] = [:]

    /// Creates the summary of no findings.
    package init(notes: FileNotes) { self.notes = notes }

    /// Returns the number of findings of a severity; a run of lines counts
    /// once.
    package func count(of severity: OfflineFinding.Severity) -> Int {
      counts[severity, default: 0]
    }

    /// Counts a finding.
    package mutating func add(_ severity: OfflineFinding.Severity) {
      counts[severity, default: 0] += 1
    }
  }

  private let file: any OpenFile
  private let format: ExchangeFormat
  private let name: String
  private let rules: Rules

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - format: its format.
  ///   - name: the name that it has for the library system.
  ///   - rules: the rules.
  package init(
    of file: any OpenFile, as format: ExchangeFormat, named name: String,
    _ rules: Rules
  ) {
    self.file = file
    self.format = format
    self.name = name
    self.rules = rules
  }

  /// Checks the file.
  ///
  /// - Parameters:
  ///   - isByLine: true to tell lines that follow each other one by one.
  ///   - tell: called with each finding; those about the file come last.
  /// - Returns: the facts and the counts.
  /// - Throws: `FileError`, with `EBUSY` if the file changed.
  package func run(
    isByLine: Bool = false, tell: (OfflineFinding) -> Void
  ) throws(FileError) -> Summary {
    let version = try file.version()
    var runs = FindingRuns(format, isGrouped: !isByLine)
    var finder = TrapFinder(format, rules)
    let notes = try format.read(file, named: name) { line, reading in
      switch reading {
      case .fault(let fault): runs.add(.fault(fault), line, tell)
      case .entry(let entry):
        for trap in finder.traps(of: entry) {
          runs.add(.trap(trap), line, tell)
        }
      }
    }
    guard try file.version() == version else {
      throw FileError(operation: .read, path: file.path, code: EBUSY)
    }
    for notice in notes.notices {
      runs.add(.notice(notice), notice.line, tell)
    }
    if notes.lineCount > format.limits.lineCount ?? .max {
      runs.add(.trap(.longFile), nil, tell)
    }
    if !format.hasTimes { runs.add(.trap(.noTimes), nil, tell) }
    return runs.end(notes, tell)
  }
}

extension FileNotice {
  /// The line that it is about; nil if it is about the whole file.
  fileprivate var line: Int? {
    switch self {
    case .outerBlanks(let line), .dueDate(let line): line
    case .noVersion, .version: 1
    case .byteOrderMark, .notUTF8, .name: nil
    }
  }
}
