import Circulation
import Foundation
import Support
import Testing

@testable import Catalogue

/// The lists of another computer make the same catalogue here.
struct KeptFolderTests {
  private let there = ListFolder()
  private let here = ListFolder()

  private func folder(
    _ lists: ListFolder, on disk: any FolderOperations = PosixFileSystem()
  ) -> KeptFolder {
    KeptFolder(of: lists.catalogue, on: disk)
  }

  /// Takes the lists of the other computer, with others that follow.
  private func take(
    of other: ListFolder? = nil, and own: [String: String] = [:],
    on disk: any FolderOperations = PosixFileSystem()
  ) throws {
    let other = self.folder(other ?? there)
    let folder = folder(here)
    let hold = try folder.hold()
    var paths = own
    for name in try other.names() {
      let data = try Data(
        contentsOf: URL(fileURLWithPath: other.path(of: name)))
      let copy = try PosixFileSystem().createSibling(of: folder.path(of: name))
      try copy.append(Array(data).span)
      paths[name] = copy.path
    }
    try self.folder(here, on: disk).replace(with: paths)
    withExtendedLifetime(hold) {}
  }

  private func addBoth() throws {
    try there.add([there.write(ListFolder.items(0..<50))])
    try there.add(
      [there.write(ListFolder.readers(0..<20))], level: .classes)
  }

  @Test func theCatalogueIsTheSameAndLosesWhatTheListsLose() throws {
    try addBoth()
    try take()
    #expect(try here.dump() == there.dump())
    #expect(try here.isKept("Nachname7"))
    _ = try there.rebuilding.erase(.borrowers(before: nil))
    try take()
    #expect(try here.dump() == there.dump())
    #expect(try !here.isKept("Nachname7"))
    _ = try there.rebuilding.erase(.all)
    try take()
    #expect(try here.files() == [])
  }

  @Test func aListThatIsCutIsNotWhole() throws {
    try addBoth()
    let folder = folder(there)
    for name in try folder.names() {
      try folder.verify(name)
      let file = URL(fileURLWithPath: try folder.path(of: name))
      try Data(contentsOf: file).dropLast(9).write(to: file)
      #expect(throws: CatalogueError.self) { try folder.verify(name) }
    }
  }

  @Test func listsOfItsOwnFollowUnderHigherNumbers() throws {
    try addBoth()
    try take()
    try there.add([there.write("barcode,title\n1,There\n2,There\n")])
    try here.add([here.write("barcode,title\n2,Here\n3,Here\n")])
    let own = "000003-items-2026-11-21.csv"
    let names = try KeptFolder.names(
      of: [own], after: folder(there).names())
    #expect(names.map(\.new) == ["000004-items-2026-11-21.csv"])
    try take(and: [names[0].new: folder(here).path(of: own)])
    let catalogue = try Catalogue(here.catalogue)
    #expect(try catalogue.lists().map(\.id) == [1, 2, 3, 4])
    #expect(
      try ["1", "2", "3"].map { try catalogue.item($0)?.title }
        == ["There", "Here", "Here"])
    #expect(try here.keptLists().count == 4)
    // Several keep their order, and one that has room its number.
    let several = KeptFolder.names(
      of: [8, 9, 11].map { "00000\($0)-items-2026-11-21.csv" }
        .map { $0.count > 27 ? String($0.dropFirst()) : $0 },
      after: ["000008-sets-2026-11-20.csv"])
    #expect(several.map { $0.new.prefix(6) } == ["000009", "000010", "000011"])
  }

  @Test func listsWithAnotherKeyOrNameAreRefusedAndNothingChanges() throws {
    try addBoth()
    try here.add([here.write(ListFolder.readers(5..<9))], level: .names)
    let old = try here.dump()
    let own = try folder(here).path(of: "000001-borrowers-2026-11-21.csv")
    #expect(throws: CatalogueError.self) {
      try take(and: ["000003-borrowers-2026-11-21.csv": own])
    }
    #expect(try here.dump() == old)
    #expect(throws: CatalogueError.self) {
      try folder(here).path(of: "000001-items-../../x.csv")
    }
    _ = try folder(here).hold()
    #expect(try here.keptLists() == [own])
  }

  @Test(arguments: [false, true])
  func atEachCallTheCatalogueIsOldOrNewAndTheNextRunFinishes(
    _ isEnd: Bool
  ) throws {
    try addBoth()
    let later = ListFolder()
    try later.add([later.write(ListFolder.items(0..<40))])
    try later.add([later.write("barcode,title\n1,Title\n")])
    let (old, new) = (try there.dump(), try later.dump())
    var number = 1
    while true {
      try take()
      let disk = FailingFileSystem(at: number, isEnd: isEnd, code: EIO)
      let isDone = (try? take(of: later, on: disk)) != nil
      let now = try here.dump()
      #expect(now == new || !isDone && now == old, "call \(number)")
      try take(of: later)
      #expect(try here.dump() == new, "call \(number)")
      #expect(try !here.isKept("Nachname7"), "call \(number)")
      if isDone { break }
      number += 1
    }
    #expect(number > 3)
  }
}
