import Circulation
import Tables

/// The lists that come without a header, known by their content alone.
enum HeaderlessList {
  /// Finds the columns of such a list.
  ///
  /// - Parameters:
  ///   - rows: its first rows.
  ///   - kind: the kind, if a person named it or its form shows it.
  ///   - named: the columns that a person named, by number.
  /// - Returns: the columns; nil if the content does not show them.
  static func columns(
    of rows: [TableRow], _ kind: ListKind?, _ named: [ListField: String]
  ) -> ListColumns? {
    if !named.isEmpty {
      return kind.flatMap { columns($0, named: named) }
    }
    if isOfReaders(rows), kind ?? .borrowers == .borrowers {
      return ListColumns(
        .borrowers,
        fields: [0: .borrower, 1: .lastName, 2: .firstName, 9: .group],
        cellCount: readerColumns)
    }
    if isOfBlocks(rows), kind ?? .blocks == .blocks {
      return ListColumns(
        .blocks, fields: [0: .borrower, 1: .block], cellCount: 2)
    }
    // A class alone has no title.
    guard let kind, kind != .sets, rows.allSatisfy({ $0.cells.count == 1 })
    else {
      return nil
    }
    return ListColumns(kind, fields: [0: .number(of: kind)], cellCount: 1)
  }

  private static func columns(
    _ kind: ListKind, named: [ListField: String]
  ) -> ListColumns? {
    let fields = named.compactMap { field, name in
      Int(name).map { ($0 - 1, field) }
    }
    guard fields.count == named.count,
      fields.contains(where: { $0.1 == .number(of: kind) })
    else { return nil }
    return ListColumns(kind, fields: Dictionary(fields) { first, _ in first })
  }

  /// Returns true if all rows have one cell, and most of them a number.
  static func hasNumbersAlone(_ rows: [TableRow]) -> Bool {
    let count = rows.count { isNumber($0.cells[0].trimmed) }
    return rows.allSatisfy { $0.cells.count == 1 }
      && count * 2 > rows.count
  }

  /// Returns the first column whose values are all different numbers, by its
  /// name in the first row, or by its number if that row has a number too; nil
  /// if there is none.
  static func candidate(in rows: [TableRow]) -> String? {
    guard let first = rows.first else { return nil }
    return first.cells.indices.prefix(ListColumns.maximumCount).first {
      column in
      var known: Set<String> = []
      return rows.count > 1
        && rows.dropFirst().allSatisfy { row in
          guard column < row.cells.count else { return false }
          let cell = row.cells[column].trimmed
          return isNumber(cell) && known.insert(cell).inserted
        }
    }.map { column in
      isNumber(first.cells[column].trimmed)
        ? String(column + 1) : first.cells[column].trimmed
    }
  }

  private static func isNumber(_ cell: String) -> Bool {
    cell.contains(where: \.isNumber) && !cell.contains(" ")
      && (try? Barcode(cell)) != nil
  }

  // MARK: Readers of PMB

  /// The number of columns of PMB's readers: number, last and first name,
  /// street, its second line, postal code, town, phone, day of birth, class,
  /// sex (`import_belgique.inc.php`).
  private static let readerColumns = 11

  private static let sexes: Set<String> = ["", "0", "1", "2", "F", "H", "M"]

  private static func isOfReaders(_ rows: [TableRow]) -> Bool {
    let count = rows.count(where: isReader)
    return rows.first.map(isReader) == true && count * 10 >= rows.count * 9
  }

  private static func isReader(_ row: TableRow) -> Bool {
    // Each line should end with a separator.
    let count = row.cells.count
    guard
      count == readerColumns
        || count == readerColumns + 1 && row.cells[readerColumns].isEmpty
    else { return false }
    let cells = row.cells.map(\.trimmed)
    return !cells[0].isEmpty && cells[1].contains(where: \.isLetter)
      && !cells[1].contains(where: \.isNumber)
      && (cells[5].isEmpty || cells[5].contains(where: \.isNumber))
      && (cells[8].isEmpty || CellValue.day(cells[8]) != nil)
      && sexes.contains(cells[10].uppercased())
  }

  // MARK: Blocks of Evergreen

  private static func isOfBlocks(_ rows: [TableRow]) -> Bool {
    !rows.isEmpty
      && rows.allSatisfy { row in
        row.cells.count == 2 && !row.cells[0].isEmpty
          && BlockLetter(rawValue: row.cells[1].trimmed) != nil
      }
  }
}
