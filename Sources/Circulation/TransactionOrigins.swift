/// The origin of a transaction's two numbers: the scan if it was corrected, and
/// if a number was accepted despite a warning.
///
/// A class, so that a transaction holds one optional reference, nil for almost
/// all, rather than two optional strings.
package final class TransactionOrigins: Hashable, Sendable {
  /// The origin of the item's barcode.
  package let item: ScanOrigin
  /// The origin of the borrower's identifier.
  package let borrower: ScanOrigin

  /// Creates the origins of two numbers; nil if both are plain.
  package init?(item: ScanOrigin, borrower: ScanOrigin = .plain) {
    guard item != .plain || borrower != .plain else { return nil }
    self.item = item
    self.borrower = borrower
  }

  /// True if one of the numbers was accepted despite a warning.
  package var isDoubtful: Bool { item.isDoubtful || borrower.isDoubtful }

  /// Returns true if both numbers have equal origins.
  package static func == (one: TransactionOrigins, other: TransactionOrigins)
    -> Bool
  {
    one.item == other.item && one.borrower == other.borrower
  }

  /// Hashes the origins of both numbers.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(borrower)
  }
}

/// The origin of one number.
package struct ScanOrigin: Hashable, Sendable {
  /// The maximum length of a stored scan in UTF-8 bytes: twice that of a
  /// number.
  static let maximumRawLength = 160

  /// The scanned text if it differs from the number; nil otherwise.
  package let raw: String?
  /// True if the number was accepted despite a warning.
  package let isDoubtful: Bool

  /// The origin of a number used exactly as scanned or typed.
  package static let plain = ScanOrigin()

  /// Creates an origin; a long scan is cut to 160 bytes.
  package init(raw: String? = nil, isDoubtful: Bool = false) {
    self.raw = raw.map { $0.prefix(bytes: Self.maximumRawLength) }
    self.isDoubtful = isDoubtful
  }
}

extension String {
  /// Returns the longest prefix of whole scalars that fits into so many bytes.
  fileprivate func prefix(bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var text = ""
    for scalar in unicodeScalars {
      guard text.utf8.count + UTF8.width(scalar) <= bytes else { break }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
