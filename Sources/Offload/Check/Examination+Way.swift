import Circulation

// Checks of each item's sequence of loans and returns.
extension Examination {
  /// Checks a transaction against the item's previous one.
  ///
  /// - Throws: ``FileFailure``.
  mutating func examineWay(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) throws(FileFailure) {
    let index = numbers.place(of: transaction.item)
    var trace = numbers[index]
    let before = trace
    trace.line = number(of: entry.place)
    let isReturn = transaction.layout.borrower == nil
    trace.marks.subtract(.item)
    trace.marks.insert(isReturn ? .returned : .lent)
    trace.borrower = transaction.borrowerTag
    numbers[index] = trace
    if before.marks.isDisjoint(with: .item) {
      if isReturn { add(.returnWithoutLoan, entry.place, texts[entry.text]) }
    } else if before.marks.contains(.lent) {
      if !isReturn { try examineLoan(transaction, entry, after: before) }
    } else if isReturn {
      add(
        .returnAfterReturn(place(of: before.line)), entry.place,
        texts[entry.text])
    }
    if before.marks.contains(.borrower),
      !before.marks.contains(.toldOfBothKinds)
    {
      numbers[index].marks.insert(.toldOfBothKinds)
      addOfBothKinds(
        .item, transaction.layout.item, entry, other: place(of: before.line))
    }
  }

  /// Distinguishes a renewal from a loan to another borrower.
  private mutating func examineLoan(
    _ transaction: Entry.Transaction, _ entry: Entry,
    after before: NumberTrace
  ) throws(FileFailure) {
    guard let range = transaction.layout.borrower else { return }
    let loan = place(of: before.line)
    let mayBeSame = before.borrower == transaction.borrowerTag
    // The earlier line is read only if its borrower matters.
    var borrower = ""
    if mayBeSame || isTold(.loanAfterLoan) {
      let other = try text(of: loan)
      let layout = try? DataFormat.layout(of: other.span, isTimed: true)
      let number = layout?.borrower.map { other[$0] } ?? []
      if number == part(range, of: entry) {
        return add(.renewal(of: loan), entry.place, texts[entry.text])
      }
      borrower = String(decoding: number, as: UTF8.self)
    }
    add(
      .loanAfterLoan(loan, borrower: borrower), entry.place, texts[entry.text])
  }
}
