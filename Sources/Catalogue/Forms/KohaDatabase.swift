import Tables

/// The `borrowers.db` of Koha's offline circulation: borrowers, and what they
/// hold.
///
/// KOC makes it with a few columns, and loans without barcodes;
/// `create_koc_db.pl` with all columns of Koha's tables, passwords and
/// addresses too. Only what is named here is read, from real tables alone.
struct KohaDatabase: ListForm {
  private static let borrowerColumns = [
    "cardnumber", "surname", "firstname", "categorycode", "dateexpiry",
    "lost", "debarred",
  ]
  private static let loanColumns = [
    "barcode", "title", "author", "itemcallnumber", "itype", "homebranch",
    "date_due",
  ]

  let kinds: [ListKind]
  private let database: Database
  private let borrowers: [String]
  private let loans: [String]
  /// True if a loan names its borrower by a number that the borrower has too.
  private let namesHolders: Bool

  init(_ path: String) throws(ListFormError) {
    do throws(DatabaseError) {
      database = try Database(path, for: .inspecting)
      let ofBorrowers = try database.columns(ofTable: "borrowers")
      let ofLoans = try database.columns(ofTable: "issues")
      borrowers = Self.borrowerColumns.filter(ofBorrowers.contains)
      loans = Self.loanColumns.filter(ofLoans.contains)
      namesHolders =
        ofBorrowers.contains("borrowernumber")
        && ofBorrowers.contains("cardnumber")
        && ofLoans.contains("borrowernumber")
    } catch {
      throw .database(error)
    }
    kinds =
      (borrowers.contains("cardnumber") ? [.borrowers] : [])
      + (loans.contains("barcode") ? [.loans] : [])
    if kinds.isEmpty { throw .noList }
  }

  func read(
    _ kind: ListKind?, _ take: (TableRow) -> Bool,
    refuse: (BrokenRow) -> Void, progress: (Int) -> Void
  ) throws(ListFormError) {
    do throws(DatabaseError) {
      if kind == .loans {
        try readLoans(take)
      } else {
        try readBorrowers(take)
      }
    } catch {
      throw .database(error)
    }
  }

  private func readBorrowers(
    _ take: (TableRow) -> Bool
  ) throws(DatabaseError) {
    let columns = borrowers.filter { $0 != "lost" }
    let lost = borrowers.firstIndex(of: "lost")
    let debarred = columns.firstIndex(of: "debarred")
    guard take(TableRow(header: columns)) else { return }
    let query = try database.rows(of: borrowers, ofTable: "borrowers")
    var line = 0
    while try query.step() {
      line += 1
      var row = query.row(line, columnCount: borrowers.count)
      if let lost {
        let isLost = CellValue.truth(row.cells.remove(at: lost)) == true
        // A card that is lost is blocked as well.
        if isLost, let debarred { row.cells[debarred] = "1" }
      }
      guard take(row) else { break }
    }
    query.reset()
  }

  private func readLoans(_ take: (TableRow) -> Bool) throws(DatabaseError) {
    let holders = namesHolders ? try cardNumbers() : [:]
    guard take(TableRow(header: loans + ["cardnumber"])) else { return }
    let query = try database.rows(
      of: loans + (namesHolders ? ["borrowernumber"] : []), ofTable: "issues")
    var line = 0
    while try query.step() {
      line += 1
      var row = query.row(line, columnCount: loans.count)
      let holder = namesHolders ? query.number(Int32(loans.count)) : nil
      row.cells.append(holder.flatMap { holders[$0] } ?? "")
      guard take(row) else { break }
    }
    query.reset()
  }

  /// Returns the numbers on the cards, by Koha's own number of a borrower.
  private func cardNumbers() throws(DatabaseError) -> [Int: String] {
    let query = try database.rows(
      of: ["borrowernumber", "cardnumber"], ofTable: "borrowers")
    var numbers: [Int: String] = [:]
    while try query.step() {
      if let own = query.number(0) { numbers[own] = query.text(1) }
    }
    query.reset()
    return numbers
  }
}

extension Database {
  /// Returns the names of a table's columns, without those that are computed;
  /// none if it is a view, a virtual table or not there.
  fileprivate func columns(
    ofTable name: String
  ) throws(DatabaseError) -> Set<String> {
    let isTable = try number(
      """
      SELECT count(*) FROM sqlite_master
      WHERE type = 'table' AND name = '\(name)' AND rootpage > 0
      """)
    guard isTable == 1 else { return [] }
    let query = try statement("PRAGMA table_info(\(name))")
    defer { query.reset() }
    var names: Set<String> = []
    while try query.step() {
      if let name = query.text(1) { names.insert(name.lowercased()) }
    }
    return names
  }

  /// Returns the rows of a table, read from the table itself: an index may
  /// hold the result of an expression.
  fileprivate func rows(
    of columns: [String], ofTable name: String
  ) throws(DatabaseError) -> Statement {
    try statement(
      "SELECT \(columns.joined(separator: ", ")) FROM \(name) NOT INDEXED")
  }
}

extension Statement {
  fileprivate func row(_ line: Int, columnCount: Int) -> TableRow {
    let columns = 0..<columnCount
    return TableRow(
      line: line, cells: columns.map { text(Int32($0)) ?? "" },
      numberColumns: Set(columns.filter { holdsNumber(Int32($0)) }))
  }
}
