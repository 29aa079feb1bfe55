/// The columns of the catalogue that a list fills.
struct ListLayout: Hashable {
  /// A column beside the one of the number.
  private enum Place: Hashable {
    case title
    case author
    case value(Int)
  }

  /// The kind of the list.
  let kind: ListKind
  /// The level at which borrowers are kept.
  let level: PrivacyLevel
  private let places: [Place]

  private init(_ kind: ListKind, _ level: PrivacyLevel, _ places: [Place]) {
    self.kind = kind
    self.level = level
    self.places = places
  }

  /// Creates the columns that the fields of a list fill.
  init(_ kind: ListKind, _ level: PrivacyLevel, fields: Set<ListField>) {
    let all = Self.places(of: kind, level)
    self.init(
      kind, level,
      all.filter { place in
        switch place {
        case .title: fields.contains(.title)
        case .author: fields.contains(.author)
        case .value(let index): kind.fills(index, by: fields)
        }
      })
  }

  /// Creates the columns with names; nil if there is no such column.
  init?(_ kind: ListKind, _ level: PrivacyLevel, names: [String]) {
    let all = Self.places(of: kind, level)
    let places = names.dropFirst().compactMap { name in
      all.first { Self.name(of: $0, kind) == name }
    }
    guard names.first == Self.keyName(of: kind, level),
      places.count == names.count - 1, Set(places).count == places.count
    else { return nil }
    self.init(kind, level, places)
  }

  /// All columns that a list may have, beside the one of the number.
  private static func places(
    of kind: ListKind, _ level: PrivacyLevel
  ) -> [Place] {
    switch kind {
    case .items, .loans:
      [.title, .author] + ItemColumn.allCases.map { .value($0.rawValue) }
    case .borrowers, .blocks:
      BorrowerColumn.allCases
        .filter { $0 != .number && $0.isKept(at: level) }
        .map { .value($0.rawValue) }
    case .sets: ClassTitleColumn.allCases.map { .value($0.rawValue) }
    }
  }

  private static func name(of place: Place, _ kind: ListKind) -> String {
    switch place {
    case .title: "title"
    case .author: "author"
    case .value(let index): kind.columnNames[index]
    }
  }

  private static func keyName(
    of kind: ListKind, _ level: PrivacyLevel
  ) -> String {
    switch kind {
    case .items, .loans: "item"
    case .borrowers, .blocks: level == .numbers ? "digest" : "borrower"
    case .sets: "class"
    }
  }

  /// The names of the columns, that of the number first.
  var names: [String] {
    [Self.keyName(of: kind, level)] + places.map { Self.name(of: $0, kind) }
  }

  /// True if the list has titles.
  var hasTitle: Bool { places.contains(.title) }

  /// True if the list has authors.
  var hasAuthor: Bool { places.contains(.author) }

  /// Returns true if the list fills a column of items.
  func fills(_ column: ItemColumn) -> Bool {
    places.contains(.value(column.rawValue))
  }

  /// Returns true if the list fills a column of borrowers.
  func fills(_ column: BorrowerColumn) -> Bool {
    column == .number
      ? kind == .borrowers && column.isKept(at: level)
      : places.contains(.value(column.rawValue))
  }

  /// Returns true if the list fills a column of titles of classes.
  func fills(_ column: ClassTitleColumn) -> Bool {
    places.contains(.value(column.rawValue))
  }

  /// Returns the columns that are kept at a level.
  func reduced(to level: PrivacyLevel) -> ListLayout {
    guard level < self.level else { return self }
    let all = Self.places(of: kind, level)
    return ListLayout(kind, level, places.filter(all.contains))
  }

  // MARK: Rows

  /// A block without a reason, which no list gives as its reason.
  private static let blocked = "yes"

  /// Returns the cells of a record, its number first.
  func cells(_ record: ListRecord) -> [String] {
    switch record {
    case .item(let item):
      [item.number]
        + places.map { place in
          switch place {
          case .title: item.title ?? ""
          case .author: item.author ?? ""
          case .value(let index): item.values[index] ?? ""
          }
        }
    case .borrower(let borrower):
      [borrower[.number] ?? String(borrower.digest.value, radix: 16)]
        + places.map { place in
          guard case .value(let index) = place,
            let value = borrower.values[index]
          else { return "" }
          return value.isEmpty ? Self.blocked : value
        }
    case .classTitle(let title): [title.group] + values(title.values)
    }
  }

  private func values(_ values: [String?]) -> [String] {
    places.map { place in
      if case .value(let index) = place { values[index] ?? "" } else { "" }
    }
  }

  /// Returns the record of cells; nil if it is not a record of this list.
  func record(
    _ cells: [String], _ key: NumberDigest.Key
  ) -> ListRecord? {
    guard cells.count == places.count + 1, let number = cells.first,
      !number.isEmpty
    else { return nil }
    if kind.isOfItems {
      var item = ItemRecord(number: number)
      for (place, cell) in zip(places, cells.dropFirst()) where !cell.isEmpty {
        switch place {
        case .title: item.title = cell
        case .author: item.author = cell
        case .value(let index): item.values[index] = cell
        }
      }
      return .item(item)
    }
    if kind == .sets {
      var title = ClassTitleRecord(group: number)
      for (place, cell) in zip(places, cells.dropFirst()) where !cell.isEmpty {
        if case .value(let index) = place { title.values[index] = cell }
      }
      return title.title.key == nil ? nil : .classTitle(title)
    }
    let digest: NumberDigest
    if level == .numbers {
      guard let value = UInt64(number, radix: 16) else { return nil }
      digest = NumberDigest(value: value)
    } else {
      digest = NumberDigest(number, key)
    }
    var borrower = BorrowerRecord(digest: digest)
    for (place, cell) in zip(places, cells.dropFirst()) where !cell.isEmpty {
      if case .value(let index) = place { borrower.values[index] = cell }
    }
    if level != .numbers { borrower[.number] = number }
    if borrower[.block] == Self.blocked { borrower[.block] = "" }
    return .borrower(borrower)
  }
}
