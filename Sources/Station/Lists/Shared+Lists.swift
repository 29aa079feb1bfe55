import Catalogue
import Circulation
import Scanning
import Typesetting

// What lists say of numbers that were taken.
extension Shared {
  /// Tells what is known of a number that a desk has just taken, and who had it
  /// unless that is told with more.
  mutating func tell(
    _ list: ListVerdict, at desk: Desk, namesHolder: Bool = true
  ) {
    switch (list.kind, desk.operation) {
    case (.borrower, _):
      if let alert = list.borrower?.alert { pointOut(words.alert(alert)) }
      addFact(list.borrower?.name)
    case (.item, .loan): break
    case (.item, .return): tellOfReturn(list, namesHolder: namesHolder)
    }
  }

  /// Tells what lists say against a number that is taken, if nobody was asked
  /// whether to take it because of them.
  mutating func pointOutObjections(of list: ListVerdict?) {
    guard let list, !list.objections.isEmpty else { return }
    pointOut(words.against(list))
  }

  private mutating func addFact(_ text: String?) {
    guard let text else { return }
    turn.facts.append(.sentence(text.printable.shortened(to: 60) + "."))
  }

  /// The last fact of the turn, which alone is told, so that the title of each
  /// loan of a burst need not be looked up; nil if there is none.
  var lastFact: String? {
    for fact in turn.facts.reversed() {
      switch fact {
      case .sentence(let text): return text
      case .loan(let loan): if let text = self.fact(of: loan) { return text }
      }
    }
    return nil
  }

  /// Returns the title of an item that was lent, and when it may be due.
  private func fact(of loan: Transaction) -> String? {
    let item = knowledge.lists?.item(loan.item.text)
    let due = knowledge.dueRules.dueDay(of: item, lentAt: loan.recorded)
    let facts = [
      item?.title.map { $0.printable.shortened(to: 60) + "." },
      due.map(words.dueAbout),
    ].compactMap(\.self)
    return facts.isEmpty ? nil : facts.joined(separator: " ")
  }

  private mutating func tellOfReturn(
    _ list: ListVerdict, namesHolder: Bool
  ) {
    if list.isUnknown {
      pointOutObjections(of: list)
    } else if list.standing?.isRequested == true {
      pointOut(words.putAside(list.number, day: list.day))
    }
    let holder = list.holder?.name ?? list.loan?.borrower?.text
    if namesHolder, let holder {
      turn.facts.append(.sentence(words.returned(by: holder)))
    }
  }
}
