import Foundation

/// Objects of JSON (RFC 8259) for programs.
package enum JSON {
  /// The object on lines of its own, its line end included.
  package static func text(of object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    return String(decoding: try encoder.encode(object), as: UTF8.self) + "\n"
  }
}
