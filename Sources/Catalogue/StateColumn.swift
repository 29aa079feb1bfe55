import Tables
import Textbooks

extension ListColumns {
  /// The name that columns of two fields have: what happens to an item, as Alma
  /// says it in words, and the state of a copy, as a school counts it.
  private static let name = "status"

  /// Returns the columns with one named `status` as what its content shows.
  ///
  /// Words, or 0 and 1 for no and yes, tell what happens to an item. Numbers of
  /// the scale are states, also those with a label behind them.
  ///
  /// - Parameters:
  ///   - rows: the first rows of the list.
  ///   - names: the names of columns, with the scale.
  /// - Returns: the columns.
  /// - Throws: ``ColumnQuestion``, if the content fits both or none.
  func readingStates(
    in rows: [TableRow], _ names: ColumnNames
  ) throws(ColumnQuestion) -> ListColumns {
    guard let column = column(of: .process), column < header.count,
      header[column].foldedForHeader == Self.name,
      names.isUsual(Self.name, for: .process)
    else { return self }
    let values = Set(
      rows.filter { $0.line > headerLine }.compactMap {
        column < $0.cells.count ? CellValue.text($0.cells[column]) : nil
      })
    let numbers = Set(values.compactMap { CellValue.status($0) })
      .compactMap { Int($0) }
    if numbers.isEmpty || Set(numbers) == [0, 1] || numbers == [0] {
      return self
    }
    guard values.allSatisfy({ CellValue.status($0) != nil }), numbers != [1],
      numbers.allSatisfy({ names.scale[$0] != nil })
    else { throw ColumnQuestion(header: header, .states(header[column])) }
    let haveLabels = values.contains { Int($0) == nil }
    return taking(column, asState: haveLabels ? .statusLabel : .status)
  }
}

extension ColumnNames {
  /// Returns true if neither a person nor the settings call a field so.
  fileprivate func isUsual(_ name: String, for field: ListField) -> Bool {
    named[field] == nil
      && !(added[field] ?? []).contains { $0.foldedForHeader == name }
  }
}
