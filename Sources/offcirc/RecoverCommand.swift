import ArgumentParser
import Circulation
import Foundation
import Station

/// Builds the files of a station anew.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Rebuild the list and OffCirc.dat from a journal or its copy.",
    discussion: """
      Reads the journal in SOURCE, the folder of a station or of --copy-to, and \
      writes what it tells into the station's folder: the journal, and the \
      OffCirc.dat as it was after the last save. A file that is there already \
      is never overwritten.
      """)

  @Argument(help: "A folder with a journal, or the journal itself.")
  var source: String

  @OptionGroup var options: DeskOptions

  func run() throws {
    let words = options.words
    do {
      let recovery = try Recovery(from: journal())
      let folder = options.folder
      try folder.create()
      let lock = try StationLock(folder, at: WallClock.system.now())
      try withExtendedLifetime(lock) { try recovery.write(into: folder) }
      let sentences = words.recovered(recovery, into: folder)
      try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
      guard recovery.replay.damage.isEmpty else {
        complain(words.damaged(recovery.replay.damage))
        throw ExitCode.someRefused
      }
    } catch {
      throw options.failure(error)
    }
  }

  /// The one journal that is meant.
  private func journal() throws -> String {
    var isFolder: ObjCBool = false
    guard
      FileManager.default.fileExists(atPath: source, isDirectory: &isFolder),
      isFolder.boolValue
    else { return source }
    guard
      let names = try? FileManager.default.contentsOfDirectory(atPath: source)
    else { throw FileFailure(act: .read, path: source, code: EACCES) }
    let paths = names.filter {
      $0.hasPrefix("OffCirc") && $0.hasSuffix(".journal")
    }
    .sorted().map { source + "/" + $0 }
    guard let path = paths.first else {
      throw CirculationError.noJournal(path: source)
    }
    if paths.count == 1 { return path }
    for path in paths {
      do {
        let recovery = try Recovery(from: path)
        complain(options.words.journalFound(path, recovery.replay))
      } catch {
        complain(options.words.sentence(error))
      }
    }
    throw CirculationError.severalJournals(paths: paths)
  }
}
