/// A remark about a line of an offline file, about lines that follow each
/// other, or about the file.
package struct OfflineFinding: Hashable, Sendable {
  /// The severity of a finding.
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    /// Usually needs no action.
    case note
    /// Possibly wrong: a person has to look at it.
    case warning
    /// The library system does not take it as it is meant.
    case error
  }

  /// The issue.
  package let issue: OfflineIssue
  /// The format of the file.
  package let format: ExchangeFormat
  /// The numbers of the lines; nil for the file as a whole.
  package internal(set) var lines: ClosedRange<Int>?

  /// Creates a finding.
  package init(
    _ issue: OfflineIssue, in format: ExchangeFormat, lines: ClosedRange<Int>?
  ) {
    self.issue = issue
    self.format = format
    self.lines = lines
  }

  /// The effect in the library system.
  package var consequence: Consequence { Consequence(of: issue, in: format) }
  /// The severity.
  package var severity: Severity { consequence.severity }
}

/// The findings of a file as they come up: those of lines that follow each
/// other become one.
struct FindingRuns {
  let format: ExchangeFormat
  /// False to keep each line apart, for programs.
  let isGrouped: Bool
  private var open: [OfflineFinding] = []
  private(set) var summary: OfflineCheck.Summary

  init(_ format: ExchangeFormat, isGrouped: Bool) {
    self.format = format
    self.isGrouped = isGrouped
    summary = OfflineCheck.Summary(notes: FileNotes(format))
  }

  /// Adds an issue of a line, or of the file.
  mutating func add(
    _ issue: OfflineIssue, _ line: Int?, _ tell: (OfflineFinding) -> Void
  ) {
    let lines = line.map { $0...$0 }
    let finding = OfflineFinding(issue, in: format, lines: lines)
    // Each line that is not taken has its own sentence.
    guard let line, isGrouped, case .trap = issue else {
      end(before: line ?? .max, tell)
      return emit(finding, tell)
    }
    end(before: line - 1, tell)
    if let index = open.firstIndex(where: { $0.issue == issue }),
      let lines = open[index].lines
    {
      open[index].lines = lines.lowerBound...max(lines.upperBound, line)
    } else {
      open.append(finding)
    }
  }

  /// Tells the findings that no later line can belong to.
  private mutating func end(
    before line: Int, _ tell: (OfflineFinding) -> Void
  ) {
    guard !open.isEmpty else { return }
    let ended = open.filter { $0.lines?.upperBound ?? 0 < line }
    guard !ended.isEmpty else { return }
    open.removeAll { $0.lines?.upperBound ?? 0 < line }
    for finding in ended { emit(finding, tell) }
  }

  private mutating func emit(
    _ finding: OfflineFinding, _ tell: (OfflineFinding) -> Void
  ) {
    summary.add(finding.severity)
    tell(finding)
  }

  /// Tells the rest; returns the counts.
  mutating func end(
    _ notes: FileNotes, _ tell: (OfflineFinding) -> Void
  ) -> OfflineCheck.Summary {
    end(before: .max, tell)
    summary.notes = notes
    return summary
  }
}
