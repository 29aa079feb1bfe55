import Circulation
import Foundation
import Glibc
import Support
import Testing

@testable import Offload

/// The files of stations in a folder that a person names.
@Suite struct CollectedFilesTests {
  private let folder = TestFolder()
  private let line = "202605300900R1\r\n"

  private func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func collected(
    _ names: String..., desk: String? = nil
  ) -> CollectedFiles {
    CollectedFiles(
      names.map { StationFile(path: folder.path + "/" + $0, desk: desk) })
  }

  private func names(_ files: CollectedFiles) -> [String] {
    files.files.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test func filesAreKnownByTheirContentAndOffCircDatByItsName() throws {
    try write("stick/b/OFFCIRC.DAT", "")
    try write("stick/a.txt", line)
    try write("stick/desk/rest.dat", "noise\n" + line)
    try write("stick/day.koc", "Version=1.0\tGenerator=x\tGeneratorVersion=1\n")
    try write("stick/table.csv", "recorded,operation,item,borrower\r\n")
    try write("stick/notes.txt", "Lent at the desk: 3 books\n")
    let files = collected("stick", desk: "Annexe")
    #expect(
      names(files) == [
        "stick/a.txt", "stick/b/OFFCIRC.DAT", "stick/day.koc",
        "stick/desk/rest.dat",
      ])
    #expect(files.files.allSatisfy { $0.desk == "Annexe" })
    #expect(files.folders.map(\.files.count) == [4])
    #expect(files.errors.isEmpty)
  }

  @Test func whatIsArchivedInAKitHiddenOrThrownAwayIsLeftOut() throws {
    try write("stick/c1/OffCirc.dat", line)
    try write("stick/c1/archive/2026-05-01/OffCirc.dat", line)
    try write("stick/c1/.OffCirc.dat.offcirc-new", line)
    try write("stick/$RECYCLE.BIN/x.dat", line)
    try write("stick/.Trash-1000/files/x.dat", line)
    for name in ["1-Central.dat", "transactions.csv", "SHA256SUMS"] {
      try write("stick/kit/" + name, line)
    }
    // A folder that is not a station's may have this name.
    try write("stick/archive/late.dat", line)
    #expect(
      names(collected("stick"))
        == ["stick/archive/late.dat", "stick/c1/OffCirc.dat"])
    #expect(names(collected("stick/kit")).contains("stick/kit/1-Central.dat"))
  }

  @Test func aFileIsTakenOnceAndALinkToAFolderIsNotFollowed() throws {
    try write("stick/c1/OffCirc.dat", line)
    for (link, target) in [
      ("stick/c1/again.dat", "OffCirc.dat"), ("stick/c1/loop", "../../stick"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    #expect(names(collected("stick")) == ["stick/c1/OffCirc.dat"])
    let both = collected("stick/c1/OffCirc.dat", "stick")
    #expect(names(both) == ["stick/c1/OffCirc.dat"])
  }

  @Test func aFileOfItsOwnIsTakenAsItIsNamed() throws {
    try write("a.dat", line)
    let files = collected("a.dat", "a.dat", "none.dat")
    #expect(names(files) == ["a.dat", "a.dat", "none.dat"])
    #expect(files.folders.isEmpty && files.errors.isEmpty)
  }

  @Test func aFolderWithoutAFileOrThatCanNotBeReadIsAnError() throws {
    try write("none/report.html", "<html></html>")
    try write("stick/c1/OffCirc.dat", line)
    let none = collected("none")
    #expect(none.files.isEmpty)
    #expect(
      none.errors == [
        FileError(
          operation: .open, path: folder.path + "/none/OffCirc.dat",
          code: ENOENT)
      ])
    let disk = UnreadableFolder(path: folder.path + "/stick/c2")
    try write("stick/c2/OffCirc.dat", line)
    let some = CollectedFiles(
      [StationFile(path: folder.path + "/stick")], disk: disk)
    #expect(names(some) == ["stick/c1/OffCirc.dat"])
    #expect(some.errors.map(\.path) == [folder.path + "/stick/c2"])
  }
}

/// A disk with a folder that can't be read.
private struct UnreadableFolder: ForwardingFileSystem {
  let path: String
  let base: any FolderOperations = PosixFileSystem()

  func names(in folder: String) throws(FileError) -> [String] {
    guard folder != path else {
      throw FileError(operation: .read, path: path, code: EACCES)
    }
    return try base.names(in: folder)
  }
}
