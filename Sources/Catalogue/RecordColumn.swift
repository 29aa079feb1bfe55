/// A column of the catalogue that a list may fill.
protocol RecordColumn: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The form in which the file keeps a value.
  var form: ColumnForm { get }
  /// Returns true if the fields of a list fill the column.
  func isFilled(by fields: Set<ListField>, of kind: ListKind) -> Bool
}

/// A form in which the catalogue's file keeps a value.
enum ColumnForm {
  /// The text itself.
  case text
  /// The number of a text that many rows have.
  case word
  /// A number.
  case number
  /// A day `YYYY-MM-DD`, as the number `YYYYMMDD`.
  case day
  /// 1 for true, 0 for false.
  case flag
  /// A digest, written in hexadecimal digits.
  case digest
}

extension RecordColumn {
  /// The names of the columns in the file, in order.
  static var names: [String] { allCases.map { "\($0)" } }

  /// The columns in the definition of their table.
  static var definitions: String {
    allCases.map { "\($0) \($0.form == .text ? "TEXT" : "INTEGER")" }
      .joined(separator: ", ")
  }

  /// The columns of a table in a query, with the texts of words.
  static func selection(of table: String) -> String {
    allCases.map {
      $0.form == .word
        ? "(SELECT text FROM word WHERE id = \(table).\($0))"
        : "\(table).\($0)"
    }
    .joined(separator: ", ")
  }
}

/// The columns of an item that a list may fill, beside number and title.
enum ItemColumn: Int, RecordColumn {
  case callNumber
  case status
  case statusLabel
  case policy
  case section
  case location
  case owner
  case support
  case year
  case price
  case notForLoan
  case onLoan
  case due
  case holder
  case requests
  case fee
  case initialStatus
  case twoYear
  case isbn
  case parts
  case note
  case deleted

  var form: ColumnForm {
    switch self {
    case .callNumber, .note: .text
    case .statusLabel, .policy, .section, .location, .owner, .support, .year,
      .price, .fee, .parts:
      .word
    // An ISBN takes less room than its digits.
    case .status, .requests, .initialStatus, .isbn: .number
    case .notForLoan, .onLoan, .twoYear: .flag
    case .due, .deleted: .day
    case .holder: .digest
    }
  }

  func isFilled(by fields: Set<ListField>, of kind: ListKind) -> Bool {
    let own: [ListField] =
      switch self {
      case .callNumber: [.callNumber]
      case .status: [.status, .statusLabel]
      case .statusLabel: [.statusLabel]
      case .policy: [.policy]
      case .section: [.section]
      case .location: [.location]
      case .owner: [.owner]
      case .support: [.support]
      case .year: [.year]
      case .price: [.price]
      case .notForLoan: [.notForLoan, .lendable, .policy, .statusLabel]
      case .onLoan: [.due, .process]
      case .due: [.due]
      case .holder: [.borrower]
      case .requests: [.requests]
      case .fee: [.fee]
      case .initialStatus: [.initialStatus]
      case .twoYear: [.twoYear]
      case .isbn: [.isbn]
      case .parts: [.parts]
      case .note: [.itemNote]
      case .deleted: [.deleted]
      }
    return self == .onLoan && kind == .loans || !fields.isDisjoint(with: own)
  }
}

/// The columns of a borrower that a list may fill, beside the digest.
enum BorrowerColumn: Int, RecordColumn {
  case number
  case name
  case groups
  case category
  case expires
  case block
  case alert

  var form: ColumnForm {
    switch self {
    case .number, .name, .groups, .block, .alert: .text
    case .category: .word
    case .expires: .day
    }
  }

  func isFilled(by fields: Set<ListField>, of kind: ListKind) -> Bool {
    switch self {
    // A lower level takes them away.
    case .number: kind == .borrowers
    case .name: !fields.isDisjoint(with: [.name, .lastName, .firstName])
    case .groups: fields.contains(.group)
    case .category: fields.contains(.category)
    case .expires: fields.contains(.expires)
    case .block: fields.contains(.block) || kind == .blocks
    case .alert: fields.contains(.alert)
    }
  }

  /// Returns true if the column may be kept at a level of privacy.
  func isKept(at level: PrivacyLevel) -> Bool {
    switch self {
    case .expires, .block: true
    case .number, .name, .category, .alert: level >= .names
    case .groups: level >= .classes
    }
  }
}

/// The columns of a title of a class that a list may fill, beside the class.
enum ClassTitleColumn: Int, RecordColumn {
  case title
  case isbn
  case callNumber

  var form: ColumnForm { .text }

  func isFilled(by fields: Set<ListField>, of kind: ListKind) -> Bool {
    switch self {
    case .title: fields.contains(.title)
    case .isbn: fields.contains(.isbn)
    case .callNumber: fields.contains(.callNumber)
    }
  }
}

// The columns of the records in a list of a kind, by their order.
extension ListKind {
  /// The names of the columns.
  var columnNames: [String] {
    switch self {
    case .items, .loans: ItemColumn.names
    case .borrowers, .blocks: BorrowerColumn.names
    case .sets: ClassTitleColumn.names
    }
  }

  /// Returns true if the fields of a list fill a column.
  func fills(_ column: Int, by fields: Set<ListField>) -> Bool {
    switch self {
    case .items, .loans:
      ItemColumn.allCases[column].isFilled(by: fields, of: self)
    case .borrowers, .blocks:
      BorrowerColumn.allCases[column].isFilled(by: fields, of: self)
    case .sets:
      ClassTitleColumn.allCases[column].isFilled(by: fields, of: self)
    }
  }
}
