import Circulation
import Support
import Testing

@testable import Exchange

/// A file that is so long that it is read again while it is written.
struct LongFileTests {
  private let folder = TestFolder()
  private let disk = PosixFileSystem()

  /// A file of which a byte is read as another one.
  private final class FaultyFile: ForwardingFile {
    let base: any OpenFile
    private let place: Int

    init(_ base: any OpenFile, at place: Int) {
      self.base = base
      self.place = place
    }

    func read(
      into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(FileError) -> Int {
      let count = try base.read(into: buffer, at: offset)
      if offset..<offset + count ~= place {
        buffer[place - offset] = buffer[place - offset] == 0x30 ? 0x31 : 0x30
      }
      return count
    }
  }

  /// Loans of one a second, about three megabytes of them.
  private static let rows = (0..<60_000).map { number in
    Entry(
      .loan(item: "\(37_000_000_000 + number)", borrower: "9921000000164"),
      at: Moment(wall: 1_795_000_000 + Int64(number)))
  }

  private func newFile() throws -> any OpenFile {
    try disk.open(folder.path + "/new.koc", for: .creating)
  }

  @Test func itIsReadBack() throws {
    var file = RowFile(try newFile(), .koha)
    for row in Self.rows { file.append(row) }
    #expect(file.reading != nil)
    try file.finish()
    #expect(try file.isReadBack())
  }

  @Test(arguments: [1_000, 1_500_000, 2_900_000])
  func aChangedByteIsNoticedWhereverItIs(_ place: Int) throws {
    var file = RowFile(FaultyFile(try newFile(), at: place), .koha)
    for row in Self.rows { file.append(row) }
    try file.finish()
    #expect(try !file.isReadBack())
  }

  @Test func itIsReadFromItsBeginningWhenItIsWrittenAgain() throws {
    var file = RowFile(try newFile(), .koha)
    for row in Self.rows { file.append(row) }
    try file.restart()
    for row in Self.rows.dropFirst() { file.append(row) }
    try file.finish()
    #expect(file.count == Self.rows.count - 1)
    #expect(try file.isReadBack())
  }

  @Test func aConversionThatIsRefusedLeavesNothing() throws {
    var bytes = Self.rows.reduce(into: [UInt8]()) {
      AlmaFormat.append($1, to: &$0)
    }
    bytes += Array("not a line\r\n".utf8)
    let old = folder.path + "/OffCirc.dat"
    try disk.open(old, for: .creating).append(bytes.span)
    #expect(throws: ConversionError.self) {
      try Conversion(
        of: [old], to: .koha, ConversionOptions(zone: .paris)
      ).write(to: folder.path + "/new.koc")
    }
    #expect(try disk.entry(at: folder.path + "/new.koc") == nil)
  }
}
