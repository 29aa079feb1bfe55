import Circulation
import Typesetting

/// The readiness of a desk for the next outage: all that was looked at.
package struct Readiness {
  /// The name of the desk, or the path of its folder.
  package let desk: String
  /// The time of the check.
  package let time: LocalTime
  /// The findings, in the order of their subjects.
  package let findings: [ReadyFinding]

  /// Creates the readiness of a desk.
  package init(of desk: String, at time: LocalTime, _ findings: [ReadyFinding])
  {
    self.desk = desk
    self.time = time
    self.findings = ReadySubject.allCases.flatMap { subject in
      findings.filter { $0.subject == subject }
    }
  }

  /// The result: the worst verdict, and the counts of the others.
  package var result: ReadyResult {
    ReadyResult(
      failCount: findings.count { $0.verdict == .fail },
      checkCount: findings.count { $0.verdict == .check })
  }

  /// The findings that need somebody.
  package var points: [ReadyFinding] { findings.filter { $0.verdict != .ok } }

  /// Returns the table of findings for a person, of at most so many columns.
  package func table(
    of findings: [ReadyFinding], in words: any ReadyWords, width: Int = 80
  ) -> [String] {
    let verdicts = ReadyVerdict.allCases.map { words.name(of: $0).columnCount }
    let subjects = ReadySubject.allCases.map { words.name(of: $0).columnCount }
    let (first, second) = (verdicts.max() ?? 0, subjects.max() ?? 0)
    let indent = String(repeating: " ", count: first + 2 + second + 2)
    let rows = findings.flatMap { finding in
      let head =
        words.name(of: finding.verdict).padded(to: first) + "  "
        + words.name(of: finding.subject).padded(to: second) + "  "
      let remedy = words.remedy(for: finding)
      return words.reason(of: finding)
        .wrapped(to: width, first: head, rest: indent)
        + (remedy.isEmpty
          ? [] : remedy.wrapped(to: width, first: indent, rest: indent))
    }
    return [words.readyHeading(desk, at: time), ""] + rows
      + ["", words.sentence(result)]
  }
}

/// The result of a check: the number of points that need somebody.
package struct ReadyResult: Hashable, Sendable {
  /// The number of faults.
  package let failCount: Int
  /// The number of points to look at.
  package let checkCount: Int

  /// Creates a result.
  package init(failCount: Int, checkCount: Int) {
    self.failCount = failCount
    self.checkCount = checkCount
  }

  /// The verdict on the desk.
  package var verdict: ReadyVerdict {
    failCount > 0 ? .fail : checkCount > 0 ? .check : .ok
  }
}
