import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks
import Typesetting

/// The fines for a school's textbooks.
struct FinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    .fines,
    subcommands: [
      FinesListCommand.self, FinesPayCommand.self, FinesWaiveCommand.self,
    ],
    defaultSubcommand: FinesListCommand.self)
}

/// The options of commands about fines.
struct FineOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.catalogue, .file), completion: .file())
  var catalogue: String?

  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if catalogue?.isEmpty == true {
      throw ValidationError(.needsFile("--catalogue"))
    }
  }

  /// Returns the context of the command, by its settings.
  func context() throws -> CommandContext {
    var settings = try desk.settings().settings
    if let catalogue { settings.catalogue.file = catalogue }
    return CommandContext(settings: settings)
  }
}

/// Lists fines.
struct FinesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.finesList)

  @OptionGroup var options: FineOptions

  @OptionGroup var only: ClassOptions

  @Flag(help: ArgumentHelp(.open))
  var open = false

  @Option(help: ArgumentHelp(.format, valueName: "table|csv|json"))
  var format: OutputFormat = .text

  func run() throws {
    let place = try options.context()
    do {
      guard try place.hasFolder(named: options.desk.files) else {
        return try list([], of: place, ListedBorrowers([], in: nil))
      }
      let catalogue = try place.existingCatalogue()
      let all = try place.fines(catalogue)
      let borrowers = try ListedBorrowers(
        all.fines.compactMap(\.borrower), in: catalogue)
      let schoolClass = try only.schoolClass(in: catalogue, place)
      let fines = all.fines.filter {
        ($0.isOpen || !open) && borrowers.isIn(schoolClass, $0.borrower)
      }
      try list(fines, of: place, borrowers)
      let odd = all.suspicious.map(\.item)
      if !odd.isEmpty { printError(place.words.cameBackBetter(odd)) }
    } catch {
      throw place.failure(error)
    }
  }

  private func list(
    _ fines: [Fine], of place: CommandContext, _ borrowers: ListedBorrowers
  ) throws(FileError) {
    let words = place.words
    let scale = place.settings.textbooks.scale
    var writer = RowWriter(
      format,
      ["id", "borrower", "item", "start", "end", "amount", "state", "why"])
    for fine in fines {
      writer.add([
        .text(fine.id), .init(fine.borrower), .text(fine.item),
        .init(fine.start), .init(fine.end), .init(fine.amount?.text),
        .text(fine.state.rawValue), .text(words.reason(of: fine, on: scale)),
      ])
    }
    try writer.end(
      text: fines.isEmpty
        ? words.noFines + "\n"
        : table(fines, words, scale, borrowers) + words.total(of: fines) + "\n")
  }

  /// Returns two lines for each fine, below the heads of the columns.
  private func table(
    _ fines: [Fine], _ words: any Words, _ scale: StatusScale,
    _ borrowers: ListedBorrowers
  ) -> String {
    let rows = fines.map { fine in
      let classes = borrowers.classes(of: fine.borrower)
      let who = [
        fine.borrower, classes.isEmpty ? nil : classes,
        borrowers.name(of: fine.borrower),
      ]
      .compactMap(\.self).joined(separator: " ")
      let change = [fine.start, fine.end].map { $0.map(String.init) ?? "?" }
      return [
        who.printable, fine.item, change.joined(separator: "→"),
        fine.amount.map { words.amount($0) } ?? "?",
        words.name(of: fine.state),
      ]
    }
    let heads = words.finesHeadings
    let widths = heads.indices.map { column in
      ([heads] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = zip(fines, rows).flatMap { fine, row in
      [
        Document.line(row, widths: widths),
        "    \(fine.id)  \(words.reason(of: fine, on: scale))",
      ]
    }
    return ([Document.line(heads, widths: widths)] + lines)
      .map { $0 + "\n" }.joined()
  }
}

/// Records that a fine was paid.
struct FinesPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.finesPay)

  @Argument(help: ArgumentHelp(.fine, .name))
  var id: String

  @Option(help: ArgumentHelp(.amount, valueName: "8.30"))
  var amount: String?

  @OptionGroup var options: FineOptions

  func validate() throws {
    if let amount, Money(amount) == nil {
      throw ValidationError(.amount(amount))
    }
  }

  func run() throws {
    try options.settle(
      id, .paid, amount: amount.flatMap { Money($0) }, because: "")
  }
}

/// Lets a borrower off a fine.
struct FinesWaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.finesWaive)

  @Argument(help: ArgumentHelp(.fine, .name))
  var id: String

  @Option(help: ArgumentHelp(.because, .words))
  var because: String

  @OptionGroup var options: FineOptions

  func validate() throws {
    if because.allSatisfy(\.isWhitespace) {
      throw ValidationError(.needsReason)
    }
  }

  func run() throws {
    try options.settle(id, .waived, amount: nil, because: because)
  }
}

extension FineOptions {
  /// Records the end of a fine.
  ///
  /// - Throws: exit status 1, after reporting it, if there is no such fine, if
  ///   it is not open, or if its amount is not known.
  fileprivate func settle(
    _ id: String, _ kind: FineSettlement.Kind, amount: Money?,
    because reason: String
  ) throws {
    let place = try context()
    let words = place.words
    func refuse(_ sentence: String) -> ExitCode {
      printError(sentence)
      return .someRefused
    }
    do {
      guard try place.hasFolder(named: desk.files) else {
        throw refuse(words.noFine(id))
      }
      let station = try place.openDesk()
      let outcome = Result {
        let fines = try place.fines(place.fromCatalogue { $0 })
        guard let fine = fines.fines.first(where: { $0.id == id }),
          let number = FineID(id)
        else { throw refuse(words.noFine(id)) }
        guard fine.isOpen else { throw refuse(words.notOpen(fine)) }
        let sum = amount ?? fine.amount
        guard kind != .paid || sum != nil else {
          throw refuse(words.needsAmount(fine))
        }
        try station.settle([
          FineSettlement(number, kind, cents: sum?.cents, because: reason)
        ])
        return words.settled(fine, kind, sum)
      }
      try place.close(station)
      try StandardOutput.write(outcome.get() + "\n")
    } catch {
      throw place.failure(error)
    }
  }
}
