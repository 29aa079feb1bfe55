import Circulation
import Scanning

// Checks of the numbers in the lines.
extension LineChecker {
  mutating func checkNumbers(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) {
    checkSwap(transaction, entry)
    let item = numbers.place(of: transaction.item)
    if !numbers[item].marks.contains(.checkedAsItem) {
      numbers[item].marks.insert(.checkedAsItem)
      checkItem(transaction, entry)
    }
    guard let range = transaction.layout.borrower else { return }
    let borrower = numbers.place(of: transaction.borrower)
    let before = numbers[borrower]
    if !before.marks.contains(.checkedAsBorrower) {
      numbers[borrower].marks.insert(.checkedAsBorrower)
      checkNumber(
        .borrower, range, entry, rules.numbers.borrower, borrowers)
    }
    if !before.marks.contains(.borrower) {
      numbers[borrower].marks.insert(.borrower)
      if before.marks.isDisjoint(with: .item) {
        numbers[borrower].line = number(of: entry.place)
      } else if !before.marks.contains(.reportedAsBoth) {
        numbers[borrower].marks.insert(.reportedAsBoth)
        addOfBothKinds(
          .borrower, range, entry, other: place(of: before.line))
      }
    }
  }

  /// Reports item and borrower as swapped if each was only of the other kind
  /// before.
  private mutating func checkSwap(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) {
    let item = numbers[numbers.place(of: transaction.item)].marks
    guard
      transaction.layout.borrower != nil, item.contains(.borrower),
      item.isDisjoint(with: [.item, .reportedAsBoth])
    else { return }
    let place = numbers.place(of: transaction.borrower)
    let borrower = numbers[place].marks
    guard
      !borrower.isDisjoint(with: .item),
      borrower.isDisjoint(with: [.borrower, .reportedAsBoth])
    else { return }
    numbers[place].marks.formUnion([.checkedAsBorrower, .reportedAsBoth])
    numbers[numbers.place(of: transaction.item)].marks
      .formUnion([.checkedAsItem, .reportedAsBoth])
    add(.swapped, entry.place, texts[entry.text])
  }

  private mutating func checkItem(
    _ transaction: Entry.Transaction, _ entry: Entry
  ) {
    if let range = transaction.layout.borrower,
      isSwapped(transaction.layout.item, range, entry)
    {
      markSwapped(transaction)
      return add(.swapped, entry.place, texts[entry.text])
    }
    checkNumber(
      .item, transaction.layout.item, entry, rules.numbers.item, items)
  }

  /// Marks both numbers as reported, so that nothing more is reported about
  /// them.
  private mutating func markSwapped(_ transaction: Entry.Transaction) {
    let borrower = numbers.place(of: transaction.borrower)
    numbers[borrower].marks.formUnion([.checkedAsBorrower, .reportedAsBoth])
    let item = numbers.place(of: transaction.item)
    numbers[item].marks.insert(.reportedAsBoth)
  }

  private func isSwapped(
    _ item: Range<Int>, _ borrower: Range<Int>, _ entry: Entry
  ) -> Bool {
    let rules = rules.numbers
    guard !rules.item.patterns.isEmpty, !rules.borrower.patterns.isEmpty
    else { return false }
    let (item, borrower) = (text(item, of: entry), text(borrower, of: entry))
    return !rules.item.fits(item) && rules.borrower.fits(item)
      && !rules.borrower.fits(borrower) && rules.item.fits(borrower)
  }

  /// Checks a number that occurs for the first time: against title numbers,
  /// other numbers, and the configured rules; without rules, against the advice
  /// that PMB gives for all numbers.
  private mutating func checkNumber(
    _ kind: FileIssue.NumberKind, _ range: Range<Int>, _ entry: Entry,
    _ rules: NumberRules, _ lengths: LengthTally
  ) {
    let bytes = part(range, of: entry)
    let number = text(range, of: entry)
    let issue =
      titleIssue(number, kind, rules)
      ?? spellingIssue(number, bytes, kind, entry, lengths)
      ?? (rules == NumberRules()
        ? lookIssue(number, kind, entry)
          ?? unwiseIssue(number, bytes, kind, lengths)
        : rules.warning(number).map { .doubtful(number, kind, $0) })
    if let issue { add(issue, entry.place, texts[entry.text]) }
  }

  private func titleIssue(
    _ number: String, _ kind: FileIssue.NumberKind, _ rules: NumberRules
  ) -> FileIssue? {
    guard let title = TitleNumber(number) else { return nil }
    let isKnown =
      switch kind {
      case .item:
        titles.areItems(like: title)
          || rules.fits(number)
            && (title.mayBeChance || rules.meansTitles(like: number))
      case .borrower: title.mayBeChance || rules.fits(number)
      }
    return isKnown ? nil : .title(number, kind, title)
  }

  private mutating func spellingIssue(
    _ number: String, _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind,
    _ entry: Entry, _ lengths: LengthTally
  ) -> FileIssue? {
    let isUsual = lengths.isUsual(bytes.count)
    if let found = spellings.find(
      number, bytes, kind, on: self.number(of: entry.place), isUsual: isUsual,
      among: numbers, fingerprints)
    {
      return .spelling(
        number, kind, found.spelling, other: place(of: found.line))
    }
    guard !isUsual else { return nil }
    let known = spellings.knownParts(of: bytes, among: numbers, fingerprints)
    if let parts = Spelling.halves(of: number) {
      return .twoNumbers(
        number, kind, parts.0, parts.1, other: known.map { place(of: $0.line) })
    }
    return known.map {
      .twoNumbers(
        number, kind, String(number.prefix($0.length)),
        String(number.dropFirst($0.length)), other: place(of: $0.line))
    }
  }

  /// Returns the issue of a number that looks like one of the other kind; nil
  /// if it does not.
  private mutating func lookIssue(
    _ number: String, _ kind: FileIssue.NumberKind, _ entry: Entry
  ) -> FileIssue? {
    guard
      looks.looksLikeOther(number, than: kind == .item ? .item : .borrower)
    else { return nil }
    guard
      kind == .item, rules.numbers.borrower == NumberRules(),
      let transaction = entry.transaction,
      let range = transaction.layout.borrower,
      looks.looksLikeOther(text(range, of: entry), than: .borrower)
    else { return .looksLikeOther(number, kind) }
    markSwapped(transaction)
    return .swapped
  }

  private func unwiseIssue(
    _ number: String, _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind,
    _ lengths: LengthTally
  ) -> FileIssue? {
    if bytes.count == Barcode.maximumLength { return .full(number, kind) }
    let usual = lengths.usual
    if let usual, bytes.count < usual {
      return .short(number, kind, usual: usual)
    }
    if bytes.first == UInt8(ascii: "0") {
      return .unwise(number, kind, .leadingZero)
    }
    if bytes.contains(UInt8(ascii: "/")) {
      return .unwise(number, kind, .slash)
    }
    guard let usual, bytes.count != usual else { return nil }
    return .unwise(number, kind, .length(bytes.count))
  }

  mutating func addOfBothKinds(
    _ kind: FileIssue.NumberKind, _ range: Range<Int>, _ entry: Entry,
    other: LinePlace
  ) {
    add(
      .ofBothKinds(text(range, of: entry), kind, other: other), entry.place,
      texts[entry.text])
  }
}
