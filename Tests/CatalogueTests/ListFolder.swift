import Circulation
import Foundation
import Support

@testable import Catalogue

/// A folder with lists and a catalogue.
struct ListFolder {
  let folder = TestFolder()

  var catalogue: String { folder.path + "/catalogue" }

  /// Writes a list, and returns its path.
  func write(_ content: String, as name: String = "list.csv") throws -> String {
    try write(Data(content.utf8), as: name)
  }

  /// Writes a list, and returns its path.
  func write(_ content: Data, as name: String) throws -> String {
    let path = folder.path + "/" + name
    try content.write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Imports files as one list.
  @discardableResult
  func add(
    _ paths: [String], level: PrivacyLevel = .numbers,
    _ change: (inout ListImport.Request) -> Void = { _ in }
  ) throws -> Outcome {
    var request = ListImport.Request(
      sources: paths.map { ListImport.Source(path: $0, digest: "0") },
      rules: RecordRules(notForLoan: [], level: level),
      exported: "2026-11-20", imported: "2026-11-21T08:00:00+01:00")
    change(&request)
    let rejected = Rejected()
    let report = try ListImport(into: catalogue, on: PosixFileSystem())
      .run(request) {
        rejected.rows.append($0)
      } progress: { _, _ in
      }
    return Outcome(report: report, rejected: rejected.rows)
  }

  private final class Rejected {
    var rows: [ListImport.RejectedRow] = []
  }

  struct Outcome {
    let report: ImportReport
    let rejected: [ListImport.RejectedRow]
  }

  /// All items and borrowers of the catalogue, as text.
  func dump() throws -> [String] {
    let database = try Database(catalogue, for: .reading)
    var rows: [String] = []
    for (table, columns) in [("item", 20), ("borrower", 10)] {
      let query = try database.statement(
        table == "item"
          ? """
          SELECT number, t.title, author, \
          \(ItemColumn.names.joined(separator: ", "))
          FROM item LEFT JOIN title AS t ON t.id = item.title ORDER BY number
          """
          : """
          SELECT \
          \(BorrowerColumn.names.joined(separator: ", "))
          FROM borrower ORDER BY number
          """)
      while try query.step() {
        rows.append(
          (0..<Int32(columns - 3)).map { query.text($0) ?? "-" }
            .joined(separator: "|"))
      }
    }
    return rows
  }
}
