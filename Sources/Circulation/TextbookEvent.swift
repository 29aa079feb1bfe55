/// An event of a school's textbooks, beside the loans and returns: it is never
/// in `OffCirc.dat`.
package enum TextbookEvent: Hashable, Sendable {
  /// The status of a copy was noted.
  case condition(Condition)
  /// A borrower brought back the item of the return of this sequence number,
  /// whoever had borrowed it.
  case brought(sequence: Int, by: Barcode)
  /// A borrower was charged with a fine; its last charge counts.
  case charged(FineCharge)
  /// A fine was settled.
  case settled(FineSettlement)
  /// A pupil was passed over when a class got its books, or is not any more.
  case skipped(HandOutSkip)
}

/// The status of a copy: a number on the school's scale.
package struct Condition: Hashable, Sendable {
  /// The copy.
  package let item: Barcode
  /// The status, from 1 on.
  package let status: Int
  /// The sequence number of the return at which it was noted; nil if the copy
  /// was not returned, as in stock-taking.
  package let returned: Int?
}

/// The number of a fine, for ever and at every desk: the station and the
/// sequence number of the return, or of the loan of an item never returned.
package struct FineID: Hashable, Sendable {
  /// The station that recorded the transaction.
  package let station: String
  /// The sequence number of the transaction.
  package let sequence: Int

  /// Creates the number of the fine for a transaction.
  package init(station: String, sequence: Int) {
    self.station = station
    self.sequence = sequence
  }

  /// Parses `STATION:SEQUENCE`; nil if the text is something else.
  package init?(_ text: String) {
    guard
      let colon = text.lastIndex(of: ":"),
      Barcode.isSound(Array(text[..<colon].utf8).span),
      let sequence = Array(text[colon...].utf8.dropFirst()).span.number,
      sequence > 0
    else { return nil }
    self.init(station: String(text[..<colon]), sequence: sequence)
  }

  /// The number as text, `STATION:SEQUENCE`.
  package var text: String { "\(station):\(sequence)" }
}

/// A charge of a fine to a borrower.
package struct FineCharge: Hashable, Sendable {
  /// The fine.
  package let fine: FineID
  /// The borrower who has to pay.
  package let borrower: Barcode
  /// The copy.
  package let item: Barcode
  /// The amount in cents; nil if a person must decide on it.
  package let cents: Int?
  /// True if the amount is final, false as long as it is provisional.
  package let isFinal: Bool
  /// The reason, such as the derivation of the amount.
  package let reason: String
}

/// An act that ends a fine.
package struct FineSettlement: Hashable, Sendable {
  /// The kinds of settlement.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The borrower has paid.
    case paid
    /// The school lets the borrower off.
    case waived
    /// The reason for the fine is gone: a lost copy came back.
    case void
  }

  /// The fine.
  package let fine: FineID
  /// The kind of settlement.
  package let kind: Kind
  /// The amount in cents; nil if none is named.
  package let cents: Int?
  /// The reason; may be empty.
  package let reason: String
}

// What people give is checked before it is written: the journal has to stay
// readable.
extension Condition {
  /// Creates the status of a copy, as noted at a return or without one.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``.
  package init(
    of item: Barcode, status: Int, ofReturn returned: Int?
  ) throws(CirculationError) {
    guard 1...JournalFormat.maximumSequence ~= status else {
      throw .notAStatus("\(status)")
    }
    self.init(item: item, status: status, returned: returned)
  }

  /// Parses a status.
  ///
  /// - Throws: ``CirculationError/notAStatus(_:)``.
  package static func status(_ text: String) throws(CirculationError) -> Int {
    guard let status = Array(text.utf8).span.number, status > 0 else {
      throw .notAStatus(text)
    }
    return status
  }
}

extension FineCharge {
  /// Creates a charge.
  ///
  /// - Throws: ``CirculationError/notAnAmount(cents:)``,
  ///   ``CirculationError/reasonTooLong(bytes:maximum:)``.
  package init(
    _ fine: FineID, of item: Barcode, to borrower: Barcode, cents: Int?,
    isFinal: Bool, because reason: String
  ) throws(CirculationError) {
    try JournalFormat.check(cents, reason)
    self.init(
      fine: fine, borrower: borrower, item: item, cents: cents,
      isFinal: isFinal, reason: reason)
  }
}

extension FineSettlement {
  /// Creates a settlement.
  ///
  /// - Throws: ``CirculationError/notAnAmount(cents:)``,
  ///   ``CirculationError/reasonTooLong(bytes:maximum:)``.
  package init(
    _ fine: FineID, _ kind: Kind, cents: Int?, because reason: String = ""
  ) throws(CirculationError) {
    try JournalFormat.check(cents, reason)
    self.init(fine: fine, kind: kind, cents: cents, reason: reason)
  }
}

extension JournalFormat {
  /// The maximum length of a reason as written, in bytes: a line with it and
  /// all numbers stays below ``maximumLineLength``.
  static let maximumReasonLength = 900

  fileprivate static func check(
    _ cents: Int?, _ reason: String
  ) throws(CirculationError) {
    if let cents, !(0...maximumSequence ~= cents) {
      throw .notAnAmount(cents: cents)
    }
    let length = reason.escapedForJournal.utf8.count
    guard length <= maximumReasonLength else {
      throw .reasonTooLong(bytes: length, maximum: maximumReasonLength)
    }
  }
}
