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

  /// Creates a loan of which only the copy is known.
  package init(of item: String) { self.item = item }

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
  /// Finds the loans of borrowers: those that are open, and those that ended in
  /// a school year.
  ///
  /// - Parameters:
  ///   - borrowers: the numbers of the borrowers.
  ///   - year: the school year.
  ///   - facts: returns what lists tell of a copy and its loan.
  /// - Returns: the loans, by the numbers of the borrowers.
  /// - Throws: what the facts throw.
  package func loans<Failure: Error>(
    of borrowers: Set<String>, in year: SchoolYear,
    facts: (LoanEpisode) throws(Failure) -> CopyFacts
  ) throws(Failure) -> [String: [TextbookLoan]] {
    var loans: [String: [TextbookLoan]] = [:]
    for copy in copies.values {
      for (index, episode) in copy.episodes.enumerated() {
        let previous = index > 0 ? copy.episodes[index - 1] : nil
        let next = copy.episodes.dropFirst(index + 1).first
        let isLent = episode.returned == nil
        // The return of a lost copy is the end of the loan.
        if next?.isComingBack(of: episode) == true || isLent && next != nil {
          continue
        }
        let loan =
          previous.flatMap { episode.isComingBack(of: $0) ? $0 : nil }
          ?? episode
        if let back = episode.returned?.time,
          !year.covers(lent: loan.lent?.time, returned: back)
        {
          continue
        }
        let known = loan.borrower?.text
        if let known, !borrowers.contains(known) { continue }
        let facts = try facts(episode)
        guard let borrower = known ?? facts.holder,
          borrowers.contains(borrower)
        else { continue }
        var new = TextbookLoan(loan, episode, facts)
        if isLent, copy.isLost(since: episode) { new.end = CopyStatus.lost }
        loans[borrower, default: []].append(new)
      }
    }
    return loans.mapValues { $0.sorted(by: TextbookLoan.isListed) }
  }
}

extension CopyHistory {
  /// Returns true if the loss of the copy was noted during an open loan.
  fileprivate func isLost(since loan: LoanEpisode) -> Bool {
    guard let note = stockNotes.last, let lent = loan.lent else { return false }
    return note.status == CopyStatus.lost && !note.time.precedes(lent.time)
  }
}

extension LoanEpisode {
  /// Returns true if the copy, which was lost, comes back.
  fileprivate func isComingBack(of previous: LoanEpisode) -> Bool {
    borrower == nil && lent == nil && previous.notedState == CopyStatus.lost
  }
}

extension TextbookLoan {
  fileprivate init(
    _ loan: LoanEpisode, _ episode: LoanEpisode, _ facts: CopyFacts
  ) {
    self.init(of: loan.item.text)
    title = facts.title
    price = facts.price
    start = loan.stateAtStart ?? facts.start
    end = episode.returned == nil ? nil : episode.notedState ?? start
    lent = loan.lent?.time
    returned = episode.returned?.time
  }
}
