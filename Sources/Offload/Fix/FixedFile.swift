import Algorithms
import Circulation

/// A file whose lines are changed as decisions say.
package struct FixedFile {
  /// The place of a line: the index of its file, and its number there.
  package struct Place: Hashable, Sendable {
    /// The index of the file, in the order given.
    package let file: Int
    /// The number of the line, from 1.
    package let number: Int

    /// Creates a place.
    package init(file: Int, number: Int) {
      self.file = file
      self.number = number
    }
  }

  /// A line with what was decided about it.
  struct Line {
    let place: Place
    /// The bytes with the line end.
    var bytes: [UInt8]
    /// The second of its time, from the journal; nil if it is not known.
    var second: UInt8?
    /// True if it was taken out.
    var isOut = false
    /// True if one of its numbers was changed.
    var isChanged = false
    /// True if its time was moved.
    var isMoved = false

    /// The transaction; nil if the line is none.
    var transaction: Transaction? {
      let line = bytes.span
      return try? DataFormat.transaction(
        in: line.extracting(0..<line.endBeforeLineEnd))
    }

    /// The minutes from 1970-01-01T00:00 to its time; nil if it has none.
    var minute: Int? { DataFormat.time(in: bytes.span)?.wallMinutes }

    /// The mark; nil for a blank line.
    var mark: LineMark? {
      let line = bytes.span
      return LineMark(of: line.extracting(0..<line.endBeforeLineEnd))
    }

    /// Replaces the transaction, and the form of its line.
    mutating func replace(by transaction: Transaction) {
      bytes = DataFormat.lines(of: [transaction])
      isChanged = true
    }

    /// Moves its time, if it has one.
    mutating func move(by minutes: Int) {
      guard let time = DataFormat.time(in: bytes.span) else { return }
      var moved: [UInt8] = []
      moved.append(columnsOf: time.later(by: 60 * Int64(minutes)))
      bytes.replaceSubrange(0..<Redating.columnCount, with: moved)
      isMoved = true
    }
  }

  /// The SHA-256 of the file, in hexadecimal digits.
  let sha256: String
  /// The id of its station; nil if it is not known.
  let station: String?
  var lines: [Line]
  /// The indices of the lines that the station's journal has, by sequence
  /// number.
  private var indices: [Int: Int] = [:]
  /// The sequence numbers, by index.
  private var sequences: [Int: Int] = [:]

  /// Creates a file of lines in their order.
  init(sha256: String, station: String?, lines: [Line]) {
    self.sha256 = sha256
    self.station = station
    self.lines = lines
  }

  /// Names the lines by what the journal of the station has saved.
  ///
  /// The lines have no sequence numbers: they are known again by their content,
  /// in their order.
  mutating func name(by saved: [DeskEntry]) {
    var entries: [Transaction: ArraySlice<Int>] = [:]
    for entry in saved {
      entries[entry.transaction.asSaved, default: []].append(entry.sequence)
    }
    for (index, line) in lines.enumerated() {
      guard
        let transaction = line.transaction,
        let sequence = entries[transaction]?.popFirst()
      else { continue }
      indices[sequence] = index
      sequences[index] = sequence
    }
  }

  /// Returns true if the source is this file, or its station.
  func has(_ source: LineSource) -> Bool {
    switch source {
    case .station(let id): id == station
    case .file(let sha256): sha256 == self.sha256
    }
  }

  /// Returns the index of a line; nil if the file does not have it.
  func index(of name: LineName) -> Int? {
    guard has(name.source) else { return nil }
    if case .station = name.source { return indices[name.number] }
    return index(ofLine: name.number)
  }

  private func index(ofLine number: Int) -> Int? {
    let index = lines.partitioningIndex { $0.place.number >= number }
    return index < lines.count && lines[index].place.number == number
      ? index : nil
  }

  /// Returns the name of a line; nil if the file does not have it.
  func name(ofLine number: Int) -> LineName? {
    guard let index = index(ofLine: number) else { return nil }
    guard let station, let sequence = sequences[index] else {
      return LineName(.file(sha256: sha256), number)
    }
    return LineName(.station(station), sequence)
  }
}

extension Transaction {
  /// The transaction as it is read from `OffCirc.dat`.
  fileprivate var asSaved: Transaction {
    let fields = recorded.fields
    let time = LocalTime(
      year: fields.year, month: fields.month, day: fields.day,
      hour: fields.hour, minute: fields.minute)
    guard let time else { return self }
    guard let borrower else { return .return(of: item, at: time) }
    return .loan(of: item, to: borrower, at: time)
  }
}
