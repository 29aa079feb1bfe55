import Circulation
import Tables
import Typesetting

/// The readable list of a kit's transactions, for spreadsheets: a row for each
/// line, with its line number in the uploaded file.
final class TransactionTable {
  private let file: any OpenFile
  private let words: any KitWords
  private var buffer: [UInt8] = []
  private static let flushThreshold = 1 << 18

  private let separator: [UInt8]
  private let lineEnd = Array("\r\n".utf8)
  private let loanName: [UInt8]
  private let returnName: [UInt8]
  private var minutes = MinuteReader()
  /// The last time, as it is written: lines are mostly of the minute before.
  private var time: (minute: Int, field: [UInt8])?

  /// Creates a table in an empty file.
  init(_ file: any OpenFile, _ words: any KitWords) {
    self.file = file
    self.words = words
    separator = Array(words.listSeparator.utf8)
    loanName = Self.field(words.name(of: .loan))
    returnName = Self.field(words.name(of: .return))
  }

  /// Adds the header row.
  func begin() {
    buffer += CSV.byteOrderMark.utf8
    buffer +=
      CSV.row(words.transactionsHeading, separator: words.listSeparator)
      .utf8
  }

  /// Writes the buffered rows.
  ///
  /// - Throws: ``FileError``.
  func end() throws(FileError) {
    try flush()
  }

  /// The fields that are the same in each row of a source file, as they are
  /// written.
  struct Origin {
    fileprivate let upload: [UInt8]
    fileprivate let source: [UInt8]
  }

  /// Returns the origin of lines from a file, in the upload of this name.
  func origin(_ file: StationFile, in upload: String) -> Origin {
    Origin(
      upload: Self.field(upload),
      source: Self.field(file.station ?? file.path))
  }

  /// Adds the row of a line.
  ///
  /// - Throws: ``FileError``.
  func add(
    _ line: Span<UInt8>, number: Int, from origin: Origin
  ) throws(FileError) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    buffer += origin.upload
    buffer += separator
    // The line number stays a number, for sorting.
    buffer.append(digits: number)
    buffer += separator
    let minute = minutes.minute(of: line)
    let layout = try? DataFormat.layout(of: line, isTimed: minute != nil)
    if let minute, let layout {
      add(line, layout, minute)
    } else {
      add(unreadable: line)
    }
    buffer += separator
    buffer += origin.source
    buffer += lineEnd
    if buffer.count >= Self.flushThreshold { try flush() }
  }

  private func add(
    _ line: Span<UInt8>, _ layout: DataFormat.Layout, _ minute: Int
  ) {
    if minute != time?.minute, let newTime = DataFormat.time(in: line) {
      time = (minute, Self.field(words.tableTime(newTime)))
    }
    buffer += time?.field ?? []
    buffer += separator
    buffer += layout.borrower == nil ? returnName : loanName
    buffer += separator
    CSV.append(text: line.extracting(layout.item), to: &buffer)
    buffer += separator
    if let borrower = layout.borrower {
      CSV.append(text: line.extracting(borrower), to: &buffer)
    }
  }

  private func add(unreadable line: Span<UInt8>) {
    let text = line.extracting(0..<min(line.count, 200))
      .withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    buffer += separator
    buffer += Self.field(words.unreadable)
    buffer += separator
    buffer += Self.field(text.printable)
    buffer += separator
  }

  /// Returns a field as it is written.
  private static func field(_ text: String) -> [UInt8] {
    Array(CSV.text(text).quotedForCSV.utf8)
  }

  private func flush() throws(FileError) {
    let bytes = buffer
    buffer = []
    buffer.reserveCapacity(bytes.count + 1_024)
    try file.append(bytes.span)
  }
}
