/// A scanned number: an item's barcode or a borrower's identifier.
///
/// One to 80 printable ASCII characters without leading or trailing spaces:
/// what a line of `OffCirc.dat` stores without loss.
package struct Barcode: Hashable, Sendable {
  /// The width of the item column in `OffCirc.dat`.
  package static let maximumLength = 80

  /// The characters of the number, all printable ASCII.
  package let text: String

  /// Creates a number from typed or scanned text.
  ///
  /// - Throws: ``BarcodeError`` with the value and the reason.
  package init(_ text: String) throws(BarcodeError) {
    if !Self.isSound(text.utf8), let reason = Self.reason(in: text) {
      throw BarcodeError(value: text, reason: reason)
    }
    if Self.isOfExercise(text) {
      throw BarcodeError(value: text, reason: .exercise)
    }
    self.text = text
  }

  /// Returns true for a barcode of the exercise sheet: `%CARD-1%`, `%ITEM-1%`.
  private static func isOfExercise(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "%") && text.hasSuffix("%")
      && ["%CARD-", "%ITEM-"].contains(where: text.hasPrefix)
  }

  /// Creates a number from bytes of a file; nil if they are not a valid number.
  init?(_ bytes: Span<UInt8>) {
    guard Self.isSound(bytes) else { return nil }
    self.init(sound: bytes)
  }

  /// Creates a number from bytes for which ``isSound(_:)`` is true.
  init(sound bytes: Span<UInt8>) {
    self.text = String(ascii: bytes)
  }

  /// Returns true if the bytes are a valid number.
  @inline(__always)
  static func isSound(_ bytes: Span<UInt8>) -> Bool {
    guard
      1...Self.maximumLength ~= bytes.count,
      bytes[0] != UInt8.space, bytes[bytes.count - 1] != UInt8.space
    else { return false }
    return bytes.isPrintableASCII
  }

  /// Returns true if a text is a valid number; its bytes are looked at once,
  /// where the reason against one takes its characters apart.
  private static func isSound(_ bytes: String.UTF8View) -> Bool {
    1...maximumLength ~= bytes.count && bytes.first != UInt8.space
      && bytes.last != UInt8.space && bytes.allSatisfy { 0x20...0x7e ~= $0 }
  }

  private static func reason(in text: String) -> BarcodeError.Reason? {
    if text.allSatisfy({ $0 == " " }) { return .empty }
    for (offset, character) in text.enumerated() {
      guard
        let scalar = character.unicodeScalars.first,
        character.unicodeScalars.count == 1, 0x20...0x7e ~= scalar.value
      else {
        return .character(character, column: offset + 1)
      }
    }
    if text.hasPrefix(" ") || text.hasSuffix(" ") { return .outerSpace }
    let length = text.utf8.count
    return length > maximumLength ? .tooLong(columns: length) : nil
  }
}

/// An error for text that cannot be stored as a number in `OffCirc.dat`.
package struct BarcodeError: Error, Hashable, Sendable {
  /// The reason, without the value.
  package enum Reason: Hashable, Sendable {
    /// It is empty, or consists of spaces.
    case empty
    /// It has more than 80 columns.
    case tooLong(columns: Int)
    /// It has a character outside printable ASCII; the first column is 1.
    case character(Character, column: Int)
    /// It begins or ends with a space, which the file would lose.
    case outerSpace
    /// It is on the sheet for the exercise, and stands for no book or reader.
    case exercise
  }

  /// The text as scanned or typed.
  package let value: String
  /// The reason for the refusal.
  package let reason: Reason
}
