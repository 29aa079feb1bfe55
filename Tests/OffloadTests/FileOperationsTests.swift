import Foundation
import Testing

/// One way to the files: floors above Circulation reach them only through a
/// `FileSystem` that they are given.
@Suite struct FileOperationsTests {
  private static let floors = ["Offload", "Settings", "Sheet", "offcirc"]

  /// The lines of code of the floors, with their files.
  private func lines() throws -> [(file: String, line: String)] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    var lines: [(String, String)] = []
    for floor in Self.floors {
      let folder = sources.appendingPathComponent(floor)
      let files = try #require(
        FileManager.default.enumerator(atPath: folder.path))
      for case let file as String in files where file.hasSuffix(".swift") {
        let text = try String(
          contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        for line in text.split(separator: "\n")
        where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
          lines.append((floor + "/" + file, String(line)))
        }
      }
    }
    #expect(lines.count > 10_000)
    return lines
  }

  @Test func nothingCallsTheSystemForFilesOfItsOwn() throws {
    let call =
      #/
      FileManager | FileHandle | contentsOfFile
      | (^|[^.\w`]) (l?stat|mkdir|rmdir|rename|unlink|link|symlink|readlink
        |chmod|chown|realpath|opendir|getcwd|truncate|fsync) \(
      /#
    for (file, line) in try lines() {
      #expect(!line.contains(call), "\(file): \(line)")
    }
  }

  @Test func aFileSystemIsGivenAndOnlyTheCommandMakesOne() throws {
    for (file, line) in try lines() where line.contains("PosixFileSystem(") {
      let isGiven = line.contains(
        #/: any \w+( & Sendable)? = PosixFileSystem\(/#)
      let isOfTheCommand = file == "offcirc/CommandContext.swift"
      #expect(isGiven || isOfTheCommand, "\(file): \(line)")
    }
  }

  @Test func pathsAreNotTakenApartOrJoinedByHand() throws {
    let craft = #/\+ "/|"/" \+|lastIndex\(of: "/"\)|NSString|URL\(file/#
    for (file, line) in try lines() {
      #expect(!line.contains(craft), "\(file): \(line)")
    }
  }
}
