import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings

/// The catalogue: what lists of other systems tell of items and borrowers.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    .catalogue,
    subcommands: [
      CatalogueStatusCommand.self, CatalogueImportCommand.self,
      CatalogueFindCommand.self, CatalogueItemCommand.self,
      CatalogueBorrowerCommand.self, CatalogueVerifyCommand.self,
      CatalogueRebuildCommand.self,
      CatalogueEraseCommand.self,
    ],
    defaultSubcommand: CatalogueStatusCommand.self)
}

/// The option for the catalogue.
struct CatalogueFileOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.catalogue, .file), completion: .file())
  var catalogue: String?

  func validate() throws {
    if catalogue?.isEmpty == true {
      throw ValidationError(.needsFile("--catalogue"))
    }
  }
}

/// The options of commands that read the catalogue.
struct CatalogueOptions: ParsableArguments {
  @OptionGroup var file: CatalogueFileOptions
  @OptionGroup var common: CommonOptions

  /// Returns the context of the command, with these values of its own options.
  func context(
    _ values: [SettingsKey.Name: String?] = [:]
  ) throws -> CommandContext {
    let values = values.merging([.file: file.catalogue]) { $1 }
    return CommandContext(settings: try common.settings(values).settings)
  }
}

extension CommandContext {
  /// Opens the catalogue.
  ///
  /// - Throws: ``CatalogueError``; exit status 1, after reporting it, if there
  ///   is none.
  func openCatalogue() throws -> Catalogue {
    guard let catalogue = try existingCatalogue() else {
      printError(words.noCatalogue(at: settings.catalogue.file))
      throw ExitCode.someRefused
    }
    return catalogue
  }

  /// Returns the catalogue, without the lists that are too old; nil if there is
  /// none.
  ///
  /// - Throws: ``CatalogueError``; ``FileError``.
  func existingCatalogue() throws -> Catalogue? {
    let path = settings.catalogue.file
    try eraseOldLists()
    guard try Self.disk.target(of: path) != nil else { return nil }
    return try Catalogue(
      path, itemCut: settings.catalogue.itemCut,
      borrowerCut: settings.catalogue.borrowerCut)
  }

  /// Returns what is made of the catalogue by a command that does without it;
  /// nil, after reporting it, if it can't be read.
  func fromCatalogue<Result>(
    _ make: (Catalogue) throws -> Result
  ) -> Result? {
    do {
      return try existingCatalogue().map(make)
    } catch {
      printError(words.sentence(about: error))
      return nil
    }
  }

  /// Runs the body of a command that reads the catalogue, and reports its
  /// error.
  func withCatalogue(_ body: (Catalogue) throws -> Void) throws {
    do {
      try body(openCatalogue())
    } catch {
      throw failure(error)
    }
  }
}

/// Shows what the catalogue knows, and how old it is.
struct CatalogueStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueStatus)

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  func run() throws {
    let place = try options.context()
    try place.withCatalogue { catalogue in
      let lists = try catalogue.lists()
      var writer = RowWriter(
        format,
        [
          "list", "kind", "files", "digest", "rows", "exported", "imported",
          "level", "complete",
        ])
      for list in lists {
        writer.add([
          .number(list.id), .text(list.kind.rawValue),
          .list(list.files.map { .text($0) }), .text(list.digest),
          .number(list.rowCount), .text(list.exported), .text(list.imported),
          .text(list.level.rawValue), .flag(list.isComplete),
        ])
      }
      let counts = try catalogue.counts()
      try writer.end(
        text: place.words.state(counts, lists, at: catalogue.path)
          .joined(separator: "\n") + "\n")
    }
  }
}

/// Finds items by the words of their titles.
struct CatalogueFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueFind)

  @Argument(help: ArgumentHelp(.words, .words))
  var words: [String]

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  /// The most items that are shown.
  private static let maximum = 1_000

  func run() throws {
    let place = try options.context()
    let text = words.joined(separator: " ")
    try place.withCatalogue { catalogue in
      let listed = try catalogue.days()
      var writer = RowWriter(format, Item.columns)
      for item in try catalogue.items(titled: text, maximum: Self.maximum) {
        writer.add(
          item.values(number: item.number, listed: listed[item.list]),
          text: item.line)
      }
      try writer.end()
      if writer.count == 0 {
        printError(place.words.noTitle(with: text))
        throw ExitCode.someRefused
      }
    }
  }
}

/// Shows an item.
struct CatalogueItemCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueItem)

  @Argument(help: ArgumentHelp(.knownItem, .number))
  var number: String

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  func run() throws { try options.show(Item.self, number, format) }
}

/// Shows a borrower.
struct CatalogueBorrowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueBorrower)

  @Argument(help: ArgumentHelp(.knownBorrower, .number))
  var number: String

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  func run() throws { try options.show(Borrower.self, number, format) }
}

extension CatalogueOptions {
  /// Shows the item or the borrower with a number.
  ///
  /// - Throws: exit status 1, after reporting it, if no list has the number.
  fileprivate func show<Record: CatalogueRecord>(
    _ type: Record.Type, _ number: String, _ format: OutputFormat
  ) throws {
    let place = try context()
    try place.withCatalogue { catalogue in
      let listed = try catalogue.days()
      guard let record = try Record.find(number, in: catalogue) else {
        printError(place.words.notListed(number, newest: listed.newest))
        throw ExitCode.someRefused
      }
      let day = listed[record.list]
      try StandardOutput.write(
        format.text(
          Record.columns, record.values(number: number, listed: day)
        ) {
          record.facts(number: number, listed: day, in: place.words).lines
        })
    }
  }
}
