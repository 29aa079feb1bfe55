/// The words about files that a killed program left under hidden names.
package protocol RemainsWords: Sendable {
  /// Old hidden files that a command removed, after it has done its work.
  func removedRemains(_ paths: [String]) -> String
  /// Hidden files that a command found and did not touch.
  func foundRemains(_ paths: [String]) -> String
}
