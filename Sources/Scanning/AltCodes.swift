/// A decoder for scanners that type each character as Alt and its code on the
/// keypad.
package enum AltCodes {
  /// Decodes digits as three- or four-digit codes, without an Enter at the end;
  /// nil if they are not codes of printable ASCII characters.
  package static func text(of digits: String) -> String? {
    for length in [4, 3] where digits.count.isMultiple(of: length) {
      if let text = text(of: Array(digits), inCodesOf: length) { return text }
    }
    return nil
  }

  private static func text(
    of digits: [Character], inCodesOf length: Int
  ) -> String? {
    var codes = stride(from: 0, to: digits.count, by: length).compactMap {
      UInt8(String(digits[$0..<$0 + length]))
    }
    guard codes.count * length == digits.count else { return nil }
    if codes.last == 0x0d { codes.removeLast() }
    guard
      !codes.isEmpty, codes.allSatisfy({ 0x20...0x7e ~= $0 })
    else { return nil }
    return String(decoding: codes, as: UTF8.self)
  }
}
