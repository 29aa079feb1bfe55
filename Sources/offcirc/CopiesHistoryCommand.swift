import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Tables
import Textbooks
import Typesetting

/// The history of copies: what the journals tell of them, and their fines.
struct CopyHistories {
  let copies: [Barcode: CopyHistory]
  /// The fines, settled ones too.
  let fines: [Fine]
  private let suspicious: [Fine]
  private let reading: TextbookReading?

  /// Reads the history of all copies.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  init(
    of place: CommandContext, _ options: FineOptions, _ catalogue: Catalogue?
  ) throws {
    guard try place.hasFolder(named: options.desk.files) else {
      (copies, fines, suspicious, reading) = ([:], [], [], nil)
      return
    }
    let reading = try TextbookReading(place, catalogue)
    for path in reading.damaged { printError(place.words.copiesMayLack(path)) }
    let list = try reading.fines()
    (copies, fines, suspicious) = (
      reading.history.copies, list.fines, list.suspicious
    )
    self.reading = reading
  }

  /// Returns the history of a copy, the oldest row first.
  ///
  /// - Throws: ``CatalogueError``.
  func rows(of number: String, _ title: String?) throws -> [HistoryRow] {
    try HistoryRow.all(
      of: number, titled: title,
      (try? Barcode(number)).flatMap { copies[$0] },
      fines: fines + suspicious
    ) { try reading?.facts(of: $0).start }
  }
}

/// Shows or exports the history of copies.
struct CopiesHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesHistory)

  @OptionGroup var numbers: CopyNumberArguments

  @Option(help: ArgumentHelp(.historyFile, .file))
  var output: String?

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: FineOptions

  func validate() throws {
    guard let output else { return }
    guard output.lowercased().hasSuffix(".csv") || isWorkbook else {
      throw ValidationError(.notATable)
    }
  }

  private var isWorkbook: Bool {
    output?.lowercased().hasSuffix(".xlsx") == true
  }

  func run() throws {
    let place = try options.context()
    do {
      let numbers = try place.numbers(in: numbers.numbers)
      let catalogue = try place.existingCatalogue()
      let history = try CopyHistories(of: place, options, catalogue)
      var copies: [(number: String, title: String?, rows: [HistoryRow])] = []
      for number in numbers {
        let item = try catalogue?.item(number).flatMap {
          $0.number == number ? $0 : nil
        }
        let rows = try history.rows(of: number, item?.title)
        guard item != nil || !rows.isEmpty else {
          throw place.refusal(place.words.unknownCopy(number))
        }
        copies.append((number, item?.title, rows))
      }
      if let output {
        try write(copies.flatMap(\.rows), to: output, place)
      } else {
        try show(copies, place)
      }
    } catch CirculationError.inTheWay(let path) {
      printError(place.words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
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
    _ copies: [(number: String, title: String?, rows: [HistoryRow])],
    _ place: CommandContext
  ) throws {
    let words = place.words
    let scale = place.settings.textbooks.scale
    var writer = RowWriter(format, HistoryRow.columns + ["why"])
    for copy in copies {
      var isFirst = true
      for row in copy.rows {
        writer.add(
          row.values
            + [.init(row.fine.map { words.reason(of: $0, on: scale) })],
          text: (isFirst ? heading(copy.number, copy.title, words) : "")
            + line(row, words))
        isFirst = false
      }
      if isFirst, format == .text {
        writer.add([], text: words.noHistory(of: copy.number) + "\n")
      }
    }
    try writer.end()
  }

  private func heading(
    _ number: String, _ title: String?, _ words: any Words
  ) -> String {
    [number, title].compactMap(\.self).map(\.printable)
      .joined(separator: "  ") + "\n" + line(words.historyHeadings)
  }

  private func line(_ row: HistoryRow, _ words: any Words) -> String {
    func day(_ time: LocalTime?) -> String {
      time.map { String(words.tableTime($0).prefix(10)) } ?? "–"
    }
    let states = [row.start, row.end].map { $0.map { String($0) } ?? "?" }
    let isState = row.kind == .state
    return line(
      [
        isState ? "" : day(row.lent), day(row.returned),
        isState ? words.notedWord : row.borrower ?? "–",
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
