import Circulation
import Languages
import Offload
import Settings
import Station

// A station is archived in the room; `offcirc archive` alone also erases the
// borrowers of old archives.
extension MorningFolder {
  func archive(_ file: Int, of morning: Morning) throws -> ArchivedStation {
    let station = morning.mergedFiles[file]
    let folder = StationFolder(path: station.path.folder)
    let lock = try StationLock(folder, at: clock.now())
    return try withExtendedLifetime(lock) {
      var told: [String] = []
      let archiving = StationArchiving(
        place: context(of: folder, desk: morning.desk(of: file)),
        request: try request(for: folder, of: file, morning),
        clock: clock
      ) { told.append($0) }
      do {
        let outcome = try archiving.putAway()
        return ArchivedStation(
          path: outcome.box.dataFile, sentences: told + outcome.sentences,
          isSound: outcome.isSound)
      } catch ArchiveError.unfinished(let box, let error) {
        // The file is there nevertheless.
        let sentence = words.sentence(ArchiveError.unfinished(box: box, error))
        return ArchivedStation(
          path: StationFolder(path: box).dataFile, sentences: told + [sentence],
          isSound: false)
      }
    }
  }

  private func context(
    of folder: StationFolder, desk: String?
  ) -> CommandContext {
    var settings = place.settings
    // The folder of the copy is of this computer's own station.
    if folder.path.fromRoot() != place.folder.path.fromRoot() {
      settings.station.copyTo = nil
    }
    settings.station.files = folder.path
    settings.station.desk = desk ?? ""
    return CommandContext(settings: settings)
  }

  /// Returns the request of a station; lines that were corrected by hand are not
  /// in the kit as it has them, and the account says what became of them.
  private func request(
    for folder: StationFolder, of file: Int, _ morning: Morning
  ) throws -> ArchiveRequest {
    var request = ArchiveRequest(folder)
    guard try request.hasFile() else { return request }
    let now = try SHA256.of(
      CommandContext.disk.open(folder.dataFile, for: .reading))
    // The account does not know the lines that were saved since.
    let isAsRead = morning.act(archiving: file) == .archive(sha256: now)
    request.isUploaded =
      try isAsRead
      && account(of: morning).isCorrectedAndHandedOver(
        morning.mergedFiles[file])
    return request
  }
}
