import Catalogue
import Circulation
import Textbooks

/// The state of a copy now, and who has it.
struct CopyStanding: Hashable {
  /// The state; nil if none is known, or if states are not noted.
  let state: Int?
  /// The note of that state; nil if a list tells it.
  let noted: CopyHistory.NotedState?
  /// The borrower who has it; nil if it is in.
  let holder: CopyHolder?
}

/// A borrower who has a copy, or had it, as far as anything is known.
struct CopyHolder: Hashable {
  /// The number on the card; nil if it is not known.
  var number: String?
  /// The borrower, as lists have it; nil if none does.
  var borrower: Borrower?
  /// The time of the loan; nil if it was recorded elsewhere.
  var since: LocalTime?
  /// The state of the copy at the start of the loan; nil if it is not known.
  var start: Int?

  /// The name with the class, or else the number; nil if nothing is known.
  var name: String? {
    let known = [borrower?.name, borrower?.group].compactMap(\.self)
    return known.isEmpty ? number : known.joined(separator: ", ")
  }
}

/// The whereabouts of copies, by what was recorded and by lists: the newer one
/// of both counts.
struct CopyLookup {
  let textbooks: TextbookDesk
  let history: LendingHistory?
  let lists: CatalogueWatch?

  init(
    _ textbooks: TextbookDesk, at desk: Desk, _ lists: CatalogueWatch?
  ) {
    self.textbooks = textbooks
    history = textbooks.history(at: desk)
    self.lists = lists
  }

  /// Returns the history of a copy; nil if there is none.
  func history(of number: String) -> CopyHistory? {
    (try? Barcode(number)).flatMap { history?.copies[$0] }
  }

  /// Returns the state of a copy; nil if none is known.
  func state(_ history: CopyHistory?, listed status: Int?) -> Int? {
    guard textbooks.notesStates else { return nil }
    // What nobody noted here is as the list has it.
    return history?.state
      ?? status.flatMap { textbooks.scale[$0] == nil ? nil : $0 }
  }

  /// Returns the loan on which a copy is out; nil if it is in.
  func loan(
    _ history: CopyHistory?, listed isOnLoan: Bool?, in list: ImportedList.ID?
  ) -> CurrentLoan? {
    CurrentLoan(history, listed: isOnLoan, on: lists?.day(of: list))
  }

  /// Returns the standing of an item.
  func standing(of item: Item) -> CopyStanding {
    let history = history(of: item.number)
    return CopyStanding(
      state: state(history, listed: item.status),
      noted: textbooks.notesStates ? history?.notedStates.last : nil,
      holder: holder(of: item, history))
  }

  private func holder(
    of item: Item, _ history: CopyHistory?
  ) -> CopyHolder? {
    switch loan(history, listed: item.isOnLoan, in: item.list) {
    case .recorded(let loan):
      return borrower(
        loan.borrower?.text, since: loan.lent?.time, start: start(of: loan))
    case .listed:
      let holder = lists?.holder(of: item)
      return CopyHolder(
        number: holder?.number, borrower: holder, since: nil,
        start: item.initialStatus)
    case nil: return nil
    }
  }

  /// Returns all that lists tell of a copy and of a loan.
  func facts(of loan: LoanEpisode) -> CopyFacts {
    lists?.facts(
      ofCopy: loan.item.text, lent: loan.lent?.time,
      returned: loan.returned?.time) ?? CopyFacts()
  }

  /// Returns the state at the start of a loan; nil if it is not known.
  func start(of loan: LoanEpisode) -> Int? {
    loan.stateAtStart ?? facts(of: loan).start
  }

  /// Returns who has or had a copy, by the number on the card.
  func borrower(
    _ number: String?, since: LocalTime?, start: Int?
  ) -> CopyHolder {
    CopyHolder(
      number: number, borrower: number.flatMap { lists?.borrower($0) },
      since: since, start: start)
  }
}
