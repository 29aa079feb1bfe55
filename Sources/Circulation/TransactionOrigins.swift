/// The origin of a transaction's two numbers: the scan if it was corrected, the
/// warnings despite which a number was accepted, and what only a newer version
/// of the program understands.
///
/// A class, so that a transaction holds one optional reference, nil for almost
/// all, rather than several optional values.
package final class TransactionOrigins: Hashable, Sendable {
  /// The origin of the item's barcode.
  package let item: ScanOrigin
  /// The origin of the borrower's identifier.
  package let borrower: ScanOrigin
  /// The optional fields of a newer version, which are passed on as they are.
  let unknown: UnknownFields

  /// Creates the origins of two numbers; nil if both are plain.
  package convenience init?(item: ScanOrigin, borrower: ScanOrigin = .plain) {
    self.init(item: item, borrower: borrower, unknown: UnknownFields())
  }

  init?(item: ScanOrigin, borrower: ScanOrigin, unknown: UnknownFields) {
    guard
      item != .plain || borrower != .plain || unknown != UnknownFields()
    else { return nil }
    self.item = item
    self.borrower = borrower
    self.unknown = unknown
  }

  /// True if one of the numbers was accepted despite a warning.
  package var isDoubtful: Bool { item.isDoubtful || borrower.isDoubtful }

  /// The objections of lists despite which the transaction was recorded.
  package var objections: [Objection] { item.objections + borrower.objections }

  /// The names of the objections, also of those that only a newer version
  /// knows.
  package var objectionNames: [String] {
    objections.map(\.rawValue) + unknown.objections
  }

  /// Returns true if all origins are equal.
  package static func == (one: TransactionOrigins, other: TransactionOrigins)
    -> Bool
  {
    one.item == other.item && one.borrower == other.borrower
      && one.unknown == other.unknown
  }

  /// Hashes all origins.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(borrower)
    hasher.combine(unknown)
  }
}

/// The optional fields of a journal line that a newer version wrote.
struct UnknownFields: Hashable, Sendable {
  /// The names of unknown objections.
  var objections: [String] = []
  /// The other fields, `name=value`, escaped as they are in the journal.
  var fields: [String] = []
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
  /// The objections of lists despite which the number was accepted.
  package let objections: [Objection]

  /// The origin of a number used exactly as scanned or typed.
  package static let plain = ScanOrigin()

  /// Creates an origin; a long scan is cut to 160 bytes.
  package init(
    raw: String? = nil, isDoubtful: Bool = false,
    against objections: [Objection] = []
  ) {
    self.raw = raw.map { $0.prefix(bytes: Self.maximumRawLength) }
    self.isDoubtful = isDoubtful
    self.objections = objections
  }

  /// Returns the origin with one more objection.
  package func against(_ objection: Objection) -> ScanOrigin {
    ScanOrigin(
      raw: raw, isDoubtful: isDoubtful, against: objections + [objection])
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
