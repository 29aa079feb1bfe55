import Simulated
import Testing

@testable import Circulation

/// No way leads from an exercise into a real file.
struct ExerciseTests {
  private let files = SimulatedFileSystem()
  private let folder = StationFolder(
    path: StationFolder.simulated.path, exercise: "EXERCISE")

  private func desk(_ folder: StationFolder) throws -> Desk {
    try Desk(
      folder: folder,
      clock: WallClock {
        LocalTime(secondsSince1970: 1_527_750_300, utcOffset: 7_200)
      }, fileSystem: files)
  }

  private func lend(at desk: Desk) throws {
    desk.identify(try Barcode("CARD-1"))
    try desk.record(try Barcode("ITEM-1"))
    try desk.commit()
  }

  @Test func itsFileHasAnotherNameAndLinesWithoutDates() throws {
    let desk = try desk(folder)
    try lend(at: desk)
    try desk.save()
    #expect(files[folder.path + "/OffCirc.dat"] == nil)
    let bytes = try #require(files[folder.path + "/EXERCISE.dat"])
    #expect(bytes.starts(with: Array("EXERCISE    LITEM-1".utf8)))
    #expect(DataFormat.time(in: bytes.span) == nil)
    // Opened again, the save is still known.
    files.releaseLocks()
    #expect(try self.desk(folder).unsaved.isEmpty)
  }

  @Test func itsJournalIsNoRealOneAndTheReverse() throws {
    try lend(at: try desk(folder))
    files.releaseLocks()
    let refusal = CirculationError.exercise(path: folder.journal)
    #expect(throws: refusal) { try desk(.simulated) }
    #expect(throws: refusal) {
      try JournalReader.replay(path: folder.journal, fileSystem: files)
    }
    let other = SimulatedFileSystem()
    let real = try Desk(
      folder: .simulated, clock: .system, fileSystem: other)
    try lend(at: real)
    other.releaseLocks()
    #expect(throws: refusal) {
      try Desk(folder: folder, clock: .system, fileSystem: other)
    }
  }

  @Test func theCodesOfItsSheetAreNoNumbers() {
    for code in ["%CARD-1%", "%ITEM-9%"] {
      #expect(throws: BarcodeError(value: code, reason: .exercise)) {
        try Barcode(code)
      }
    }
    #expect(throws: Never.self) { try Barcode("CARD-1") }
  }
}
