import Circulation

/// The outcome of reading a line.
package enum Reading: Hashable, Sendable {
  /// A row.
  case entry(Entry)
  /// A line that is not taken, and the reason.
  case fault(LineFault)
}

/// A reader of one format, line after line.
protocol EntryReader {
  /// Returns the row in a line without its line end, if it is a plain one about
  /// which nothing is to be said; nil for any line that has to be taken.
  mutating func plainRow(
    in line: Span<UInt8>, _ number: Int, _ notes: borrowing FileNotes
  ) -> PlainRow?

  /// Takes the next line that is not a plain row, without its line end.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line.
  ///   - number: the number of the line, from 1.
  ///   - notes: the facts about the file.
  ///   - tell: called with a line's number and its outcome; not called for a
  ///     line that is only a part of others, such as a head.
  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  )

  /// Ends the file.
  mutating func end(_ tell: (Int, Reading) -> Void)
}

extension EntryReader {
  mutating func plainRow(
    in line: Span<UInt8>, _ number: Int, _ notes: borrowing FileNotes
  ) -> PlainRow? { nil }

  mutating func end(_ tell: (Int, Reading) -> Void) {}
}

/// A reader of a format in which a line is a row.
protocol RowReader: EntryReader {
  /// Reads a row.
  ///
  /// - Throws: ``LineFault``.
  func entry(
    in line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> Entry
}

extension RowReader {
  mutating func take(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    takeRow(line, number, &notes, tell)
  }

  /// Takes a line that is a row.
  func takeRow(
    _ line: Span<UInt8>, _ number: Int, _ notes: inout FileNotes,
    _ tell: (Int, Reading) -> Void
  ) {
    do throws(LineFault) {
      let entry = try entry(in: line, number, &notes)
      tell(number, .entry(entry))
    } catch {
      tell(number, .fault(error))
    }
  }
}

extension ExchangeFormat {
  /// Reads a file of this format, in constant memory.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - name: the name that it has for the library system; by default that of
  ///     its path.
  ///   - body: called with a line's number and its outcome.
  /// - Returns: the facts about the file.
  /// - Throws: `FileError`.
  package func read(
    _ file: any ByteSource, named name: String? = nil,
    _ body: (Int, Reading) -> Void
  ) throws(FileError) -> FileNotes {
    try read(
      file, named: name,
      plain: { number, row, line in
        body(number, .entry(row.entry(in: line)))
      }, body)
  }

  /// Reads a file of this format, and makes no entries of its plain rows.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - name: the name that it has for the library system; by default that of
  ///     its path.
  ///   - plain: called with a line's number, its row if it is a plain one, and
  ///     its bytes.
  ///   - body: called with the number and outcome of any other line.
  /// - Returns: the facts about the file.
  /// - Throws: `FileError`.
  func read(
    _ file: any ByteSource, named name: String? = nil,
    plain: (Int, PlainRow, Span<UInt8>) -> Void,
    _ body: (Int, Reading) -> Void
  ) throws(FileError) -> FileNotes {
    var notes = FileNotes(self)
    switch self {
    case .alma: try read(file, AlmaReader(), &notes, plain, body)
    case .koha: try read(file, KohaReader(), &notes, plain, body)
    case .evergreen: try read(file, EvergreenReader(), &notes, plain, body)
    case .sierra:
      let name = name ?? file.path.lastName
      if !["rdy", "rdi", "rdu"].contains(where: name.hasPrefix) {
        notes.add(.name)
      }
      try read(file, SierraReader(), &notes, plain, body)
    case .destiny: try read(file, DestinyReader(), &notes, plain, body)
    case .pmb: try read(file, PMBReader(), &notes, plain, body)
    }
    return notes
  }

  private func read(
    _ file: any ByteSource, _ reader: some EntryReader,
    _ notes: inout FileNotes, _ plain: (Int, PlainRow, Span<UInt8>) -> Void,
    _ body: (Int, Reading) -> Void
  ) throws(FileError) {
    var reader = reader
    var kept = notes
    try LineReader.forEachLine(in: file) { position, bytes in
      let number = position.number
      kept.lineCount = number
      var line = bytes
      guard line.count < LineReader.maximumLineLength else {
        return body(number, .fault(.tooLong))
      }
      while line.count > 0, line[line.count - 1] == .carriageReturn {
        line = line.extracting(0..<line.count - 1)
      }
      if let row = reader.plainRow(in: line, number, kept) {
        return plain(number, row, line)
      }
      // A mark before a line of OffCirc.dat is an error, as in Alma.
      if number == 1, self != .alma, line.hasByteOrderMark {
        kept.add(.byteOrderMark)
        line = line.extracting(3..<line.count)
      }
      guard !line.has(.carriageReturn) else {
        return body(number, .fault(.innerReturn))
      }
      reader.take(line, number, &kept, body)
    }
    reader.end(body)
    notes = kept
  }
}
