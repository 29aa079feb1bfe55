import Circulation
import Foundation
import Support

@testable import Offload

typealias TestFolder = Support.TestFolder

extension TestFolder {
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// A file with a text, whose station is not known.
  func file(_ name: String, _ text: String) throws -> StationFile {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return StationFile(path: path + "/" + name)
  }

  /// The `OffCirc.dat` of a station in a folder of its own.
  func stationFile(_ name: String, _ text: String) throws -> StationFile {
    let folder = StationFolder(path: path + "/" + name)
    try Desk(folder: folder, clock: .system).close()
    return try file(name + "/OffCirc.dat", text)
  }

  /// Writes a file of lines; returns its path.
  @discardableResult
  func write(
    _ lines: [String], to name: String, end: String = "\r\n"
  ) -> String {
    write(bytes: Array(lines.map { $0 + end }.joined().utf8), to: name)
  }

  /// Writes a file of bytes; returns its path.
  @discardableResult
  func write(bytes: [UInt8], to name: String) -> String {
    _ = FileManager.default.createFile(
      atPath: path + "/" + name, contents: Data(bytes))
    return path + "/" + name
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
