import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Sheet
import Station
import Terminal

extension Bell: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}

/// The options of the window.
struct StationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.desk, .name))
  var desk: String?

  @Option(
    help: ArgumentHelp(.bell, valueName: "errors|all|none"))
  var bell: Bell?

  @Option(
    help: ArgumentHelp(.theme, valueName: "blue|contrast|mono"))
  var theme: Theme?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var catalogue: CatalogueFileOptions
  @OptionGroup var share: ShareOptions

  @Option(
    help: ArgumentHelp(.learn, valueName: "true|false"))
  var learn: Bool?

  @Option(
    help: ArgumentHelp(.kiosk, valueName: "true|false"))
  var kiosk: Bool?

  /// Returns these options and that of the copy as settings.
  func flags(with copy: CopyOptions) -> [SettingsKey.Name: String?] {
    [
      .desk: desk, .bell: bell?.rawValue, .theme: theme?.rawValue,
      .copyTo: copy.copyTo, .ledger: ledger.ledger,
      .share: share.share,
      .learn: learn.map { "\($0)" }, .kiosk: kiosk.map { "\($0)" },
      .file: catalogue.catalogue,
    ]
  }
}

/// Opens the station's window.
struct StationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.station)

  @OptionGroup var options: DeskOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var copy: CopyOptions
  @OptionGroup var window: StationOptions

  /// The sources of the settings.
  var sources: SettingsSources { options.sources(window.flags(with: copy)) }

  func run() throws { try Self.open(by: sources, clock) }

  /// Opens the station: refused settings do not stop it.
  ///
  /// - Parameters:
  ///   - sources: the sources of the settings.
  ///   - clock: the correction of the clock.
  ///   - handOut: reads the class that gets its books; nil for an ordinary
  ///     desk.
  /// - Throws: `ExitCode`, after reporting the error.
  static func open(
    by sources: SettingsSources, _ clock: ClockOptions? = nil,
    handingOutTo handOut: ((CommandContext) throws -> ClassLists)? = nil
  ) throws {
    let place = CommandContext(sources.readLeniently())
    let lists: ClassLists?
    do {
      lists = try handOut?(place)
    } catch {
      throw place.failure(error)
    }
    let desk = try place.openDesk(clock, renewingLists: true)
    let old = place.oldLists(desk.clock)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw place.failure(error)
    }
    let watch = LendingWatch()
    let slips = SlipDesk(
      place.settings.printing, in: place.folder,
      name: place.settings.station.desk, place.words)
    var station = Station(
      desk: desk, size: terminal.size, words: place.words,
      deskName: place.settings.station.desk, bell: place.settings.station.bell,
      rules: place.settings.rules, patterns: place.patterns,
      learns: place.settings.station.learns, settingsLeftOut: place.leftOut,
      ledger: LedgerWatch(place.ledger, of: place.folder),
      ledgerToName: place.ledger.pathToName, practice: .ofUser,
      lists: CatalogueWatch(
        place.settings.catalogue.file, isNamed: sources.flags[.file] != nil,
        itemCut: place.settings.catalogue.itemCut,
        borrowerCut: place.settings.catalogue.borrowerCut, erasing: old),
      dueRules: place.settings.catalogue.due,
      textbooks: TextbookDesk(place.settings.textbooks, with: watch),
      slips: slips, isKiosk: place.settings.station.isKiosk)
    if let lists {
      do {
        station = try station.handingOut(to: lists, with: watch)
      } catch {
        terminal.close()
        try place.close(desk)
        throw place.failure(error)
      }
    }
    let ending = station.run(on: terminal, place.settings.station.theme)
    terminal.close()
    if let slips, let problem = slips.finish() {
      printError(
        place.words.slipsWait(problem) + " "
          + place.words.slipKept(in: slips.path))
    }
    // The window has told all that ended before it.
    if let sentence = old.flatMap(place.words.newsOfErasure) {
      printError(sentence)
    }
    try place.close(desk)
    if let ending { Terminal.end(ending) }
    try StandardOutput.write(station.farewell + "\n")
  }
}
