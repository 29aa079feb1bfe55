import Circulation
import Foundation
import Glibc
import Settings
import Station
import Support
import Testing

@testable import Languages
@testable import Offload

/// What became of a kit that the ledger names.
@Suite struct KitCheckTests {
  private let folder = TestFolder()
  private var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  private var kit: String { folder.path + "/kit" }

  private func check(in place: String? = nil) throws -> KitCheck.State {
    KitCheck(of: kit, in: place, for: try ledger.entries().entries).state
  }

  private func make(_ lines: [String] = ["202611210900R1"]) throws {
    let file = StationFile(path: folder.write(lines, to: "a.dat"))
    _ = try KitAssembly(
      in: kit, ledger: ledger, words: Language.english.words, language: "en",
      at: LocalTime(secondsSince1970: 1_795_330_320, utcOffset: 3_600)
    ).make(of: KitRequest([file]))
  }

  @Test func wholeMissingMovedAndUnfinishedAreToldApart() throws {
    try make()
    #expect(try check() == .whole)
    try PosixFileSystem().rename(kit, to: kit + "2")
    #expect(try check() == .missing)
    #expect(try check(in: kit + "2") == .whole)
    try PosixFileSystem().rename(kit + "2", to: kit.temporarySibling)
    #expect(try check() == .unfinished)
    #expect(try check(in: kit + "2") == .missing)
  }

  @Test func everyChangedByteOfEveryFileIsTold() throws {
    try make()
    for name in try PosixFileSystem().names(in: kit) {
      let path = kit + "/" + name
      let old = try #require(FileManager.default.contents(atPath: path))
      for offset in stride(from: 0, to: old.count, by: old.count / 9 + 1) {
        var new = old
        new[offset] ^= 0x11
        folder.write(bytes: Array(new), to: "kit/" + name)
        guard case .changed(let names) = try check() else {
          Issue.record("\(name) at \(offset)")
          continue
        }
        #expect(names.contains(name) || name == DigestList.name)
      }
      folder.write(bytes: [], to: "kit/" + name)
      #expect(try check() != .whole)
      try FileManager.default.removeItem(atPath: path)
      #expect(try check() != .whole)
      folder.write(bytes: Array(old), to: "kit/" + name)
      #expect(try check() == .whole)
    }
    // What a person adds is no harm.
    folder.write(["…"], to: "kit/report.txt")
    #expect(try check() == .whole)
  }

  @Test func anotherKitInItsPlaceIsNotTheKit() throws {
    try make()
    let entries = try ledger.entries().entries
    try PosixFileSystem().rename(kit, to: kit + "2")
    try make(["202611220900R2"])
    #expect(KitCheck(of: kit, for: entries).state == .missing)
  }

  @Test func linksAndPipesInAKitAreNotFollowed() throws {
    try make()
    let path = kit + "/OffCirc.dat"
    try PosixFileSystem().rename(path, to: folder.path + "/elsewhere")
    symlink(folder.path + "/elsewhere", path)
    #expect(try check() == .changed(["OffCirc.dat"]))
    unlink(path)
    mkfifo(path, 0o600)
    #expect(try check() == .changed(["OffCirc.dat"]))
  }

  @Test func aHugeListIsNotRead() throws {
    try make()
    #expect(truncate(kit + "/SHA256SUMS", 20 << 30) == 0)
    #expect(try check() == .changed([DigestList.name]))
  }

  @Test func namesThatLeadOutOfTheFolderAreNone() throws {
    let digest = String(repeating: "0", count: 64)
    for name in [
      "../a", "a/../../b", "/etc/passwd", "a//b", ".", "a/", "./a",
    ] {
      let list = DigestList(Array("\(digest)  \(name)\n".utf8))
      #expect(list.digests.isEmpty && list.isChanged, "\(name)")
    }
    let sound = DigestList(Array("\(digest)  kit/a b.dat\n".utf8))
    #expect(sound.digests.map(\.name) == ["kit/a b.dat"] && !sound.isChanged)
    let twice = Array("\(digest)  a\n\(digest)  a\n".utf8)
    #expect(DigestList(twice).isChanged)
  }
}
