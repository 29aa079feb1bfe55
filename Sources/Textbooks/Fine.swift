import Circulation

/// The amount that a borrower owes for a copy, and how it came about.
package struct Fine: Hashable, Identifiable, Sendable {
  /// The stages of a fine.
  package enum State: String, CaseIterable, Sendable {
    /// It may still change until the school year is closed.
    case provisional
    /// It is due.
    case final
    /// It has been paid.
    case paid
    /// Somebody has let the borrower off.
    case waived
    /// The copy is back: nothing is due.
    case void
  }

  /// The number that names it, on every desk: that of the return, or of the
  /// loan of a lost copy.
  package let id: String
  /// The borrower's number; nil if it is not known who had the copy.
  package let borrower: String?
  /// The number on the copy.
  package let item: String
  /// The state of the copy at the start of the loan; nil if it is not known.
  package let start: Int?
  /// The state of the copy at its end; nil if it has not come back.
  package let end: Int?
  /// The amount; nil where a person has to decide.
  package let amount: Money?
  /// The stage.
  package let state: State
  /// The way in which the tariff comes to an amount; nil without a return.
  package let derivation: Derivation?
  /// The time of the return, of the note of a loss, or of the first charge.
  package let time: LocalTime
  /// The time at which a lost copy was seen again; nil if it was not.
  package let back: LocalTime?
  /// True if the journals have a charge or a settlement.
  package let isRecorded: Bool
  /// The reason that was recorded with the charge; nil if there is none.
  package let recordedReason: String?
  /// The reason that was recorded with the settlement; nil if there is none.
  package let remark: String?

  /// Creates a fine.
  package init(
    id: String, borrower: String?, item: String, start: Int?, end: Int?,
    amount: Money?, state: State = .provisional, time: LocalTime,
    derivation: Derivation?, back: LocalTime? = nil, isRecorded: Bool = false,
    recordedReason: String? = nil, remark: String? = nil
  ) {
    self.id = id
    self.borrower = borrower
    self.item = item
    self.start = start
    self.end = end
    self.amount = amount
    self.state = state
    self.time = time
    self.derivation = derivation
    self.back = back
    self.isRecorded = isRecorded
    self.recordedReason = recordedReason
    self.remark = remark
  }

  /// True if something is still to be paid or to be decided.
  package var isOpen: Bool { state == .provisional || state == .final }

  /// True if a person has decided another amount than that of the tariff.
  package var isDecided: Bool {
    amount != nil && amount != derivation?.amount
  }

  /// True if the copy came back in a better state than it left in.
  package var isSuspicious: Bool { derivation?.isSuspicious == true }
}
