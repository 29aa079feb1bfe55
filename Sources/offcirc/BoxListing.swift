import Circulation
import Languages
import Offload
import Station
import Typesetting

/// Writes the list of archive entries.
struct BoxListing {
  private let words: any Words
  private var writer: RowWriter
  /// The rows of the table, which is as wide as they are.
  private var table: [[String]] = []

  init(format: OutputFormat, words: any Words) {
    self.words = words
    writer = RowWriter(
      format, ["name", "lines", "first", "last", "whole", "damaged"])
  }

  /// Adds an entry, after verifying its digests.
  ///
  /// - Returns: true if it is complete and unchanged.
  @discardableResult
  mutating func add(_ box: Archive.Entry, of archive: Archive) throws -> Bool {
    let survey = try archive.survey(of: box)
    let damaged = try archive.damage(in: box)
    let lineCount = survey?.lineCount ?? 0
    writer.add(
      [
        .text(box.name), .number(lineCount), .init(survey?.oldest),
        .init(survey?.newest), .flag(box.isWhole),
        .list(damaged.map { .text($0) }),
      ])
    table.append([
      box.name.printable, String(lineCount),
      survey?.oldest.map(words.tableTime) ?? "",
      survey?.newest.map(words.tableTime) ?? "",
      words.state(of: box, damaged: damaged),
    ])
    return box.isWhole && damaged.isEmpty
  }

  mutating func end() throws {
    let lines = Document.table(words.archiveColumns, table)
    try writer.end(text: lines.joined(separator: "\n") + "\n")
  }
}
