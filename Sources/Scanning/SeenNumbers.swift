import Circulation

/// The numbers that a desk has seen as borrowers and as items, and what they
/// reveal about a new one.
///
/// A number lent to is a borrower, a number lent or returned is an item. Their
/// typical appearance is known from five of each, if they differ.
package struct SeenNumbers: Sendable {
  /// A reason to suspect a number, based on those seen.
  package enum Warning: Hashable, Sendable {
    /// It was seen only as the other kind.
    case isOther
    /// It looks like the other kind.
    case looksLikeOther
    /// It does not look like its kind, by length or characters.
    case looksUnlike
    /// It is another spelling of a number seen before.
    case spelling(Spelling, of: String, Scan.Kind)
    /// It consists of two numbers in one scan.
    case twoNumbers(String, String)
  }

  private struct Kinds: OptionSet, Hashable {
    let rawValue: UInt8

    static let borrower = Kinds(rawValue: 1)
    static let item = Kinds(rawValue: 2)

    init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    init(_ kind: Scan.Kind) {
      self = kind == .borrower ? .borrower : .item
    }
  }

  /// A plain number of which a spelling was seen.
  private struct PlainForm: Hashable {
    let number: String
    let kind: Scan.Kind
  }

  private var kinds: [String: Kinds] = [:]
  /// The first spelling seen of each plain number.
  private var spellings: [PlainForm: Spelling.Form] = [:]
  private var borrowers = LookTally()
  private var items = LookTally()
  /// The appearances accepted despite looking like the other kind.
  private var exceptional: [Scan.Kind: [Look]] = [:]
  /// The number of items that are title numbers, and of those with similar form
  /// but wrong check digit.
  private var titleCount = 0
  private var otherForms: [TitleNumber.Form: Int] = [:]

  /// Creates an empty memory.
  package init() {}

  /// Learns from transactions.
  package init(_ transactions: some Sequence<Transaction>) {
    for transaction in transactions { add(transaction) }
  }

  /// Learns from a recorded transaction.
  package mutating func add(_ transaction: Transaction) {
    let origins = transaction.origins
    add(
      transaction.item.text, as: .item,
      isInsisted: origins?.item.isDoubtful ?? false)
    if let borrower = transaction.borrower {
      add(
        borrower.text, as: .borrower,
        isInsisted: origins?.borrower.isDoubtful ?? false)
    }
  }

  private mutating func add(
    _ number: String, as kind: Scan.Kind, isInsisted: Bool
  ) {
    guard
      kinds[number, default: []].insert(Kinds(kind)).inserted
    else { return }
    let look = Look(number)
    if isInsisted, kinds[number] != Kinds(kind) || isRather(look, kind.other) {
      addExceptional(look, as: kind)
    } else {
      // A number accepted by a second scan is certain.
      add(look, as: kind, weight: isInsisted ? LookTally.minimumCount : 1)
    }
    if kind == .item {
      if TitleNumber(number) != nil {
        titleCount += 1
      } else if let form = TitleNumber.Form(number) {
        otherForms[form, default: 0] += 1
      }
    }
    for form in Spelling.plainForms(of: number) {
      let plain = PlainForm(number: form.number, kind: kind)
      if spellings[plain] == nil {
        spellings[plain] = Spelling.Form(
          spelling: form.spelling, number: number)
      }
    }
  }

  /// Learns from a number accepted despite looking like the other kind: it may
  /// be a mistake, so several are needed.
  private mutating func addExceptional(_ look: Look, as kind: Scan.Kind) {
    exceptional[kind, default: []].append(look)
    let looks = exceptional[kind, default: []]
    guard looks.count >= LookTally.minimumCount else { return }
    for look in looks.count == LookTally.minimumCount ? looks : [look] {
      add(look, as: kind)
    }
  }

  private mutating func add(_ look: Look, as kind: Scan.Kind, weight: Int = 1) {
    switch kind {
    case .borrower: borrowers.add(look, weight: weight)
    case .item: items.add(look, weight: weight)
    }
  }

  /// Returns true if an appearance is typical of a kind and rare in the other.
  private func isRather(_ look: Look, _ kind: Scan.Kind) -> Bool {
    look.isRather(of: tally(of: kind), than: tally(of: kind.other))
  }

  /// Returns two numbers seen before that this one consists of; nil if there
  /// are none.
  private func knownParts(of number: String) -> (String, String)? {
    let utf8 = number.utf8
    guard utf8.count >= 2 * Spelling.minimumLength else { return nil }
    for length in Spelling.minimumLength...utf8.count - Spelling.minimumLength {
      let first = String(number.prefix(length))
      guard kinds[first] != nil else { continue }
      let second = String(number.dropFirst(length))
      if kinds[second] != nil { return (first, second) }
    }
    return nil
  }

  // MARK: What they tell

  /// Returns the reason to suspect a number as one of a kind; nil if there is
  /// none.
  package func warning(_ number: String, as kind: Scan.Kind) -> Warning? {
    let seen = kinds[number] ?? []
    if seen.contains(Kinds(kind)) { return nil }
    if !seen.isEmpty { return .isOther }
    let look = Look(number)
    let isUsual = tally(of: kind).isUsual(look)
    let forms = Spelling.plainForms(of: number)
    for kind in [kind, kind.other] {
      if let other = other(number, kind, forms, isUsual: isUsual) {
        return .spelling(other.spelling, of: other.number, kind)
      }
    }
    if !isUsual,
      let parts = Spelling.halves(of: number) ?? knownParts(of: number)
    {
      return .twoNumbers(parts.0, parts.1)
    }
    if isRather(look, kind.other) { return .looksLikeOther }
    if !isUsual, areDifferent, tally(of: kind).isUnlikeAll(look) {
      return .looksUnlike
    }
    return nil
  }

  /// Returns true if the items seen are title numbers like this, so that these
  /// are on the library's labels.
  package func areItems(like number: String) -> Bool {
    guard TitleNumber(number)?.mayBeChance ?? false else {
      return titleCount >= LookTally.minimumCount
    }
    // A title number always has a valid check digit; items without are the
    // library's own numbers.
    let count = TitleNumber.Form(number).map { otherForms[$0] ?? 0 } ?? 0
    return count >= LookTally.minimumCount
  }

  /// Returns true if items look like this number, even if it is a title number.
  package func isUsualItem(_ number: String) -> Bool {
    items.isUsual(Look(number))
  }

  /// The smallest common length of borrowers or items in characters; nil if too
  /// few were seen.
  package var minimumLength: Int? {
    [borrowers.minimumLength, items.minimumLength].compactMap(\.self).min()
  }

  private func tally(of kind: Scan.Kind) -> LookTally {
    kind == .borrower ? borrowers : items
  }

  /// True if borrowers and items look different.
  private var areDifferent: Bool {
    guard let card = borrowers.last, let item = items.last else { return false }
    return isRather(card, .borrower) || isRather(item, .item)
  }

  /// Returns a number of a kind that was seen with the same plain form; nil if
  /// there is none.
  private func other(
    _ number: String, _ kind: Scan.Kind, _ forms: [Spelling.Form],
    isUsual: Bool
  ) -> Spelling.Form? {
    func isTelling(_ spelling: Spelling) -> Bool {
      !(isUsual && spelling.mayBeUsual)
    }
    for form in forms where isTelling(form.spelling) {
      if kinds[form.number]?.contains(Kinds(kind)) == true { return form }
      if form.spelling.isMutual,
        let other = spellings[PlainForm(number: form.number, kind: kind)],
        other.spelling == form.spelling
      {
        return other
      }
    }
    guard
      !spellings.isEmpty,
      let other = spellings[PlainForm(number: number, kind: kind)],
      isTelling(other.spelling)
    else { return nil }
    return other
  }
}
