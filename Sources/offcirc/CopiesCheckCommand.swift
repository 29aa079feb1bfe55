import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks
import Typesetting

/// Checks a school's copies.
struct CopiesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesCheck)

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: FineOptions

  /// The most findings of a kind that a person is shown.
  private static let maximumShown = 20

  func run() throws {
    let place = try options.context()
    do {
      let textbooks = place.settings.textbooks
      let catalogue = try place.openCatalogue()
      var check = CopyCheck(
        on: textbooks.scale, textbooks.tariff,
        try options.histories(of: place), lists: try catalogue.lists())
      try catalogue.forEachItem(by: .title) { check.add($0) }
      let findings = check.findings()
      try list(findings, place.words, textbooks.scale, of: check.count)
      if !findings.isEmpty { throw ExitCode.someRefused }
    } catch {
      throw place.failure(error)
    }
  }

  private func list(
    _ findings: [CopyFinding], _ words: any Words, _ scale: StatusScale,
    of copyCount: Int
  ) throws(FileError) {
    var writer = RowWriter(
      format,
      ["problem", "number", "title", "value", "copies", "what", "advice"])
    var shown: [String: Int] = [:]
    for finding in findings {
      let name = finding.problem.name
      shown[name, default: 0] += 1
      if format == .text, shown[name, default: 0] > Self.maximumShown {
        continue
      }
      let what = words.clause(finding, on: scale)
      let advice = words.advice(on: finding)
      writer.add(
        [
          .text(name), .text(finding.number), .init(finding.title),
          .init(finding.value), .number(finding.count), .text(what),
          .text(advice),
        ],
        text: [finding.number, finding.title].compactMap(\.self)
          .map(\.printable).joined(separator: "  ")
          + ": \(what)\n" + (advice.isEmpty ? "" : "    \(advice)\n"))
    }
    let hidden = shown.values.reduce(0) { $0 + max($1 - Self.maximumShown, 0) }
    let end =
      findings.isEmpty
      ? words.copiesAreSound(copyCount)
      : words.copyFindings(findings.count, of: copyCount)
    try writer.end(
      text: (hidden > 0 ? words.moreFlaws(hidden) + "\n" : "") + end + "\n")
  }
}
