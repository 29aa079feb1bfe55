import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Textbooks

/// The history of copies: what the journals tell of them, and their fines.
struct CopyHistories {
  let copies: [Barcode: CopyHistory]
  /// The fines, settled ones too.
  let fines: [Fine]
  /// The fines that cost nothing, of copies that came back better.
  let suspicious: [Fine]
  /// The journals and lists; nil if there is no station.
  let reading: TextbookReading?

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
    let reading = try TextbookReading(
      place, catalogue, warning: place.words.copiesMayLack)
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
  @OptionGroup var file: HistoryOptions
  @OptionGroup var options: FineOptions

  func run() throws {
    let place = try options.context()
    do {
      let numbers = try place.numbers(in: numbers.numbers)
      let catalogue = try place.existingCatalogue()
      let history = try CopyHistories(of: place, options, catalogue)
      let parts = try numbers.map { number in
        let item = try catalogue?.item(number).flatMap {
          $0.number == number ? $0 : nil
        }
        let rows = try history.rows(of: number, item?.title)
        guard item != nil || !rows.isEmpty else {
          throw place.refusal(place.words.unknownCopy(number))
        }
        return HistoryPart(number: number, about: [item?.title], rows: rows)
      }
      try file.write(parts, place, place.words.historyHeadings) { $0.borrower }
    } catch CirculationError.inTheWay(let path) {
      printError(place.words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}
