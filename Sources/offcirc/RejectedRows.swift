import Catalogue
import Circulation
import Languages
import Offload
import Tables

/// The rows that an import leaves out: the first few are reported, all can be
/// written into a file, which can be mended and imported.
struct RejectedRows {
  private static let maximumShown = 10

  private let words: any Words
  private let isShown: Bool
  private var first: [String] = []
  private var count = 0
  private var content = CSV.byteOrderMark
  private var header: [String]?

  /// The names of the columns that say where a row was, and what is wrong.
  private static let ownColumns = ["offcirc-line", "offcirc-reason"]

  /// Creates an empty collection.
  init(_ words: any Words, shown isShown: Bool) {
    self.words = words
    self.isShown = isShown
  }

  /// Adds a row.
  mutating func add(_ row: ListImport.RejectedRow) {
    count += 1
    let reason = words.reason(row.reason)
    if first.count < Self.maximumShown {
      first.append(words.line(row.line, of: row.path, reason))
    }
    guard !isShown else { return }
    if header != row.header {
      header = row.header
      content += CSV.row(row.header + Self.ownColumns)
    }
    let gap = [String](
      repeating: "", count: max(row.header.count - row.cells.count, 0))
    content += CSV.row(row.cells + gap + ["\(row.path):\(row.line)", reason])
  }

  /// Reports the first rows.
  func tell() {
    guard isShown else { return }
    first.forEach(printError)
    if count > first.count {
      printError(words.moreRejected(count - first.count))
    }
  }

  /// Writes all rows into a new file.
  ///
  /// - Throws: ``FileError``.
  func write(to path: String) throws(FileError) {
    guard count > 0 else { return }
    let bytes = Array(content.utf8)
    _ = try CommandContext.disk.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
    }
    try CommandContext.disk.synchronizeFolder(path.folder)
  }
}
