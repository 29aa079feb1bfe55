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
    let summary = try archive.summary(of: box)
    let damaged = try archive.damage(in: box)
    let lineCount = summary?.lineCount ?? 0
    writer.add(
      [
        .text(box.name), .number(lineCount), .init(summary?.first),
        .init(summary?.last), .flag(box.isWhole),
        .list(damaged.map { .text($0) }),
      ])
    table.append([
      box.name.printable, String(lineCount),
      summary?.first.map(words.tableTime) ?? "",
      summary?.last.map(words.tableTime) ?? "",
      words.state(of: box, damaged: damaged),
    ])
    return box.isWhole && damaged.isEmpty
  }

  mutating func end() throws {
    let lines = Document.table(words.archiveColumns, table)
    try writer.end(text: lines.joined(separator: "\n") + "\n")
  }
}
