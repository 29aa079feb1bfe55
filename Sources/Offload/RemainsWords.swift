/// What is said of files that a program left under hidden names when it was
/// killed.
package protocol RemainsWords: Sendable {
  func removedRemains(_ paths: [String]) -> String
  func foundRemains(_ paths: [String]) -> String
}
