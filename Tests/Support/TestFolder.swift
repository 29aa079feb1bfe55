import Foundation

/// A folder for one test, removed after it.
package final class TestFolder {
  /// The folder's path, in the temporary folder.
  package let path =
    NSTemporaryDirectory() + "offcirc-" + UUID().uuidString.prefix(8)

  /// Makes the folder.
  package init() {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("No folder for a test: \(error)")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
