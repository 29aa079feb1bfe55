import Circulation
import Languages
import Offload
import Station
import Typesetting

/// Writes findings to standard output as they are found.
final class FindingListing {
  private let format: OutputFormat
  private let files: [StationFile]
  let words: any Words
  var writer: RowWriter
  /// True if each finding names the format of its file, for programs.
  private let hasFormats: Bool
  private var toldCounts = FileIssue.Counts()

  /// The maximum length of a quoted line: more than a transaction has.
  private static let maximumTextLength = 180

  /// Creates a listing that calls `willWrite` before each output.
  init(
    _ format: OutputFormat, of files: [StationFile], _ words: any Words,
    hasFormats: Bool = false, willWrite: @escaping () -> Void
  ) {
    self.hasFormats = hasFormats
    self.format = format
    self.files = files
    self.words = words
    writer = RowWriter(
      format,
      [
        "file", "line", "lastLine", "column", "severity", "kind", "text",
        "otherFile", "otherLine", "problem", "alma", "advice",
      ] + (hasFormats ? ["format"] : []), willWrite: willWrite)
  }

  /// Returns the maximum number of findings of a kind: the first few for a
  /// person, all for a program.
  func limit(_ severity: Severity) -> Int {
    guard format == .text else { return .max }
    return severity == .note ? 5 : 20
  }

  /// True if consecutive lines with the same issue are reported one by one, for
  /// programs.
  var isByLine: Bool { format != .text }

  /// Adds the overviews of the files and their standing, for a person.
  func add(
    _ overviews: [FileOverview?], _ standing: (StationFile) -> FileStanding?
  ) {
    guard format == .text else { return }
    let lines = zip(files, overviews).compactMap { file, overview in
      overview.map { overview in
        let sentences = standing(file).map(words.standing) ?? []
        return ([words.overview(overview, of: file)] + sentences)
          .joined(separator: " ") + "\n"
      }
    }
    if !lines.isEmpty { writer.add(text: lines.joined() + "\n") }
  }

  func add(_ finding: Finding) {
    toldCounts[finding.issue.kind] += 1
    writer.add(values(of: finding), text: paragraph(on: finding))
  }

  /// Writes the rest; `others` is the conclusion about files of other systems.
  func end(_ summary: Check.Summary, _ others: String = "") throws(FileError) {
    try writer.end(text: conclusion(summary) + others)
  }

  // MARK: For programs

  private func values(of finding: Finding) -> [OutputRow.Value] {
    let issue = finding.issue
    return [
      .text(files[finding.place.file].path), .number(finding.place.number),
      .number(finding.lastLine), .init(issue.column),
      .text(finding.severity.rawValue), .text(issue.kind.name),
      .text(finding.text.printable),
      .init(issue.other.map { files[$0.file].path }),
      .init(issue.other?.number), .text(words.sentence(finding, of: files)),
      .text(words.inAlma(issue)), .text(words.advice(issue)),
    ] + (hasFormats ? [.text("alma")] : [])
  }

  // MARK: For a person

  private func paragraph(on finding: Finding) -> String {
    var text = words.headline(finding, of: files) + "\n"
    let line = finding.text.printable
    if !line.isEmpty {
      let isLong = line.count > Self.maximumTextLength
      text += "    \(line.prefix(Self.maximumTextLength))"
      text += isLong ? "…\n" : "\n"
    }
    return text + """
          \(words.inAlmaHeading)\(words.inAlma(finding.issue))
          \(words.adviceHeading)\(words.advice(finding.issue))

      """
  }

  private func conclusion(_ summary: Check.Summary) -> String {
    var text = ""
    for kind in FileIssue.Kind.allCases {
      let rest = summary.counts[kind] - toldCounts[kind]
      if rest > 0 { text += words.more(rest, kind) + "\n" }
    }
    // Unreadable files are not part of the summary.
    guard summary.fileCount > 0 else { return text }
    let sentences = [words.summary(summary), words.next(summary)]
    return text + sentences.compactMap(\.self).joined(separator: " ") + "\n"
  }
}
