import Circulation
import Tables

/// Named values for programs: an object of JSON, or a record of CSV.
package struct OutputRow {
  /// The names of the values of rows, which differ.
  package struct Columns {
    fileprivate let names: [String]
    /// The names as keys of JSON in their order there, each with its place.
    fileprivate let keys: [(place: Int, key: String)]

    /// Creates the names of rows.
    package init(_ names: [String]) {
      self.names = names
      keys = names.indices.sorted { names[$0] < names[$1] }
        .map { (place: $0, key: JSON.text(names[$0]) + ":") }
    }

    /// The header of CSV, with a line end.
    package var csv: String { CSV.row(names) }
  }

  private let columns: Columns
  private let values: [Value]

  /// Creates a row of as many values as columns.
  package init(_ columns: Columns, _ values: [Value]) {
    self.columns = columns
    self.values = values
  }

  /// Creates a row of as many values as names; the names differ.
  package init(_ names: [String], _ values: [Value]) {
    self.init(Columns(names), values)
  }

  /// The row as JSON on one line, its names sorted, without a line end.
  package var json: String {
    let pairs = columns.keys.map { $0.key + values[$0.place].json }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  /// The row as CSV with a line end; no field is a formula to a spreadsheet.
  package var csv: String {
    CSV.row(values.map { CSV.withoutFormula($0.field) })
  }

  /// The row as CSV after a header of its names.
  package var csvWithHeader: String { columns.csv + csv }
}

extension OutputRow: ExpressibleByDictionaryLiteral {
  /// Creates a row of names with their values; the names differ.
  package init(dictionaryLiteral pairs: (String, Value)...) {
    self.init(pairs.map(\.0), pairs.map(\.1))
  }
}

extension OutputRow {
  /// A value of a row.
  package enum Value {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// Several values; in CSV separated by spaces.
    case list([Value])
    /// An object in an object; in CSV its values, separated by spaces.
    case row(OutputRow)
    /// `null` in JSON, and an empty field in CSV.
    case missing

    /// Creates a text, or a missing value.
    package init(_ text: String?) {
      self = text.map(Self.text) ?? .missing
    }

    /// Creates a number, or a missing value.
    package init(_ number: Int?) {
      self = number.map(Self.number) ?? .missing
    }

    /// Creates a truth, or a missing value.
    package init(_ flag: Bool?) {
      self = flag.map(Self.flag) ?? .missing
    }

    /// Creates a text with a time in ISO 8601.
    package init(_ time: LocalTime?) {
      self.init(time?.iso8601)
    }

    fileprivate var json: String {
      switch self {
      case .text(let text): JSON.text(text)
      case .number(let number): String(number)
      case .flag(let flag): String(flag)
      case .list(let values):
        "[" + values.map(\.json).joined(separator: ",") + "]"
      case .row(let row): row.json
      case .missing: "null"
      }
    }

    fileprivate var field: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .flag(let flag): String(flag)
      case .list(let values): values.joined
      case .row(let row): row.values.joined
      case .missing: ""
      }
    }
  }
}

extension [OutputRow.Value] {
  fileprivate var joined: String { map(\.field).joined(separator: " ") }
}
