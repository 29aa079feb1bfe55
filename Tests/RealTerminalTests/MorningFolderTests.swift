import Foundation
import Station
import Support
import Testing

@testable import Circulation
@testable import Offload
@testable import Settings
@testable import offcirc

/// A station whose lines were corrected by hand and uploaded, when it is
/// archived from the room.
@Suite(.serialized, .ownThread)
struct MorningFolderTests {
  private let folder = TestFolder()
  private var station: StationFolder {
    StationFolder(path: folder.path + "/stick/c1")
  }
  private var morningFolder: MorningFolder {
    var settings = Settings(environment: ["HOME": folder.path])
    settings.station.files = folder.path + "/own"
    settings.station.ledger = folder.path + "/ledger"
    settings.station.copyTo = folder.path + "/copies"
    return MorningFolder(
      path: folder.path + "/morning",
      roll: RollCall(of: CollectedFiles([]), expecting: ExpectedDesks()),
      lacking: [], catalogue: .success(nil),
      place: CommandContext(settings: settings), clock: .system)
  }

  private func save(_ items: String...) throws {
    let desk = try Desk(folder: station, clock: .system)
    desk.switch(to: .return)
    for item in items { try desk.record(Barcode(item)) }
    try desk.commitWaiting()
    try desk.save()
    try desk.close()
  }

  /// The morning after the upload of the first line; the second was taken out.
  private func morning() throws -> Offload.Morning {
    try save("37000034179", "37000034180")
    var morning = try Offload.Morning(
      [StationFile(path: station.dataFile)],
      rules: Check.Rules(now: WallClock.system.now()))
    let line = FixedFile.Place(file: 0, number: 2)
    morning.take([
      Decision.Numbered(
        1,
        Decision(
          try morning.act(.takeOut, on: [line]), by: "m",
          at: WallClock.system.now()))
    ])
    for name in ["kit", "reports"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/morning/" + name,
        withIntermediateDirectories: true)
    }
    let lines = try String(contentsOfFile: station.dataFile, encoding: .utf8)
    let first = lines.components(separatedBy: "\r\n")[0] + "\r\n"
    try Data(first.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/morning/kit/OffCirc.dat"))
    try Data(RehearsalReport().bytes(lineCount: 1)).write(
      to: URL(fileURLWithPath: folder.path + "/morning/reports/report.csv"))
    return morning
  }

  @Test func itIsArchivedByTheAccount() throws {
    let archived = try morningFolder.archive(0, of: morning())
    #expect(archived.isSound, "\(archived.sentences)")
    #expect(try PosixFileSystem().version(station.dataFile) == nil)
    // The folder of copies is of another station.
    #expect(!archived.sentences.joined().contains("copies"))
  }

  @Test func linesSavedSinceTheRoomWasOpenedAreNotTakenForUploaded() throws {
    let morning = try morning()
    try save("37000034181")
    #expect(
      throws: ArchiveError.notHandedOver(
        count: 3, firstLine: 1, path: station.dataFile)
    ) {
      _ = try morningFolder.archive(0, of: morning)
    }
    #expect(try PosixFileSystem().version(station.dataFile) != nil)
  }
}
