import ArgumentParser
import Circulation
import Exchange
import Languages
import Offload
import Station

/// Lists transactions.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.list)

  @Argument(help: ArgumentHelp(.dataFile, .file), completion: .file())
  var file: String?

  @OptionGroup var options: DeskOptions

  @Flag(help: ArgumentHelp(.unsaved))
  var unsaved = false

  @Flag(help: ArgumentHelp(.doubtful))
  var doubtful = false

  @Flag(help: ArgumentHelp(.against))
  var against = false

  @Flag(help: ArgumentHelp(.deleted))
  var deleted = false

  @Option(help: ArgumentHelp(.item, .number))
  var item: String?

  @Option(help: ArgumentHelp(.borrower, .number))
  var borrower: String?

  @Option(help: ArgumentHelp(.from, .moment))
  var from: Since?

  @Option(help: ArgumentHelp(.to, .moment))
  var to: Since?

  @Option(
    help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var zone: ZoneOptions

  func validate() throws {
    if isOfArchive {
      if isOfJournal || isSearch {
        throw ValidationError(
          .notOfArchive(Self.flags + Self.searches))
      }
      return
    }
    if deleted, unsaved {
      throw ValidationError(.both("--deleted", "--unsaved"))
    }
    if deleted, against {
      throw ValidationError(.both("--against", "--deleted"))
    }
    if file != nil, options.files != nil {
      throw ValidationError(.fileAndFolder)
    }
    if file != nil, isOfJournal {
      throw ValidationError(.onlyOfFolder(Self.flags))
    }
  }

  private static let flags = [
    "--unsaved", "--doubtful", "--against", "--deleted",
  ]

  private static let searches = ["--item", "--borrower", "--from", "--to"]

  /// True if the journal alone holds what is to be listed.
  private var isOfJournal: Bool { unsaved || doubtful || against || deleted }

  /// True if a number or a time is searched for.
  private var isSearch: Bool {
    item != nil || borrower != nil || from != nil || to != nil
  }

  private func isWanted(_ transaction: Transaction) -> Bool {
    (item == nil || transaction.item.text == item)
      && (borrower == nil || transaction.borrower?.text == borrower)
      && isInTime(transaction.recorded)
      && (!doubtful || transaction.origins?.isDoubtful == true)
      && (!against || transaction.origins?.objectionNames.isEmpty == false)
  }

  /// Returns true for a time from `--from` to the end of the day or the minute
  /// of `--to`.
  private func isInTime(_ time: LocalTime) -> Bool {
    if let from, time.precedes(from.time) { return false }
    guard let to else { return true }
    return time.precedes(to.time.later(by: to.isDayOnly ? 86_400 : 60))
  }

  func run() throws {
    let place = try options.context()
    var listing = Listing(
      format: format, words: place.words,
      also: deleted
        ? .deletion
        : against
          ? .objections
          : isOfFolder ? .file : nil)
    var isSound = true
    do {
      if isOfArchive {
        guard try listArchive(of: place) else { throw ExitCode.someRefused }
        return
      }
      let offline = try offlineInputs(of: place)
      if !offline.isEmpty {
        guard try list(offline, place.words) else { throw ExitCode.someRefused }
        return
      }
      isSound =
        isOfJournal
        ? try listJournal(of: place, in: &listing)
        : try listSaved(of: place, in: &listing)
      try listing.end()
    } catch {
      throw place.failure(error)
    }
    if !isSound { throw ExitCode.someRefused }
  }

  /// Returns the files that are listed row by row: all of them as soon as one
  /// is another library system's.
  private func offlineInputs(
    of place: CommandContext
  ) throws -> [OfflineInput] {
    guard let file else { return [] }
    guard isOfFolder else { return OfflineInput(at: file).map { [$0] } ?? [] }
    let files = try place.collected([file], tells: false)
    let others = files.map { OfflineInput(at: $0) }
    guard others.contains(where: { $0 != nil }) else { return [] }
    return try zip(files, others).map { path, other in
      if let other { return other }
      let file = try CommandContext.disk.open(path, for: .reading)
      return OfflineInput(path: path, format: .alma, file: file)
    }
  }

  private func list(
    _ inputs: [OfflineInput], _ words: any Words
  ) throws(FileError) -> Bool {
    var listing = OfflineListing(
      format, words, in: zone.resolved(), hasFiles: isOfFolder,
      OfflineListing.Filter(
        item: item, borrower: borrower,
        isInTime: from == nil && to == nil ? nil : { isInTime($0) }))
    for input in inputs { try listing.add(input) }
    return try listing.end()
  }

  private func listSaved(
    of place: CommandContext, in listing: inout Listing
  ) throws -> Bool {
    var notes: SavedReturnNotes?
    if let file {
      var isSound = true
      let collected = try place.collection(
        [StationFile(path: file)], tells: false)
      _ = place.callRoll(of: collected)
      for file in collected.files.map(\.path) {
        listing.file = file
        isSound =
          try listLines(of: file, place.words, &notes, in: &listing) && isSound
      }
      return isSound
    }
    guard try place.hasFolder(named: options.files) else { return true }
    // An error is reported below the lines that can be read.
    let journal = Result { try place.reading() }
    if let replay = try? journal.get().replay, !replay.textbooks.isEmpty {
      notes = try place.reading(keepingSaved: true).replay.map(
        SavedReturnNotes.init)
      listing.showNotes()
    }
    let isSound =
      try !hasDataFile(place)
      || listLines(of: place.folder.dataFile, place.words, &notes, in: &listing)
    let reading = try journal.get()
    for entry in reading.unsaved
    where isSearch && isWanted(entry.transaction) {
      listing.add(
        entry.transaction, reading.replay?.textbooks.note(of: entry) ?? .init())
    }
    if !isSearch, listing.isEmpty, !reading.unsaved.isEmpty {
      printError(place.words.unsavedWait(reading.unsaved.count))
    }
    return tell(reading.health, of: place, in: &listing) && isSound
  }

  private func listLines(
    of path: String, _ words: any Words, _ notes: inout SavedReturnNotes?,
    in listing: inout Listing
  ) throws(FileError) -> Bool {
    var issues = ListedIssues(of: path, words)
    var hasTransaction = false
    func take(
      _ number: Int, _ line: Result<Transaction, DataFormat.LineError>
    ) {
      switch line {
      case .success(let transaction):
        hasTransaction = true
        let note = notes?.take(transaction) ?? ReturnNote()
        if isWanted(transaction) { listing.add(transaction, note) }
      case .failure(let error): issues.add(error, line: number)
      }
    }
    if file == nil {
      try DataFile.forEachLine(of: path, take)
    } else {
      try CommandContext.disk.forEachLine(ofInput: path, take)
    }
    listing.flush()
    return try issues.report(isEmpty: !hasTransaction)
  }

  private func listJournal(
    of place: CommandContext, in listing: inout Listing
  ) throws -> Bool {
    guard try place.hasFolder(named: options.files) else { return true }
    let reading = try place.reading(
      keepingSaved: (doubtful || against) && !unsaved)
    let textbooks = reading.replay?.textbooks
    if textbooks?.isEmpty == false { listing.showNotes() }
    if deleted {
      for change in reading.replay?.changes ?? []
      where change.kind == .deletion {
        for entry in change.before where isWanted(entry.transaction) {
          listing.add(
            entry.transaction, textbooks?.note(of: entry) ?? .init(),
            deleted: change.time)
        }
      }
      return tell(reading.health, of: place, in: &listing)
    }
    let all = (reading.replay?.saved ?? []) + (reading.replay?.unsaved ?? [])
    for entry in unsaved ? reading.unsaved : all[...]
    where isWanted(entry.transaction) {
      listing.add(entry.transaction, textbooks?.note(of: entry) ?? .init())
    }
    return tell(reading.health, of: place, in: &listing)
  }

  /// Reports the journal's losses; returns true if there are none.
  private func tell(
    _ health: JournalHealth, of place: CommandContext, in listing: inout Listing
  ) -> Bool {
    if health.isWhole { return true }
    listing.flush()
    for finding in place.words.findings(of: health) { printError(finding) }
    return false
  }

  /// True if a folder is named in the place of a file.
  private var isOfFolder: Bool {
    guard let file, !isOfArchive else { return false }
    // An error is reported when it is opened.
    return (try? CommandContext.disk.target(of: file)) == .folder
  }

  private func hasDataFile(_ place: CommandContext) throws -> Bool {
    try CommandContext.disk.target(of: place.folder.dataFile) != nil
  }

  /// True if the archive is meant, and not a file of that name.
  private var isOfArchive: Bool {
    guard file == "archive" else { return false }
    do throws(FileError) {
      return try CommandContext.disk.target(of: "archive") == nil
    } catch {
      // An error is reported when it is opened.
      return false
    }
  }

  private func listArchive(of place: CommandContext) throws -> Bool {
    let archive = Archive(of: place.folder)
    let boxes =
      try place.hasFolder(named: options.files) ? archive.boxes() : []
    if boxes.isEmpty, format == .text {
      try StandardOutput.write(
        place.words.noBoxes(in: place.folder.archive) + "\n")
      return true
    }
    var listing = BoxListing(format: format, words: place.words)
    var isSound = true
    for box in boxes where try !listing.add(box, of: archive) {
      isSound = false
    }
    try listing.end()
    return isSound
  }
}
