import Foundation
import Support
import Terminal
import Testing

@testable import Circulation
@testable import Offload
@testable import Settings
@testable import Station

// The stations at hand are archived from the room.
extension MorningRoomTests {
  /// Two stations that have saved a line each.
  private func stations() throws -> [StationFile] {
    try ["c1", "c2"].map { name in
      let station = StationFolder(path: folder.path + "/stick/" + name)
      try Desk(folder: station, clock: .system).close()
      try Data("201805300900R30\(name.suffix(1))\r\n".utf8)
        .write(to: URL(fileURLWithPath: station.dataFile))
      return StationFile(path: station.dataFile)
    }
  }

  /// The station that the room asks about.
  private func asked(_ station: Station) -> String? {
    (station.rooms.last as? ArchivingRoom)?.file.path.folder.lastName
  }

  private static let toTheEnd: [Key] = [
    .function(2), .function(2), .function(5), .function(2), .function(2),
    .function(2),
  ]

  @Test func eachStationAtHandIsArchivedAfterAQuestion() throws {
    let work = Work(folder: folder.path)
    let files = try stations()
    var station = try station(files, work: work)
    for key in Self.toTheEnd { press(key, on: &station) }
    press(.function(5), on: &station)
    #expect(asked(station) == "c1")
    #expect(screen(station).contains("archive this station"))
    // A scan, Enter or another F5 does not answer.
    _ = station.update([.burst(Burst("37000034179"))], at: moment.moment)
    press(.enter, .function(5), on: &station)
    #expect(work.archived.isEmpty)
    press(.function(2), on: &station)
    #expect(work.archived == [0])
    #expect(station.notice.text == "Archived 0.")
    #expect(asked(station) == "c2")
    // None comes after the last one.
    press(.function(3), on: &station)
    #expect(asked(station) == "c2")
    press(.escape, on: &station)
    #expect(station.rooms.isEmpty)
    #expect(work.archived == [0])
    let room = try #require(station.ground as? MorningRoom)
    #expect(room.stationsToAsk.isEmpty)
    // Collected again from the same folder, by the decisions so far.
    let again = CollectedFiles(
      [StationFile(path: folder.path + "/stick")],
      archived: room.morning.decisions.archivedFiles
    ).files
    #expect(again.map(\.station) == files.map(\.station))
    #expect(again.map { $0.path.contains("/archive/") } == [true, false])
  }

  @Test func aStationThatIsRefusedIsToldAndTheNextOneIsAskedAbout() throws {
    let work = Work(folder: folder.path)
    var station = try station(stations(), work: work)
    for key in Self.toTheEnd { press(key, on: &station) }
    work.refusal = .notHandedOver(count: 1, firstLine: 1, path: "/x")
    press(.function(5), .function(2), on: &station)
    #expect(station.notice.kind == .refusal)
    #expect(asked(station) == "c2")
    work.refusal = nil
    press(.function(2), on: &station)
    #expect(work.archived == [1])
    #expect(station.rooms.isEmpty)
    press(.function(5), .function(2), .function(5), on: &station)
    #expect(work.archived == [1, 0])
    #expect(screen(station).contains("No station is at hand"))
  }
}
