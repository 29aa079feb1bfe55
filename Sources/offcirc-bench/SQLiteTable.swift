import CSQLite
import Circulation

/// An SQLite table with write-ahead log, synced at each commit.
final class SQLiteTable: DurableWriter {
  let name = "SQLite, WAL, synchronous=FULL  "
  private var database: OpaquePointer?
  private var insertion: OpaquePointer?

  init(in folder: TemporaryFolder) throws {
    try check(sqlite3_open(folder.path + "/table.sqlite", &database))
    try execute("PRAGMA journal_mode = WAL")
    try execute("PRAGMA synchronous = FULL")
    try execute(
      """
      CREATE TABLE event (
        sequence INTEGER PRIMARY KEY, recorded TEXT NOT NULL,
        operation TEXT NOT NULL, item TEXT NOT NULL, borrower TEXT)
      """)
    try check(
      sqlite3_prepare_v2(
        database,
        """
        INSERT INTO event (recorded, operation, item, borrower)
        VALUES (?, ?, ?, ?)
        """, -1, &insertion, nil))
  }

  deinit {
    sqlite3_finalize(insertion)
    sqlite3_close(database)
  }

  func prepare(_ bursts: [ArraySlice<Transaction>]) {}

  func write(_ bursts: [ArraySlice<Transaction>]) throws {
    for burst in bursts {
      // A single statement is a transaction of its own.
      if burst.count > 1 { try execute("BEGIN") }
      for transaction in burst { try insert(transaction) }
      if burst.count > 1 { try execute("COMMIT") }
    }
  }

  private func insert(_ transaction: Transaction) throws {
    try bind(transaction.recorded.iso8601, at: 1)
    try bind(transaction.operation.rawValue, at: 2)
    try bind(transaction.item.text, at: 3)
    try bind(transaction.borrower?.text, at: 4)
    guard sqlite3_step(insertion) == SQLITE_DONE else { throw failure }
    try check(sqlite3_reset(insertion))
  }

  private func bind(_ text: String?, at index: Int32) throws {
    guard let text else {
      return try check(sqlite3_bind_null(insertion, index))
    }
    // SQLITE_TRANSIENT, a cast that Swift does not import: SQLite copies the
    // text.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    try check(sqlite3_bind_text(insertion, index, text, -1, transient))
  }

  private func execute(_ statement: String) throws {
    try check(sqlite3_exec(database, statement, nil, nil, nil))
  }

  private func check(_ result: Int32) throws {
    guard result == SQLITE_OK else { throw failure }
  }

  private var failure: SQLiteError {
    SQLiteError(
      message: sqlite3_errmsg(database).map { String(cString: $0) } ?? "")
  }
}

/// An error of SQLite.
struct SQLiteError: Error {
  let message: String
}
