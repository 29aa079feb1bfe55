/// What should have been on a screen, and what was.
struct NotSeen: Error, CustomStringConvertible {
  let description: String

  init(what: String, on lines: [String]) {
    description = (["not seen: \(what)"] + lines).joined(separator: "\n")
  }
}
