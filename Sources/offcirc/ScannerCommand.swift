import ArgumentParser
import Circulation
import Languages
import Scanning
import Settings
import Station
import Terminal

/// Diagnoses a scanner and writes the result to the settings.
struct ScannerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.scanner)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = CommandContext(settings: try common.settings().settings)
    let path = common.settingsFile
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw place.failure(error)
    }
    var station = Station(
      testingScanner: place.settings.rules, size: terminal.size,
      words: place.words, settings: path
    ) { try write($0, to: path) }
    let ending = station.run(on: terminal, place.settings.station.theme)
    terminal.close()
    if station.hasTestedScanner {
      do throws(FileError) {
        try PracticeNotes.ofUser.noteScannerTest(at: WallClock.system.now())
      } catch {
        printError(place.words.sentence(error))
      }
    }
    if let ending { Terminal.end(ending) }
  }

  /// Writes the rules to the file; other settings are unchanged.
  private func write(_ rules: ScanRules, to path: String) throws {
    var file = try SettingsFile(at: path) ?? SettingsFile()
    for (id, value) in rules.found {
      file = try file.setting(id, to: value)
    }
    try file.write(to: path)
  }
}
