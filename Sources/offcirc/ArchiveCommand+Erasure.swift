import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Textbooks

extension ArchiveCommand {
  /// Erases the borrowers of archives whose loans ended long ago, as the
  /// settings say; without them, nothing.
  func eraseBorrowers(at place: CommandContext) throws {
    let days = place.settings.textbooks.keepLoans
    let archive = Archive(of: place.folder)
    guard days > 0, let latest = try archive.newest() else { return }
    let words = place.words
    let clock = try clock.clock()
    let now = clock.now()
    let warning = ClockWarning(clock, latest: latest)
    if let warning, !trustClock {
      printError(words.notErased(warning, now: now))
      throw ExitCode.someRefused
    }
    let reading = try TextbookReading(
      place, place.existingCatalogue(), warning: words.borrowersKept)
    guard reading.isWhole else { throw ExitCode.someRefused }
    let open = try reading.fines().fines.filter(\.isOpen)
      .compactMap { FineID($0.id) }
    let erasure = try archive.eraseBorrowers(
      before: now.later(by: -Int64(days) * 86_400), reading.history,
      openFines: Set(open))
    let sentences = words.erasedBorrowers(erasure, after: days)
    guard !sentences.isEmpty else { return }
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
  }
}
