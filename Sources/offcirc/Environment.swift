import Glibc

/// The environment of the process.
enum Environment {
  /// The variables at the start, by name.
  static let variables: [String: String] = {
    var variables: [String: String] = [:]
    var index = 0
    while let variable = environ[index] {
      let text = String(cString: variable)
      if let sign = text.firstIndex(of: "=") {
        variables[String(text[..<sign])] = String(
          text[text.index(after: sign)...])
      }
      index += 1
    }
    return variables
  }()
}
