import Catalogue
import Circulation
import Settings
import Textbooks

/// The textbooks of a school at a desk: the states of copies, and what their
/// wear costs.
package final class TextbookDesk {
  /// The states that a copy may have.
  let scale: StatusScale
  let tariff: Tariff
  /// True if the settings say that states are noted.
  let notesStates: Bool
  private let watch: LendingWatch
  /// The states of copies that were noted without a return, with the states
  /// before, for Undo.
  var stockSteps: [StockStep] = []

  /// The reason why nothing is known of earlier loans; nil if they could be
  /// read.
  var problem: (any Error)? { watch.problem }

  /// Creates what a desk needs to take textbooks back, if the settings say that
  /// states are noted; nothing is read yet.
  ///
  /// - Parameters:
  ///   - settings: the settings.
  ///   - watch: the earlier loans of the desk.
  package convenience init?(
    _ settings: TextbookSettings, with watch: LendingWatch = LendingWatch()
  ) {
    guard settings.notesStates else { return nil }
    self.init(ofCopies: settings, with: watch)
  }

  /// Creates what a room of copies needs, if states are noted or not; nothing is
  /// read yet.
  ///
  /// - Parameters:
  ///   - settings: the settings.
  ///   - watch: the earlier loans of the desk.
  package init(
    ofCopies settings: TextbookSettings,
    with watch: LendingWatch = LendingWatch()
  ) {
    self.watch = watch
    scale = settings.scale
    tariff = settings.tariff
    notesStates = settings.notesStates
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

  /// Returns the loans of all copies; nil if they can't be read.
  func history(at desk: Desk) -> LendingHistory? {
    watch.history(at: desk)
  }

  // MARK: Returns

  /// Returns what a return comes to; nil for a loan.
  func returned(
    _ entry: DeskEntry, at desk: Desk, _ lists: CatalogueWatch?
  ) -> ReturnedCopy? {
    let transaction = entry.transaction
    guard transaction.operation == .return else { return nil }
    let known = history(at: desk)?.episode(
      of: FineID(station: desk.station, sequence: entry.sequence))
    let loan = known.map { FinishedLoan.loan($0.copy, $0.index) }
    let facts =
      lists?.facts(
        ofCopy: transaction.item.text, lent: loan?.lent?.time,
        returned: transaction.recorded)
      ?? CopyFacts()
    let noted = desk.condition(ofReturn: entry.sequence)
    let finished = known.flatMap { FinishedLoan($0.copy, $0.index) }
    return ReturnedCopy(
      sequence: entry.sequence, number: transaction.item,
      item: lists?.item(transaction.item.text), holder: loan?.borrower,
      bringer: desk.bringer(ofReturn: entry.sequence),
      start: loan?.stateAtStart ?? facts.start,
      noted: noted,
      fine: noted.flatMap { _ in
        finished?.derivation(by: tariff, on: scale, facts)
      })
  }
}
