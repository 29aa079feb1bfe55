import Circulation
import Exchange
import Languages
import Offload

/// The outcome of a check of other systems' files.
struct OfflineChecking {
  /// The number of errors.
  private(set) var errorCount = 0
  /// The number of warnings.
  private(set) var warningCount = 0
  /// The last lines about all files, for a person.
  private(set) var conclusions = ""

  mutating func add(
    _ summary: OfflineCheck.Summary, _ path: String, unlisted count: Int,
    _ words: any Words
  ) {
    errorCount += summary.count(of: .error)
    warningCount += summary.count(of: .warning)
    if count > 0 { conclusions += words.moreFindings(count) + "\n" }
    conclusions += words.conclusion(summary, of: path) + "\n"
  }
}

extension FindingListing {
  /// Checks files of other systems, and lists what is found: for a person the
  /// first findings of each kind, for programs all.
  ///
  /// - Throws: ``FileError``.
  func check(
    _ inputs: [OfflineInput], _ rules: OfflineCheck.Rules
  ) throws(FileError) -> OfflineChecking {
    var outcome = OfflineChecking()
    for input in inputs {
      var counts: [String: Int] = [:]
      var unlistedCount = 0
      let check = OfflineCheck(
        of: input.file, as: input.format, named: input.path.lastName, rules)
      let summary = try check.run(isByLine: isByLine) { finding in
        let count = counts[finding.issue.kind, default: 0]
        counts[finding.issue.kind] = count + 1
        if count < limit(finding.severity.ofCheck) {
          add(finding, of: input.path)
        } else {
          unlistedCount += 1
        }
      }
      outcome.add(summary, input.path, unlisted: unlistedCount, words)
    }
    return outcome
  }

  private func add(_ finding: OfflineFinding, of path: String) {
    let words = words
    writer.add(
      [
        .text(path), .init(finding.lines?.lowerBound),
        .init(finding.lines?.upperBound), .missing,
        .text(finding.severity.rawValue), .text(finding.issue.kind), .missing,
        .missing, .missing, .text(words.sentence(finding)),
        .text(words.inSystem(finding)), .text(words.advice(on: finding)),
        .text(finding.format.rawValue),
      ] + (hasNotes ? [.list([])] : []),
      text: """
        \(words.headline(finding, of: path))
            \(words.inSystemHeading(finding.format))\(words.inSystem(finding))
            \(words.adviceHeading)\(words.advice(on: finding))

        """)
  }
}
