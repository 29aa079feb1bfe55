import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks

extension CommandContext {
  /// Collects the states and fines that the stations of files have noted since
  /// they were archived.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  func notedStates(
    of files: [StationFile], _ catalogue: Catalogue?
  ) throws -> CopyStates {
    var journals: [JournalReplay] = []
    var fines: [Fine] = []
    var folders: [String] = []
    for file in files where file.station != nil {
      let folder = StationFolder(path: file.path.folder)
      guard !folders.contains(folder.path) else { continue }
      folders.append(folder.path)
      // What is saved is kept in memory only where there are textbooks.
      let look = try JournalReader.replay(
        Self.disk.open(folder.journal, for: .reading))
      guard !look.textbooks.isEmpty else { continue }
      journals.append(
        try JournalReader.replay(
          Self.disk.open(folder.journal, for: .reading), keepingSaved: true,
          keepingSuperseded: true))
      var settings = settings
      settings.station.files = folder.path
      fines += try CommandContext(settings: settings).fines(catalogue).fines
    }
    return CopyStates(of: journals, fines)
  }
}
