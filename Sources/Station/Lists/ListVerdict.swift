import Catalogue
import Circulation
import Scanning

/// The answer of the library system's lists about a number at a desk.
package struct ListVerdict: Hashable {
  /// The number.
  package let number: String
  /// The kind of number that it came as.
  package let kind: Scan.Kind
  /// The statements against recording it.
  package private(set) var objections: [Objection]
  /// The day of the list that has it, else of the newest one of its kind,
  /// `YYYY-MM-DD`.
  package let day: String
  /// The standing of the item; nil if no list has it.
  private(set) var standing: ItemStanding?
  /// The borrower; nil if no list has one.
  package private(set) var borrower: Borrower?
  /// The loan by which another borrower has the item, if it was lent here.
  package private(set) var loan: Transaction?
  /// The borrower who has the item by the lists or by a loan here; nil if
  /// nobody does, or nothing is known of who does.
  package private(set) var holder: Borrower?

  /// True if no list has the number.
  var isUnknown: Bool { standing == nil && borrower == nil }

  /// Creates the verdict on a number as one of a kind; nil if there are no
  /// lists of its kind.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - kind: the kind of number that it comes as.
  ///   - lists: the lists.
  ///   - desk: the desk.
  ///   - old: the transaction that is to be amended; nil for a new one.
  init?(
    on number: String, as kind: Scan.Kind, by lists: CatalogueWatch,
    at desk: Desk, amending old: Transaction?
  ) {
    self.number = number
    self.kind = kind
    standing = kind == .item ? lists.standing(ofItem: number) : nil
    borrower = kind == .borrower ? lists.borrower(number) : nil
    guard
      let day = lists.day(of: standing?.list ?? borrower?.list)
        ?? lists.newestDay(of: kind == .item ? .items : .borrowers)
    else { return nil }
    self.day = day
    objections = []
    switch kind {
    case .item: judgeItem(by: lists, at: desk, amending: old)
    case .borrower:
      judgeBorrower(
        on: desk.clock.now().iso8601.prefix(10),
        isLoan: (old?.operation ?? desk.operation) == .loan)
    }
  }

  /// Creates the verdict of a list of a day, `YYYY-MM-DD`, on a number of which
  /// nothing else is known.
  init(
    on number: String, as kind: Scan.Kind, against objections: [Objection],
    day: String
  ) {
    self.number = number
    self.kind = kind
    self.objections = objections
    self.day = day
  }

  private mutating func judgeBorrower(on today: Substring, isLoan: Bool) {
    guard let borrower else {
      objections = [.unknownBorrower]
      return
    }
    // Whoever it is may bring something back.
    guard isLoan else { return }
    if borrower.isBlocked { objections.append(.blocked) }
    if borrower.isExpired(on: String(today)) { objections.append(.expired) }
  }

  private mutating func judgeItem(
    by lists: CatalogueWatch, at desk: Desk, amending old: Transaction?
  ) {
    guard let standing else {
      objections = [.unknownItem]
      return
    }
    let isHeld = findHolder(of: standing, by: lists, at: desk)
    guard (old?.operation ?? desk.operation) == .loan else { return }
    if standing.isNotForLoan { objections.append(.notForLoan) }
    let reader = old == nil ? desk.borrower : old?.borrower
    let isTheirs = reader.map { reader in
      loan.map { $0.borrower == reader }
        ?? lists.isHolder(reader.text, standing.holder)
    }
    if isHeld, isTheirs != true { objections.append(.onLoan) }
    if standing.isRequested { objections.append(.requested) }
  }

  /// Finds out who has the item; returns true if somebody does.
  private mutating func findHolder(
    of standing: ItemStanding, by lists: CatalogueWatch, at desk: Desk
  ) -> Bool {
    // What was recorded after the list was exported is newer.
    if let number = try? Barcode(number),
      let there = desk.lastElsewhere(of: number),
      there.transaction.recorded.iso8601 > day
    {
      // A loan there is told of by itself, and nobody is asked.
      return false
    }
    if let number = try? Barcode(number),
      let last = desk.lastTransaction(of: number), last.recorded.iso8601 > day
    {
      loan = last.operation == .loan ? last : nil
      holder = loan?.borrower.flatMap { lists.borrower($0.text) }
      return loan != nil
    }
    holder = lists.borrower(standing.holder)
    return standing.isOnLoan
  }
}

extension NumberKnowledge {
  /// Returns what lists say of a number that comes to a desk as one of a kind;
  /// nil if there are none of that kind.
  func listVerdict(
    on number: String, as kind: Scan.Kind, at desk: Desk,
    amending old: Transaction? = nil
  ) -> ListVerdict? {
    lists.flatMap {
      ListVerdict(on: number, as: kind, by: $0, at: desk, amending: old)
    }
  }
}

extension Scan.Kind {
  /// The other kind.
  var other: Scan.Kind { self == .item ? .borrower : .item }
}
