import Circulation
import Typesetting

/// The readable list of a kit's transactions, for spreadsheets: a row for each
/// line, with its line number in the uploaded file.
final class TransactionTable {
  private let file: any OpenFile
  private let words: any KitWords
  private var buffer: [UInt8] = []
  private static let flushThreshold = 1 << 18

  /// Creates a table in an empty file.
  init(_ file: any OpenFile, _ words: any KitWords) {
    self.file = file
    self.words = words
  }

  /// Writes the header row.
  ///
  /// - Throws: ``FileError``.
  func begin() throws(FileError) {
    try append(CSV.byteOrderMark)
    try append(words.transactionsHeading)
  }

  /// Writes the buffered rows.
  ///
  /// - Throws: ``FileError``.
  func end() throws(FileError) {
    try flush()
  }

  /// Adds the row of a line.
  ///
  /// - Throws: ``FileError``.
  func add(
    _ line: Span<UInt8>, number: Int, of upload: String, from file: StationFile
  ) throws(FileError) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    var fields: [String]
    do throws(DataFormat.LineError) {
      let transaction = try DataFormat.transaction(in: line)
      fields = [
        words.tableTime(transaction.recorded),
        words.name(of: transaction.operation), transaction.item.text,
        transaction.borrower?.text ?? "",
      ]
    } catch {
      let text = line.extracting(0..<min(line.count, 200))
        .withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      fields = ["", words.unreadable, text.printable, ""]
    }
    fields = [upload] + fields + [file.station ?? file.path]
    // The line number stays a number, for sorting.
    fields = fields.map(CSV.text)
    fields.insert(String(number), at: 1)
    try append(CSV.row(fields, separator: words.listSeparator))
  }

  private func append(_ fields: [String]) throws(FileError) {
    try append(CSV.row(fields, separator: words.listSeparator))
  }

  private func append(_ text: String) throws(FileError) {
    buffer += text.utf8
    if buffer.count >= Self.flushThreshold { try flush() }
  }

  private func flush() throws(FileError) {
    let bytes = buffer
    buffer = []
    try file.append(bytes.span)
  }
}
