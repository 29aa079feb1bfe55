import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks
import Typesetting

/// The borrowers of a school, and what they have.
struct BorrowersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    .borrowers,
    subcommands: [
      BorrowersListCommand.self, BorrowersDeleteCommand.self,
      BorrowersHistoryCommand.self,
    ],
    defaultSubcommand: BorrowersListCommand.self)
}

/// Lists borrowers with what they have and owe.
struct BorrowersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.borrowersList)

  @OptionGroup var only: ClassOptions

  @Flag(help: ArgumentHelp(.onlyGone))
  var gone = false

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: FineOptions

  private static let columns = [
    "number", "name", "class", "category", "expires", "onLoan", "openFines",
    "gone",
  ]

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      let catalogue = try place.openCatalogue()
      let schoolClass = try only.schoolClass(in: catalogue, place)
      let histories = try BorrowerHistories(of: place, options, catalogue)
      let held = histories.heldCounts
      let fines = try histories.fineCounts()
      var writer = RowWriter(format, Self.columns)
      var goneCount = 0
      try catalogue.forEachBorrower { borrower in
        let classes = SchoolClass.all(in: borrower.group ?? "")
        guard schoolClass.map(classes.contains) ?? true,
          borrower.isGone || !gone
        else { return }
        if borrower.isGone { goneCount += 1 }
        let key = BorrowerNumbers.Key.listed(borrower.digest)
        let counts = (held[key] ?? 0, fines[key] ?? 0)
        let head = writer.count == 0 ? line(words.borrowersHeadings) : ""
        writer.add(
          borrower.values(onLoan: counts.0, openFines: counts.1),
          text: head + line(of: borrower, counts, words))
      }
      let keepsNumbers = try catalogue.lists().contains {
        $0.kind == .borrowers && $0.level != .numbers
      }
      let count = writer.count
      try writer.end(
        text: (keepsNumbers
          ? words.total(ofBorrowers: count, gone: goneCount)
          : words.noNumbersKept) + "\n")
    } catch {
      throw place.failure(error)
    }
  }

  private func line(
    of borrower: Borrower, _ counts: (Int, Int), _ words: any Words
  ) -> String {
    line(
      [
        borrower.number ?? "", borrower.group ?? "",
        counts.0 == 0 ? "" : String(counts.0),
        counts.1 == 0 ? "" : String(counts.1),
        borrower.isGone ? words.goneWord : "", borrower.name ?? "",
      ].map(\.printable))
  }

  private func line(_ columns: [String]) -> String {
    Document.line(columns, widths: [16, 10, 7, 7, 7, 0]) + "\n"
  }
}

extension Borrower {
  /// The values for programs.
  fileprivate func values(onLoan: Int, openFines: Int) -> [OutputRow.Value] {
    [
      .init(number), .init(name), .init(group), .init(category),
      .init(expires), .number(onLoan), .number(openFines), .flag(isGone),
    ]
  }
}

/// The argument of commands about some borrowers.
struct BorrowerNumberArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(.knownBorrower, .number))
  var numbers: [String]

  /// Returns the numbers.
  ///
  /// - Throws: exit status 1, after reporting it, if one is given twice.
  func all(_ place: CommandContext) throws -> [String] {
    var known: Set<String> = []
    for number in numbers where !known.insert(number).inserted {
      throw place.refusal(place.words.givenTwice(number))
    }
    return numbers
  }
}

/// Shows or exports the history of borrowers.
struct BorrowersHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.borrowersHistory)

  @OptionGroup var numbers: BorrowerNumberArguments
  @OptionGroup var file: HistoryOptions
  @OptionGroup var options: FineOptions

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      let catalogue = try place.existingCatalogue()
      let histories = try BorrowerHistories(of: place, options, catalogue)
      let parts = try numbers.all(place).map { number in
        let borrower = try catalogue?.borrower(number)
        let rows = try histories.rows(of: number) {
          try catalogue?.title(ofItem: $0)
        }
        guard borrower != nil || !rows.isEmpty else {
          throw place.refusal(words.unknownCopy(number))
        }
        return HistoryPart(
          number: number, about: [borrower?.group, borrower?.name], rows: rows)
      }
      try file.write(parts, place, words.borrowerHistoryHeadings) { $0.copy }
    } catch CirculationError.inTheWay(let path) {
      printError(words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}
