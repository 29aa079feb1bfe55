import Catalogue
import Circulation
import Station
import Typesetting

extension English: ListedWords {
  // MARK: Objections

  var againstHeading: String { "Warnings" }

  func name(of objection: Objection) -> String {
    switch objection {
    case .unknownItem: "unknown item"
    case .notForLoan: "not for loan"
    case .onLoan: "on loan"
    case .requested: "requested"
    case .lentElsewhere: "lent at another desk"
    case .unknownBorrower: "unknown borrower"
    case .blocked: "blocked"
    case .expired: "card expired"
    }
  }

  func objection(_ verdict: ListVerdict) -> String {
    "NOT recorded: \(against(verdict)) \(again)"
  }

  func against(_ verdict: ListVerdict) -> String {
    let clauses = verdict.objections.map { clause($0, verdict) }
    return
      "\(verdict.number.quotable) \(counting.list(clauses, .and)) (list of \(dates.day(verdict.day)))."
  }

  private func clause(_ objection: Objection, _ verdict: ListVerdict) -> String
  {
    switch objection {
    case .unknownItem: "is in no list of items"
    case .notForLoan: "is not for loan"
    case .onLoan: "is on loan" + holder(verdict)
    case .requested: "is requested"
    case .lentElsewhere: "is lent at another desk"
    case .unknownBorrower: "is in no list of borrowers"
    case .blocked:
      "is blocked"
        + (verdict.borrower?.block.map {
          $0.isEmpty ? "" : " (\($0.printable.shortened(to: 40)))"
        } ?? "")
    case .expired:
      "has expired"
        + (verdict.borrower?.expires.map { " (\(dates.day($0)))" } ?? "")
    }
  }

  private func holder(_ verdict: ListVerdict) -> String {
    let name = verdict.holder?.name ?? verdict.loan?.borrower?.text
    return name.map { " to \($0.printable.shortened(to: 40))" } ?? ""
  }

  // MARK: What was taken

  func dueAbout(_ day: String) -> String { "Due about \(dates.day(day))." }

  func alert(_ note: String) -> String {
    "Note: \(note.printable.shortened(to: 120))."
  }

  func putAside(_ item: String, day: String) -> String {
    "Put \(item.quotable) aside: it is requested (list of \(dates.day(day)))."
  }

  func returned(by holder: String) -> String {
    "\(holder.printable.shortened(to: 40)) had it."
  }

  // MARK: Beside numbers

  var titleHeading: String { "Title" }

  func facts(of borrower: Borrower) -> String {
    [
      borrower.name, borrower.group, borrower.category,
      borrower.expires.map { "valid until \(dates.day($0))" },
    ].compactMap { $0?.printable }.joined(separator: " · ")
  }

  // MARK: Look-up

  var lookUpExplanation: String {
    "Scan the item or the card. Or type a number or words of a title, then press \(key(.choose, in: .lineRoom)). This scan is not recorded. The next one is."
  }

  var lookUpPrompt: String { "Find: scan, or type a number or a title." }

  func foundItem(_ item: Item) -> String {
    "Found \(item.number.quotable): \(line(of: item)). The next scan is recorded."
  }

  func foundItems(_ text: String, _ count: Int) -> String {
    "Found \(text.quotable) in \(counting(count, "item")). The next scan is recorded."
  }

  var foundItemFooter: String {
    "\(key(.choose, in: .lineRoom)): the item. \(key(.find)): next. \(key(.goBack, in: .lineRoom)): back."
  }

  func listedHeading(_ day: String) -> String {
    "In the lists of \(dates.day(day)):"
  }

  func line(of item: Item) -> String {
    let state = [
      item.isNotForLoan == true ? name(of: Objection.notForLoan) : nil,
      item.isOnLoan == true
        ? item.due.map { "on loan, due \(dates.day($0))" } ?? name(of: .onLoan)
        : nil,
      item.requestCount ?? 0 > 0 ? name(of: .requested) : nil,
    ].compactMap(\.self)
    return ([item.title, item.callNumber].compactMap { $0?.printable } + state)
      .joined(separator: " · ")
  }

  func itemTitle(_ number: String) -> String { "Item \(number.printable)" }

  var itemFooter: String {
    "\(key(.amend)): amend. \(key(.reader)): borrower. \(key(.goBack, in: .lineRoom)): back."
  }

  func hasItem(_ name: String) -> String { "\(name.printable) has it." }

  func heldHeading(_ day: String) -> String {
    "On loan by the lists of \(dates.day(day)):"
  }

  func blocked(_ reason: String) -> String {
    reason.isEmpty ? "Blocked." : "Blocked: \(reason.printable)."
  }

  // MARK: The lists

  func withoutLists(_ error: CatalogueError) -> String {
    "The lists are not used. Everything is recorded. \(sentence(error))"
  }

  func listsOf(_ day: String) -> String { "Lists of \(dates.day(day))" }
}
