import Foundation
import Glibc
import Seeded
import Simulated
import Support
import Testing

@testable import Circulation

/// A file takes another one's place whole or not at all.
struct ReplacementTests {
  private let folder: TestFolder
  private let disk = PosixFileSystem()

  init() { folder = TestFolder() }

  private var path: String { folder.path + "/out" }

  @discardableResult
  private func replace(
    _ path: String, by text: String,
    first: () throws(FileError) -> Void = { () throws(FileError) in }
  ) throws(FileError) -> any OpenFile {
    try disk.replace(path) { file throws(FileError) in
      try first()
      try file.write(Array(text.utf8).span, at: 0)
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func theFirstOfTwoToFinishHasThePathAndTheOtherIsTold() throws {
    for old in [nil, "old"] {
      if let old { try replace(path, by: old) }
      #expect(
        throws: FileError(operation: .replace, path: path, code: EBUSY)
      ) {
        try replace(path, by: "slow") { () throws(FileError) in
          try replace(path, by: "quick")
        }
      }
      #expect(try text(path) == "quick")
      #expect(try disk.names(in: folder.path) == ["out"])
      try disk.remove(path)
    }
  }

  @Test func whatAKilledRunLeftGivesWayAndWhatIsHeldDoesNot() throws {
    try "left".write(
      toFile: path.temporarySibling, atomically: false, encoding: .utf8)
    try replace(path, by: "new")
    #expect(try disk.names(in: folder.path) == ["out"])
    let held = try disk.open(path.temporarySibling, for: .creating)
    try held.write(Array("theirs".utf8).span, at: 0)
    try replace(path, by: "newer")
    #expect(try text(path) == "newer")
    #expect(try text(path.temporarySibling) == "theirs")
    #expect(try disk.removeUnheld(path.temporarySibling) == false)
  }

  @Test func nothingInTheWayOfTheHiddenNameIsFollowed() throws {
    let other = folder.path + "/other"
    try replace(other, by: "mine")
    try FileManager.default.createSymbolicLink(
      atPath: path.temporarySibling, withDestinationPath: other)
    try replace(path, by: "new")
    #expect(try text(path) == "new")
    #expect(try text(other) == "mine")
    try disk.remove(path.temporarySibling)
    try disk.makeFolder(path.temporarySibling)
    try replace(path, by: "newer")
    #expect(try text(path) == "newer")
  }

  @Test func aNameOf255BytesIsWritten() throws {
    for letter in ["a", "é", "𝄞"] {
      let count = 255 / letter.utf8.count
      let name = String(repeating: letter, count: count)
      let path = folder.path + "/" + name
      try replace(path, by: "one")
      let held = try disk.open(path.temporarySibling, for: .creating)
      try replace(path, by: "two")
      #expect(try text(path) == "two")
      try disk.remove(held.path)
    }
    let (one, two) = (
      String(repeating: "a", count: 254) + "1",
      String(repeating: "a", count: 254) + "2"
    )
    #expect(one.temporarySibling != two.temporarySibling)
  }

  @Test func onlyNamesOfOursAreHiddenOnes() {
    for name in [
      "a".temporarySibling, "a".anotherTemporarySibling,
      String(repeating: "a", count: 255).anotherTemporarySibling,
    ] {
      #expect(name.isTemporaryName, "\(name)")
      #expect(name.utf8.count <= 255)
    }
    for name in [
      "a", ".a", "a.offcirc-new", ".a.offcirc-new.bak", ".a.offcirc-new-1",
      ".a.offcirc-new-12345678.txt",
    ] {
      #expect(!name.isTemporaryName, "\(name)")
    }
  }

  @Test func cutShortAtAnyCallItIsTheOldOrTheNewOneAndCanBeDoneAgain() throws {
    let path = "/desk/out"
    let (old, new) = (Array("old".utf8), Array("new one".utf8))
    func work(_ files: SimulatedFileSystem) throws(FileError) {
      _ = try files.replace(path) { file throws(FileError) in
        try file.write(new.span, at: 0)
      }
      try files.synchronizeFolder("/desk")
    }
    var random = SeededGenerator(seed: 21)
    for before in [nil, old] {
      let whole = SimulatedFileSystem()
      whole[path] = before
      whole.forgetCalls()
      try work(whole)
      for number in 1...whole.calls.count {
        for kind in 0..<3 {
          let files = SimulatedFileSystem()
          var disk = UncertainDisk()
          files.record = { disk.take($0) }
          files[path] = before
          switch kind {
          case 0: files.fail(at: number, code: EIO, written: 3)
          case 1: files.fail(at: number, code: ENOSPC, written: 3)
          default: files.kill(at: number, written: 3)
          }
          #expect(throws: FileError.self) { try work(files) }
          files.heal()
          for state in disk.states(using: &random) {
            let found = state.files[path]
            #expect(
              found == before || found == new || state.isAfterFailedSync,
              "\(number), \(kind)")
          }
          try work(files)
          #expect(files[path] == new)
          #expect(files.paths == [path], "\(number), \(kind)")
        }
      }
    }
  }

  // MARK: What was left

  @Test func whatWasLeftIsFoundAndRemovedUnlessAProgramHoldsIt() throws {
    try replace(path, by: "mine")
    for name in [".a.html.offcirc-new", ".b.offcirc-new-0123abcd"] {
      try "private".write(
        toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
    }
    try disk.makeFolder(folder.path + "/.kit.offcirc-new")
    let held = try disk.open(
      folder.path + "/.c.offcirc-new", for: .creating)
    let remains = Remains(in: folder.path)
    #expect(try remains.files().count == 3)
    #expect(
      try remains.removeFiles() == [
        folder.path + "/.a.html.offcirc-new",
        folder.path + "/.b.offcirc-new-0123abcd",
      ])
    #expect(
      try disk.names(in: folder.path) == [
        ".c.offcirc-new", ".kit.offcirc-new", "out",
      ])
    _ = held.path
  }

  @Test func aJournalWithoutItsNameStaysWhereItTellsMore() throws {
    let files = SimulatedFileSystem()
    let desk = try Desk(files)
    try desk.takeBack("1")
    try desk.takeBack("2")
    let whole = files.journal
    let hidden = StationFolder.simulated.journal.temporarySibling
    let remains = Remains(in: "/desk", fileSystem: files)
    files[hidden] = whole
    #expect(try remains.removeFiles() == [hidden])
    files[hidden] = whole
    files[StationFolder.simulated.journal] = nil
    #expect(try remains.removeFiles().isEmpty)
    #expect(files[hidden] == whole)
  }
}
