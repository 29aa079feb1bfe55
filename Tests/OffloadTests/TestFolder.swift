import Circulation
import Foundation

@testable import Offload

/// A folder for one test, removed after it.
final class TestFolder {
  let path = NSTemporaryDirectory() + "offload-" + UUID().uuidString.prefix(8)
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  init() {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

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

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
