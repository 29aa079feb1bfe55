/// The tables of the catalogue's file.
///
/// The file is a cache: lists and journals make the same one again.
enum CatalogueSchema {
  /// The number of this form of the tables, in the file's `user_version`.
  static let version = 1
  /// The mark of a catalogue in the file's `application_id`: `OfCa`.
  static let applicationID = 0x4f66_4361

  static let statements = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    CREATE TABLE key(first INTEGER NOT NULL, second INTEGER NOT NULL) STRICT;
    CREATE TABLE list(
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, files TEXT NOT NULL,
      digest TEXT NOT NULL, rows INTEGER NOT NULL, exported TEXT NOT NULL,
      imported TEXT NOT NULL, level TEXT NOT NULL, complete INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE title(
      id INTEGER PRIMARY KEY, title TEXT NOT NULL, author TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE title_words USING fts5(
      title, author, content = 'title', content_rowid = 'id', detail = none,
      prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE item(
      number TEXT PRIMARY KEY, title INTEGER, \
    \(ItemColumn.names.map { $0 + " TEXT" }.joined(separator: ", ")),
      list INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE borrower(
      digest INTEGER PRIMARY KEY, \
    \(BorrowerColumn.names.map { $0 + " TEXT" }
      .joined(separator: ", ")),
      list INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    """

  /// The indexes for searches by title and name, made after all rows.
  static let indexes = """
    CREATE INDEX IF NOT EXISTS item_title ON item(title);
    CREATE INDEX IF NOT EXISTS borrower_name
      ON borrower(name COLLATE NOCASE) WHERE name IS NOT NULL;
    """
}

/// The columns of an item that a list may fill, beside number and title.
enum ItemColumn: Int, CaseIterable {
  case callNumber
  case status
  case statusLabel
  case policy
  case section
  case location
  case owner
  case support
  case year
  case price
  case notForLoan
  case onLoan
  case due
  case holder
  case requests

  /// The names of the columns in the file, in order.
  static let names = allCases.map { "\($0)" }
}

/// The columns of a borrower that a list may fill, beside the digest.
enum BorrowerColumn: Int, CaseIterable {
  case number
  case name
  case groups
  case category
  case expires
  case block
  case alert

  /// The names of the columns in the file, in order.
  static let names = allCases.map { "\($0)" }
}
