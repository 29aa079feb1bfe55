import ArgumentParser
import Circulation
import Languages
import Offload
import Terminal
import Textbooks
import Typesetting

extension WearTable.Grouping: ExpressibleByArgument {}

/// The wear and loss of a school's copies.
struct WearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.wear)

  @Option(help: ArgumentHelp(.wearGrouping, valueName: "year|title"))
  var by: WearTable.Grouping = .year

  @OptionGroup var options: FineOptions

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      _ = try place.hasFolder(named: options.desk.files)
      let rows = try TextbookReading(place, place.existingCatalogue())
        .wear(by: by).rows
      var writer = RowWriter(
        format,
        [by.rawValue, "copies", "loans", "change", "lost", "toDelete"])
      for row in rows {
        writer.add([
          .init(row.name), .number(row.copyCount), .number(row.loanCount),
          .init(row.meanChange.map { decimal($0, ".") }),
          .number(row.lostCount), .number(row.toDeleteCount),
        ])
      }
      try writer.end(
        text: rows.isEmpty
          ? words.noCopies + "\n" : chart(rows, words))
    } catch {
      throw place.failure(error)
    }
  }

  private static let nameWidth = 28
  private static let barWidth = 16

  /// Returns a table with a bar for the mean change of grade in each row.
  private func chart(_ rows: [WearTable.Row], _ words: any Words) -> String {
    let block: Character = Terminal.setLocale() ? "█" : "#"
    let most = max(rows.compactMap(\.meanChange).max() ?? 0, 1)
    let cells = rows.map { row in
      let change = row.meanChange
      let length = change.map {
        $0 <= 0 ? 0 : max($0 * Self.barWidth / most, 1)
      }
      return [
        (row.name ?? "?").printable.shortened(to: Self.nameWidth),
        String(row.copyCount), String(row.loanCount),
        change.map { decimal($0, words.decimalSign) } ?? "",
        String(row.lostCount), String(row.toDeleteCount),
        String(repeating: block, count: length ?? 0),
      ]
    }
    return
      (Document.table(words.wearHeadings(by: by), cells)
      + [words.wearLegend(block)]).map { $0 + "\n" }.joined()
  }

  /// Returns hundredths as a decimal number.
  private func decimal(_ hundredths: Int, _ sign: String) -> String {
    let digits = Money(cents: Int(hundredths.magnitude)).digits
    return (hundredths < 0 ? "-" : "") + digits.units + sign + digits.cents
  }
}
