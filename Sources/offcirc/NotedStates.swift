import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Textbooks

extension CommandContext {
  /// Collects the states that the stations of files have noted since they were
  /// archived, and for PMB the fines.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  func notedStates(
    of files: [StationFile], for system: KitTarget.System,
    _ catalogue: Result<Catalogue?, any Error>
  ) throws -> CopyStates {
    var journals: [JournalReplay] = []
    var fines: [Fine] = []
    var folders: [String] = []
    for file in files
    where file.path.lastName == StationFolder.dataFileName {
      let folder = StationFolder(path: file.path.folder)
      guard !folders.contains(folder.path) else { continue }
      folders.append(folder.path)
      guard try hasTextbooks(folder, for: system) else { continue }
      journals.append(
        try JournalReader.replay(
          Self.disk.open(folder.journal, for: .reading), keepingSaved: true,
          keepingSuperseded: true))
      guard system == .pmb else { continue }
      var settings = settings
      settings.station.files = folder.path
      fines += try CommandContext(settings: settings).fines(catalogue.get())
        .fines
    }
    return CopyStates(of: journals, fines)
  }

  /// Returns true if the journal of a folder has events of textbooks: what is
  /// saved is kept in memory only then.
  ///
  /// - Throws: ``CirculationError`` or ``FileError`` where states are noted, or
  ///   for PMB; elsewhere an unreadable journal is reported after the kit.
  private func hasTextbooks(
    _ folder: StationFolder, for system: KitTarget.System
  ) throws -> Bool {
    do {
      let replay = try JournalReader.replay(
        path: folder.journal, fileSystem: Self.disk)
      return replay.map { !$0.textbooks.isEmpty } ?? false
    } catch  where system != .pmb && !settings.textbooks.notesStates {
      return false
    }
  }
}
