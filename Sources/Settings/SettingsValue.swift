/// A value in a settings file.
package enum SettingsValue: Hashable, Sendable {
  /// Text in quotes.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// `true` or `false`.
  case boolean(Bool)
  /// A list.
  case array([SettingsValue])
  /// A table.
  case table([String: SettingsValue])
  /// Any other value as TOML text, such as a date; no setting accepts it.
  case other(String)
}

extension SettingsValue: CustomStringConvertible {
  /// The value in TOML syntax, on one line.
  package var description: String {
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
  /// The text as a TOML string: in single quotes, which need no escaping, if it
  /// contains a backslash, as patterns do.
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
