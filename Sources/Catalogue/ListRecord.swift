import Tables

/// The content of a row of a list.
enum ListRecord {
  case item(ItemRecord)
  case borrower(BorrowerRecord)
  case classTitle(ClassTitleRecord)

  /// The number of the item, or the class; empty for a borrower.
  var number: String {
    switch self {
    case .item(let record): record.number
    case .borrower: ""
    case .classTitle(let record): record.group
    }
  }
}

/// The content of a row about an item.
struct ItemRecord: Hashable {
  let number: String
  var title: String?
  var author: String?
  /// The values of the columns, by their order in ``ItemColumn``.
  var values = [String?](repeating: nil, count: ItemColumn.allCases.count)

  subscript(_ column: ItemColumn) -> String? {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }
}

extension Item {
  /// Creates an item of the content of a row.
  init(_ record: ItemRecord) {
    self.init(number: record.number)
    title = record.title
    author = record.author
    callNumber = record[.callNumber]
    status = record[.status].flatMap { Int($0) }
    statusLabel = record[.statusLabel]
    policy = record[.policy]
    section = record[.section]
    location = record[.location]
    owner = record[.owner]
    support = record[.support]
    year = record[.year]
    price = record[.price]
    fee = record[.fee]
    initialStatus = record[.initialStatus].flatMap { Int($0) }
    isTwoYear = record[.twoYear].map { $0 == "1" }
    isbn = record[.isbn]
    parts = record[.parts]
    note = record[.note]
    deleted = record[.deleted]
    isNotForLoan = record[.notForLoan].map { $0 == "1" }
    isOnLoan = record[.onLoan].map { $0 == "1" }
    due = record[.due]
  }
}

/// The content of a row about a borrower.
struct BorrowerRecord: Hashable {
  let digest: NumberDigest
  /// The values of the columns, by their order in ``BorrowerColumn``.
  var values = [String?](repeating: nil, count: BorrowerColumn.allCases.count)

  subscript(_ column: BorrowerColumn) -> String? {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }

  /// Returns what a level of privacy keeps: of a block it may not be the
  /// reason.
  func reduced(to level: PrivacyLevel) -> BorrowerRecord {
    var kept = BorrowerRecord(digest: digest)
    for column in BorrowerColumn.allCases where column.isKept(at: level) {
      kept[column] = self[column]
    }
    if level == .numbers { kept[.block] = self[.block].map { _ in "" } }
    return kept
  }
}

/// The content of a row about a title of a class.
struct ClassTitleRecord: Hashable {
  /// The class or course, as written.
  let group: String
  /// The values of the columns, by their order in ``ClassTitleColumn``.
  var values = [String?](
    repeating: nil, count: ClassTitleColumn.allCases.count)

  subscript(_ column: ClassTitleColumn) -> String? {
    get { values[column.rawValue] }
    set { values[column.rawValue] = newValue }
  }

  /// The title of the class.
  var title: ClassTitle {
    ClassTitle(
      group: group, title: self[.title], isbn: self[.isbn],
      callNumber: self[.callNumber])
  }
}

/// A reason to leave a row out.
package enum RowRejection: Hashable, Sendable {
  /// It has no number.
  case noNumber
  /// It has no class.
  case noClass
  /// It has neither a title nor an ISBN nor a call number.
  case noTitle
  /// It has another number of cells than the header.
  case cellCount(Int, expected: Int)
  /// It has one cell, as a heading over others has.
  case heading(String)
  /// The number can't be a barcode.
  case notANumber(String)
  /// A spreadsheet has rounded the number.
  case rounded(String)
  /// A cell is longer than the maximum, in bytes.
  case longCell(maximum: Int)
  /// The number is in another row too, with other values.
  case repeated(String)
  /// It is too long, or has an open quotation mark.
  case broken(BrokenRow.Reason)
}
