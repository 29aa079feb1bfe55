extension Tariff {
  /// Returns the fine of a loan, or the reason why a person has to decide.
  ///
  /// - Parameters:
  ///   - loan: the facts of the loan.
  ///   - scale: the states of the school.
  /// - Returns: the way in which the fine came about.
  package func derivation(
    of loan: LoanOutcome, on scale: StatusScale
  ) -> Derivation {
    guard let worst = scale.grade(of: loan.end) else {
      return .costsNothing(end: loan.end)
    }
    guard let start = loan.start, let best = scale.grade(of: start) else {
      if isFree(loan.end, on: scale) { return .free(end: loan.end) }
      return .asked(loan.start.map { .start($0) } ?? .noStart)
    }
    if best > worst { return .better(start: start, end: loan.end) }
    if best == worst { return .unchanged(start) }
    switch charge(from: start, to: loan.end) {
    case .free: return .free(end: loan.end)
    case .ask: return .asked(.change(start: start, end: loan.end))
    case .fixed(let amount): return .fixed(amount)
    case .fee: return slightDamage(in: loan)
    case .share(let share): return part(share, of: loan)
    case .grades(let share):
      let allowed = freeGrades * max(loan.loanYears, 1)
      let due = worst - best - allowed
      guard due > 0 else {
        return .allowed(grades: worst - best, years: max(loan.loanYears, 1))
      }
      return part(share, of: loan, dueGrades: due, freeGrades: allowed)
    }
  }

  /// Returns true if a state at the end costs nothing, whatever it was at the
  /// start.
  private func isFree(_ end: Int, on scale: StatusScale) -> Bool {
    scale.statuses.allSatisfy { start in
      guard let best = start.grade, let worst = scale.grade(of: end),
        best < worst
      else { return true }
      return charge(from: start.id, to: end) == .free
    }
  }

  /// Returns the price of a title; nil if nobody has given it one.
  private func knownPrice(of loan: LoanOutcome) -> Money? {
    // Lists write 0 for a price that nobody has entered.
    [loan.price, self.price].compactMap(\.self).first { $0 > .zero }
  }

  private func slightDamage(in loan: LoanOutcome) -> Derivation {
    if let fee = loan.fee, fee > .zero { return .fee(fee) }
    switch self.fee {
    case .fixed(let amount): return .fixed(amount)
    case .share(let share):
      guard let price = knownPrice(of: loan) else { return .asked(.noPrice) }
      return .feeOfPrice(share, of: price)
    default: return .asked(.noFee)
    }
  }

  private func part(
    _ share: Share, of loan: LoanOutcome, dueGrades: Int? = nil,
    freeGrades: Int = 0
  ) -> Derivation {
    guard let price = knownPrice(of: loan) else { return .asked(.noPrice) }
    let isByYear = !percents.isEmpty || yearly > .zero
    let year = loan.year.flatMap { $0 >= 1 ? $0 : nil }
    if isByYear, year == nil { return .asked(.noYear) }
    let percent =
      year.flatMap {
        percents.isEmpty ? nil : percents[min($0, percents.count) - 1]
      }
    return .price(
      PriceShare(
        listedPrice: price, isRoundedUp: roundsPriceUp,
        year: isByYear ? year : nil, percent: percent, share: share,
        dueGrades: dueGrades, freeGrades: freeGrades, yearly: yearly))
  }
}
