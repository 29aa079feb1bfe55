import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Sharing
import Typesetting

/// The database that desks share.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    .share,
    subcommands: [
      ShareInitCommand.self, ShareStatusCommand.self, ShareFetchCommand.self,
      ShareListsCommand.self, SharePurgeCommand.self,
    ],
    defaultSubcommand: ShareStatusCommand.self)
}

/// The options of a command about the shared database.
struct ShareConnectionOptions: ParsableArguments {
  @OptionGroup var address: ShareOptions
  @OptionGroup var common: CommonOptions

  /// Runs the body with a connection; reports an error.
  ///
  /// - Parameters:
  ///   - flags: the command's own options.
  ///   - body: what is done.
  /// - Throws: `ExitCode`, after reporting the error.
  func connect(
    _ flags: [SettingsKey.Name: String?] = [:],
    _ body: (CommandContext, Connection) throws -> Void
  ) throws {
    let flags = flags.merging([.share: address.share]) { $1 }
    let settings = try common.settings(flags).settings
    let place = CommandContext(settings: settings)
    do {
      try body(place, place.connectToShare())
    } catch {
      throw place.failure(error)
    }
  }
}

extension CommandContext {
  /// Shares what a desk records, if the settings say with what.
  ///
  /// - Parameters:
  ///   - desk: the desk.
  ///   - renewsLists: true for a desk that stays open, and renews its lists.
  func share(_ desk: Desk, renewingLists renewsLists: Bool) {
    let station = settings.station
    guard !station.share.isEmpty else { return }
    desk.add(
      Sharer(
        to: station.share, of: desk.station, desk: station.desk,
        clock: desk.clock,
        renewing: renewsLists ? libraryLists(desk.clock) : nil))
  }

  /// Connects to the shared database.
  ///
  /// - Throws: ``ShareError``; `ExitCode`, after reporting it, if the settings
  ///   have none.
  func connectToShare() throws -> Connection {
    guard !settings.station.share.isEmpty else {
      printError(words.noShare)
      throw ExitCode.badSettings
    }
    return try Connection(to: ShareAddress(settings.station.share))
  }
}

/// Prepares the shared database.
struct ShareInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.shareInit)

  @OptionGroup var options: ShareConnectionOptions

  func run() throws {
    try options.connect { place, connection in
      let schema = try Schema.prepare(on: connection)
      try StandardOutput.write(
        place.words.prepared(schema).joined(separator: "\n") + "\n")
    }
  }
}

/// Lists the stations that share.
struct ShareStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.shareStatus)

  @OptionGroup var options: ShareConnectionOptions

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  private static let columns = [
    "desk", "station", "role", "heard", "last", "waiting", "clockLead", "lists",
  ]

  func run() throws {
    try options.connect { place, connection in
      let words = place.words
      let stations = try ShareStatus.all(on: connection)
      var writer = RowWriter(format, Self.columns)
      for station in stations { writer.add(station.values) }
      let table = Document.table(
        words.shareHeadings, stations.map { $0.texts(words) })
      let lists = try SharedLists.newest(on: connection)
      try writer.end(
        text: ((stations.isEmpty ? [words.nothingShared] : table)
          + [words.sentence(lists)])
          .map { $0 + "\n" }.joined())
    }
  }
}

extension ShareStatus {
  /// The values for programs.
  fileprivate var values: [OutputRow.Value] {
    [
      .text(desk), .text(station), .text(role), .text(heard.iso8601),
      .number(last), .number(waitingCount), .number(clockLead),
      .number(lists),
    ]
  }

  /// Returns the cells for a person.
  fileprivate func texts(_ words: any Words) -> [String] {
    [
      desk.printable, station.printable, role.printable,
      words.tableTime(heard), "\(last)", "\(waitingCount)",
      words.clockLead(clockLead),
      lists == 0 ? "" : "\(lists)",
    ]
  }
}

/// Writes the journals of all stations.
struct ShareFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.shareFetch)

  @Option(help: ArgumentHelp(.fetchedFolder, .folder), completion: .directory)
  var output: String

  @OptionGroup var options: ShareConnectionOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError(.needsFolder("--output")) }
  }

  func run() throws {
    try options.connect { place, connection in
      try StationFolder(path: output).create()
      var count = 0
      for status in try ShareStatus.all(on: connection) {
        let journal: SharedJournal
        do throws(ShareError) {
          journal = try SharedJournal(of: status.station, on: connection)
        } catch .unknownStation {
          // Nothing of it that this role may read.
          continue
        }
        try journal.write(into: output)
        count += 1
      }
      try StandardOutput.write(
        place.words.fetched(count, into: output) + "\n")
    }
  }
}

/// Takes the library's lists, or publishes those of this computer.
struct ShareListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.shareLists)

  @Flag(help: ArgumentHelp(.publishedLists))
  var publish = false

  @OptionGroup var catalogue: CatalogueFileOptions
  @OptionGroup var options: ShareConnectionOptions

  func run() throws {
    try options.connect([.file: catalogue.catalogue]) { place, connection in
      let words = place.words
      let lists = place.libraryLists()
      if publish {
        let change = try ListsChange(on: connection)
        _ = try lists.takeNewest(on: connection)
        let version = try lists.publish(change)
        return try StandardOutput.write(words.publishedLists(version) + "\n")
      }
      try Schema.check(on: connection)
      let (newest, ownCount) = try lists.takeNewest(
        on: connection, again: true)
      try StandardOutput.write(words.sentence(newest) + "\n")
      if ownCount > 0 { printError(words.ownLists(ownCount)) }
    }
  }
}

/// Erases old lines from the shared database.
struct SharePurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.sharePurge)

  @Option(help: ArgumentHelp(.olderThan, .age))
  var olderThan: Age

  @Flag(help: ArgumentHelp(.yes))
  var yes = false

  @OptionGroup var options: ShareConnectionOptions

  func run() throws {
    try options.connect { place, connection in
      let words = place.words
      // What is old by a wrong clock may be of today.
      let lead = try connection.clockLead(at: WallClock.system.now())
      guard lead.magnitude <= 60 else {
        printError(words.sentence(Sharer.Warning.clock(lead: lead)))
        throw ExitCode.someRefused
      }
      let old = OldShares(olderThan: olderThan.days)
      let count = try old.count(on: connection)
      try StandardOutput.write(
        words.sharedLinesToErase(count, olderThan: olderThan.days) + "\n")
      guard count > 0 else { return }
      guard try yes || PurgeCommand.isWanted(words) else {
        printError(words.notErased)
        throw ExitCode.someRefused
      }
      let erased = try old.erase(on: connection)
      try StandardOutput.write(words.erasedShared(erased) + "\n")
    }
  }
}
