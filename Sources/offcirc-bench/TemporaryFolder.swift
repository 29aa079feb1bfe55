import Foundation

/// The folder of a run, on the disk to be measured.
struct TemporaryFolder {
  let path: String

  init(in place: String) throws {
    path = place + "/offcirc-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Creates a folder in it.
  func newFolder() throws -> String {
    let folder = path + "/" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
