import ArgumentParser
import Catalogue
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Textbooks

/// The end of a school year: a checklist, and the charges for what is missing.
struct ClosingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.closing)

  @Option(help: ArgumentHelp(.returnDate, .moment))
  var date: Since?

  @Flag(name: .customLong("final"), help: ArgumentHelp(.finalCharges))
  var isFinal = false

  @Flag(help: ArgumentHelp(.yes))
  var yes = false

  @OptionGroup var options: FineOptions

  func run() throws {
    let place = try options.context()
    do {
      let hasFolder = try place.hasFolder(named: options.desk.files)
      let now = WallClock.system.now()
      if let date, now.precedes(date.time) {
        printError(place.words.dateToCome(date.time))
        throw ExitCode.someRefused
      }
      let catalogue = try place.existingCatalogue()
      guard date != nil || isFinal else {
        let unsaved = hasFolder ? try place.reading().unsaved.count : 0
        return try tell(closing(place, catalogue, now), unsaved, place)
      }
      let desk = try place.openDesk()
      let outcome = Result { try charge(place, catalogue, desk, now) }
      try place.close(desk)
      try outcome.get()
    } catch {
      throw place.failure(error)
    }
  }

  private func closing(
    _ place: CommandContext, _ catalogue: Catalogue?, _ now: LocalTime
  ) throws -> Closing {
    let reading = try TextbookReading(place, catalogue)
    let settings = place.settings.textbooks
    return try Closing(
      on: date?.time ?? now, reading.history, reading.openLoans(),
      reading.fines().fines, toDeleteCount: reading.toDeleteCount(),
      by: settings.tariff, on: settings.scale)
  }

  private func tell(
    _ closing: Closing, _ unsavedCount: Int, _ place: CommandContext
  ) throws(FileError) {
    let lines = place.words.closingSteps(
      closing, unsavedCount: unsavedCount,
      yearOfNewCopies: place.settings.textbooks.year)
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
  }

  // MARK: Charges

  /// Charges what is missing, then makes the charges final.
  private func charge(
    _ place: CommandContext, _ catalogue: Catalogue?, _ desk: Desk,
    _ now: LocalTime
  ) throws {
    let words = place.words
    let scale = place.settings.textbooks.scale
    var isRefused = false
    if let date {
      let charges = try closing(place, catalogue, now).provisionalCharges {
        words.notReturned(by: date.time, because: words.reason($0, on: scale))
      }
      isRefused = try !record(charges, desk, words)
    }
    if isFinal, !isRefused {
      let charges = try closing(place, catalogue, now).finalCharges {
        words.reason(of: $0, on: scale)
      }
      isRefused = try !record(charges, desk, words)
    }
    try tell(
      closing(place, catalogue, now), desk.unsaved.count, place)
    if isRefused { throw ExitCode.someRefused }
  }

  /// Shows charges, asks, and records them.
  ///
  /// - Returns: false if they were not wanted.
  private func record(
    _ charges: Closing.Charges, _ desk: Desk, _ words: any Words
  ) throws -> Bool {
    if charges.leftOutCount > 0 {
      printError(words.notCharged(charges.leftOutCount))
    }
    guard !charges.charges.isEmpty else {
      try StandardOutput.write(words.nothingToCharge + "\n")
      return true
    }
    let lines =
      [words.toCharge(charges.charges)]
      + charges.charges.map {
        words.line(of: $0)
      }
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    guard try yes || isWanted(words) else {
      printError(words.nothingCharged)
      return false
    }
    try desk.charge(charges.charges)
    try StandardOutput.write(words.charged(charges.charges.count) + "\n")
    return true
  }

  /// Asks for confirmation; returns false without a terminal.
  private func isWanted(_ words: any Words) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    try StandardOutput.write(words.chargeQuestion)
    return readLine() == words.eraseAnswer
  }
}
