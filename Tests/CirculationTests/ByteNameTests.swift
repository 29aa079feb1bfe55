import Foundation
import Glibc
import Support
import Testing

@testable import Circulation

/// Names are bytes: one that is not UTF-8 is told, and never becomes another.
struct ByteNameTests {
  @Test func aNameIsShownAsAShellTakesIt() {
    #expect(String(quoting: [0x75, 0xe9]) == #"$'u\xe9'"#)
    #expect(String(quoting: "é'\\".utf8) == #"$'é\'\\'"#)
    #expect(String(quoting: [0x0a, 0x1b, 0x7f]) == #"$'\x0a\x1b\x7f'"#)
    #expect(String(quoting: [0xe2, 0x82]) == #"$'\xe2\x82'"#)
    #expect(String(quoting: [0xed, 0xa0, 0x80, 0x41]) == #"$'\xed\xa0\x80A'"#)
    #expect(String(quoting: []) == "$''")
  }

  @Test func everyNameOfAnyBytesIsShownAsAnother() {
    var shown: Set<[UInt8]> = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        shown.insert(Array(String(quoting: [first, second]).utf8))
      }
    }
    #expect(shown.count == 1 << 16)
  }

  @Test func aNameInAFolderThatIsNotUTF8IsTold() throws {
    let folder = TestFolder()
    let files = PosixFileSystem()
    let longest = String(repeating: "x", count: 255)
    for name in ["-r", "a\nb", "é", longest] {
      _ = try files.open(folder.path + "/" + name, for: .writing)
    }
    #expect(
      try files.names(in: folder.path) == ["-r", "a\nb", longest, "é"].sorted())
    let path = folder.path.utf8.map { CChar(bitPattern: $0) }
    let name: [UInt8] = [0x2f, 0x75, 0xe9, 0]
    let descriptor = open(
      path + name.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(
      throws: FileError(
        operation: .read, path: folder.path + #"/$'u\xe9'"#, code: EILSEQ)
    ) { try files.names(in: folder.path) }
  }

  @Test func aDeadLinkIsFoundOnTheWay() throws {
    let folder = TestFolder()
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "drive")
    for path in [link, link + "/", link + "/a", link + "/a/b.toml"] {
      #expect(DeadLink(onTheWayTo: path)?.path == link, "\(path)")
      #expect(DeadLink(onTheWayTo: path)?.target == "drive")
    }
    #expect(DeadLink(onTheWayTo: folder.path + "/none/b") == nil)
    #expect(DeadLink(onTheWayTo: "none") == nil)
    #expect(DeadLink(onTheWayTo: "/none/b") == nil)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/drive", withIntermediateDirectories: false)
    #expect(DeadLink(onTheWayTo: link + "/a/b.toml") == nil)
  }
}
