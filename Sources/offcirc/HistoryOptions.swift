import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Tables
import Textbooks
import Typesetting

/// The history of a copy or of a borrower.
struct HistoryPart {
  /// The number of the copy, or on the card.
  let number: String
  /// The title of a copy, or the class and name of a borrower.
  let about: [String?]
  let rows: [HistoryRow]
}

/// The options of the commands that show or export history.
struct HistoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.historyFile, .file), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  func validate() throws {
    guard let output else { return }
    guard output.lowercased().hasSuffix(".csv") || isWorkbook else {
      throw ValidationError(.notATable)
    }
  }

  private var isWorkbook: Bool {
    output?.lowercased().hasSuffix(".xlsx") == true
  }

  /// Writes history into the file, or shows it.
  ///
  /// - Parameters:
  ///   - parts: the history.
  ///   - place: the context of the command.
  ///   - headings: the heads of the columns.
  ///   - other: returns what a row is about beside the part's own number.
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileError``.
  func write(
    _ parts: [HistoryPart], _ place: CommandContext, _ headings: [String],
    other: (HistoryRow) -> String?
  ) throws {
    if let output {
      try write(parts.flatMap(\.rows), to: output, place)
    } else {
      try show(parts, place, headings, other)
    }
  }

  // MARK: A file

  private func write(
    _ rows: [HistoryRow], to path: String, _ place: CommandContext
  ) throws {
    let scale = place.settings.textbooks.scale
    let table =
      [HistoryRow.columns + ["why"]]
      + rows.map { row in
        row.cells
          + [row.fine.map { place.words.reason(of: $0, on: scale) } ?? ""]
      }
    let content =
      isWorkbook
      ? WorkbookFile(table, named: "OffCirc").content
      : Array(
        (CSV.byteOrderMark
          + table.map { CSV.row($0.map(CSV.withoutFormula)) }.joined()).utf8)
    guard try CommandContext.disk.target(of: path) == nil else {
      throw CirculationError.inTheWay(path: path)
    }
    _ = try CommandContext.disk.replace(path) { file throws(FileError) in
      try file.append(content.span)
    }
    try CommandContext.disk.synchronizeFolder(path.folder)
    try StandardOutput.write(
      place.words.exported(rows.count, to: path) + "\n")
  }

  // MARK: The screen

  private func show(
    _ parts: [HistoryPart], _ place: CommandContext, _ headings: [String],
    _ other: (HistoryRow) -> String?
  ) throws {
    let words = place.words
    let scale = place.settings.textbooks.scale
    var writer = RowWriter(format, HistoryRow.columns + ["why"])
    for part in parts {
      var isFirst = true
      for row in part.rows {
        writer.add(
          row.values
            + [.init(row.fine.map { words.reason(of: $0, on: scale) })],
          text: (isFirst ? heading(part, headings) : "")
            + line(row, words, other(row)))
        isFirst = false
      }
      if isFirst, format == .text {
        writer.add([], text: words.noHistory(of: part.number) + "\n")
      }
    }
    try writer.end()
  }

  private func heading(_ part: HistoryPart, _ headings: [String]) -> String {
    ([part.number] + part.about).compactMap(\.self).map(\.printable)
      .joined(separator: "  ") + "\n" + line(headings)
  }

  private func line(
    _ row: HistoryRow, _ words: any Words, _ other: String?
  ) -> String {
    func day(_ time: LocalTime?) -> String {
      time.map { String(words.tableTime($0).prefix(10)) } ?? "–"
    }
    let states = [row.start, row.end].map { $0.map { String($0) } ?? "?" }
    let isState = row.kind == .state
    return line(
      [
        isState ? "" : day(row.lent), day(row.returned),
        isState ? words.notedWord : other ?? "–",
        isState ? states[1] : states.joined(separator: "→"),
        row.fine.map {
          "\($0.amount.map { words.amount($0) } ?? "?") \(words.name(of: $0.state))"
        } ?? "",
      ].map(\.printable))
  }

  private func line(_ columns: [String]) -> String {
    "  " + Document.line(columns, widths: [10, 10, 18, 5, 0]) + "\n"
  }
}

extension HistoryRow {
  /// The values for programs.
  fileprivate var values: [OutputRow.Value] {
    [
      .text(kind.rawValue), .text(copy), .init(title), .init(borrower),
      .init(lent), .init(returned), .init(start), .init(end), .init(bringer),
      .init(fine?.id), .init(fine?.amount?.text), .init(fine?.state.rawValue),
    ]
  }
}
