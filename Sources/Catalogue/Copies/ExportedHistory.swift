import Circulation
import Tables

/// A history of copies that a person has exported, as text or as a workbook.
package struct ExportedHistory {
  private var rows: Set<[String]> = []

  /// Reads an exported history.
  ///
  /// - Throws: ``CatalogueError``.
  package init(
    _ path: String, on disk: any FileSystem
  ) throws(CatalogueError) {
    var rows: Set<[String]> = []
    try ListFile(path, on: disk).read(nil) { row in
      rows.insert(Self.key(row.cells))
      return true
    } refuse: { _ in
    } progress: { _ in
    }
    self.rows = rows
  }

  /// Returns the number of rows of a history that the file does not have.
  package func missingCount(of history: [HistoryRow]) -> Int {
    history.count { !rows.contains(Self.key($0.cells)) }
  }

  /// Returns the cells that are compared: a reason is in one language or the
  /// other.
  private static func key(_ cells: [String]) -> [String] {
    let count = HistoryRow.columns.count
    return (0..<count).map { $0 < cells.count ? cells[$0].trimmed : "" }
  }
}
