import Circulation

// Checks of each item's sequence of loans and returns.
extension LineChecker {
  /// Checks a transaction against the item's previous one.
  ///
  /// - Throws: ``FileError``.
  mutating func checkItemHistory(
    _ transaction: Entry.Transaction, _ entry: Entry, at places: NumberPlaces
  ) throws(FileError) {
    var trace = numbers[places.item]
    let before = trace
    trace.line = number(of: entry.place)
    let isReturn = transaction.layout.borrower == nil
    trace.marks.subtract(.item)
    trace.marks.insert(isReturn ? .returned : .lent)
    trace.borrower = transaction.borrowerTag
    numbers[places.item] = trace
    switch before.irregularity(of: trace) {
    case .returnedWithoutLoan:
      add(.returnWithoutLoan, entry)
    case .returnedTwice:
      add(.returnAfterReturn(place(of: before.line)), entry)
    case .renewal:
      try checkLoan(transaction, entry, after: before, mayBeRenewal: true)
    case .lentTwice:
      try checkLoan(transaction, entry, after: before, mayBeRenewal: false)
    case nil: break
    }
    if before.marks.contains(.borrower),
      !before.marks.contains(.reportedAsBoth)
    {
      numbers[places.item].marks.insert(.reportedAsBoth)
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
        return add(.renewal(of: loan), entry)
      }
      borrower = String(decoding: number, as: UTF8.self)
    }
    add(.loanAfterLoan(loan, borrower: borrower), entry)
  }
}
