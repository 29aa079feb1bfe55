import Circulation
import Scanning

// Checks of the numbers in the lines.
extension LineChecker {
  /// The places of a line's numbers in the table, valid until those of the next
  /// line are looked up.
  struct NumberPlaces {
    let item: Int
    /// The place of the borrower; that of the item in a return.
    let borrower: Int
  }

  /// Looks up the numbers of a line, inserting new ones.
  mutating func places(of transaction: Entry.Transaction) -> NumberPlaces {
    numbers.reserve(2)
    let item = numbers.place(of: transaction.item)
    guard transaction.layout.borrower != nil else {
      return NumberPlaces(item: item, borrower: item)
    }
    return NumberPlaces(
      item: item, borrower: numbers.place(of: transaction.borrower))
  }

  mutating func checkNumbers(
    _ transaction: Entry.Transaction, _ entry: Entry, at places: NumberPlaces
  ) {
    checkSwap(transaction, entry, at: places)
    if !numbers[places.item].marks.contains(.checkedAsItem) {
      numbers[places.item].marks.insert(.checkedAsItem)
      checkItem(transaction, entry, at: places)
    }
    guard let range = transaction.layout.borrower else { return }
    let borrower = places.borrower
    let before = numbers[borrower]
    if !before.marks.contains(.checkedAsBorrower) {
      numbers[borrower].marks.insert(.checkedAsBorrower)
      checkNumber(
        .borrower, range, entry, rules.numbers.borrower, borrowers, at: places)
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
    _ transaction: Entry.Transaction, _ entry: Entry, at places: NumberPlaces
  ) {
    let item = numbers[places.item].marks
    guard
      transaction.layout.borrower != nil, item.contains(.borrower),
      item.isDisjoint(with: [.item, .reportedAsBoth])
    else { return }
    let borrower = numbers[places.borrower].marks
    guard
      !borrower.isDisjoint(with: .item),
      borrower.isDisjoint(with: [.borrower, .reportedAsBoth])
    else { return }
    numbers[places.borrower].marks
      .formUnion([.checkedAsBorrower, .reportedAsBoth])
    numbers[places.item].marks.formUnion([.checkedAsItem, .reportedAsBoth])
    add(.swapped, entry)
  }

  private mutating func checkItem(
    _ transaction: Entry.Transaction, _ entry: Entry, at places: NumberPlaces
  ) {
    if let range = transaction.layout.borrower,
      isSwapped(transaction.layout.item, range, entry)
    {
      markSwapped(places)
      return add(.swapped, entry)
    }
    checkNumber(
      .item, transaction.layout.item, entry, rules.numbers.item, items,
      at: places)
  }

  /// Marks both numbers as reported, so that nothing more is reported about
  /// them.
  private mutating func markSwapped(_ places: NumberPlaces) {
    numbers[places.borrower].marks
      .formUnion([.checkedAsBorrower, .reportedAsBoth])
    numbers[places.item].marks.insert(.reportedAsBoth)
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
    _ rules: NumberRules, _ lengths: LengthTally, at places: NumberPlaces
  ) {
    let bytes = part(range, of: entry)
    let issue =
      titleIssue(bytes, kind, rules)
      ?? spellingIssue(bytes, kind, entry, lengths)
      ?? (rules == NumberRules()
        ? lookIssue(bytes, kind, entry, at: places)
          ?? unwiseIssue(bytes, kind, lengths)
        : rules.warning(bytes.text).map { .doubtful(bytes.text, kind, $0) })
    if let issue { add(issue, entry) }
  }

  private func titleIssue(
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind,
    _ rules: NumberRules
  ) -> FileIssue? {
    guard let title = TitleNumber(bytes.span) else { return nil }
    let number = bytes.text
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
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind, _ entry: Entry,
    _ lengths: LengthTally
  ) -> FileIssue? {
    let isUsual = lengths.isUsual(bytes.count)
    if let found = spellings.find(
      bytes, kind, on: number(of: entry.place), isUsual: isUsual,
      among: numbers, fingerprints)
    {
      return .spelling(
        bytes.text, kind, found.spelling, other: place(of: found.line))
    }
    guard !isUsual else { return nil }
    let number = bytes.text
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
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind, _ entry: Entry,
    at places: NumberPlaces
  ) -> FileIssue? {
    guard
      looks.looksLikeOther(
        bytes.span, than: kind == .item ? .item : .borrower)
    else { return nil }
    guard
      kind == .item, rules.numbers.borrower == NumberRules(),
      let range = entry.transaction?.layout.borrower,
      looks.looksLikeOther(part(range, of: entry).span, than: .borrower)
    else { return .looksLikeOther(bytes.text, kind) }
    markSwapped(places)
    return .swapped
  }

  private func unwiseIssue(
    _ bytes: ArraySlice<UInt8>, _ kind: FileIssue.NumberKind,
    _ lengths: LengthTally
  ) -> FileIssue? {
    if bytes.count == Barcode.maximumLength { return .full(bytes.text, kind) }
    let usual = lengths.usual
    if let usual, bytes.count < usual {
      return .short(bytes.text, kind, usual: usual)
    }
    if bytes.first == UInt8(ascii: "0") {
      return .unwise(bytes.text, kind, .leadingZero)
    }
    // On the slice itself it takes ten times as long.
    let hasSlash = bytes.withUnsafeBufferPointer {
      $0.contains(UInt8(ascii: "/"))
    }
    if hasSlash {
      return .unwise(bytes.text, kind, .slash)
    }
    guard let usual, bytes.count != usual else { return nil }
    return .unwise(bytes.text, kind, .length(bytes.count))
  }

  mutating func addOfBothKinds(
    _ kind: FileIssue.NumberKind, _ range: Range<Int>, _ entry: Entry,
    other: LinePlace
  ) {
    add(.ofBothKinds(text(range, of: entry), kind, other: other), entry)
  }
}

extension ArraySlice<UInt8> {
  /// The number in these bytes as a string.
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
