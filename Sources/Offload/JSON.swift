import Foundation

/// Objects of JSON (RFC 8259) for programs.
package enum JSON {
  /// The object on lines of its own, its line end included.
  package static func text(of object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    return text(of: try encoder.encode(object)) + "\n"
  }

  /// What an encoder made, with nothing in its strings that a terminal would
  /// obey: that is written as `\u202e`, and means the same.
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
