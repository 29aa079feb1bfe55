import Foundation
import Typesetting

/// JSON output (RFC 8259).
package enum JSON {
  /// Returns the object on one line, its keys sorted, without a line end.
  ///
  /// - Throws: `EncodingError`.
  package static func text(of object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return escaped(try encoder.encode(object))
  }

  /// Returns encoded JSON with characters that a terminal would obey escaped,
  /// such as `\u202e`: its value is unchanged.
  private static func escaped(_ object: Data) -> String {
    if object.allSatisfy({ 0x20..<0x7f ~= $0 }) {
      return String(decoding: object, as: UTF8.self)
    }
    var text = ""
    for scalar in String(decoding: object, as: UTF8.self).unicodeScalars {
      if scalar.isObeyed {
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
