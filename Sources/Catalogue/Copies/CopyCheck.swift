import Circulation
import Textbooks

/// The check of a school's copies: what would make states, fines or letters
/// wrong.
package struct CopyCheck {
  private let scale: StatusScale
  private let tariff: Tariff
  private let histories: [Barcode: CopyHistory]
  /// The day of each list, `YYYY-MM-DD`.
  private let days: [ImportedList.ID: String]

  private var copies: [SchoolCopy] = []
  private var deleted: [Item] = []
  private var lengths: [Int: Int] = [:]

  /// Creates a check without copies.
  ///
  /// - Parameters:
  ///   - scale: the states of the school.
  ///   - tariff: its rules for fines.
  ///   - histories: what the journals tell of copies.
  ///   - lists: the lists of the catalogue.
  package init(
    on scale: StatusScale, _ tariff: Tariff,
    _ histories: [Barcode: CopyHistory], lists: [ImportedList]
  ) {
    self.scale = scale
    self.tariff = tariff
    self.histories = histories
    days = Dictionary(lists.map { ($0.id, String($0.exported.prefix(10))) }) {
      $1
    }
  }

  /// Takes a copy.
  package mutating func add(_ item: Item) {
    if item.deleted != nil {
      deleted.append(item)
      return
    }
    let copy = SchoolCopy(
      item, in: histories, listed: item.list.flatMap { days[$0] } ?? "")
    guard copy.isCounted else { return }
    copies.append(copy)
    lengths[item.number.count, default: 0] += 1
  }

  /// The number of copies that are checked.
  package var count: Int { copies.count }

  /// All that was found: of copies in the order that they were taken, then of
  /// numbers and titles that are one.
  package func findings() -> [CopyFinding] {
    let rules = CopyRules(on: scale, lengths: lengths)
    var all = copies.flatMap { copy in
      rules.flaws(of: copy.item).filter(\.isOfCopy).map { flaw in
        CopyFinding(
          copy.item, value: copy.item.text(of: flaw.field), .flaw(flaw))
      } + states(of: copy)
    }
    all += shared(by: rules)
    all += titles()
    all += sameNumbers() + sameTitles()
    for item in deleted {
      if let day = item.deleted, let listed = item.list.flatMap({ days[$0] }),
        listed > day
      {
        all.append(CopyFinding(item, .stillListed(listed)))
      }
    }
    return all
  }

  // MARK: Copies

  private func states(of copy: SchoolCopy) -> [CopyFinding] {
    let item = copy.item
    guard let state = copy.state else { return [CopyFinding(item, .noState)] }
    var problems: [CopyFinding.Problem] = []
    if let noted = copy.history?.notedStates.last, let listed = item.status,
      noted.status != listed, !copy.isOnLoan,
      noted.time.iso8601.prefix(10) < item.list.flatMap({ days[$0] }) ?? ""
    {
      problems.append(.journal(noted.status, listed: listed))
    } else if let start = item.initialStatus, start != state, !copy.isOnLoan,
      copy.history?.state == nil
    {
      problems.append(.start(start, state: state))
    }
    return problems.map { CopyFinding(item, value: String(state), $0) }
  }

  /// Returns the flaws of values that many copies share, once for each value.
  private func shared(by rules: CopyRules) -> [CopyFinding] {
    var counts: [SharedFlaw: (first: Item, count: Int)] = [:]
    var order: [SharedFlaw] = []
    for copy in copies {
      for flaw in rules.flaws(of: copy.item) where !flaw.isOfCopy {
        let key = SharedFlaw(
          flaw: flaw, value: copy.item.text(of: flaw.field) ?? "")
        if counts[key] == nil { order.append(key) }
        counts[key, default: (copy.item, 0)].count += 1
      }
    }
    return order.compactMap { key in
      counts[key].map {
        CopyFinding(
          $0.first, value: key.value, count: $0.count, .flaw(key.flaw))
      }
    }
  }

  private struct SharedFlaw: Hashable {
    let flaw: CopyFlaw
    let value: String
  }

  // MARK: Titles

  private func titles() -> [CopyFinding] {
    copies.inOrder { TitleName($0.item) }.flatMap { copies in
      let items = copies.map(\.item)
      let first = items[0]
      var problems: [CopyFinding.Problem] = []
      let prices = items.compactMap(\.price).unique
      let fees = items.compactMap(\.fee).unique
      if prices.isEmpty, tariff.price == nil { problems.append(.noPrice) }
      if fees.isEmpty, tariff.fee == .ask { problems.append(.noFee) }
      if prices.count > 1 { problems.append(.several(.price, prices)) }
      if fees.count > 1 { problems.append(.several(.fee, fees)) }
      return problems.map { CopyFinding(first, count: items.count, $0) }
    }
  }

  private func sameNumbers() -> [CopyFinding] {
    copies.map(\.item).inOrder { $0.number.foldedForNumbers }
      .filter { $0.count > 1 }
      .map { items in
        CopyFinding(
          items[0], value: items[0].number,
          .sameNumber(items.dropFirst().map(\.number)))
      }
  }

  /// Returns the titles of which several are one, by their ISBN or by their
  /// name.
  private func sameTitles() -> [CopyFinding] {
    let titles = copies.inOrder { TitleName($0.item) }.map(\.[0].item)
      .filter { $0.title != nil }
    let byISBN = titles.filter { $0.isbn != nil }.inOrder { $0.isbn ?? "" }
    let byName = titles.inOrder { $0.title?.foldedForHeader ?? "" }
      .flatMap(Self.byAuthor)
    var known: Set<[String]> = []
    return (byISBN + byName).filter { $0.count > 1 }.compactMap { items in
      guard known.insert(items.map(\.number)).inserted else { return nil }
      return CopyFinding(
        items[0], value: items[0].title, count: items.count,
        .sameTitle(
          items.dropFirst().map(\.titleWithAuthor), number: items[1].number,
          author: items[0].author))
    }
  }

  /// Parts titles of one name by their authors; who has none may be of any.
  private static func byAuthor(_ items: [Item]) -> [[Item]] {
    let groups = items.inOrder { $0.author?.foldedForHeader ?? "" }
    let unknown = Array(groups.filter { $0[0].author == nil }.joined())
    let known = groups.filter { $0[0].author != nil }
    return known.count == 1 ? [known[0] + unknown] : known + [unknown]
  }
}

/// A title with its author, exactly as lists write them.
private struct TitleName: Hashable {
  let title: String?
  let author: String?

  init(_ item: Item) { (title, author) = (item.title, item.author) }
}

extension Item {
  /// The title with the author, if there is one.
  package var titleWithAuthor: String {
    [title, author].compactMap(\.self).joined(separator: " / ")
  }
}

extension CopyFlaw {
  /// True if each copy shows it for itself, and not a value that many share.
  fileprivate var isOfCopy: Bool {
    switch self {
    case .leadingZero, .otherLength, .slash(.item), .notOnScale: true
    case .slash, .noLetter, .notAnAmount: false
    }
  }
}

extension CopyFinding {
  fileprivate init(
    _ item: Item, value: String? = nil, count: Int = 1, _ problem: Problem
  ) {
    self.init(
      number: item.number, title: item.title, value: value, count: count,
      problem)
  }
}

extension String {
  /// A number in small letters, without zeros at the start.
  fileprivate var foldedForNumbers: String {
    let rest = lowercased().drop { $0 == "0" }
    return String(rest)
  }
}

extension Array {
  /// Returns the elements that have the same key together, in the order of the
  /// first ones.
  fileprivate func inOrder<Key: Hashable>(
    by key: (Element) -> Key
  ) -> [[Element]] {
    var places: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].append(element)
      } else {
        places[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}

extension [String] {
  /// The texts without those that came before.
  fileprivate var unique: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
