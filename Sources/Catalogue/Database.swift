import CSQLite

/// A connection to a file of SQLite.
final class Database {
  /// The access for which a file is opened.
  enum Access {
    /// Reading a file that others may replace, and never change in place.
    case reading
    /// Writing a file that nobody else knows yet.
    case building
    /// Reading a file of others, of which nothing is trusted.
    case inspecting
  }

  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens a file; one that is built is created if needed.
  ///
  /// - Throws: ``DatabaseError``.
  init(_ path: String, for access: Access) throws(DatabaseError) {
    self.path = path
    var handle: OpaquePointer?
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW
      case .building:
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
      case .inspecting: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    let code = sqlite3_open_v2(
      access == .inspecting ? Self.address(ofUnchanging: path) : path, &handle,
      flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let error = DatabaseError(path: path, code: code, handle)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    // A damaged or crafted file may not run anything of its own.
    try execute("PRAGMA trusted_schema = OFF")
    switch access {
    case .reading:
      // The inner pages of millions of items stay in memory.
      try execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192")
    case .building:
      try execute(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -81920
        """)
    case .inspecting:
      sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.maximumLength)
      try execute(
        """
        PRAGMA query_only = ON; PRAGMA cell_size_check = ON;
        PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY
        """)
    }
  }

  /// The maximum length of a value in a file of others, in bytes.
  private static let maximumLength: Int32 = 16 << 20

  /// Returns the address by which nothing beside a file is read, such as a
  /// journal that would change it.
  private static func address(ofUnchanging path: String) -> String {
    let plain = path.replacing("%", with: "%25").replacing("?", with: "%3F")
      .replacing("#", with: "%23")
    return "file:" + plain + "?immutable=1"
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs statements that have no result.
  ///
  /// - Throws: ``DatabaseError``.
  func execute(_ statements: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Prepares a statement, which its owner binds and runs many times.
  ///
  /// - Throws: ``DatabaseError``.
  func prepare(_ text: String) throws(DatabaseError) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw error(code) }
    return Statement(prepared, of: self)
  }

  /// Returns a statement, prepared once and ready to be bound.
  ///
  /// - Throws: ``DatabaseError``.
  func statement(_ text: String) throws(DatabaseError) -> Statement {
    if let statement = statements[text] {
      statement.reset()
      return statement
    }
    let statement = try prepare(text)
    statements[text] = statement
    return statement
  }

  /// Returns the first column of the first row as a number; nil if there is no
  /// row.
  ///
  /// - Throws: ``DatabaseError``.
  func number(_ query: String) throws(DatabaseError) -> Int? {
    let statement = try prepare(query)
    return try statement.step() ? statement.number(0) : nil
  }

  func error(_ code: Int32) -> DatabaseError {
    DatabaseError(path: path, code: code, handle)
  }
}

/// A prepared statement, and the row at which it stands.
final class Statement {
  private let handle: OpaquePointer
  private unowned let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// The number of columns of a row.
  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// Makes ready for other values.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  // SQLITE_TRANSIENT, a cast that is not imported: SQLite copies the text.
  private static let transient = unsafeBitCast(
    -1, to: sqlite3_destructor_type.self)

  /// Binds a text to a parameter; the first is 1.
  func bind(_ text: String?, at index: Int32) {
    guard let text else { return }
    let count = Int32(text.utf8.count)
    sqlite3_bind_text(handle, index, text, count, Self.transient)
  }

  /// Binds a number to a parameter; the first is 1.
  func bind(_ number: Int?, at index: Int32) {
    guard let number else { return }
    sqlite3_bind_int64(handle, index, Int64(number))
  }

  /// Binds a value to a parameter; the first is 1.
  func bind(_ value: DatabaseValue, at index: Int32) {
    switch value {
    case .none: sqlite3_bind_null(handle, index)
    case .number(let number): bind(number, at: index)
    case .text(let text): bind(text, at: index)
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: false if there is none.
  /// - Throws: ``DatabaseError``.
  func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = database.error(code)
      reset()
      throw error
    }
  }

  /// Runs the statement to its end.
  ///
  /// - Throws: ``DatabaseError``.
  func run() throws(DatabaseError) {
    while try step() {}
    reset()
  }

  /// The text of a column, from 0; nil for a null.
  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(
      decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The value in a column, from 0.
  func value(_ column: Int32) -> DatabaseValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .none
    case SQLITE_INTEGER: DatabaseValue(number(column))
    default: text(column).map { .text($0) } ?? .none
    }
  }

  /// The bytes of a column's text, from 0, until the next step; nil for a null.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    return UnsafeRawBufferPointer(
      start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// True if a column, from 0, has a number and not a text.
  func holdsNumber(_ column: Int32) -> Bool {
    [SQLITE_INTEGER, SQLITE_FLOAT]
      .contains(sqlite3_column_type(handle, column))
  }

  /// The number in a column, from 0; nil for a null.
  func number(_ column: Int32) -> Int? {
    guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
    return Int(sqlite3_column_int64(handle, column))
  }
}

/// A value in a row.
enum DatabaseValue: Hashable {
  case none
  case number(Int)
  case text(String)

  /// Creates the value of a number; none for nil.
  init(_ number: Int?) {
    self = number.map { .number($0) } ?? .none
  }
}

/// An error of SQLite.
package struct DatabaseError: Error, Hashable, Sendable {
  /// The path of the file.
  package let path: String
  /// The result code of SQLite.
  package let code: Int32
  /// The words of SQLite, in English.
  package let message: String

  /// Creates an error.
  package init(path: String, code: Int32, message: String) {
    self.path = path
    self.code = code
    self.message = message
  }

  fileprivate init(path: String, code: Int32, _ handle: OpaquePointer?) {
    self.path = path
    self.code = code
    message = String(cString: sqlite3_errmsg(handle))
  }

  /// True if the file is not a database, or a damaged one.
  package var isDamage: Bool {
    [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_MISMATCH]
      .contains(code & 0xff)
  }

  /// True if the disk is full.
  package var isFull: Bool { code & 0xff == SQLITE_FULL }
}
