import Circulation

/// A loan that has ended, by a return or since the copy is lost, with what is
/// known of its beginning.
package struct FinishedLoan {
  /// The number of its fine.
  let fine: FineID
  let item: Barcode
  let borrower: Barcode?
  let lent: LocalTime?
  /// The time of the return, or the time at which the loss was noted.
  let ended: LocalTime
  let start: Int?
  let end: Int

  /// Creates the loan that an episode of a copy ends; nil if the copy is out,
  /// or if nobody noted its state.
  package init?(_ copy: CopyHistory, _ index: Int) {
    let later = copy.episodes[(index + 1)...]
    self.init(
      copy.episodes[index], after: index > 0 ? copy.episodes[index - 1] : nil,
      later.isEmpty ? copy.stockNotes.last : nil)
  }

  /// Returns the way in which its fine comes about.
  package func derivation(
    by tariff: Tariff, on scale: StatusScale, _ facts: CopyFacts
  ) -> Derivation {
    let years = LoanYears(lent: lent, returned: ended)
    return tariff.derivation(
      of: LoanOutcome(
        from: start ?? facts.start, to: end, price: facts.price,
        fee: facts.fee, year: years.yearOfCirculation(since: facts.firstYear),
        loanYears: years.count),
      on: scale)
  }

  /// Creates the loan that an episode ends; nil if the copy is out, or if
  /// nobody noted its state.
  ///
  /// - Parameters:
  ///   - episode: the episode.
  ///   - previous: the episode before; a copy that was lost and comes back ends
  ///     the loan in which it was lost.
  ///   - note: the last state that was noted without a return; nil if the
  ///     episode is not the last.
  private init?(
    _ episode: LoanEpisode, after previous: LoanEpisode?,
    _ note: CopyHistory.StockNote?
  ) {
    var loan = episode
    if let returned = episode.returned, let status = episode.notedState {
      (fine, ended, end) = (returned.fine, returned.time, status)
      loan = Self.loan(of: episode, after: previous)
    } else if episode.returned == nil, let lent = episode.lent, let note,
      note.status == CopyStatus.lost, !note.time.precedes(lent.time)
    {
      (fine, ended, end) = (lent.fine, note.time, note.status)
    } else {
      return nil
    }
    item = episode.item
    borrower = loan.borrower
    lent = loan.lent?.time
    start = loan.stateAtStart
  }

  /// Returns the loan that a return ends: that in which a copy was lost, if it
  /// is the lost one that comes back.
  private static func loan(
    of episode: LoanEpisode, after previous: LoanEpisode?
  ) -> LoanEpisode {
    guard let previous, episode.borrower == nil, episode.lent == nil,
      previous.notedState == CopyStatus.lost
    else { return episode }
    return previous
  }

  /// Returns the loan that the return of an episode ends, whether somebody
  /// noted a state or not.
  package static func loan(_ copy: CopyHistory, _ index: Int) -> LoanEpisode {
    loan(
      of: copy.episodes[index],
      after: index > 0 ? copy.episodes[index - 1] : nil)
  }

  /// Returns the time at which a lost copy is seen again; nil if it was not lost,
  /// or is still away.
  func timeOfComingBack(in later: ArraySlice<LoanEpisode>) -> LocalTime? {
    guard end == CopyStatus.lost else { return nil }
    for episode in later {
      if let lent = episode.lent { return lent.time }
      if let returned = episode.returned,
        episode.notedState != CopyStatus.lost
      {
        return returned.time
      }
    }
    return nil
  }
}
