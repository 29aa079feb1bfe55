import Circulation

/// The copies that somebody else brought than had them, and who had swapped.
package struct SwapList: Hashable, Sendable {
  /// A copy that was brought by somebody else.
  package struct Brought: Hashable, Sendable {
    /// The number on the copy.
    package let item: Barcode
    /// Its title; nil if no list has it.
    package let title: String?
    /// The number of who brought it.
    package let bringer: String
    /// The number of who had it.
    package let holder: String
    /// The time of the return.
    package let time: LocalTime
  }

  /// Two borrowers who brought each other's copy of a title: nobody owes
  /// anything.
  package struct Pair: Hashable, Sendable {
    /// The copy that came first.
    package let first: Brought
    /// The other one.
    package let second: Brought
  }

  /// A copy that was brought without the other way round.
  package struct Single: Hashable, Sendable {
    /// The copy.
    package let brought: Brought
    /// The copies of the title that who brought it still has.
    package let stillHeld: [Barcode]
  }

  /// The pairs, in the order in which they were complete.
  package private(set) var pairs: [Pair] = []
  /// The others, in the order in which they came.
  package private(set) var singles: [Single] = []

  /// Finds the copies that others brought.
  ///
  /// - Parameters:
  ///   - history: the loans of all copies.
  ///   - open: the copies that borrowers have.
  ///   - first: the time from which on returns count.
  ///   - facts: returns what lists tell of a copy that was returned.
  /// - Throws: what the facts throw.
  package init<Failure: Error>(
    in history: LendingHistory, _ open: [OpenLoan], since first: LocalTime,
    facts: (LoanEpisode) throws(Failure) -> CopyFacts
  ) throws(Failure) {
    var all: [(returned: Movement, brought: Brought)] = []
    for copy in history.copies.values {
      for episode in copy.episodes where episode.isBroughtByAnother {
        guard let returned = episode.returned, let bringer = episode.bringer,
          !returned.time.precedes(first)
        else { continue }
        let facts = try facts(episode)
        guard let holder = episode.borrower?.text ?? facts.holder,
          holder != bringer.text
        else { continue }
        let brought = Brought(
          item: copy.item, title: facts.title, bringer: bringer.text,
          holder: holder, time: returned.time)
        all.append((returned, brought))
      }
    }
    all.sort { one, other in
      let (first, second) = (one.returned, other.returned)
      return first.time.precedes(second.time)
        || !second.time.precedes(first.time)
          && (first.station, first.sequence)
            < (second.station, second.sequence)
    }
    match(all.map(\.brought), open)
  }

  private mutating func match(_ all: [Brought], _ open: [OpenLoan]) {
    var rest: [Brought] = []
    for brought in all {
      let other = rest.firstIndex {
        $0.title != nil && $0.title == brought.title
          && $0.bringer == brought.holder && $0.holder == brought.bringer
      }
      if let other {
        pairs.append(Pair(first: rest.remove(at: other), second: brought))
      } else {
        rest.append(brought)
      }
    }
    singles = rest.map { brought in
      let held = open.filter {
        brought.title != nil && $0.facts.title == brought.title
          && $0.borrower == brought.bringer
      }
      return Single(
        brought: brought,
        stillHeld: held.map(\.item).sorted { $0.text < $1.text })
    }
  }
}
