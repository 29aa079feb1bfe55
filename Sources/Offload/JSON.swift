import Foundation

/// JSON output (RFC 8259).
package enum JSON {
  /// Returns the object as indented JSON with a line end.
  ///
  /// - Throws: `EncodingError`.
  package static func text(of object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    return text(of: try encoder.encode(object)) + "\n"
  }

  /// Returns encoded JSON with characters that a terminal would obey escaped,
  /// such as `\u202e`: its value is unchanged.
  package static func text(of object: Data) -> String {
    var text = ""
    for scalar in String(decoding: object, as: UTF8.self).unicodeScalars {
      if scalar.isObeyed, scalar != "\n" {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count)
          text += digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
