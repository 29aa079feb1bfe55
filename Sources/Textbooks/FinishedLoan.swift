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
    let episode = copy.episodes[index]
    var loan = episode
    if let returned = episode.returned, let status = episode.notedState {
      (fine, ended, end) = (returned.fine, returned.time, status)
      loan = Self.loan(copy, index)
    } else if episode.returned == nil, let lent = episode.lent,
      index == copy.episodes.indices.last, let note = copy.loss
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

  /// Returns the way in which its fine comes about.
  package func derivation(
    by tariff: Tariff, on scale: StatusScale, _ facts: CopyFacts
  ) -> Derivation {
    tariff.derivation(
      of: LoanOutcome(
        from: start ?? facts.start, to: end, facts, lent: lent,
        returned: ended),
      on: scale)
  }

  /// Returns the loan that the return of an episode ends, whether somebody
  /// noted a state or not: that in which a copy was lost, if it is the lost one
  /// that comes back.
  package static func loan(_ copy: CopyHistory, _ index: Int) -> LoanEpisode {
    let episode = copy.episodes[index]
    guard index > 0 else { return episode }
    let previous = copy.episodes[index - 1]
    return episode.isComingBack(of: previous) ? previous : episode
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

extension LoanEpisode {
  /// Returns true if the copy, which was lost, comes back.
  func isComingBack(of previous: LoanEpisode) -> Bool {
    borrower == nil && lent == nil && previous.notedState == CopyStatus.lost
  }
}

extension CopyHistory {
  /// The note, the last one without a return, by which a copy that is out is
  /// lost, or one of which no loan is known; nil if it is not.
  package var loss: StockNote? {
    guard let note = stockNotes.last, note.status == CopyStatus.lost else {
      return nil
    }
    guard let last = episodes.last else { return note }
    guard last.returned == nil, let lent = last.lent,
      !note.time.precedes(lent.time)
    else { return nil }
    return note
  }
}
