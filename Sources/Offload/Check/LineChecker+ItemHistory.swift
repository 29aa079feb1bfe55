import Circulation

// Checks of each item's sequence of loans and returns.
extension LineChecker {
  /// Checks a transaction against the item's previous one.
  ///
  /// - Throws: ``FileError``.
  mutating func checkItemHistory(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) throws(FileError) {
    let index = numbers.place(of: transaction.item)
    var trace = numbers[index]
    let before = trace
    trace.line = number(of: entry.place)
    let isReturn = transaction.layout.borrower == nil
    trace.marks.subtract(.item)
    trace.marks.insert(isReturn ? .returned : .lent)
    trace.borrower = transaction.borrowerTag
    numbers[index] = trace
    switch before.itemState.irregularity(to: trace.itemState) {
    case .returnedWithoutLoan:
      add(.returnWithoutLoan, entry.place, texts[entry.text])
    case .returnedTwice:
      add(
        .returnAfterReturn(place(of: before.line)), entry.place,
        texts[entry.text])
    case .renewal:
      try checkLoan(transaction, entry, after: before, mayBeRenewal: true)
    case .lentTwice:
      try checkLoan(transaction, entry, after: before, mayBeRenewal: false)
    case nil: break
    }
    if before.marks.contains(.borrower),
      !before.marks.contains(.reportedAsBoth)
    {
      numbers[index].marks.insert(.reportedAsBoth)
      addOfBothKinds(
        .item, transaction.layout.item, entry, other: place(of: before.line))
    }
  }

  /// Distinguishes a renewal from a loan to another borrower, whose fingerprint
  /// may have the same low bits.
  private mutating func checkLoan(
    _ transaction: Entry.Transaction, _ entry: Entry,
    after before: NumberTrace, mayBeRenewal: Bool
  ) throws(FileError) {
    guard let range = transaction.layout.borrower else { return }
    let loan = place(of: before.line)
    // The earlier line is read only if its borrower matters.
    var borrower = ""
    if mayBeRenewal || isReported(.loanAfterLoan) {
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
