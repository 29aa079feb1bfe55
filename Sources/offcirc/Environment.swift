import Glibc

/// The environment of the process.
enum Environment {
  /// The variables at the start, by name.
  static let variables: [String: String] = {
    var variables: [String: String] = [:]
    var index = 0
    while let variable = environ[index] {
      let text = String(cString: variable)
      if let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(text[..<sign])] =
          String(text[text.utf8.index(after: sign)...])
      }
      index += 1
    }
    return variables
  }()
}
