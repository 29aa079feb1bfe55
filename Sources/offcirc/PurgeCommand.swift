import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Station

/// Erases old archive entries, for data protection.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.purge)

  @OptionGroup var options: DeskOptions

  @Option(
    help: ArgumentHelp(.olderThan, .age))
  var olderThan: Age

  @Flag(help: ArgumentHelp(.yes))
  var yes = false

  @Flag(help: ArgumentHelp(.trustClock))
  var trustClock = false

  @OptionGroup var clock: ClockOptions

  func run() throws {
    let place = try options.context()
    let words = place.words
    place.clearRemains(in: place.folder.path)
    let archive = Archive(of: place.folder)
    let clock = try clock.clock()
    let now = clock.now()
    let day = now.later(by: -Int64(olderThan.days) * 86_400)
    do {
      let warning = ClockWarning(clock, latest: try archive.newest())
      if let warning, !trustClock {
        printError(words.notErased(warning, now: now))
        throw ExitCode.someRefused
      }
      let (boxes, younger) = try archive.boxes(before: day)
      if !younger.isEmpty { printError(words.kept(younger, before: day)) }
      guard !boxes.isEmpty else {
        return try StandardOutput.write(
          words.nothingToErase(before: day) + "\n")
      }
      try StandardOutput.write(words.toErase(boxes.count, before: day) + "\n")
      var listing = BoxListing(format: .text, words: words)
      for box in boxes { try listing.add(box, of: archive) }
      try listing.end()
      guard try yes || Self.isWanted(words) else {
        printError(words.notErased)
        throw ExitCode.someRefused
      }
      var count = 0
      do {
        for box in boxes {
          try archive.erase(box)
          count += 1
        }
      } catch {
        try StandardOutput.write(words.erased(count) + "\n")
        throw error
      }
      try StandardOutput.write(words.erased(count) + "\n")
    } catch {
      throw place.failure(error)
    }
  }

  /// Asks for confirmation; returns false without a terminal.
  static func isWanted(_ words: any Words) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    try StandardOutput.write(words.eraseQuestion)
    return readLine() == words.eraseAnswer
  }
}

/// A number of days or weeks: `90d`, `12w`.
struct Age: ExpressibleByArgument {
  /// The age in days.
  let days: Int

  init?(argument: String) {
    let units: [Character: Int] = ["d": 1, "w": 7]
    guard
      let unit = argument.last.flatMap({ units[$0] }),
      let number = Int(argument.dropLast()), 0...36_500 ~= number
    else { return nil }
    days = number * unit
  }
}
