import Catalogue
import Circulation
import Settings
import Textbooks

/// The textbooks of a school at a desk: the states of copies, and what their
/// wear costs.
package final class TextbookDesk {
  /// The states that a copy may have.
  let scale: StatusScale
  private let tariff: Tariff
  private let read: (StationFolder) throws -> LendingHistory
  private var history: LendingHistory?
  /// The number of the desk's last event when the journals were read.
  private var sequence = -1

  /// The reason why nothing is known of earlier loans; nil if they could be
  /// read.
  private(set) var problem: (any Error)?

  /// Creates what a desk needs to take textbooks back, if the settings say that
  /// states are noted; nothing is read yet.
  ///
  /// - Parameters:
  ///   - settings: the settings.
  ///   - read: reads the earlier loans of a folder.
  package init?(
    _ settings: TextbookSettings,
    reading read: @escaping (StationFolder) throws -> LendingHistory = {
      try LendingHistory.read(of: $0).history
    }
  ) {
    guard settings.notesStates else { return nil }
    self.read = read
    scale = settings.scale
    tariff = settings.tariff
  }

  // MARK: Earlier loans

  /// Returns the history of a copy; nil if there is none.
  func copy(_ item: Barcode, at desk: Desk) -> CopyHistory? {
    history(at: desk)?.copies[item]
  }

  /// Returns the copies that a borrower has, in the order of their numbers.
  func copies(heldBy borrower: Barcode, at desk: Desk) -> [Barcode] {
    (history(at: desk)?.copies.values.filter { $0.holder == borrower } ?? [])
      .map(\.item).sorted { $0.text < $1.text }
  }

  private func history(at desk: Desk) -> LendingHistory? {
    guard sequence != desk.lastSequence else { return history }
    sequence = desk.lastSequence
    do {
      history = try read(desk.folder)
      problem = nil
    } catch {
      history = nil
      problem = error
    }
    return history
  }

  // MARK: Returns

  /// Returns what a return comes to; nil for a loan.
  func returned(
    _ entry: DeskEntry, at desk: Desk, _ lists: CatalogueWatch?
  ) -> ReturnedCopy? {
    let transaction = entry.transaction
    guard transaction.operation == .return else { return nil }
    let episode = copy(transaction.item, at: desk)?.episodes.last {
      $0.returned?.sequence == entry.sequence
        && $0.returned?.station == desk.station
    }
    let item = lists?.item(transaction.item.text)
    let facts =
      lists?.facts(
        ofCopy: transaction.item.text, returned: transaction.recorded)
      ?? CopyFacts()
    let start = episode?.stateAtStart ?? facts.start
    let noted = desk.condition(ofReturn: entry.sequence)
    return ReturnedCopy(
      sequence: entry.sequence, number: transaction.item, item: item,
      holder: episode?.borrower,
      bringer: desk.bringer(ofReturn: entry.sequence), start: start,
      noted: noted,
      fine: noted.map {
        fine(from: start, to: $0, facts, episode, transaction.recorded)
      })
  }

  private func fine(
    from start: Int?, to end: Int, _ facts: CopyFacts,
    _ episode: LoanEpisode?, _ time: LocalTime
  ) -> Derivation {
    let years = LoanYears(lent: episode?.lent?.time, returned: time)
    return tariff.derivation(
      of: LoanOutcome(
        from: start, to: end, price: facts.price, fee: facts.fee,
        year: years.yearOfCirculation(since: facts.firstYear),
        loanYears: years.count),
      on: scale)
  }
}
