import Circulation

/// The numbers that a desk has seen as cards and as items, and what they tell of
/// one that comes.
///
/// What was lent to is a card, and what was lent or returned is an item. What
/// both of them look like is known from five of each on, if they differ.
public struct SeenNumbers: Sendable {
  /// Why a number is no more what it came as than what was seen allows.
  public enum Doubt: Hashable, Sendable {
    /// It was the other of the two, and never this.
    case isOther
    /// It looks like the other of the two.
    case looksLikeOther
    /// It does not look like the others of its kind, by its length or its
    /// characters.
    case looksUnlike
    /// It is another number of a kind, written otherwise.
    case spelling(Spelling, of: String, Scan.Kind)
    /// It is two numbers in one scan.
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

  /// A number that a spelling of it was seen for.
  private struct PlainForm: Hashable {
    let number: String
    let kind: Scan.Kind
  }

  private var kinds: [String: Kinds] = [:]
  /// What was seen of each number that was seen in another spelling only.
  private var spellings: [PlainForm: Spelling.Form] = [:]
  private var borrowers = LookTally()
  private var items = LookTally()
  /// What was insisted on though it was like the other kind.
  private var exceptional: [Scan.Kind: [Look]] = [:]
  /// How many items were numbers of titles, and how many of each form were not.
  private var titleCount = 0
  private var otherForms: [TitleNumber.Form: Int] = [:]

  /// Nothing was seen yet.
  public init() {}

  /// What was seen in some transactions.
  public init(_ transactions: some Sequence<Transaction>) {
    for transaction in transactions { add(transaction) }
  }

  /// Takes what was recorded.
  public mutating func add(_ transaction: Transaction) {
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
      // Who has scanned it twice knows what it is.
      add(look, as: kind, weight: isInsisted ? LookTally.enough : 1)
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

  /// Takes a number that was insisted on though it is like the other kind: so
  /// may a mistake be, and it takes several to make it usual.
  private mutating func addExceptional(_ look: Look, as kind: Scan.Kind) {
    exceptional[kind, default: []].append(look)
    let looks = exceptional[kind, default: []]
    guard looks.count >= LookTally.enough else { return }
    for look in looks.count == LookTally.enough ? looks : [look] {
      add(look, as: kind)
    }
  }

  private mutating func add(_ look: Look, as kind: Scan.Kind, weight: Int = 1) {
    switch kind {
    case .borrower: borrowers.add(look, weight: weight)
    case .item: items.add(look, weight: weight)
    }
  }

  /// Whether a look is rather one of a kind than one of the other.
  private func isRather(_ look: Look, _ kind: Scan.Kind) -> Bool {
    look.isRather(of: tally(of: kind), than: tally(of: kind.other))
  }

  /// Two numbers that were seen, one behind the other in one scan; nil if it is
  /// none.
  private func knownParts(of number: String) -> (String, String)? {
    let utf8 = number.utf8
    guard utf8.count >= 2 * Spelling.leastLength else { return nil }
    for length in Spelling.leastLength...utf8.count - Spelling.leastLength {
      let first = String(number.prefix(length))
      guard kinds[first] != nil else { continue }
      let second = String(number.dropFirst(length))
      if kinds[second] != nil { return (first, second) }
    }
    return nil
  }

  // MARK: What they tell

  /// Why a number that comes as one of a kind may be wrong; nil if nothing
  /// that was seen contradicts it.
  public func doubt(_ number: String, as kind: Scan.Kind) -> Doubt? {
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

  /// Whether the items that were seen are like a number that seems to be one of
  /// a title, so that such numbers stand on the library's labels.
  public func areItems(like number: String) -> Bool {
    guard TitleNumber(number)?.mayBeChance ?? false else {
      return titleCount >= LookTally.enough
    }
    // A number of a title always ends as it has to; ones that do not are a
    // library's own.
    let count = TitleNumber.Form(number).map { otherForms[$0] ?? 0 } ?? 0
    return count >= LookTally.enough
  }

  /// Whether items look like a number, though it is the number of a title.
  public func isUsualItem(_ number: String) -> Bool {
    items.isUsual(Look(number))
  }

  /// The fewest characters that cards or items usually have; nil if too few were
  /// seen.
  public var shortestLength: Int? {
    [borrowers.shortestLength, items.shortestLength].compactMap(\.self).min()
  }

  private func tally(of kind: Scan.Kind) -> LookTally {
    kind == .borrower ? borrowers : items
  }

  /// Whether cards and items can be told from one another.
  private var areDifferent: Bool {
    guard let card = borrowers.last, let item = items.last else { return false }
    return isRather(card, .borrower) || isRather(item, .item)
  }

  /// The number that another one is a spelling of, or a spelling of the same,
  /// among those of a kind.
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
