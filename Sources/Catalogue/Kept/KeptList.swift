import Circulation
import Tables

/// A list that is kept beside the catalogue.
struct KeptList {
  /// The path of the file.
  let path: String
  /// The name of the file.
  let name: KeptListName
  /// All that is known of it, but the number of rows.
  let list: ImportedList
  /// The key of the digests in it.
  let key: NumberDigest.Key
  /// The columns of its first records; nil if it has none.
  let layout: ListLayout?
  /// The length of the file in bytes.
  let length: Int
  private let table: TextTable

  /// Opens a list and reads its beginning.
  ///
  /// - Throws: ``CatalogueError``.
  init(
    _ name: KeptListName, at path: String, on disk: any FileSystem
  ) throws(CatalogueError) {
    self.name = name
    self.path = path
    (table, length) = try CatalogueError.ofFile {
      () throws(FileError) -> (TextTable, Int) in
      let file = try disk.open(path, for: .reading)
      return try (TextTable(file, .csv), file.length())
    }
    var head = KeptListHead()
    var isList = false
    try CatalogueError.ofFile { [table] () throws(FileError) in
      try table.read { row in
        if row.line == 1 {
          isList = row.cells == KeptListRow.first
          return isList
        }
        return head.take(row.cells)
      } refuse: { _ in
      }
    }
    guard isList, let list = head.list(numbered: name.number),
      list.kind == name.kind, let key = head.key
    else { throw .keptList(path, line: nil, .notAList) }
    self.list = list
    self.key = key
    layout = head.columns.flatMap {
      ListLayout(list.kind, list.level, names: $0)
    }
  }

  /// Reads all records, as far as a level keeps them.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - begin: takes the columns of the records that follow.
  ///   - take: takes a record.
  ///   - progress: takes the number of bytes read so far.
  /// - Returns: the number of records.
  /// - Throws: ``CatalogueError``; that of a body too.
  func read(
    reducedTo level: PrivacyLevel,
    begin: (ListLayout) throws(CatalogueError) -> Void,
    take: (ListRecord) throws(CatalogueError) -> Void,
    progress: (Int) -> Void
  ) throws(CatalogueError) -> Int {
    var reading = KeptListReading(self, level)
    var failure: CatalogueError?
    var line = 1
    try CatalogueError.ofFile { () throws(FileError) in
      try table.read { row in
        do throws(CatalogueError) {
          line = row.line
          try reading.take(row, begin: begin, take: take)
        } catch {
          failure = error
        }
        return failure == nil
      } refuse: { row in
        failure = failure ?? .keptList(path, line: row.line, .row)
      } progress: {
        progress($0)
      }
    }
    if let failure { throw failure }
    guard reading.isEnded else { throw .keptList(path, line: line, .cut) }
    return reading.count
  }
}

/// The rows about a list before its records.
private struct KeptListHead {
  private var values: [KeptListRow.Name: String] = [:]
  private var files: [String] = []
  private var digests: [String] = []
  /// The names of the first columns.
  private(set) var columns: [String]?

  /// Takes a row; returns false at the end of the head.
  mutating func take(_ cells: [String]) -> Bool {
    guard case .about(let name, let values)? = KeptListRow(cells) else {
      return false
    }
    if name == .columns { columns = values }
    guard name != .columns, let value = values.first else { return false }
    guard name == .file else {
      self.values[name] = value
      return true
    }
    files.append(value)
    digests += values.dropFirst()
    return true
  }

  /// The key of the digests.
  var key: NumberDigest.Key? {
    values[.key].flatMap { NumberDigest.Key(digits: $0) }
  }

  /// Returns what is known of the list; nil if something is missing.
  func list(numbered number: Int) -> ImportedList? {
    guard let kind = values[.kind].flatMap(ListKind.init),
      let level = values[.level].flatMap(PrivacyLevel.init),
      let exported = values[.exported], let imported = values[.imported],
      let complete = values[.complete]
    else { return nil }
    return ImportedList(
      id: number, kind: kind, files: files,
      digest: digests.joined(separator: " "), rowCount: 0, exported: exported,
      imported: imported, level: level, isComplete: complete == "yes")
  }
}

/// The reading of the rows of a kept list, each of which is checked.
private struct KeptListReading {
  private let list: KeptList
  private let level: PrivacyLevel
  private var layout: ListLayout?
  private var rows: [UInt8] = []
  /// The number of records so far.
  private(set) var count = 0
  /// True after the end.
  private(set) var isEnded = false
  /// True after the checksum of the end.
  private var hasEnd = false

  init(_ list: KeptList, _ level: PrivacyLevel) {
    self.list = list
    self.level = level
  }

  /// Takes a row.
  ///
  /// - Throws: ``CatalogueError``.
  mutating func take(
    _ row: TableRow, begin: (ListLayout) throws(CatalogueError) -> Void,
    take: (ListRecord) throws(CatalogueError) -> Void
  ) throws(CatalogueError) {
    func flaw(_ flaw: KeptListFlaw) -> CatalogueError {
      .keptList(list.path, line: row.line, flaw)
    }
    guard !isEnded, let content = KeptListRow(row.cells) else {
      throw flaw(.row)
    }
    if case .about(.sum, _) = content {
      guard content == .sum(of: rows) else { throw flaw(.sum) }
      rows.removeAll(keepingCapacity: true)
      isEnded = hasEnd
      return
    }
    rows += content.text.utf8
    switch content {
    case .about(.columns, let names):
      guard let new = ListLayout(list.list.kind, list.list.level, names: names)
      else { throw flaw(.row) }
      layout = new
      try begin(new.reduced(to: level))
    case .about(.end, let cells):
      guard cells == [String(count)] else { throw flaw(.row) }
      hasEnd = true
    case .about: break
    case .record(let cells):
      guard let layout else {
        // The first row names the form.
        guard row.line == 1 else { throw flaw(.row) }
        return
      }
      guard let record = layout.record(cells, list.key) else {
        throw flaw(.row)
      }
      count += 1
      try take(record.reduced(to: level))
    }
  }
}

extension ListRecord {
  /// Returns what a level of privacy keeps.
  fileprivate func reduced(to level: PrivacyLevel) -> ListRecord {
    switch self {
    case .item, .classTitle: self
    case .borrower(let borrower): .borrower(borrower.reduced(to: level))
    }
  }
}
