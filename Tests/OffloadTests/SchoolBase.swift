import CSQLite
import Foundation
import Testing

/// A base with the tables of PMB that a kit changes, in SQLite.
final class SchoolBase {
  private let handle: OpaquePointer

  /// Creates a base in which the field for the state at the start has a type.
  init(datatype: String = "integer") throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open(":memory:", &handle) == SQLITE_OK)
    self.handle = try #require(handle)
    try run(
      """
      CREATE TABLE notices (notice_id INTEGER PRIMARY KEY, prix TEXT);
      CREATE TABLE exemplaires (
        expl_id INTEGER PRIMARY KEY, expl_cb TEXT UNIQUE, expl_notice INTEGER,
        expl_statut INTEGER NOT NULL, expl_prix TEXT NOT NULL DEFAULT '',
        expl_lastempr INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE empr (id_empr INTEGER PRIMARY KEY, empr_cb TEXT UNIQUE);
      CREATE TABLE pret (
        pret_idempr INTEGER, pret_idexpl INTEGER PRIMARY KEY, pret_date TEXT,
        pret_arc_id INTEGER);
      CREATE TABLE pret_archive (
        arc_id INTEGER PRIMARY KEY, arc_debut TEXT, arc_expl_statut INTEGER,
        arc_expl_id INTEGER);
      CREATE TABLE expl_custom (
        idchamp INTEGER PRIMARY KEY, name TEXT, datatype TEXT);
      CREATE TABLE expl_custom_values (
        expl_custom_champ INTEGER, expl_custom_origine INTEGER,
        expl_custom_small_text TEXT, expl_custom_text TEXT,
        expl_custom_integer INTEGER, expl_custom_date TEXT,
        expl_custom_float REAL, expl_custom_order INTEGER NOT NULL DEFAULT 0);
      INSERT INTO expl_custom VALUES (1, 'autre', 'integer');
      INSERT INTO expl_custom VALUES (2, 'statut_initial', '\(datatype)');
      """)
  }

  deinit { sqlite3_close(handle) }

  /// Runs statements; returns the number of rows that they changed.
  @discardableResult
  func run(_ statements: String) throws -> Int {
    let before = sqlite3_total_changes(handle)
    var message: UnsafeMutablePointer<CChar>?
    let code = sqlite3_exec(handle, statements, nil, nil, &message)
    let text = message.map { String(cString: $0) } ?? ""
    sqlite3_free(message)
    #expect(code == SQLITE_OK, "\(text): \(statements)")
    return Int(sqlite3_total_changes(handle) - before)
  }

  /// Returns the rows of a query, their columns joined by blanks.
  func rows(_ query: String) throws -> [String] {
    var prepared: OpaquePointer?
    try #require(
      sqlite3_prepare_v2(handle, query, -1, &prepared, nil) == SQLITE_OK)
    defer { sqlite3_finalize(prepared) }
    var rows: [String] = []
    while sqlite3_step(prepared) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(prepared)).map { column in
          sqlite3_column_text(prepared, column).map { String(cString: $0) }
            ?? "-"
        }.joined(separator: " "))
    }
    return rows
  }

  /// Imports a procedure as PMB does and runs it, statement by statement.
  ///
  /// - Returns: the number of rows that it changed.
  func runProcedure(_ file: String) throws -> Int {
    #expect(file.hasPrefix("INSERT INTO procs set "))
    #expect(file.hasSuffix("#charset=utf-8"))
    let start = try #require(file.range(of: "requete='")?.upperBound)
    let end = try #require(file.range(of: "', comment='")?.lowerBound)
    let request = Self.unescaped(String(file[start..<end]))
    #expect(request.utf8.count < 65_536)
    #expect(!request.contains("!!"))
    return try request.split(separator: ";").reduce(0) {
      try $0 + run(String($1))
    }
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  // MARK: What PMB does

  /// Adds a copy.
  func addCopy(_ number: String, status: Int, price: String = "") throws {
    try run(
      """
      INSERT INTO exemplaires (expl_cb, expl_statut, expl_prix)
        VALUES (\(Self.quoted(number)), \(status), '\(price)')
      """)
  }

  /// Lends a copy as PMB's page does.
  func lend(_ item: String, to reader: String, at time: String) throws {
    try run(
      """
      INSERT OR IGNORE INTO empr (empr_cb) VALUES ('\(reader)');
      INSERT INTO pret_archive (arc_debut, arc_expl_statut, arc_expl_id)
        SELECT '\(time)', expl_statut, expl_id FROM exemplaires
        WHERE expl_cb=\(Self.quoted(item));
      INSERT INTO pret SELECT id_empr, expl_id, '\(time)',
        (SELECT max(arc_id) FROM pret_archive)
        FROM exemplaires, empr WHERE expl_cb=\(Self.quoted(item)) AND empr_cb='\(reader)';
      """)
  }

  /// Takes a copy back as PMB's page does.
  func takeBack(_ item: String) throws {
    let loan =
      "(SELECT expl_id FROM exemplaires WHERE expl_cb=\(Self.quoted(item)))"
    try run(
      """
      UPDATE exemplaires SET expl_lastempr=
        (SELECT pret_idempr FROM pret WHERE pret_idexpl=expl_id)
        WHERE expl_id IN (SELECT pret_idexpl FROM pret)
        AND expl_cb=\(Self.quoted(item));
      UPDATE pret_archive SET arc_expl_statut=
        (SELECT expl_statut FROM exemplaires WHERE expl_id=arc_expl_id)
        WHERE arc_id IN
        (SELECT pret_arc_id FROM pret WHERE pret_idexpl=\(loan));
      DELETE FROM pret WHERE pret_idexpl=\(loan);
      """)
  }
}
