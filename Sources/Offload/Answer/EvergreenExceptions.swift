import Circulation

/// Evergreen's list of exceptions of an offline session: a row for each
/// transaction that failed, with the name of the event.
///
/// ```
/// BR1-desk  checkout  ASSET_COPY_NOT_FOUND  37000034179  9921000000164
/// ```
///
/// Columns can be hidden and moved: a head tells them, or else the file tells
/// which number is the item's.
extension SystemAnswer {
  /// Reads a list; nil if the rows are none.
  init?(evergreen rows: [[String]]) {
    var answer = SystemAnswer(.evergreen)
    var head: EvergreenHead?
    for row in rows {
      let cells = row.count == 1 ? row[0].listed : row
      if let found = EvergreenHead(cells) {
        head = found
      } else if let row = Self.row(of: cells, under: head) {
        answer.rows.append(row)
      }
    }
    guard !answer.rows.isEmpty else { return nil }
    self = answer
  }

  private static let operations: [String: Operation] = [
    "checkout": .loan, "renew": .loan, "checkin": .return,
  ]

  private static func row(
    of cells: [String], under head: EvergreenHead?
  ) -> AnsweredRow? {
    guard
      let place = cells.firstIndex(where: \.isNameOfEvent)
    else { return nil }
    let event = cells[place]
    let type = cells.first { $0.utf8.count < 16 && operation($0) != nil }
    let found = SystemMessage.found(in: event)
    guard found?.system == .evergreen || type != nil else { return nil }
    var row = AnsweredRow(
      kind: found?.kind ?? .unknown, text: event,
      operation: type.flatMap(operation),
      time: cells.lazy.compactMap { AnsweredTime($0) }.first)
    if let head {
      row.items = [head.item].compactMap { cells.number(at: $0) }
      row.borrowers = [head.borrower].compactMap { cells.number(at: $0) }
    } else {
      let numbers = cells.indices.filter { $0 != place }
        .compactMap { cells.number(at: $0) }.filter(\.mayBeBarcode)
      row.items = Array(numbers.prefix(4))
      row.borrowers = row.items.count > 1 ? row.items : []
    }
    return row
  }

  private static func operation(_ cell: String) -> Operation? {
    operations[cell.lowercased()]
  }
}

/// The columns of the list.
private struct EvergreenHead {
  let item: Int?
  let borrower: Int?

  /// Finds the columns in a head; nil if the cells are none.
  init?(_ cells: [String]) {
    let words = cells.map { $0.utf8.count < 40 ? $0.lowercased() : "" }
    guard
      words.count > 2, words.contains(where: { $0.contains("event") }),
      words.contains(where: { $0.contains("barcode") })
    else { return nil }
    borrower = words.firstIndex {
      $0.contains("patron") || $0.contains("user")
    }
    item =
      words.firstIndex { $0.contains("item") && $0.contains("barcode") }
      ?? words.firstIndex { $0 == "barcode" || $0 == "item" }
  }
}

extension [String] {
  fileprivate func number(at place: Int?) -> String? {
    guard let place, indices.contains(place) else { return nil }
    return self[place].nonEmpty
  }
}

extension String {
  /// The cells of a line of comma-separated values, whose numbers need no
  /// quotation marks.
  fileprivate var listed: [String] {
    guard utf8.contains(UInt8(ascii: ",")) else { return [self] }
    return split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != "\"" }).collapsingWhitespace
    }
  }

  /// True for words in capitals, joined by lines or hyphens.
  fileprivate var isNameOfEvent: Bool {
    guard 8...80 ~= utf8.count else { return false }
    var joints = 0
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"): joints += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      default: return false
      }
    }
    return joints > 0
  }

  /// True if it may be a number of an item or a borrower.
  fileprivate var mayBeBarcode: Bool {
    utf8.count <= Barcode.maximumLength && contains(where: \.isNumber)
      && !contains(" ") && !contains(":")
  }
}
