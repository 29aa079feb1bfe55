import Circulation
import Tables

/// The JSON of Koha's `offline_circ/download.pl`: patrons, items and issues,
/// or one of them.
struct KohaDownload: ListForm {
  /// The members that are read, by the name of the table, in the order of a
  /// row; the first one is the number.
  private static let tables:
    [(
      name: String, kind: ListKind, columns: [String]
    )] = [
      (
        "patrons", .borrowers,
        [
          "cardnumber", "surname", "firstname", "categorycode", "dateexpiry",
          "debarred",
        ]
      ),
      (
        "items", .items,
        [
          "barcode", "title", "author", "callnumber", "itemtype", "homebranch",
        ]
      ),
      (
        "issues", .loans,
        ["barcode", "title", "callnumber", "date_due", "cardnumber"]
      ),
    ]

  let kinds: [ListKind]
  let emptyKinds: [ListKind]
  private let json: JSONTables

  init(_ file: any OpenFile) throws(ListFormError) {
    json = JSONTables(
      try Self.content(of: file),
      reading: Dictionary(
        uniqueKeysWithValues: Self.tables.map { table in
          (table.name, Set(table.columns + ["lost"]))
        }))
    var begun: Set<String> = []
    var found: Set<String> = []
    do throws(TableFileError) {
      try json.read(
        begin: { begun.insert($0) },
        { table, _ in
          found.insert(table)
          return true
        })
    } catch {
      throw .reading(.table(error))
    }
    kinds = Self.tables.filter { found.contains($0.name) }.map(\.kind)
    emptyKinds = Self.tables.filter {
      begun.contains($0.name) && !found.contains($0.name)
    }
    .map(\.kind)
    if begun.isEmpty { throw .noList }
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    let kind = kind == .blocks ? .borrowers : kind
    guard let table = Self.tables.first(where: { $0.kind == kind }) else {
      return
    }
    guard take(TableRow(header: table.columns)) else { return }
    var line = 0
    do throws(TableFileError) {
      try json.read { name, values in
        guard name == table.name else { return true }
        line += 1
        var values = values
        // A card that is lost is blocked as well.
        if CellValue.truth(values["lost"] ?? "") == true {
          values["debarred"] = "1"
        }
        return take(
          TableRow(line: line, cells: table.columns.map { values[$0] ?? "" }))
      }
    } catch {
      throw .reading(.table(error))
    }
  }
}
