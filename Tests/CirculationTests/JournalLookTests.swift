import Glibc
import Simulated
import Testing

@testable import Circulation

/// Nothing is written to a journal that is not as this station left it, and
/// nothing acknowledged.
struct JournalLookTests {
  private let files = SimulatedFileSystem()
  private let path = StationFolder.simulated.journal
  private let written = FileError(
    operation: .recognize, path: StationFolder.simulated.journal, code: ESTALE)

  /// What other programs do to the bytes of a journal.
  private static let deeds:
    [(name: String, deed: @Sendable (inout [UInt8]) -> Void)] =
      [
        ("emptied", { $0 = [] }),
        ("cut at a line", { $0.removeSubrange(($0.lines[0].count + 1)...) }),
        ("cut in the room", { $0.removeLast(10) }),
        ("grown", { $0 += Array("x".utf8) }),
        ("grown by blanks", { $0 += [.space, .space] }),
        (
          "written in the room",
          { bytes in
            let end = (bytes.lastIndex(of: .lineFeed) ?? 0) + 1
            bytes.replaceSubrange(end..<end + 5, with: Array("3\tx\ty".utf8))
          }
        ),
        (
          "another last line",
          { bytes in
            let end = bytes.lastIndex(of: .lineFeed) ?? 0
            bytes[end - 3] ^= 1
          }
        ),
        ("zeros in the room", { $0[$0.count - 4_000] = 0 }),
        ("all zeros", { $0 = [UInt8](repeating: 0, count: $0.count) }),
      ]

  @Test(arguments: deeds.indices)
  func whatAnotherProgramHasWrittenIsLeftAloneAndSaid(_ index: Int) throws {
    let (name, deed) = Self.deeds[index]
    let desk = try Desk(files)
    try desk.takeBack("1")
    try desk.takeBack("2")
    files.edit(path, deed)
    let theirs = files[path]
    // A byte far in the room is seen at the latest when the room is cut off.
    if name != "zeros in the room" {
      #expect(throws: written, "\(name)") { try desk.takeBack("3") }
      #expect(throws: written) { try desk.save() }
      #expect(desk.unsavedItems == ["1", "2"])
    }
    #expect(throws: written, "\(name)") { try desk.close() }
    // What was acknowledged is kept, whatever became of the journal.
    let rescued = try #require(desk.rescued)
    let replay = try JournalReader.replay(path: rescued, fileSystem: files)
    #expect(replay?.unsaved == desk.unsaved)
    #expect(replay?.station == desk.station)
    #expect(files[path] == theirs, "\(name)")
    #expect(files.dataFile == nil)
  }

  @Test func aBackupInItsPlaceIsNotWrittenTo() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    let backup = files[path] ?? []
    try desk.takeBack("2")
    files[path] = backup
    #expect(throws: written) { try desk.takeBack("3") }
    #expect(throws: written) { try desk.close() }
    #expect(files[path] == backup)
    // The next start knows that something is missing, and no number is given
    // twice.
    let next = try Desk(files)
    #expect(next.repairs == [.eventsGone(count: 1)])
    #expect(next.unsavedItems == ["1"])
    try next.takeBack("4")
    #expect(next.unsaved.last?.sequence == 4)
    #expect(try Desk(files).opening.damage.isEmpty)
  }

  @Test func bytesOfItsOwnThatADiskDidNotLetGoAreNoOthers() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    for written in [0, 1, 40, 4_000] {
      files.trouble = { _, call in
        call.path == path && [.write, .truncate].contains(call.request)
          ? .init(code: ENOSPC, written: written) : nil
      }
      #expect(throws: FileError.self) { try desk.takeBack("2") }
      files.heal()
      try desk.commit()
      #expect(desk.unsavedItems == ["1", "2"])
      try desk.delete(sequence: #require(desk.unsaved.last?.sequence))
    }
    #expect(desk.repairs.isEmpty)
  }

  @Test func closingCutsOffItsOwnBlanksOnly() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    #expect(files[path]?.last == .space)
    try desk.close()
    #expect(files[path]?.last == .lineFeed)
  }
}
