import ArgumentParser
import Circulation
import Offload
import Station

/// Shows transactions in readable form.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List transactions, while a station is open or not.",
    discussion: """
      Reads FILE, or the OffCirc.dat of the station's folder. With --unsaved, \
      lists what is recorded and not in OffCirc.dat yet; with --doubtful, what \
      was accepted although it looked wrong, saved or not: the journal knows it. \
      "offcirc list archive" lists what was put away.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
  }

  @Argument(help: "A file like OffCirc.dat.")
  var file: String?

  @OptionGroup var options: DeskOptions

  @Flag(help: "What is recorded and not in OffCirc.dat yet.")
  var unsaved = false

  @Flag(help: "What was accepted although it looked wrong.")
  var doubtful = false

  @Option(
    help: ArgumentHelp("The form of the list.", valueName: "table|csv|json"))
  var format: Format = .table

  func validate() throws {
    if isOfArchive {
      if unsaved || doubtful {
        throw ValidationError(
          "--unsaved and --doubtful are not of the archive.")
      }
      return
    }
    if file != nil, options.files != nil {
      throw ValidationError("Give a file or --files, not both.")
    }
    if file != nil, unsaved || doubtful {
      throw ValidationError(
        "--unsaved and --doubtful are about a folder: use them with --files.")
    }
  }

  func run() throws {
    let place = try options.workplace()
    var listing = Listing(format: format, words: place.words)
    var isSound = true
    do {
      if isOfArchive {
        guard try listArchive(of: place) else { throw ExitCode.someRefused }
        return
      }
      listing.begin()
      isSound =
        unsaved || doubtful
        ? try listJournal(of: place, in: &listing)
        : try listSaved(of: place, in: &listing)
      try listing.end()
    } catch {
      throw place.failure(error)
    }
    if !isSound { throw ExitCode.someRefused }
  }

  private func listSaved(
    of place: Workplace, in listing: inout Listing
  ) throws -> Bool {
    let path = file ?? place.folder.dataFile
    if file == nil, try !isThere(place) {
      return try !place.hasFolder(named: options.files)
        || tell(place.reading().health, of: place, in: &listing)
    }
    var isSound = true
    let words = place.words
    try DataFile.forEachLine(of: path) { number, line in
      switch line {
      case .success(let transaction): listing.add(transaction)
      case .failure(let fault):
        isSound = false
        listing.flush()
        complain(words.line(number, of: path, words.sentence(fault)))
      }
    }
    guard file == nil else { return isSound }
    return try tell(place.reading().health, of: place, in: &listing) && isSound
  }

  private func listJournal(
    of place: Workplace, in listing: inout Listing
  ) throws -> Bool {
    guard try isThere(place) else { return true }
    let reading = try place.reading(keepingSaved: doubtful && !unsaved)
    let all = (reading.replay?.saved ?? []) + (reading.replay?.unsaved ?? [])
    for entry in unsaved ? reading.unsaved : all[...] {
      if doubtful, entry.transaction.origins?.isDoubtful != true { continue }
      listing.add(entry.transaction)
    }
    return tell(reading.health, of: place, in: &listing)
  }

  /// Says what the journal lacks.
  private func tell(
    _ health: JournalHealth, of place: Workplace, in listing: inout Listing
  ) -> Bool {
    if health.isWhole { return true }
    listing.flush()
    for finding in place.words.findings(of: health) { complain(finding) }
    return false
  }

  /// Whether the folder has any file; one that was named has to be there.
  private func isThere(_ place: Workplace) throws -> Bool {
    try place.hasFolder(named: options.files)
      && (unsaved || doubtful
        || PosixFileSystem().target(of: place.folder.dataFile) != nil)
  }

  /// Whether the archive is meant, and not a file of that name.
  private var isOfArchive: Bool {
    guard file == "archive" else { return false }
    do throws(FileFailure) {
      return try PosixFileSystem().target(of: "archive") == nil
    } catch {
      // What can't be looked at is told when it is opened.
      return false
    }
  }

  private func listArchive(of place: Workplace) throws -> Bool {
    let archive = Archive(of: place.folder)
    let boxes =
      try place.hasFolder(named: options.files) ? archive.boxes() : []
    if boxes.isEmpty, format == .table {
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
