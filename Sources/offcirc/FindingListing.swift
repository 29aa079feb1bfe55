import Catalogue
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
  /// The notes from the catalogue; nil if there is none, or after an error.
  private var notes: FindingNotes?
  /// The error that ended the notes.
  private(set) var catalogueError: CatalogueError?
  /// True if each finding has the numbers that may have been meant.
  let hasNotes: Bool
  private var toldCounts = FileIssue.Counts()

  /// The maximum length of a quoted line: more than a transaction has.
  private static let maximumTextLength = 180

  /// Creates a listing that calls `willWrite` before each output.
  init(
    _ format: OutputFormat, of files: [StationFile], _ words: any Words,
    hasFormats: Bool = false, notes: FindingNotes? = nil,
    willWrite: @escaping () -> Void
  ) {
    self.hasFormats = hasFormats
    self.notes = notes
    hasNotes = notes != nil
    self.format = format
    self.files = files
    self.words = words
    writer = RowWriter(
      format,
      [
        "file", "line", "lastLine", "column", "severity", "kind", "text",
        "otherFile", "otherLine", "problem", "alma", "advice",
      ] + (hasFormats ? ["format"] : [])
        + (hasNotes ? ["suggestions"] : []), willWrite: willWrite)
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
    let near = nearMisses(of: finding)
    writer.add(
      values(of: finding, near), text: paragraph(on: finding, near))
  }

  private func nearMisses(of finding: Finding) -> [NearMiss] {
    do throws(CatalogueError) {
      return try notes?.nearMisses(of: finding) ?? []
    } catch {
      (notes, catalogueError) = (nil, error)
      return []
    }
  }

  /// Writes the rest; `others` is the conclusion about files of other systems.
  func end(_ summary: Check.Summary, _ others: String = "") throws(FileError) {
    try writer.end(text: conclusion(summary) + others)
  }

  // MARK: For programs

  private func values(
    of finding: Finding, _ near: [NearMiss]
  ) -> [OutputRow.Value] {
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
      + (hasNotes ? [.list(near.map { .text($0.number) })] : [])
  }

  // MARK: For a person

  private func paragraph(on finding: Finding, _ near: [NearMiss]) -> String {
    var text = words.headline(finding, of: files) + "\n"
    let line = finding.text.printable
    if !line.isEmpty {
      let isLong = line.count > Self.maximumTextLength
      text += "    \(line.prefix(Self.maximumTextLength))"
      text += isLong ? "…\n" : "\n"
    }
    return text + """
          \(words.inAlmaHeading)\(words.inAlma(finding.issue))
          \(words.adviceHeading)\(words.advice(finding.issue))\(perhaps(near))

      """
  }

  private func perhaps(_ near: [NearMiss]) -> String {
    guard !near.isEmpty else { return "" }
    let list = near.map { words.suggestion($0).printable }
    return " " + words.perhaps(list.joined(separator: ", "))
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
