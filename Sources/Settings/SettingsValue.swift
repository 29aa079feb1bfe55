/// What stands behind a key in a file.
public enum SettingsValue: Hashable, Sendable {
  /// Text in quotes.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// `true` or `false`.
  case boolean(Bool)
  /// A list.
  case array([SettingsValue])
  /// Keys of its own.
  case table([String: SettingsValue])
  /// A date, say, which no setting takes, as TOML has it.
  case other(String)
}

extension SettingsValue: CustomStringConvertible {
  /// The value as it is written in a file, on one line.
  public var description: String {
    switch self {
    case .string(let text): text.quotedForTOML
    case .integer(let number): String(number)
    case .boolean(let value): String(value)
    case .array(let values):
      "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .table(let values):
      "{ "
        + values.sorted { $0.key < $1.key }
        .map { "\($0.key.quotedForTOML) = \($0.value)" }
        .joined(separator: ", ") + " }"
    case .other(let text): text
    }
  }
}

extension String {
  /// The text as a string of TOML: in single quotes, where nothing is escaped,
  /// if it has a backslash, as patterns do.
  fileprivate var quotedForTOML: String {
    let isPlain = unicodeScalars.allSatisfy { !$0.isControl && $0 != "'" }
    if isPlain, unicodeScalars.contains("\\") { return "'\(self)'" }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.isControl:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "\"\(text)\""
  }
}

extension Unicode.Scalar {
  var isControl: Bool { properties.generalCategory == .control }
}
