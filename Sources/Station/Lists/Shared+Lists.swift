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

  /// Tells the title of an item that was lent, and when it may be due.
  mutating func tellOfLoan(_ item: Item?, at time: LocalTime) {
    let due = knowledge.dueRules.dueDay(of: item, lentAt: time)
    let facts = [
      item?.title.map { $0.printable.shortened(to: 60) + "." },
      due.map(words.dueAbout),
    ].compactMap(\.self)
    if !facts.isEmpty { turn.facts.append(facts.joined(separator: " ")) }
  }

  private mutating func addFact(_ text: String?) {
    guard let text else { return }
    turn.facts.append(text.printable.shortened(to: 60) + ".")
  }

  private mutating func tellOfReturn(
    _ list: ListVerdict, namesHolder: Bool
  ) {
    if list.isUnknown {
      pointOutObjections(of: list)
    } else if list.item?.requestCount ?? 0 > 0 {
      pointOut(words.putAside(list.number, day: list.day))
    }
    let holder = list.holder?.name ?? list.loan?.borrower?.text
    if namesHolder, let holder { turn.facts.append(words.returned(by: holder)) }
  }
}
