import Catalogue
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

extension Item {
  /// The names of its values for programs.
  static let columns = [
    "number", "title", "author", "callNumber", "status", "statusLabel",
    "section", "location", "owner", "support", "year", "price", "notForLoan",
    "onLoan", "listed",
  ]

  /// Returns its values for programs; `listed` is the day of its list.
  func values(listed: String) -> [OutputRow.Value] {
    [
      .text(number), .init(title), .init(author), .init(callNumber),
      .init(status), .init(statusLabel), .init(section), .init(location),
      .init(owner), .init(support), .init(year), .init(price),
      .init(isNotForLoan), .init(isOnLoan), .text(listed),
    ]
  }

  /// The item in a line, for a person.
  var line: String {
    [number, title ?? "", callNumber ?? ""].joined(separator: "  ").printable
      + "\n"
  }
}

extension Borrower {
  /// The names of its values for programs.
  static let columns = [
    "number", "name", "group", "expires", "blocked", "listed",
  ]

  /// Returns its values for programs; the number is the one that was asked for.
  func values(number: String, listed: String) -> [OutputRow.Value] {
    [
      .text(number), .init(name), .init(group), .init(expires),
      .flag(isBlocked), .text(listed),
    ]
  }
}
