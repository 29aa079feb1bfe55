/// The tables of the catalogue's file.
///
/// The file is a cache: the lists that are kept beside it make the same one
/// again.
enum CatalogueSchema {
  /// The number of this form of the tables, in the file's `user_version`.
  static let version = 7
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
    CREATE TABLE word(
      id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE title(
      id INTEGER PRIMARY KEY, title TEXT NOT NULL, author TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE title_words USING fts5(
      title, author, content = 'title', content_rowid = 'id', detail = none,
      columnsize = 0, prefix = '2 3',
      tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE item(
      number ANY PRIMARY KEY, title INTEGER, \(ItemColumn.definitions),
      list INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_holder ON item(holder) WHERE holder IS NOT NULL;
    CREATE TABLE borrower(
      digest INTEGER PRIMARY KEY, \(BorrowerColumn.definitions),
      list INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE class_title(
      key TEXT PRIMARY KEY, class TEXT, \(ClassTitleColumn.definitions),
      list INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    """

  /// The indexes for searches by title and name, made after all rows.
  static let indexes = """
    CREATE INDEX IF NOT EXISTS item_title ON item(title);
    CREATE INDEX IF NOT EXISTS borrower_name
      ON borrower(name COLLATE NOCASE) WHERE name IS NOT NULL;
    """
}
