import Circulation

/// A loan of a textbook, with what lists tell of the copy.
package struct TextbookLoan: Hashable, Sendable {
  /// The number on the copy.
  package let item: String
  /// Its title; nil if no list has one.
  package var title: String?
  /// The price of its title; nil if it is not known.
  package var price: Money?
  /// The state at the start; nil if it is not known.
  package var start: Int?
  /// The state at the end, or that of a loss during the loan; nil if it is not
  /// known.
  package var end: Int?
  /// The time of the loan; nil if it was recorded elsewhere.
  package var lent: LocalTime?
  /// The time of the return; nil while the copy is out.
  package var returned: LocalTime?
  /// True if the copy should be back.
  package var isOverdue = false
  /// True if the pupil keeps the copy for another year.
  package var isKept = false

  /// Creates a loan of which only the copy is known.
  package init(of item: String) { self.item = item }

  /// Creates a loan whose copy is out.
  package init(_ open: OpenLoan) {
    item = open.item.text
    title = open.facts.title
    price = open.facts.price
    start = open.start
    lent = open.lent
  }

  /// True if the copy has not come back.
  package var isOut: Bool { returned == nil }

  /// True if the copy was noted as lost.
  package var isLost: Bool { end == CopyStatus.lost }

  /// Returns true if the loan is listed before another one: by title, then by
  /// number.
  package static func isListed(_ one: Self, before other: Self) -> Bool {
    (one.title ?? "", one.item) < (other.title ?? "", other.item)
  }
}

extension LendingHistory {
  /// Finds the loans of borrowers that ended in a school year or later.
  ///
  /// - Parameters:
  ///   - borrowers: the numbers of the borrowers.
  ///   - year: the school year.
  ///   - facts: returns what lists tell of a copy and its loan.
  /// - Returns: the loans, by the numbers of the borrowers.
  /// - Throws: what the facts throw.
  package func endedLoans<Failure: Error>(
    of borrowers: Set<String>, in year: SchoolYear,
    facts: (LoanEpisode) throws(Failure) -> CopyFacts
  ) throws(Failure) -> [String: [TextbookLoan]] {
    var loans: [String: [TextbookLoan]] = [:]
    for copy in copies.values {
      for (index, episode) in copy.episodes.enumerated() {
        let next = copy.episodes.dropFirst(index + 1).first
        // The return of a lost copy is the end of the loan.
        guard let back = episode.returned?.time,
          next?.isComingBack(of: episode) != true
        else { continue }
        let loan = FinishedLoan.loan(copy, index)
        let known = loan.borrower?.text
        guard year.covers(lent: loan.lent?.time, returned: back),
          known.map(borrowers.contains) ?? true
        else { continue }
        let facts = try facts(episode)
        guard let borrower = known ?? facts.holder,
          borrowers.contains(borrower)
        else { continue }
        loans[borrower, default: []].append(
          TextbookLoan(loan, endingWith: episode, at: back, facts))
      }
    }
    return loans
  }

  /// Returns true if a copy that is out was noted as lost.
  package func isLost(_ loan: OpenLoan) -> Bool {
    loan.lent != nil && copies[loan.item]?.loss != nil
  }
}

extension TextbookLoan {
  fileprivate init(
    _ loan: LoanEpisode, endingWith episode: LoanEpisode,
    at time: LocalTime, _ facts: CopyFacts
  ) {
    self.init(of: loan.item.text)
    title = facts.title
    price = facts.price
    start = loan.stateAtStart ?? facts.start
    end = episode.notedState ?? start
    lent = loan.lent?.time
    returned = time
  }
}
