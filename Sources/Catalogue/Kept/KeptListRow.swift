import Circulation
import Tables

/// A row of a kept list: one about the list, which begins with an empty cell,
/// or a record, whose number is never empty.
///
/// The file is comma-separated text:
///
///     OffCirc list,1
///     ,kind,borrowers
///     ,columns,borrower,name,expires
///     B1234567,DUPONT Jeanne,2027-09-30
///     ,sum,1c291ca3
///     ,end,1
///
/// The checksum (CRC-32C, hexadecimal) is that of all rows since the last one.
enum KeptListRow: Equatable {
  /// The first row of a file.
  static let first = ["OffCirc list", "1"]
  /// The number of rows that have a checksum of their own.
  static let sumInterval = 1_000

  /// The names of the rows about a list.
  enum Name: String {
    case kind
    case level
    case exported
    case imported
    case complete
    /// The key of the digests.
    case key
    /// A file of the list, and its digest.
    case file
    /// The columns of the records that follow.
    case columns
    /// The checksum of the rows before.
    case sum
    /// The end, and the number of records.
    case end
  }

  /// A row about the list.
  case about(Name, [String])
  /// A record.
  case record([String])

  /// Recognizes a row; nil if it is not one of a kept list.
  init?(_ cells: [String]) {
    guard cells.first == "" else {
      self = .record(cells)
      return
    }
    guard cells.count > 1, let name = Name(rawValue: cells[1]) else {
      return nil
    }
    self = .about(name, Array(cells.dropFirst(2)))
  }

  /// The row as text.
  var text: String {
    switch self {
    case .about(let name, let cells): CSV.row(["", name.rawValue] + cells)
    case .record(let cells): CSV.row(cells)
    }
  }

  /// Returns the row with the checksum of the rows before.
  static func sum(of rows: [UInt8]) -> KeptListRow {
    .about(.sum, [String(Checksum.of(rows.span), radix: 16)])
  }
}

extension NumberDigest.Key {
  /// The key as 32 hexadecimal digits.
  var digits: String {
    [first, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    .joined()
  }

  /// Reads a key; nil if the text is not one.
  init?(digits: String) {
    guard digits.utf8.count == 32,
      let first = UInt64(digits.prefix(16), radix: 16),
      let second = UInt64(digits.suffix(16), radix: 16)
    else { return nil }
    self.init(first, second)
  }
}

/// A flaw of a kept list.
package enum KeptListFlaw: Hashable, Sendable {
  /// It is not a kept list, or one of another version of the program.
  case notAList
  /// A row is not as it was written.
  case row
  /// The rows up to this one are not as they were written.
  case sum
  /// The end is missing.
  case cut
}
