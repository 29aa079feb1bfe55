import Circulation

/// A loan that has ended, by a return or since the copy is lost, with what is
/// known of its beginning.
struct FinishedLoan {
  /// The number of its fine.
  let fine: FineID
  let item: Barcode
  let borrower: Barcode?
  let lent: LocalTime?
  /// The time of the return, or the time at which the loss was noted.
  let ended: LocalTime
  let start: Int?
  let end: Int

  /// Creates the loan that an episode ends; nil if the copy is out, or if
  /// nobody noted its state.
  ///
  /// - Parameters:
  ///   - episode: the episode.
  ///   - previous: the episode before; a copy that was lost and comes back ends
  ///     the loan in which it was lost.
  ///   - note: the last state that was noted without a return; nil if the
  ///     episode is not the last.
  init?(
    _ episode: LoanEpisode, after previous: LoanEpisode?,
    _ note: CopyHistory.StockNote?
  ) {
    var loan = episode
    if let returned = episode.returned, let status = episode.notedState {
      (fine, ended, end) = (returned.fine, returned.time, status)
      if let previous, episode.borrower == nil, episode.lent == nil,
        previous.notedState == CopyStatus.lost
      {
        loan = previous
      }
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
