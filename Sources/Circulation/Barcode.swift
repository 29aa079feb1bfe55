/// A number as scanned: an item's barcode or a borrower's identifier.
///
/// One to 80 printable ASCII characters that neither begin nor end with a
/// blank, which is what a line of `OffCirc.dat` can carry and give back.
public struct Barcode: Hashable, Sendable {
  /// The number of columns that `OffCirc.dat` has for an item.
  public static let longest = 80

  /// The characters of the number, all of them printable ASCII.
  public let text: String

  /// Takes a number as typed or scanned.
  ///
  /// - Throws: ``RefusedNumber`` with the value and the reason.
  public init(_ text: String) throws(RefusedNumber) {
    if let fault = Self.fault(in: text) {
      throw RefusedNumber(value: text, fault: fault)
    }
    self.text = text
  }

  /// Takes a number from the bytes of a file, or nothing if they are no number.
  init?(_ bytes: Span<UInt8>) {
    guard Self.isSound(bytes) else { return nil }
    self.init(sound: bytes)
  }

  /// Takes the bytes of a number that ``isSound(_:)``.
  init(sound bytes: Span<UInt8>) {
    self.text = String(ascii: bytes)
  }

  /// Whether the bytes are those of a number.
  @inline(__always)
  static func isSound(_ bytes: Span<UInt8>) -> Bool {
    guard
      1...Self.longest ~= bytes.count,
      bytes[0] != UInt8.blank, bytes[bytes.count - 1] != UInt8.blank
    else { return false }
    return bytes.isPrintableASCII
  }

  private static func fault(in text: String) -> RefusedNumber.Fault? {
    if text.allSatisfy({ $0 == " " }) { return .empty }
    for (offset, character) in text.enumerated() {
      guard
        let scalar = character.unicodeScalars.first,
        character.unicodeScalars.count == 1, 0x20...0x7e ~= scalar.value
      else {
        return .character(character, column: offset + 1)
      }
    }
    if text.hasPrefix(" ") || text.hasSuffix(" ") { return .outerBlank }
    let length = text.utf8.count
    return length > longest ? .tooLong(columns: length) : nil
  }
}

/// Why a number can't be written to `OffCirc.dat`.
public struct RefusedNumber: Error, Hashable, Sendable {
  /// The reason, without the value.
  public enum Fault: Hashable, Sendable {
    /// There is nothing in it but blanks.
    case empty
    /// It has more than 80 columns.
    case tooLong(columns: Int)
    /// It has a character outside printable ASCII; the first column is 1.
    case character(Character, column: Int)
    /// It begins or ends with a blank, which the file would lose.
    case outerBlank
  }

  /// The number as it came.
  public let value: String
  /// What is wrong with it.
  public let fault: Fault
}
