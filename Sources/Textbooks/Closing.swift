import Circulation

/// The end of a school year: what is missing and owed, and the charges for it.
package struct Closing: Sendable {
  /// The copies that had to be back.
  package let missing: [OpenLoan]
  /// All fines.
  package let fines: [Fine]
  /// The number of copies that are to be deleted.
  package let toDeleteCount: Int

  private let history: LendingHistory
  private let day: LocalTime
  private let tariff: Tariff
  private let scale: StatusScale

  /// Looks at a school year.
  ///
  /// - Parameters:
  ///   - day: the day on which all copies had to be back.
  ///   - history: the loans of all copies.
  ///   - open: the copies that borrowers have.
  ///   - fines: all fines.
  ///   - toDeleteCount: the number of copies that are to be deleted.
  ///   - tariff: the rules for fines.
  ///   - scale: the states of the school.
  package init(
    on day: LocalTime, _ history: LendingHistory, _ open: [OpenLoan],
    _ fines: [Fine], toDeleteCount: Int, by tariff: Tariff,
    on scale: StatusScale
  ) {
    self.day = day
    self.history = history
    self.fines = fines
    self.toDeleteCount = toDeleteCount
    self.tariff = tariff
    self.scale = scale
    missing = open.filter { $0.isMissing(on: day) }.sorted {
      ($0.borrower ?? "", $0.item.text) < ($1.borrower ?? "", $1.item.text)
    }
  }

  // MARK: The list

  /// The fines that may still change and whose amount is known.
  package var provisional: [Fine] {
    fines.filter { $0.state == .provisional && $0.amount != nil }
  }

  /// The open fines of which a person has to decide the amount.
  package var toDecide: [Fine] {
    fines.filter { $0.isOpen && $0.amount == nil }
  }

  /// The final fines that are not paid.
  package var unpaid: [Fine] { fines.filter { $0.state == .final } }

  /// The final fines for copies that came back afterwards.
  package var backTooLate: [Fine] { unpaid.filter { $0.back != nil } }

  /// The calendar year in which the next school year begins.
  package var nextYear: Int { SchoolYear(ofReturnsAt: day).first + 1 }

  // MARK: The charges

  /// Charges that are still to be recorded, and what can't be charged.
  package struct Charges: Sendable {
    /// The charges.
    package fileprivate(set) var charges: [FineCharge] = []
    /// The number of those without an amount, or without a borrower.
    package fileprivate(set) var leftOutCount = 0
  }

  /// Returns a provisional charge for each missing copy that was not charged.
  ///
  /// - Parameter reason: returns the words for a derivation.
  /// - Returns: the charges.
  /// - Throws: ``CirculationError``.
  package func provisionalCharges(
    because reason: (Derivation) -> String
  ) throws(CirculationError) -> Charges {
    var all = Charges()
    for loan in missing {
      let loss = loan.loss(on: day, by: tariff, on: scale)
      guard loss.amount != .zero else { continue }
      let known = record(of: loan)
      // An amount that was not known then may be now.
      guard
        known == nil
          || known?.settlement == nil && known?.charge?.isFinal == false
            && known?.charge?.cents == nil && loss.amount != nil
      else { continue }
      guard let borrower = loan.borrower.flatMap({ try? Barcode($0) }) else {
        all.leftOutCount += 1
        continue
      }
      all.charges.append(
        try FineCharge(
          known?.id ?? loan.fine, of: loan.item, to: borrower,
          cents: loss.amount?.cents, isFinal: false, because: reason(loss)))
    }
    return all
  }

  /// Returns what was recorded of the loss of a copy.
  private func record(of loan: OpenLoan) -> FineRecord? {
    if loan.lent != nil { return history.fines[loan.fine] }
    // A newer list has the same loan.
    return history.fines.values.first { record in
      loan.isOfList(record.id) && record.charge?.borrower.text == loan.borrower
        && record.charges.last.map {
          history.movement(of: loan.item, after: $0.time) == nil
        } ?? false
    }
  }

  /// Returns a final charge for each fine that may still change.
  ///
  /// - Parameter reason: returns the words for a fine.
  /// - Returns: the charges.
  /// - Throws: ``CirculationError``.
  package func finalCharges(
    because reason: (Fine) -> String
  ) throws(CirculationError) -> Charges {
    var all = Charges()
    for fine in fines where fine.state == .provisional {
      guard let amount = fine.amount, let id = FineID(fine.id),
        let borrower = fine.borrower.flatMap({ try? Barcode($0) }),
        let item = try? Barcode(fine.item)
      else {
        all.leftOutCount += 1
        continue
      }
      guard amount > .zero else { continue }
      all.charges.append(
        try FineCharge(
          id, of: item, to: borrower, cents: amount.cents, isFinal: true,
          because: reason(fine)))
    }
    return all
  }
}

extension LendingHistory {
  /// Returns the time of the first loan or return of a copy after a time; nil if
  /// there was none.
  func movement(of item: Barcode, after time: LocalTime) -> LocalTime? {
    for episode in copies[item]?.episodes ?? [] {
      for movement in [episode.lent, episode.returned].compactMap(\.self)
      where time.precedes(movement.time) {
        return movement.time
      }
    }
    return nil
  }
}
