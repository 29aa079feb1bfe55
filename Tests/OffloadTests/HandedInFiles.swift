import Circulation
import Foundation

/// A folder of files for one test, removed after it.
final class HandedInFiles {
  let path = NSTemporaryDirectory() + "offcirc-" + UUID().uuidString.prefix(8)

  init() {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of lines; returns its path.
  @discardableResult
  func write(
    _ lines: [String], to name: String, end: String = "\r\n"
  ) -> String {
    write(bytes: Array(lines.map { $0 + end }.joined().utf8), to: name)
  }

  @discardableResult
  func write(bytes: [UInt8], to name: String) -> String {
    let file = path + "/" + name
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes))
    return file
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
