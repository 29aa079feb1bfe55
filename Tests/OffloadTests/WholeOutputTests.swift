import Circulation
import Foundation
import Glibc
import Support
import Testing

@testable import Languages
@testable import Offload
@testable import Station

/// What the offload writes is there whole or not at all, whatever ends it.
@Suite struct WholeOutputTests {
  private static let names: Set = [
    "worklist.txt", "worklist.html", "worklist.csv", "worklist.json",
    "items.csv", "users.csv",
  ]

  private func names(in path: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
  }

  /// Writes a worklist into `out` of the folder, and its lines into `retry`.
  private func reconcile(
    in folder: TestFolder,
    _ fileSystem: any FolderOperations = PosixFileSystem()
  ) throws {
    let worklist = try Morning.worklist(isRetried: true)
    let output = WorklistFolder(
      path: folder.path + "/out", fileSystem: fileSystem)
    let retry = RetryFile(
      path: folder.path + "/retry", fileSystem: fileSystem)
    try output.refuseOld()
    try retry.refuseOld(of: worklist.retry, beside: output)
    _ = try output.write(
      worklist, as: worklist.document(English(), language: "en"), English(),
      beside: retry)
  }

  private func isWhole(_ folder: TestFolder) -> Bool {
    let found = names(in: folder.path + "/out")
    return found.count >= 4 && found.isSubset(of: Self.names)
  }

  @Test func aWorklistAndItsLinesAreThereWholeOrNotAtAll() throws {
    let counted = FailingFileSystem()
    let whole = TestFolder()
    try reconcile(in: whole, counted)
    #expect(names(in: whole.path) == ["out", "retry"])
    let all = names(in: whole.path + "/out")
    for number in 1...counted.callCount {
      for (isEnd, code) in [(false, EIO), (true, ENOSPC)] {
        let folder = TestFolder()
        let disk = FailingFileSystem(at: number, isEnd: isEnd, code: code)
        #expect(throws: FileError.self, "\(number)") {
          try reconcile(in: folder, disk)
        }
        let found = names(in: folder.path)
        if found.contains("out") {
          #expect(names(in: folder.path + "/out") == all, "\(number)")
          #expect(found.contains("retry"), "\(number)")
          continue
        }
        // A list that was not named yet is there beside its lines.
        if found.contains("retry") {
          #expect(isEnd && found.contains(".out.offcirc-new"), "\(number)")
        }
        if !isEnd { #expect(found.isEmpty, "\(number)") }
        try reconcile(in: folder)
        #expect(names(in: folder.path) == ["out", "retry"], "\(number)")
        #expect(names(in: folder.path + "/out") == all)
        #expect(try folder.text("retry") == whole.text("retry"))
      }
    }
  }

  @Test func linesThatAreThereWithoutAListBegunAreInTheWay() throws {
    let folder = TestFolder()
    try reconcile(in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/out")
    #expect(
      throws: CirculationError.inTheWay(path: folder.path + "/retry")
    ) { try reconcile(in: folder) }
  }

  @Test func aFolderWithOtherFilesIsLeftAloneAndALinkIsNotFollowed() throws {
    let folder = TestFolder()
    try PosixFileSystem().makeFolder(folder.path + "/out")
    folder.write(["mine"], to: "out/mine.txt")
    #expect(throws: CirculationError.inTheWay(path: folder.path + "/out")) {
      try reconcile(in: folder)
    }
    #expect(names(in: folder.path) == ["out"])
    let other = TestFolder()
    try FileManager.default.createSymbolicLink(
      atPath: other.path + "/out", withDestinationPath: folder.path + "/out")
    #expect(throws: FileError.self) { try reconcile(in: other) }
    #expect(names(in: folder.path + "/out") == ["mine.txt"])
  }

  @Test func aListThatAnotherRunMakesIsLeftToIt() throws {
    let folder = TestFolder()
    let hidden = (folder.path + "/out").temporarySibling
    try PosixFileSystem().makeFolder(hidden)
    folder.write(["theirs"], to: ".out.offcirc-new/worklist.txt")
    let hold = try PosixFileSystem().hold(folder: hidden)
    #expect(hold != nil)
    try reconcile(in: folder)
    #expect(
      names(in: folder.path) == ["out", "retry", ".out.offcirc-new"])
    #expect(try WorklistFolder.removeRemains(in: folder.path).isEmpty)
    withExtendedLifetime(hold) {}
  }

  @Test func aListThatAKilledRunLeftIsRemoved() throws {
    let folder = TestFolder()
    for name in [".a.offcirc-new", ".b.offcirc-new-0123abcd"] {
      try PosixFileSystem().makeFolder(folder.path + "/" + name)
      folder.write(["private"], to: name + "/worklist.txt")
    }
    // A kit that was begun, and a folder of somebody's own.
    try PosixFileSystem().makeFolder(folder.path + "/.kit.offcirc-new")
    folder.write(["kit"], to: ".kit.offcirc-new/transactions.csv")
    #expect(try WorklistFolder.removeRemains(in: folder.path).count == 2)
    #expect(names(in: folder.path) == [".kit.offcirc-new"])
  }

  @Test func aMergeThatFailsLeavesWhatWasThereAndCanBeDoneAgain() throws {
    func merge(
      _ folder: TestFolder, _ disk: any FileSystem = PosixFileSystem()
    ) throws {
      let lines = "201806010900R1\r\n"
      try Merge(
        [try folder.file("a", lines), try folder.file("b", lines + lines)],
        fileSystem: disk
      ).write(to: folder.path + "/m")
    }
    let counted = FailingFileSystem()
    let whole = TestFolder()
    try merge(whole, counted)
    for number in 1...counted.callCount {
      for isEnd in [false, true] {
        for old in [nil, "201805311000R1\r\n"] {
          let folder = TestFolder()
          if let old { _ = try folder.file("m", old) }
          #expect(throws: FileError.self, "\(number)") {
            try merge(folder, FailingFileSystem(at: number, isEnd: isEnd))
          }
          let found = try? folder.text("m")
          #expect(
            try found == old || found == whole.text("m"), "\(number)")
          try merge(folder)
          #expect(try folder.text("m") == whole.text("m"))
          #expect(names(in: folder.path) == ["a", "b", "m"], "\(number)")
        }
      }
    }
  }
}
