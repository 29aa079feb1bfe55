import Catalogue
import Circulation
import Terminal
import Textbooks
import Typesetting

extension ItemRoom {
  func content(_ look: Look) -> RoomContent {
    let words = look.words
    let lines = lines
    return RoomContent(
      title: words.itemTitle(item.number),
      text: [holder(look)].compactMap(\.self), facts: facts(look),
      headings: lines.isEmpty ? [] : look.layout.list.columns.map(\.heading),
      columns: record?.loans.isEmpty == false ? Self.columns(words) : [],
      rows: look.rows(
        of: lines,
        third: lines.map { $0.transaction.borrower?.text ?? "" },
        chosen: chosenIndex) + loanRows(look, after: lines.count),
      footer: isAtDesk && record == nil
        ? words.itemFooter
        : words.copyFooter(
          notesStates: look.textbooks?.notesStates == true, isAtDesk: isAtDesk,
          hasBorrower: hasBorrower))
  }

  /// True if there is a borrower to be shown.
  private var hasBorrower: Bool {
    (chosenLine?.transaction.borrower ?? borrower) != nil
  }

  private func holder(_ look: Look) -> String? {
    guard let record else {
      return look.lists?.holder(of: item)?.name.map(look.words.hasItem)
    }
    return record.standing.holder.flatMap { holder in
      holder.name.map { look.words.hasCopy($0, since: holder.since) }
    }
  }

  // MARK: Facts

  private func facts(_ look: Look) -> [ListedFact] {
    let words = look.words
    let day = look.lists?.day(of: item.list) ?? ""
    let isShort = look.size.rows < 22
    // The number is in the title.
    guard let record else {
      let facts = words.facts(item, listed: day).dropFirst()
      // Of few, the first are those that a desk needs.
      return Array(isShort ? facts.prefix(5) : facts)
    }
    var head = Item(number: item.number)
    head.title = item.title
    head.author = isShort ? nil : item.author
    head.callNumber = item.callNumber
    var rest = item
    (rest.title, rest.author, rest.callNumber) = (nil, nil, nil)
    if look.textbooks?.notesStates == true {
      (rest.status, rest.statusLabel, rest.initialStatus) = (nil, nil, nil)
      (rest.price, rest.fee) = (nil, nil)
    }
    if record.standing.holder == nil { (rest.isOnLoan, rest.due) = (nil, nil) }
    let facts =
      words.facts(head, listed: "").dropFirst() + states(record, look)
      + words.facts(rest, listed: day).dropFirst()
    return Array(isShort ? facts.prefix(5) : facts)
  }

  /// Returns the state of the copy, that at the start of its loan, and what
  /// wear costs.
  private func states(_ record: CopyRecord, _ look: Look) -> [ListedFact] {
    guard let textbooks = look.textbooks, textbooks.notesStates else {
      return []
    }
    let words = look.words
    func label(_ state: Int?) -> String? {
      state.flatMap { textbooks.scale[$0] }.map(words.numbered)
    }
    let standing = record.standing
    let noted = standing.noted
    return [
      words.stateFact(
        label(standing.state), since: noted?.time,
        isOfReturn: noted?.isOfReturn ?? false),
      standing.holder.map { words.startFact(label($0.start)) },
      words.costFact(
        fee: record.fee.map(words.amount),
        price: record.price.map(words.amount)),
    ].compactMap(\.self)
  }

  // MARK: Loans

  private static func columns(_ words: any StationWords) -> [TableColumn] {
    let heads = words.loanHeadings
    return [
      TableColumn(heading: heads[0]), TableColumn(heading: heads[1]),
      TableColumn(heading: heads[2], minimumWidth: 9),
      TableColumn(heading: heads[3]), TableColumn(heading: heads[4]),
      TableColumn(heading: heads[5], minimumWidth: 6),
    ]
  }

  private func loanRows(_ look: Look, after count: Int) -> [RoomContent.Row] {
    guard let loans = record?.loans, !loans.isEmpty else { return [] }
    return
      (count > 0
      ? [.heading(look.words.loansHeading), .tableHeads] : [])
      + loans.enumerated().map { index, loan in
        .cells(cells(loan, look.words), isChosen: count + index == chosenIndex)
      }
  }

  private func cells(
    _ loan: CopyRecord.Loan, _ words: any StationWords
  ) -> [String] {
    [
      loan.lent.map(words.day), loan.returned.map(words.day),
      loan.borrower?.name?.printable,
      loan.start.map(String.init), loan.end.map(String.init),
      loan.fine.map { fine in
        (fine.amount.map(words.amount) ?? "?") + " "
          + words.name(of: fine.state)
      },
    ].map { $0 ?? "–" }
  }
}
