import Circulation
import Foundation
import Offload
import Station

/// Writes findings to standard output as they are found.
final class FindingListing {
  /// The output format of findings.
  enum Format: String, CaseIterable {
    case text
    case json
    case csv
  }

  private let format: Format
  private let files: [StationFile]
  private let words: any Words
  private let willWrite: () -> Void
  private var output = OutputBuffer()
  private var hasRows = false
  private var toldCounts: [Problem.Kind: Int] = [:]
  private let encoder = JSONEncoder()

  /// The maximum length of a quoted line: more than a transaction has.
  private static let maximumTextLength = 180

  /// Creates a listing that calls `willWrite` before each output.
  init(
    _ format: Format, of files: [StationFile], _ words: any Words,
    willWrite: @escaping () -> Void
  ) {
    self.format = format
    self.files = files
    self.words = words
    self.willWrite = willWrite
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if format == .csv { output += CSV.row(Row.head) }
    if format == .json { output += "[" }
  }

  /// Returns the maximum number of findings of a kind: the first few for a
  /// person, all for a program.
  func limit(_ severity: Severity) -> Int {
    guard format == .text else { return .max }
    return severity == .note ? 5 : 20
  }

  /// True if consecutive lines with the same fault are reported one by one, for
  /// programs.
  var isByLine: Bool { format != .text }

  func add(_ finding: Finding) {
    toldCounts[finding.problem.kind, default: 0] += 1
    let row = Row(finding, files, words)
    switch format {
    case .text:
      output += words.headline(finding, of: files) + "\n"
      if !row.text.isEmpty {
        let isLong = row.text.count > Self.maximumTextLength
        output += "    \(row.text.prefix(Self.maximumTextLength))"
        output += isLong ? "…\n" : "\n"
      }
      output += """
            \(words.inAlmaHead)\(row.alma)
            \(words.adviceHead)\(row.advice)

        """
    case .csv: output += CSV.row(row.fields)
    case .json:
      // Encoding texts and numbers can't fail.
      guard let object = try? encoder.encode(row) else { return }
      output +=
        (hasRows ? ",\n" : "\n") + JSON.text(of: object)
      hasRows = true
    }
    guard output.isFull else { return }
    willWrite()
    output.flush()
  }

  func end(_ summary: Check.Summary) throws(FileFailure) {
    switch format {
    case .text:
      for kind in Problem.Kind.allCases {
        let rest =
          summary.counts[kind, default: 0] - toldCounts[kind, default: 0]
        if rest > 0 { output += words.more(rest, kind) + "\n" }
      }
      // Unreadable files are not part of the summary.
      if summary.fileCount > 0 {
        let sentences = [words.summary(summary), words.next(summary)]
        output += sentences.compactMap(\.self).joined(separator: " ") + "\n"
      }
    case .json: output += !hasRows ? "]\n" : "\n]\n"
    case .csv: break
    }
    willWrite()
    try output.end()
  }
}

/// A finding in the output for programs.
private struct Row: Encodable {
  let file: String
  let line: Int
  let lastLine: Int
  let column: Int?
  let severity: String
  let kind: String
  let text: String
  let otherFile: String?
  let otherLine: Int?
  let problem: String
  let alma: String
  let advice: String

  static let head = [
    "file", "line", "lastLine", "column", "severity", "kind", "text",
    "otherFile", "otherLine", "problem", "alma", "advice",
  ]

  init(_ finding: Finding, _ files: [StationFile], _ words: any Words) {
    let problem = finding.problem
    file = files[finding.place.file].path
    line = finding.place.number
    lastLine = finding.lastLine
    column = problem.column
    severity = finding.severity.rawValue
    kind = problem.kind.rawValue
    text = finding.text.printable
    otherFile = problem.other.map { files[$0.file].path }
    otherLine = problem.other?.number
    self.problem = words.sentence(finding, of: files)
    alma = words.inAlma(problem)
    advice = words.advice(problem)
  }

  var fields: [String] {
    [
      file, String(line), String(lastLine), column.map(String.init) ?? "",
      severity, kind, text.withoutFormula, otherFile ?? "",
      otherLine.map(String.init) ?? "",
      problem, alma, advice,
    ]
  }
}

extension String {
  /// The text with a leading tab if a spreadsheet would evaluate it.
  fileprivate var withoutFormula: String {
    "=+-@".contains(first ?? " ") ? "\t" + self : self
  }
}
