import Circulation
import Seeded
import Testing

@testable import Exchange

/// Plain rows, which go from file to file without texts: each is the same as
/// its entry.
struct PlainRowTests {
  private static var formats: [(ExchangeFormat, any EntryReader)] {
    [(.alma, AlmaReader()), (.koha, KohaReader())]
  }

  /// Returns the outcome of a line that is taken with care.
  private static func careful(
    _ reader: any EntryReader, _ line: Span<UInt8>, _ notes: inout FileNotes
  ) -> Reading? {
    var reader = reader
    var outcome: Reading?
    reader.take(line, 2, &notes) { outcome = $1 }
    return outcome
  }

  @Test func aPlainRowIsTheEntryThatCareFinds() throws {
    var random = SeededGenerator(seed: 1)
    for (format, reader) in Self.formats {
      var reader = reader
      var plainCount = 0
      var wall: Int64 = 0
      for _ in 0..<3_000 {
        // Half of the lines are of the minute before, which is remembered.
        wall =
          Bool.random(using: &random)
          ? wall + Int64.random(in: 0...20, using: &random)
          : Int64.random(in: 0...4_102_444_799, using: &random)
        let entry = Entry(
          Bool.random(using: &random)
            ? .return(item: "I\(Int.random(in: 0...99, using: &random))")
            : .loan(item: "I2", borrower: "C3"),
          at: Moment(wall: wall))
        var bytes: [UInt8] = []
        format.append(entry, to: &bytes)
        while bytes.last == .lineFeed || bytes.last == .carriageReturn {
          bytes.removeLast()
        }
        // Half of the lines are damaged in a place.
        if Bool.random(using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] =
            [0x09, 0x20, 0x2d, 0x30, 0x39, 0x41, 0x7f, 0xe9][
              Int.random(in: 0..<8, using: &random)]
        }
        var notes = FileNotes(format)
        guard let row = reader.plainRow(in: bytes.span, 2, notes) else {
          continue
        }
        plainCount += 1
        let expected = Self.careful(reader, bytes.span, &notes)
        #expect(expected == .entry(row.entry(in: bytes.span)))
        #expect(notes == FileNotes(format))
      }
      #expect(plainCount > 1_000)
    }
  }

  @Test func aFirstLineOfZeroBytesIsNotARowOfAMinuteBefore() {
    let line =
      [UInt8](repeating: 0, count: 16) + Array(":30 000\treturn\t1".utf8)
    var reader = KohaReader()
    let row = reader.plainRow(in: line.span, 2, FileNotes(.koha))
    #expect(row == nil)
  }

  @Test func aPlainRowIsWrittenAndDigestedAsItsEntry() {
    let line = Array("37000034179  9921000000164".utf8)
    for borrower in [nil, 13..<26] {
      let row = PlainRow(
        moment: Moment(wall: 1_795_000_123), item: 0..<11, borrower: borrower)
      let entry = row.entry(in: line.span)
      for format in ExchangeFormat.allCases where format.takesPlainRows {
        var (plain, whole): ([UInt8], [UInt8]) = ([], [])
        format.append(row, in: line.span, to: &plain)
        format.append(entry, to: &whole)
        #expect(plain == whole)
        var (digest, expected) = (RowDigest(), RowDigest())
        digest.add(row, in: line.span, format)
        expected.add(entry, in: format)
        #expect(digest == expected)
      }
    }
  }

  @Test func aPlainRowThatIsThereTwiceIsFoundBesideEntriesToo() {
    let line = Array("37000034179  9921000000164".utf8)
    let row = PlainRow(
      moment: Moment(wall: 1_795_000_123), item: 0..<11, borrower: 13..<26)
    let entry = row.entry(in: line.span)
    func place(_ line: Int) -> RowPlace { RowPlace(file: 0, line: line) }
    var recent = RecentRows()
    // A row is looked up with the next one, or at the end.
    let seen = [
      recent.take(row, in: line.span, at: place(1)),
      recent.take(row, in: line.span, at: place(2)),
      recent.take(row, in: line.span, at: place(3)),
      recent.finish(), recent.finish(),
    ]
    #expect(seen == [nil, nil, place(2), place(3), nil])
    let isSame = recent.hasJustBeen(entry)
    #expect(isSame)
  }
}
