import FoundationEssentials
import Typesetting

/// JSON output (RFC 8259).
package enum JSON {
  /// Returns a text as a value of JSON, in quotes.
  ///
  /// Characters that a terminal would obey are escaped, such as `\u202e`: the
  /// value is unchanged.
  package static func text(_ text: String) -> String {
    // Numbers and times, which most texts are, need no encoder.
    if text.utf8.allSatisfy(\.isPlainInJSON) { return "\"\(text)\"" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do {
      return escaped(try encoder.encode(text))
    } catch {
      // A text can always be encoded.
      preconditionFailure("\(error)")
    }
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

extension UInt8 {
  /// True for printable ASCII that stands for itself in a text of JSON.
  fileprivate var isPlainInJSON: Bool {
    0x20..<0x7f ~= self && self != UInt8(ascii: "\"")
      && self != UInt8(ascii: "\\")
  }
}
