import Circulation
import Foundation

@testable import Exchange

/// The outcome that a careful reader should come to, as a fixture has it.
struct Expectation: Decodable {
  struct Row: Decodable, Hashable {
    let line: Int
    let when: String?
    let operation: String
    let item: String?
    let borrower: String?
    let millisecond: Int?
    let zone: String?
    let amount: String?
    let statgroup: Int?
    let kind: String?
    let uncatalogued: Int?
    let count: Int?
  }

  /// The dates of a row, which a fixture has as the file writes them.
  struct Dates: Decodable {
    let line: Int
    let due: String?
    let backdate: String?
  }

  struct Issue: Decodable, Hashable {
    let line: Int
    let error: String
  }

  struct Remark: Decodable {
    let line: Int
  }

  let generator: String?
  let version: String?
  let zone: String?
  let transactions: [Row]
  let others: [Row]?
  let warnings: [Remark]?
  let errors: [Issue]

  /// The rows, in the order of their lines.
  var rows: [Row] {
    (transactions + (others ?? [])).sorted { $0.line < $1.line }
  }
}

extension Expectation.Row {
  /// The row that a reader came to.
  init(_ entry: Entry, line: Int, _ notes: FileNotes) {
    var kind: Int?
    var (count, cents): (Int?, Int?)
    let operation: String
    switch entry.act {
    case .loan: operation = "loan"
    case .return: operation = "return"
    case .renewal: operation = "renewal"
    case .payment(_, let amount): (operation, cents) = ("payment", amount)
    case .registration: operation = "registration"
    case .inHouseUse(_, let uses):
      (operation, count) = ("in_house_use", uses)
    case .uncatalogued(_, let type, let items):
      (operation, kind, count) = ("loan", type, items)
    }
    let offset = entry.moment?.offset
    self.init(
      line: line,
      when: entry.moment.map {
        $0.text + (notes.format == .evergreen ? "Z" : "")
      },
      operation: operation, item: entry.item, borrower: entry.borrower,
      millisecond: entry.moment?.millisecond,
      zone: offset == 3_600 && !notes.isUTC ? "+01:00" : nil,
      amount: cents.map { String(format: "%.2f", Double($0) / 100) },
      statgroup: entry.group,
      kind: notes.format == .destiny ? entry.material.rawValue : nil,
      uncatalogued: kind, count: count)
  }
}

extension Moment {
  /// The time as fixtures write it.
  var text: String {
    let at = fields
    let time = String(
      format: "%04d-%02d-%02dT%02d:%02d", at.year, at.month, at.day, at.hour,
      at.minute)
    return hasSeconds ? time + String(format: ":%02d", at.second) : time
  }
}
