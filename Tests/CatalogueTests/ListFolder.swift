import Circulation
import Foundation
import Support
import Testing

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

  /// Expects that no file but the lists has what must never be read.
  func expectNoMarker() throws {
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path)
    where !name.hasPrefix("list") {
      let data = try Data(
        contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      #expect(data.range(of: Data("Marker".utf8)) == nil, "\(name)")
    }
  }

  /// All items and borrowers of the catalogue, as text.
  func dump() throws -> [String] {
    try rows(
      """
      SELECT number, t.title, author, \(ItemColumn.selection(of: "item")), gone
      FROM item LEFT JOIN title AS t ON t.id = item.title ORDER BY number
      """)
      + rows(
        """
        SELECT digest, \(BorrowerColumn.selection(of: "borrower")), gone
        FROM borrower ORDER BY digest
        """)
  }

  /// The rows of a query in the catalogue, as text.
  func rows(_ query: String) throws -> [String] {
    let query = try Database(catalogue, for: .reading).prepare(query)
    var rows: [String] = []
    while try query.step() {
      rows.append(
        (0..<query.columnCount).map { query.text($0) ?? "-" }
          .joined(separator: "|"))
    }
    return rows
  }
}
