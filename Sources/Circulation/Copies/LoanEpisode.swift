/// One loan of a copy: from the desk to a borrower, and back.
///
/// A return whose loan was recorded elsewhere is an episode without its
/// beginning. The state at start is nobody's field: it is the last known state
/// of the copy when the loan was recorded.
package struct LoanEpisode: Hashable, Sendable {
  /// The copy.
  package let item: Barcode
  /// The borrower; nil if the loan was recorded elsewhere.
  package let borrower: Barcode?
  /// The loan; nil if it was recorded elsewhere.
  package let lent: Movement?
  /// The state at start: the last one known before the loan, or before the
  /// return if there is only that; nil if none is known.
  package let stateAtStart: Int?
  /// The return; nil if the copy is out, or was lent to somebody else since.
  package internal(set) var returned: Movement?
  /// The person who brought the copy back; nil if nobody was named.
  package internal(set) var bringer: Barcode?
  /// The state noted at the return; nil if none was.
  package internal(set) var notedState: Int?
  /// The fines of the return, and of the loan.
  package internal(set) var fines: [FineRecord] = []

  /// The state at end: as noted at the return, or else unchanged; nil before
  /// the return, or if none is known.
  package var stateAtEnd: Int? {
    returned == nil ? nil : notedState ?? stateAtStart
  }

  /// True if somebody brought it who is not known to be the borrower.
  package var isBroughtByAnother: Bool {
    bringer.map { $0 != borrower && !$0.isErased } ?? false
  }
}

/// A loan or a return, as a station recorded it.
package struct Movement: Hashable, Sendable {
  /// The id of the station.
  package let station: String
  /// The sequence number at the station.
  package let sequence: Int
  /// The time when the item was scanned.
  package let time: LocalTime

  /// The number of its fine.
  package var fine: FineID { FineID(station: station, sequence: sequence) }
}

/// A fine with all that was recorded of it, in order.
package struct FineRecord: Hashable, Sendable {
  /// A charge or a settlement, with its time.
  package struct Dated<Act: Hashable & Sendable>: Hashable, Sendable {
    /// The time when it was recorded.
    package let time: LocalTime
    /// The charge or the settlement.
    package let act: Act
  }

  /// The number of the fine.
  package let id: FineID
  /// The charges, in the order recorded; the last one counts.
  package internal(set) var charges: [Dated<FineCharge>] = []
  /// The settlements, in the order recorded.
  package internal(set) var settlements: [Dated<FineSettlement>] = []

  /// The charge that counts; nil if the journals have none.
  package var charge: FineCharge? { charges.last?.act }
  /// The last settlement; nil while the fine is open.
  package var settlement: FineSettlement? { settlements.last?.act }
  /// True if it was paid at any time: it stays then, whatever becomes of its
  /// return.
  package var isPaid: Bool { settlements.contains { $0.act.kind == .paid } }
}
