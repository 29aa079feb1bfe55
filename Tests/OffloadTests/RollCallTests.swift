import Circulation
import Foundation
import Support
import Testing

@testable import Offload

/// The roll call of the desks: those that are missing, and what is twice or
/// too much.
@Suite struct RollCallTests {
  private let folder = TestFolder()
  private let line = "202605300900R1\r\n"
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func roll(
    _ desks: [String] = [], of names: String...
  ) -> RollCall {
    let files = names.map { StationFile(path: folder.path + "/" + $0) }
    return RollCall(
      of: CollectedFiles(files), expecting: ExpectedDesks(desks))
  }

  /// Makes a station with returns of some items, and returns its id.
  private func station(_ name: String, items: [String]) throws -> String {
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
    try RecordedDay(folder: path, at: time).record(
      items.map { "return \($0)" }, saves: true)
    return try #require(JournalReader.station(of: StationFolder(path: path)))
  }

  @Test func aDeskIsKnownByTheFolderOrTheNameOfItsFile() {
    let desks = ExpectedDesks(["Main desk", "Annexe", " ", "Médecine"])
    func desk(_ path: String, _ given: String? = nil) -> String? {
      desks.desk(of: StationFile(path: path, desk: given))
    }
    #expect(desk("stick/main-desk/OffCirc.dat") == "Main desk")
    #expect(desk("stick/MEDECINE/files/OffCirc.dat") == "Médecine")
    #expect(desk("annexe/Main_Desk.dat") == "Main desk")
    #expect(desk("stick/other/OffCirc.dat") == nil)
    // What a person says comes first.
    #expect(desk("Annexe/OffCirc.dat", "main desk") == "Main desk")
    #expect(desk("Annexe/OffCirc.dat", "Elsewhere") == nil)
    #expect(desks.names == ["Main desk", "Annexe", "Médecine"])
  }

  @Test func aMissingDeskIsToldIfAFolderIsNamed() throws {
    try write("stick/Annexe/OffCirc.dat", line)
    let desks = ["Central", "Annexe"]
    #expect(roll(desks, of: "stick").missing == ["Central"])
    #expect(roll(desks, of: "stick/Annexe/OffCirc.dat").missing == [])
    #expect(roll(of: "stick").isComplete)
  }

  @Test func theFilesOfAStationAreToldIfThereAreTwo() throws {
    _ = try station("a", items: ["1"])
    try FileManager.default.copyItem(
      atPath: folder.path + "/a", toPath: folder.path + "/b")
    _ = try station("c", items: ["1"])
    let same = roll(of: "a", "b", "c").sameStations
    #expect(same.map { $0.map(\.path.folder.lastName) } == [["a", "b"]])
  }

  @Test func aCopyOfAJournalIsToldIfNoFileHasItsTransactions() throws {
    let id = try station("a", items: ["1", "2"])
    let copy = "key/OffCirc-\(id).journal"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/key", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: folder.path + "/a/OffCirc.journal",
      toPath: folder.path + "/" + copy)
    try write("key/OffCirc.dat", try folder.text("a/OffCirc.dat"))
    #expect(roll(of: "key", "a").ahead.isEmpty)
    // The file was fetched before the second return.
    let first = try folder.text("a/OffCirc.dat").split(separator: "\r\n")[0]
    try write("key/OffCirc.dat", first + "\r\n")
    #expect(
      roll(of: "key").ahead
        == [.init(path: folder.path + "/" + copy, count: 1)])
    // The station itself has it.
    #expect(roll(of: "key", "a").ahead.isEmpty)
    try write(copy, "noise\n")
    #expect(roll(of: "key").errors.count == 1)
  }

  @Test func whatWasHandedOverIsNotAhead() throws {
    let id = try station("a", items: ["1"])
    let path = folder.path + "/a/OffCirc.dat"
    let ledger = Ledger(at: folder.path + "/ledger")
    try ledger.append(
      Ledger.Entry(
        at: time, .uploaded, desk: nil, name: "OffCirc.dat",
        FileContent(of: path), sources: []))
    try write("key/other.dat", line)
    try FileManager.default.copyItem(
      atPath: folder.path + "/a/OffCirc.journal",
      toPath: folder.path + "/key/OffCirc-\(id).journal")
    let collected = CollectedFiles([StationFile(path: folder.path + "/key")])
    let desks = ExpectedDesks()
    #expect(RollCall(of: collected, expecting: desks).ahead.count == 1)
    let handedOver = try ledger.entries()
    #expect(
      RollCall(of: collected, expecting: desks, handedOver: handedOver)
        .isComplete)
  }

  @Test func aKitTakesTheDeskOfAFolder() {
    let files = ["Annexe/x.dat", "b/x.dat"].map { StationFile(path: $0) }
    let desks = ExpectedDesks(["Annexe"])
    let request = KitRequest(files, desk: "Central", expecting: desks, .refuse)
    #expect(request.files.map(\.desk) == ["Annexe", "Central"])
  }
}
