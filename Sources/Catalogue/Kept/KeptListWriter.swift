import Circulation

/// The writer of a kept list, which has its name only when it is whole.
final class KeptListWriter {
  private let file: any OpenFile
  private let disk: any FolderOperations
  private let path: String
  private let key: NumberDigest.Key
  private var layout: ListLayout?
  private var rows: [UInt8] = []
  private var rowsWithoutSum = 0
  private var count = 0

  /// Creates the file of a list, under a hidden name.
  ///
  /// - Parameters:
  ///   - path: the path of the list.
  ///   - list: all that is known of it before its rows are.
  ///   - key: the key of digests.
  ///   - disk: the file system.
  /// - Throws: ``FileError``.
  init(
    _ path: String, _ list: ImportedList, _ key: NumberDigest.Key,
    on disk: any FolderOperations
  ) throws(FileError) {
    self.path = path
    self.key = key
    self.disk = disk
    file = try disk.createSibling(of: path)
    write(KeptListRow.first)
    write(.about(.kind, [list.kind.rawValue]))
    write(.about(.level, [list.level.rawValue]))
    write(.about(.exported, [list.exported]))
    write(.about(.imported, [list.imported]))
    write(.about(.complete, [list.isComplete ? "yes" : "no"]))
    write(.about(.key, [key.digits]))
    let digests = list.digest.split(separator: " ").map(String.init)
    for (index, name) in list.files.enumerated() {
      let digest = digests.indices.contains(index) ? [digests[index]] : []
      write(.about(.file, [name] + digest))
    }
  }

  /// Removes the file of a list that was not finished.
  deinit {
    try? disk.remove(file.path)
  }

  private func write(_ cells: [String]) { write(.record(cells)) }

  private func write(_ row: KeptListRow) {
    rows += row.text.utf8
    rowsWithoutSum += 1
  }

  /// Begins records with these columns.
  func begin(_ layout: ListLayout) {
    guard layout != self.layout else { return }
    self.layout = layout
    write(.about(.columns, layout.names))
  }

  /// Adds a record.
  ///
  /// - Throws: ``FileError``.
  func add(_ record: ListRecord) throws(FileError) {
    guard let layout else { return }
    write(layout.cells(record))
    count += 1
    if rowsWithoutSum >= KeptListRow.sumInterval { try flush() }
  }

  private func flush() throws(FileError) {
    let whole = rows + KeptListRow.sum(of: rows).text.utf8
    try file.append(whole.span)
    rows.removeAll(keepingCapacity: true)
    rowsWithoutSum = 0
  }

  /// Writes the end and syncs the file, which keeps its hidden name.
  ///
  /// - Throws: ``FileError``.
  func end() throws(FileError) {
    write(.about(.end, [String(count)]))
    try flush()
    try file.synchronize()
  }

  /// Gives the file its name, once it has its end, and syncs the folder.
  ///
  /// - Throws: ``FileError``.
  func keep() throws(FileError) {
    try disk.rename(file.path, to: path)
    try disk.synchronizeFolder(path.folder)
  }
}
