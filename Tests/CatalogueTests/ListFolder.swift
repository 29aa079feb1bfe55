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
    on disk: any FolderOperations = PosixFileSystem(),
    _ change: (inout ListImport.Request) -> Void = { _ in }
  ) throws -> Outcome {
    var request = ListImport.Request(
      sources: paths.map { ListImport.Source(path: $0, digest: "0") },
      rules: RecordRules(notForLoan: [], level: level),
      exported: "2026-11-20", imported: "2026-11-21T08:00:00+01:00")
    change(&request)
    let rejected = Rejected()
    let report = try ListImport(into: catalogue, on: disk)
      .run(request) {
        rejected.rows.append($0)
      } progress: { _, _ in
      }
    return Outcome(report: report, rejected: rejected.rows)
  }

  /// A list of items.
  static func items(_ numbers: some Sequence<Int>) -> String {
    "barcode,title,call number\n"
      + numbers.map { "\(37_000_000 + $0),Title \($0 / 3),A \($0)\n" }.joined()
  }

  /// A list of borrowers.
  static func readers(_ numbers: some Sequence<Int>) -> String {
    "card number;last name;first name;class;expiry date\n"
      + numbers.map {
        "C\($0);Nachname\($0);Vor;Klasse3B;30/09/2027\n"
      }.joined()
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
    #expect(try !isKept("Marker"))
  }

  /// The making of the catalogue from its kept lists.
  var rebuilding: Rebuilding {
    Rebuilding(of: catalogue, on: PosixFileSystem())
  }

  /// The paths of the files that the catalogue consists of, those of lists that
  /// were given to it not among them.
  func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)
    return (all?.allObjects as? [String] ?? []).sorted()
      .map { folder.path + "/" + $0 }
      .filter {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(
          atPath: $0, isDirectory: &isFolder)
        return !isFolder.boolValue && $0.contains("catalogue")
      }
  }

  /// The paths of the kept lists.
  func keptLists() throws -> [String] {
    try files().filter { $0.contains("/catalogue.lists/") }
  }

  /// True if a text is in one of the files.
  func isKept(_ text: String) throws -> Bool {
    try files().contains {
      try Data(contentsOf: URL(fileURLWithPath: $0))
        .range(of: Data(text.utf8)) != nil
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
      + rows(
        """
        SELECT class, \(ClassTitleColumn.selection(of: "class_title")), gone
        FROM class_title ORDER BY key
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
