import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Textbooks
import Typesetting

/// The option of commands that may list a single class.
struct ClassOptions: ParsableArguments {
  @Option(name: .customLong("class"), help: ArgumentHelp(.schoolClass, .name))
  var name: String?

  /// Returns the class; nil for all.
  ///
  /// - Throws: exit status 1, after reporting it, if the catalogue has none.
  func schoolClass(
    in catalogue: Catalogue?, _ place: CommandContext
  ) throws -> SchoolClass? {
    guard let name else { return nil }
    if try catalogue?.hasClasses() != true {
      printError(place.words.noClasses)
      throw ExitCode.someRefused
    }
    return SchoolClass(name)
  }
}

/// The copies that have not come back, by class.
struct MissingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.missing)

  @OptionGroup var options: FineOptions
  @OptionGroup var only: ClassOptions

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      _ = try place.hasFolder(named: options.desk.files)
      let catalogue = try place.existingCatalogue()
      let schoolClass = try only.schoolClass(in: catalogue, place)
      let now = WallClock.system.now()
      let missing = try TextbookReading(place, catalogue).openLoans()
        .filter { $0.isMissing(on: now) }
      let borrowers = try ListedBorrowers(
        missing.compactMap(\.borrower), in: catalogue)
      let wanted = missing.filter { borrowers.isIn(schoolClass, $0.borrower) }
        .sorted { order($0, borrowers) < order($1, borrowers) }
      var writer = RowWriter(
        format,
        ["class", "borrower", "name", "item", "title", "lent", "start"])
      for loan in wanted {
        writer.add([
          .text(borrowers.classes(of: loan.borrower)), .init(loan.borrower),
          .init(borrowers.name(of: loan.borrower)), .text(loan.item.text),
          .init(loan.facts.title), .init(loan.lent), .init(loan.start),
        ])
      }
      try writer.end(
        text: wanted.isEmpty
          ? words.nothingMissing + "\n"
          : table(wanted, borrowers, words)
            + words.missing(
              wanted.count, readerCount: Set(wanted.map(\.borrower)).count)
            + "\n")
    } catch {
      throw place.failure(error)
    }
  }

  private func order(
    _ loan: OpenLoan, _ borrowers: ListedBorrowers
  ) -> (String, String, String) {
    (
      borrowers.classes(of: loan.borrower),
      borrowers.name(of: loan.borrower) ?? loan.borrower ?? "", loan.item.text
    )
  }

  private func table(
    _ loans: [OpenLoan], _ borrowers: ListedBorrowers, _ words: any Words
  ) -> String {
    let rows = loans.map { loan in
      [
        borrowers.classes(of: loan.borrower).printable,
        [loan.borrower ?? "?", borrowers.name(of: loan.borrower)]
          .compactMap(\.self).joined(separator: " ").printable,
        loan.item.text, loan.lent.map { words.day($0) } ?? "",
        loan.facts.title?.printable ?? "?",
      ]
    }
    return Document.table(words.missingHeadings, rows)
      .map { $0 + "\n" }.joined()
  }
}
