import Circulation
import Foundation
import Glibc
import Support
import Testing

@testable import Catalogue

/// Imports that end at any moment: the catalogue is the old or the new one.
struct ListImportFailureTests {
  private let lists = ListFolder()

  private func everything() throws -> [String] {
    try lists.dump() + lists.rows("SELECT * FROM list ORDER BY id")
  }

  /// Takes the catalogue back to its state before.
  private func restore(from backup: String) throws {
    for name in ["catalogue", "catalogue.lists"] {
      try? FileManager.default.removeItem(
        atPath: lists.folder.path + "/" + name)
      try FileManager.default.copyItem(
        atPath: backup + "/" + name, toPath: lists.folder.path + "/" + name)
    }
  }

  /// An import of a lower level, which changes older lists too, on a file
  /// system that fails at each of its calls.
  @Test(arguments: [false, true])
  func atEachCallOneOfThemIsWhole(_ isEnd: Bool) throws {
    let backup = TestFolder()
    try lists.add([lists.write(ListFolder.items(0..<20))])
    try lists.add([lists.write(ListFolder.readers(0..<20))], level: .names)
    for name in ["catalogue", "catalogue.lists"] {
      try FileManager.default.copyItem(
        atPath: lists.folder.path + "/" + name,
        toPath: backup.path + "/" + name)
    }
    let old = try everything()
    let path = try lists.write(ListFolder.readers(10..<30))
    try lists.add([path])
    let new = try everything()
    var number = 1
    while true {
      try restore(from: backup.path)
      let disk = FailingFileSystem(
        at: number, isEnd: isEnd, code: EIO, failsReading: true)
      let isDone = (try? lists.add([path], on: disk)) != nil
      let now = try everything()
      #expect(now == new || !isDone && now == old, "call \(number)")
      // The next import takes up what an interrupted one has kept.
      try lists.add([path])
      #expect(try lists.dump() == new.filter { !$0.contains("list.csv") })
      #expect(try !lists.isKept("Nachname"), "call \(number)")
      if disk.callCount < number { break }
      number += 1
    }
    #expect(number > 40)
  }

  /// A hidden name that another program holds for a moment, as a program does
  /// that is just being started with the files of its parent.
  @Test func aHeldRemainOfAnImportIsPassedBy() throws {
    let path = try lists.write(ListFolder.items(0..<3))
    try lists.add([path])
    let kept = lists.folder.path + "/catalogue.lists/"
    let name = KeptListName(number: 2, kind: .items, day: "2026-11-21")
    let hidden = (kept + name.fileName).temporarySibling
    let descriptor = open(hidden, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try lists.add([path])
    #expect(
      FileManager.default.fileExists(atPath: kept + name.fileName))
  }
}
