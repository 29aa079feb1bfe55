import Catalogue
import Languages
import Offload
import Typesetting

/// The days of the lists of a catalogue, by the number of a list.
struct ListDays {
  private let days: [Int: String]
  /// The day of the newest list; nil if there is none.
  let newest: String?

  fileprivate init(_ lists: [ImportedList]) {
    days = Dictionary(lists.map { ($0.id, $0.exported) }) { $1 }
    newest = lists.map(\.exported).max()
  }

  /// The day of a list; empty if it is not known.
  subscript(list: Int?) -> String {
    list.flatMap { days[$0] } ?? ""
  }
}

extension Catalogue {
  /// Returns the days of its lists.
  ///
  /// - Throws: ``CatalogueError``.
  func days() throws(CatalogueError) -> ListDays { ListDays(try lists()) }
}

extension OutputFormat {
  /// Returns one row: an object, a header with a row, or lines for a person.
  func text(
    _ columns: [String], _ values: [OutputRow.Value], lines: () -> [String]
  ) -> String {
    let row = OutputRow(columns, values)
    return switch self {
    case .text: lines().joined(separator: "\n") + "\n"
    case .csv: row.csvWithHeader
    case .json: row.json + "\n"
    }
  }
}

/// The catalogue's knowledge of a number, for output.
protocol CatalogueRecord {
  /// The names of its values for programs.
  static var columns: [String] { get }
  /// The list that has it last.
  var list: ImportedList.ID? { get }

  /// Finds the record of a number; nil if no list has it.
  ///
  /// - Throws: ``CatalogueError``.
  static func find(
    _ number: String, in catalogue: Catalogue
  ) throws(CatalogueError) -> Self?

  /// Returns its values for programs.
  ///
  /// - Parameters:
  ///   - number: the number that was asked for.
  ///   - listed: the day of its list.
  /// - Returns: the values.
  func values(number: String, listed: String) -> [OutputRow.Value]

  /// Returns what is known of it, for a person.
  func facts(
    number: String, listed: String, in words: any Words
  ) -> [ListedFact]
}

extension Item: CatalogueRecord {
  static let columns = [
    "number", "title", "author", "callNumber", "status", "statusLabel",
    "section", "location", "owner", "support", "year", "price", "notForLoan",
    "onLoan", "listed",
  ]

  static func find(
    _ number: String, in catalogue: Catalogue
  ) throws(CatalogueError) -> Item? {
    try catalogue.item(number)
  }

  func values(number: String, listed: String) -> [OutputRow.Value] {
    [
      .text(number), .init(title), .init(author), .init(callNumber),
      .init(status), .init(statusLabel), .init(section), .init(location),
      .init(owner), .init(support), .init(year), .init(price),
      .init(isNotForLoan), .init(isOnLoan), .text(listed),
    ]
  }

  func facts(
    number: String, listed: String, in words: any Words
  ) -> [ListedFact] {
    words.facts(self, listed: listed)
  }

  /// The item in a line, for a person.
  var line: String {
    [number, title ?? "", callNumber ?? ""].joined(separator: "  ").printable
      + "\n"
  }
}

extension Borrower: CatalogueRecord {
  static let columns = [
    "number", "name", "group", "expires", "blocked", "listed",
  ]

  static func find(
    _ number: String, in catalogue: Catalogue
  ) throws(CatalogueError) -> Borrower? {
    try catalogue.borrower(number)
  }

  func values(number: String, listed: String) -> [OutputRow.Value] {
    [
      .text(number), .init(name), .init(group), .init(expires),
      .flag(isBlocked), .text(listed),
    ]
  }

  func facts(
    number: String, listed: String, in words: any Words
  ) -> [ListedFact] {
    words.facts(self, number: number, listed: listed)
  }
}

extension [ListedFact] {
  /// A line for each of them, in two columns.
  var lines: [String] {
    let width = map(\.name.count).max() ?? 0
    return map { $0.name.padded(to: width + 2) + $0.text }
  }
}
