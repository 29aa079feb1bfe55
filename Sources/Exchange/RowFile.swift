import Circulation

/// The new file of a format with times, as its rows come.
struct RowFile {
  private static let flushThreshold = 1 << 20

  private let file: any OpenFile
  private let format: ExchangeFormat
  private var bytes: [UInt8] = []
  private var digest = RowDigest()
  /// The number of bytes that are written.
  private var length = 0
  private var failure: FileError?
  /// The reading of it, if it is long.
  private(set) var reading: ReadingBack?
  /// The number of rows.
  private(set) var count = 0

  /// Begins an empty file.
  init(_ file: any OpenFile, _ format: ExchangeFormat) {
    self.file = file
    self.format = format
    bytes = Array(format.head.utf8)
  }

  /// Begins again.
  ///
  /// - Throws: `FileError`.
  mutating func restart() throws(FileError) {
    _ = try? reading?.end()
    try file.truncate(to: 0)
    self = RowFile(file, format)
  }

  /// Adds the next row; a failure to write is thrown at the end.
  mutating func append(_ entry: Entry) {
    guard failure == nil else { return }
    format.append(entry, to: &bytes)
    digest.add(entry, in: format)
    count += 1
    if bytes.count >= Self.flushThreshold { goOn() }
  }

  /// Adds the next row, a plain one.
  mutating func append(_ row: PlainRow, in line: Span<UInt8>) {
    guard failure == nil else { return }
    format.append(row, in: line, to: &bytes)
    digest.add(row, in: line, format)
    count += 1
    if bytes.count >= Self.flushThreshold { goOn() }
  }

  /// Writes a part of a long file, and reads it in the background.
  private mutating func goOn() {
    reading = reading ?? ReadingBack(file, format)
    flush()
  }

  private mutating func flush() {
    do throws(FileError) {
      try file.append(bytes.span)
      length += bytes.count
      reading?.go(on: length)
    } catch {
      failure = error
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the rest.
  ///
  /// - Throws: `FileError`, also of rows before.
  mutating func end() throws(FileError) {
    if failure == nil, !bytes.isEmpty { flush() }
    if let failure { throw failure }
  }

  /// Writes the rest; returns when all is on disk.
  ///
  /// - Throws: `FileError`.
  mutating func finish() throws(FileError) {
    try end()
    try file.synchronize()
  }

  /// Reads the file as the other system does; returns true if it has the rows
  /// that were written, and nothing else.
  ///
  /// - Throws: `FileError`.
  func isReadBack() throws(FileError) -> Bool {
    let written = RowContents(count: count, digest: digest)
    guard let reading else { return try file.contents(in: format) == written }
    return try reading.end() == written
  }
}
