import Circulation

/// A file of records of ISO 2709.
package struct MARCFile {
  private let file: any OpenFile

  /// The maximum length of a record in bytes; its own length has five digits.
  private static let maximumLength = 100_000
  private static let chunkSize = 1 << 18
  private static let recordEnd: UInt8 = 0x1d

  /// Opens a file.
  package init(_ file: any OpenFile) { self.file = file }

  /// Returns true if a file with this beginning has such records.
  package static func begins(with bytes: [UInt8]) -> Bool {
    guard bytes.count > 24 else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    // The lengths of record, indicators, codes and directory entries.
    return bytes[0..<5].allSatisfy(digits.contains)
      && bytes[12..<17].allSatisfy(digits.contains)
      && bytes[10..<12].elementsEqual("22".utf8)
  }

  /// Calls a body with each record or what is not one, in order.
  ///
  /// - Parameters:
  ///   - take: takes a record and its number, from 1; returns false to stop.
  ///   - refuse: takes what is not a record.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``FileError``.
  package func read(
    _ take: (MARCRecord, Int) -> Bool, refuse: (BrokenRow) -> Void,
    progress: (Int) -> Void = { _ in }
  ) throws(FileError) {
    var buffer: [UInt8] = []
    var offset = 0
    var number = 0
    var isSkipping = false
    while true {
      let chunk = try file.bytes(offset..<offset + Self.chunkSize)
      offset += chunk.count
      buffer += chunk
      progress(offset)
      var start = 0
      while true {
        // Some programs write a line end after each record.
        while start < buffer.count, buffer[start] <= 0x20,
          buffer[start] != Self.recordEnd
        {
          start += 1
        }
        let rest = buffer[start...]
        let end = rest.firstIndex(of: Self.recordEnd)
        guard let end = end ?? (chunk.isEmpty ? rest.endIndex : nil) else {
          break
        }
        guard start < rest.endIndex else { break }
        let isSkipped = isSkipping
        isSkipping = false
        let bytes = rest[..<end]
        start = min(end + 1, buffer.count)
        if isSkipped { continue }
        number += 1
        if bytes.count <= Self.maximumLength, let record = MARCRecord(bytes) {
          guard take(record, number) else { return }
        } else {
          refuse(Self.broken(bytes, number))
        }
      }
      buffer.removeFirst(start)
      guard !chunk.isEmpty else { return }
      if buffer.count > Self.maximumLength {
        if !isSkipping {
          number += 1
          refuse(Self.broken(buffer[...], number))
        }
        isSkipping = true
        buffer.removeAll()
      }
    }
  }

  private static func broken(
    _ bytes: ArraySlice<UInt8>, _ number: Int
  ) -> BrokenRow {
    BrokenRow(
      line: number,
      text: bytes.prefix(80).withUnsafeBytes { CellText.decode($0) },
      reason: .notARecord)
  }
}
