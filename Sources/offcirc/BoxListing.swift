import Circulation
import Offload
import Station

/// Writes the list of archive entries.
struct BoxListing {
  private let format: ListCommand.Format
  private let words: any Words
  private var rows: [Row] = []

  private struct Row: Encodable {
    let name: String
    let lines: Int
    let first: String?
    let last: String?
    let isWhole: Bool
    let damaged: [String]
  }

  /// The table cells after name and number of lines.
  private var cells: [[String]] = []

  init(format: ListCommand.Format, words: any Words) {
    self.format = format
    self.words = words
  }

  /// Adds an entry, after verifying its digests.
  ///
  /// - Returns: true if it is complete and unchanged.
  @discardableResult
  mutating func add(_ box: Archive.Entry, of archive: Archive) throws -> Bool {
    let survey = try archive.survey(of: box)
    let damaged = try archive.damage(in: box)
    rows.append(
      Row(
        name: box.name, lines: survey?.lineCount ?? 0,
        first: survey?.oldest?.iso8601, last: survey?.newest?.iso8601,
        isWhole: box.isWhole, damaged: damaged))
    cells.append([
      survey?.oldest.map(words.tableTime) ?? "",
      survey?.newest.map(words.tableTime) ?? "",
      words.state(of: box, damaged: damaged),
    ])
    return box.isWhole && damaged.isEmpty
  }

  func end() throws {
    switch format {
    case .table:
      let cells = zip(rows, cells).map { row, cells in
        [row.name.printable, String(row.lines)] + cells
      }
      try StandardOutput.write(
        Document.table(words.archiveColumns, cells).joined(separator: "\n")
          + "\n")
    case .csv:
      var text = CSV.row(["name", "lines", "first", "last", "whole", "damaged"])
      for row in rows {
        text += CSV.row([
          row.name, String(row.lines), row.first ?? "", row.last ?? "",
          String(row.isWhole), row.damaged.joined(separator: " "),
        ])
      }
      try StandardOutput.write(text)
    case .json:
      try StandardOutput.write(try JSON.text(of: rows))
    }
  }
}
